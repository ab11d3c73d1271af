//! `GET /api/v1/cases/{id}/history`

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use whistle_app::HistoryEntry;

use crate::HttpState;
use crate::extract::{Acting, Params, PathId, ReadsHistory, known_at};
use crate::problem::{Problem, Problems};

/// What was known when.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AsOf {
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
}

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
    params(("id" = Uuid, Path, description = "The case"), AsOf),
    responses((status = 200, description = "Every event, oldest first", body = History), Problems)
)]
pub(crate) async fn history(
    State(state): State<HttpState>,
    acting: Acting<ReadsHistory>,
    PathId(id): PathId,
    Params(AsOf { as_of }): Params<AsOf>,
) -> Result<Json<History>, Problem> {
    let known = known_at(as_of.as_deref())?;
    let items = state.app.history(&acting.caller, id, known).await?;
    Ok(Json(History { items, next_cursor: None }))
}
