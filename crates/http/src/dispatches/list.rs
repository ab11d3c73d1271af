//! `GET /api/v1/dispatches`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_app::words;
use whistle_domain::lamp::Lamp;
use whistle_store::read::DispatchItem;

use super::conditions::DispatchConditions;
use crate::HttpState;
use crate::extract::{Acting, AtLeast, PageQuery, Params, ReadsDispatches, TwoTimes};
use crate::problem::{Problem, Problems};

/// Dispatches, the most urgent first.
#[derive(Serialize, ToSchema)]
pub(crate) struct DispatchList {
    items: Vec<DispatchListItem>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// A dispatch in a list.
#[derive(Serialize, ToSchema)]
struct DispatchListItem {
    id: Uuid,
    case_id: Uuid,
    /// The case number.
    number: String,
    /// One line, personal data masked.
    title: String,
    /// Category code.
    category: String,
    kind: String,
    grid: String,
    /// The unit that was sent.
    department: String,
    /// `lead`, `co_handler` or `notified`.
    #[schema(value_type = words::DispatchRole)]
    role: String,
    /// How far it has come.
    #[schema(value_type = words::DispatchState)]
    state: String,
    /// What is asked, personal data masked.
    instruction: String,
    /// The unit responsible by trade.
    line_owner: String,
    /// The unit responsible by territory.
    territorial_owner: String,
    issued_at: DateTime<Utc>,
    sign_due_at: DateTime<Utc>,
    report_due_at: DateTime<Utc>,
    contact_due_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
    signed_at: Option<DateTime<Utc>>,
    reported_at: Option<DateTime<Utc>>,
    accepted_at: Option<DateTime<Utc>>,
    fed_back_at: Option<DateTime<Utc>>,
    discharged_at: Option<DateTime<Utc>>,
    measures: i32,
    reworks: i32,
    /// Whether a clock has run out.
    overdue: bool,
    /// `green`, `yellow`, `red`, `grey`, `purple`; nothing while no clock runs.
    #[schema(value_type = Option<words::Lamp>)]
    lamp: Option<&'static str>,
}

/// A department's work list: the dispatches that the caller may see, the most urgent first.
#[utoipa::path(get, operation_id = "list_dispatches", path = "/api/v1/dispatches", tag = "dispatches", params(DispatchConditions, TwoTimes, PageQuery, AtLeast), responses((status = 200, description = "A page of dispatches", body = DispatchList), Problems))]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsDispatches>,
    Params(conditions): Params<DispatchConditions>,
    Params(times): Params<TwoTimes>,
    Params(page): Params<PageQuery>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<DispatchList>, Problem> {
    let (page, as_of) = (page.parsed()?, times.parsed()?);
    at_least.known(&state.app).await?;
    let found = state.app.list(&acting.caller, &conditions.filter(&state.app), &page, as_of).await?;
    let items = found.items.into_iter().map(DispatchListItem::from).collect();
    Ok(Json(DispatchList { items, next_cursor: found.next_cursor }))
}

impl From<DispatchItem> for DispatchListItem {
    fn from(dispatch: DispatchItem) -> Self {
        Self {
            id: dispatch.id,
            case_id: dispatch.case_id,
            number: dispatch.number,
            title: dispatch.title,
            category: dispatch.category,
            kind: dispatch.kind,
            grid: dispatch.grid,
            department: dispatch.department,
            role: dispatch.role,
            state: dispatch.state,
            instruction: dispatch.instruction,
            line_owner: dispatch.line_owner,
            territorial_owner: dispatch.territorial_owner,
            issued_at: dispatch.issued_at,
            sign_due_at: dispatch.sign_due_at,
            report_due_at: dispatch.report_due_at,
            contact_due_at: dispatch.contact_due_at,
            due_at: dispatch.due_at,
            signed_at: dispatch.signed_at,
            reported_at: dispatch.reported_at,
            accepted_at: dispatch.accepted_at,
            fed_back_at: dispatch.fed_back_at,
            discharged_at: dispatch.discharged_at,
            measures: dispatch.measures,
            reworks: dispatch.reworks,
            overdue: dispatch.overdue,
            lamp: dispatch.lamp.map(Lamp::code),
        }
    }
}
