//! `GET /api/v1/cases/{id}/history`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::HistoryEntry;

use crate::HttpState;
use crate::extract::{Acting, KnownThen, Params, PathId, ReadsHistory};
use crate::problem::{Problem, Problems};

/// Every event of a case, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct History {
    items: Vec<HistoryEntry>,
    /// Always nothing: a case's history comes whole.
    next_cursor: Option<String>,
}

/// The complete history of a case, for supervisors and auditors.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}/history",
    tag = "cases",
    params(("id" = Uuid, Path, description = "The case"), KnownThen),
    responses((status = 200, description = "Every event, oldest first", body = History), Problems)
)]
pub(crate) async fn history(
    State(state): State<HttpState>,
    acting: Acting<ReadsHistory>,
    PathId(id): PathId,
    Params(then): Params<KnownThen>,
) -> Result<Json<History>, Problem> {
    let items = state.app.history(&acting.caller, id, then.parsed()?).await?;
    Ok(Json(History { items, next_cursor: None }))
}
