//! `GET /api/v1/registers/{register}`; what was ruled before has a room of its own.

mod precedents;
mod wordings;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use whistle_app::{AsOf, words};
use whistle_store::read::RegisterItem;

use crate::HttpState;
use crate::extract::{Acting, AtLeast, KnownThen, PageQuery, Params, PathRegister, ReadsReports};
use crate::problem::{Problem, Problems};

pub(crate) use precedents::PrecedentView;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(register))
        .routes(routes!(precedents::precedents))
        .routes(routes!(wordings::echo_wordings))
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
    #[schema(value_type = words::CaseStatus)]
    status: String,
    #[schema(value_type = words::WhistleKind)]
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

/// 台账: the cases on a register, within the caller's area. `parked`, `awaiting_decision`, `echo_wording`, `disputed`,
/// `orphan`, `dissatisfied`, `supervised`, `planned`, `open_items`, `signed_automatically`, `force_closed`, `excluded`,
/// `look_back` or `red_card`.
#[utoipa::path(get, path = "/api/v1/registers/{register}", tag = "registers", params(("register" = String, Path, description = "Which register"), PageQuery, KnownThen, AtLeast), responses((status = 200, description = "A page of the register", body = RegisterList), Problems))]
pub(crate) async fn register(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    PathRegister(register): PathRegister,
    Params(page): Params<PageQuery>,
    Params(then): Params<KnownThen>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<RegisterList>, Problem> {
    let (page, as_of) = (page.parsed()?, AsOf { known: then.parsed()?, at: None });
    at_least.known(&state.app).await?;
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
