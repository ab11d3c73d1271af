//! `GET /api/v1/ledger`

mod conditions;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use whistle_app::words;
use whistle_store::read::{LedgerFilter, LedgerItem};

use crate::HttpState;
use crate::extract::{Acting, AtLeast, PageQuery, Params, ReadsReports};
use crate::problem::{Problem, Problems};

pub(crate) use conditions::LedgerConditions;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(ledger))
}

/// Lines of the ledger, the newest case first, its items below it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Ledger {
    items: Vec<LedgerEntry>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// A problem on the ledger.
#[derive(Serialize, ToSchema)]
struct LedgerEntry {
    case_id: Uuid,
    /// The case number.
    number: String,
    /// 0 is the matter itself, its items follow from 1.
    line: i32,
    /// The item; nothing for the matter itself.
    item: Option<Uuid>,
    /// What is wrong, personal data masked.
    problem: String,
    /// Category code of the case.
    category: String,
    grid: String,
    /// The unit responsible for the grid.
    territorial_unit: String,
    /// 责任单位.
    owner: Option<String>,
    /// The latest measure, personal data masked.
    measure: Option<String>,
    /// When the case was raised.
    raised_at: DateTime<Utc>,
    /// Since when the line stands on the ledger.
    since: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    /// `open` (未销号) or `struck_off` (已销号).
    #[schema(value_type = words::LedgerState)]
    state: &'static str,
    struck_off_at: Option<DateTime<Utc>>,
    /// Who found it good.
    reviewer: Option<LedgerReviewer>,
}

/// Who found it good.
#[derive(Serialize, ToSchema)]
struct LedgerReviewer {
    #[schema(value_type = words::Role)]
    role: String,
    unit: Option<String>,
}

/// 台账: problems, who must put them right, and whether they are struck off, within the caller's area. What ended
/// without having been handled (declined, not accepted, diverted, merged, withdrawn) has left it.
#[utoipa::path(get, path = "/api/v1/ledger", tag = "registers", params(LedgerConditions, PageQuery, AtLeast), responses((status = 200, description = "A page of the ledger", body = Ledger), Problems))]
pub(crate) async fn ledger(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(conditions): Params<LedgerConditions>,
    Params(page): Params<PageQuery>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<Ledger>, Problem> {
    let page = page.parsed()?;
    at_least.known(&state.app).await?;
    let found = state.app.ledger(&acting.caller, &LedgerFilter::from(conditions), &page).await?;
    let items = found.items.into_iter().map(LedgerEntry::from).collect();
    Ok(Json(Ledger { items, next_cursor: found.next_cursor }))
}

impl From<LedgerItem> for LedgerEntry {
    fn from(line: LedgerItem) -> Self {
        let unit = line.reviewer_unit;
        Self {
            case_id: line.case_id,
            number: line.number,
            line: line.line,
            item: line.item,
            problem: line.problem,
            category: line.category,
            grid: line.grid,
            territorial_unit: line.territorial_unit,
            owner: line.owner,
            measure: line.measure,
            raised_at: line.raised_at,
            since: line.since,
            due_at: line.due_at,
            state: if line.struck_off_at.is_some() { "struck_off" } else { "open" },
            struck_off_at: line.struck_off_at,
            reviewer: line.reviewer_role.map(|role| LedgerReviewer { role, unit }),
        }
    }
}
