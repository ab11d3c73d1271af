//! `GET /api/v1/cases/{id}/history/leaves`

use axum::Json;
use axum::extract::State;
use whistle_app::LeafPage;

use crate::HttpState;
use crate::extract::{Acting, KnownThen, PageQuery, Params, PathId, ReadsHistory};
use crate::problem::{Problem, Problems};

/// What the hashes of the history were computed over, so that a browser computes them anew.
///
/// For each event every field that its leaf hash covers, metadata and payload as the bytes that are stored. For those
/// who may read the history, page by page.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}/history/leaves",
    tag = "cases",
    params(("id" = Uuid, Path, description = "The case"), PageQuery, KnownThen),
    responses((status = 200, description = "A part of the leaves, oldest first", body = LeafPage), Problems)
)]
pub(crate) async fn leaves(
    State(state): State<HttpState>,
    acting: Acting<ReadsHistory>,
    PathId(id): PathId,
    Params(page): Params<PageQuery>,
    Params(then): Params<KnownThen>,
) -> Result<Json<LeafPage>, Problem> {
    let page = page.parsed()?;
    Ok(Json(state.app.history_leaves(&acting.caller, id, then.parsed()?, &page).await?))
}
