//! `GET /api/v1/registers/{register}`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use whistle_store::read::RegisterItem;

use crate::HttpState;
use crate::extract::{Acting, LIMIT_DEFAULT, Params, PathRegister, ReadsReports, as_of, page_request};
use crate::problem::{Problem, Problems};

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(register))
}

/// Which part.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RegisterQuery {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 200; 50 where it is not given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
    /// Wait until the register knows everything up to this position.
    min_position: Option<i64>,
}

/// Cases on a register, what is due first at the top.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegisterList {
    items: Vec<RegisterEntry>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// A case on a register.
#[derive(Serialize, ToSchema)]
struct RegisterEntry {
    case_id: Uuid,
    /// The case number.
    number: String,
    /// One line, personal data masked.
    title: String,
    /// Where the case stands.
    status: String,
    kind: String,
    /// Category code.
    category: String,
    grid: String,
    /// Since when it stands on the register.
    since: DateTime<Utc>,
    /// By when something is due: the review of a parked case, the answer to a supervision, the next stage of a plan.
    due_at: Option<DateTime<Utc>>,
    /// The unit that it concerns.
    unit: Option<String>,
}

/// 台账: the cases on a register, within the caller's area. `parked`, `awaiting_decision`, `disputed`, `orphan`,
/// `dissatisfied`, `supervised`, `planned`, `open_items`, `signed_automatically`, `force_closed`, `excluded`,
/// `look_back` or `red_card`.
#[utoipa::path(get, path = "/api/v1/registers/{register}", tag = "registers", params(("register" = String, Path, description = "Which register"), RegisterQuery), responses((status = 200, description = "A page of the register", body = RegisterList), Problems))]
pub(crate) async fn register(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    PathRegister(register): PathRegister,
    Params(query): Params<RegisterQuery>,
) -> Result<Json<RegisterList>, Problem> {
    let page = page_request(query.cursor, query.limit.unwrap_or(LIMIT_DEFAULT))?;
    let as_of = as_of(query.as_of.as_deref(), None)?;
    if let Some(position) = query.min_position {
        state.app.await_position(position).await?;
    }
    let found = state.app.register(&acting.caller, register, &page, as_of).await?;
    let items = found.items.into_iter().map(RegisterEntry::from).collect();
    Ok(Json(RegisterList { items, next_cursor: found.next_cursor }))
}

impl From<RegisterItem> for RegisterEntry {
    fn from(item: RegisterItem) -> Self {
        Self {
            case_id: item.case_id,
            number: item.number,
            title: item.title,
            status: item.status,
            kind: item.kind,
            category: item.category,
            grid: item.grid,
            since: item.since,
            due_at: item.due_at,
            unit: item.unit,
        }
    }
}
