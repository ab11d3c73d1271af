//! `GET /api/v1/dispatches`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use whistle_domain::case::{DispatchRole, DispatchState};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::read::{DispatchFilter, DispatchItem};

use crate::HttpState;
use crate::extract::{Acting, LIMIT_DEFAULT, Params, ReadsDispatches, as_of, instant, page_request};
use crate::problem::{Problem, Problems};

/// What to list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DispatchQuery {
    /// The unit that was sent.
    department: Option<String>,
    /// How far it has come.
    #[param(value_type = Option<String>)]
    state: Option<DispatchState>,
    /// `lead`, `co_handler` or `notified`.
    #[param(value_type = Option<String>)]
    role: Option<DispatchRole>,
    /// Whether the department still owes something.
    open: Option<bool>,
    /// Whether a clock has run out.
    overdue: Option<bool>,
    /// `green`, `yellow`, `red`, `grey` or `purple`.
    #[param(value_type = Option<String>)]
    lamp: Option<Lamp>,
    /// Grid code.
    grid: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
    /// Words to look for in the case.
    q: Option<String>,
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
    /// The instant at which lamps are judged; that of `as_of`, else now, where it is not given.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 200; 50 where it is not given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Wait until the list knows everything up to this position.
    min_position: Option<i64>,
}

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
    role: String,
    /// How far it has come.
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
    lamp: Option<&'static str>,
}

/// A department's work list: the dispatches that the caller may see, the most urgent first.
#[utoipa::path(get, operation_id = "list_dispatches", path = "/api/v1/dispatches", tag = "dispatches", params(DispatchQuery), responses((status = 200, description = "A page of dispatches", body = DispatchList), Problems))]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsDispatches>,
    Params(query): Params<DispatchQuery>,
) -> Result<Json<DispatchList>, Problem> {
    let page = page_request(query.cursor, query.limit.unwrap_or(LIMIT_DEFAULT))?;
    let as_of = as_of(query.as_of.as_deref(), query.at)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
    let filter = DispatchFilter {
        department: query.department,
        state: query.state,
        role: query.role,
        running: query.open,
        overdue: query.overdue,
        lamp: query.lamp,
        grid: query.grid,
        area: query.area,
        category: query.category,
        kind: query.kind,
        q: query.q,
    };
    let found = state.app.list_dispatches(&acting.caller, &filter, &page, as_of).await?;
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
