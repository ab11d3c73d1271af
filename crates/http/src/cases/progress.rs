//! `GET /api/v1/cases/{id}/progress`

use axum::Json;
use axum::extract::State;
use whistle_app::PublicView;

use crate::HttpState;
use crate::extract::{Acting, PathId, ReadsCases};
use crate::problem::{Problem, Problems};

/// What the resident is told of a case, exactly as the holder of its query code is: for residents their own cases, for the
/// staff what the resident has before them when they call.
#[utoipa::path(
    get,
    operation_id = "case_progress",
    path = "/api/v1/cases/{id}/progress",
    tag = "cases",
    params(("id" = Uuid, Path, description = "The case")),
    responses((status = 200, description = "Progress", body = PublicView), Problems)
)]
pub(crate) async fn progress(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    PathId(id): PathId,
) -> Result<Json<PublicView>, Problem> {
    Ok(Json(state.app.case_progress(&acting.caller, id).await?))
}
