//! `GET /api/v1/cases`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use whistle_domain::case::CaseStatus;
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::read::{CaseFilter, CaseItem};

use crate::HttpState;
use crate::extract::{Acting, LIMIT_DEFAULT, Params, ReadsCases, as_of, instant, page_request};
use crate::problem::{Problem, Problems};

/// What to list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CaseQuery {
    /// Where the case stands: `raised`, `declined`, `endorsed`, `handled_locally`, `filed`, `dispatched`, `in_handling`, `verification`,
    /// `callback`, `dissatisfied`, `closed`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
    #[param(value_type = Option<String>)]
    status: Option<CaseStatus>,
    /// A unit that was sent.
    department: Option<String>,
    /// Grid code.
    grid: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
    /// `green`, `yellow`, `red`, `grey` or `purple`.
    #[param(value_type = Option<String>)]
    lamp: Option<Lamp>,
    /// Words to look for in title, description, address and number.
    q: Option<String>,
    /// Raised at this instant or later.
    #[serde(default, deserialize_with = "instant")]
    from: Option<DateTime<Utc>>,
    /// Raised before this instant.
    #[serde(default, deserialize_with = "instant")]
    to: Option<DateTime<Utc>>,
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
    status: String,
    kind: String,
    /// Category code.
    category: String,
    /// One line, personal data masked.
    title: String,
    grid: String,
    /// The unit responsible for the grid when the whistle was raised.
    territorial_unit: String,
    /// The level that holds the case.
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
    lamp: Option<&'static str>,
}

/// The cases that the caller may see, newest first.
#[utoipa::path(get, operation_id = "list_cases", path = "/api/v1/cases", tag = "cases", params(CaseQuery), responses((status = 200, description = "A page of cases", body = CaseList), Problems))]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    Params(query): Params<CaseQuery>,
) -> Result<Json<CaseList>, Problem> {
    let page = page_request(query.cursor, query.limit.unwrap_or(LIMIT_DEFAULT))?;
    let as_of = as_of(query.as_of.as_deref(), query.at)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
    let filter = CaseFilter {
        status: query.status,
        department: query.department,
        grid: query.grid,
        area: query.area,
        category: query.category,
        kind: query.kind,
        lamp: query.lamp,
        q: query.q,
        from: query.from,
        to: query.to,
    };
    let found = state.app.list_cases(&acting.caller, &filter, &page, as_of).await?;
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
