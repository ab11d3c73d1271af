//! `GET /api/v1/cases`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_app::words;
use whistle_domain::lamp::Lamp;
use whistle_store::read::CaseItem;

use super::conditions::CaseConditions;
use crate::HttpState;
use crate::extract::{Acting, AtLeast, PageQuery, Params, ReadsCases, TwoTimes};
use crate::problem::{Problem, Problems};

/// Cases, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseList {
    items: Vec<CaseListItem>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// A case in a list.
#[derive(Serialize, ToSchema)]
struct CaseListItem {
    id: Uuid,
    /// The case number.
    number: String,
    /// Where the case stands.
    #[schema(value_type = words::CaseStatus)]
    status: String,
    #[schema(value_type = words::WhistleKind)]
    kind: String,
    /// Category code.
    category: String,
    /// One line, personal data masked.
    title: String,
    grid: String,
    /// The unit responsible for the grid when the whistle was raised.
    territorial_unit: String,
    /// The level that holds the case.
    #[schema(value_type = words::Level)]
    level: String,
    /// Channel.
    source: String,
    /// Units sent.
    departments: Vec<String>,
    /// The unit that leads.
    lead: Option<String>,
    raised_at: DateTime<Utc>,
    /// When the lead was sent.
    issued_at: Option<DateTime<Utc>>,
    /// By when it must be closed.
    due_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    /// Times the handling was sent back.
    reworks: i32,
    /// The resident's rating: solved?
    solved: Option<bool>,
    /// The resident's rating: 1 to 5.
    satisfaction: Option<i16>,
    confidential: bool,
    version: i32,
    /// `green`, `yellow`, `red`, `grey`, `purple`; nothing while no clock runs.
    #[schema(value_type = Option<words::Lamp>)]
    lamp: Option<&'static str>,
}

/// The cases that the caller may see, newest first.
#[utoipa::path(get, operation_id = "list_cases", path = "/api/v1/cases", tag = "cases", params(CaseConditions, TwoTimes, PageQuery, AtLeast), responses((status = 200, description = "A page of cases", body = CaseList), Problems))]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    Params(conditions): Params<CaseConditions>,
    Params(times): Params<TwoTimes>,
    Params(page): Params<PageQuery>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<CaseList>, Problem> {
    let (page, as_of) = (page.parsed()?, times.parsed()?);
    at_least.known(&state.app).await?;
    let found = state.app.list(&acting.caller, &conditions.filter(&state.app), &page, as_of).await?;
    let items = found.items.into_iter().map(CaseListItem::from).collect();
    Ok(Json(CaseList { items, next_cursor: found.next_cursor }))
}

impl From<CaseItem> for CaseListItem {
    fn from(case: CaseItem) -> Self {
        Self {
            id: case.id,
            number: case.number,
            status: case.status,
            kind: case.kind,
            category: case.category,
            title: case.title,
            grid: case.grid,
            territorial_unit: case.territorial_unit,
            level: case.level,
            source: case.source,
            departments: case.departments,
            lead: case.lead,
            raised_at: case.raised_at,
            issued_at: case.issued_at,
            due_at: case.due_at,
            closed_at: case.closed_at,
            reworks: case.reworks,
            solved: case.solved,
            satisfaction: case.satisfaction,
            confidential: case.confidential,
            version: case.version,
            lamp: case.lamp.map(Lamp::code),
        }
    }
}
