//! `GET /api/v1/organisation/gaps`

use axum::Json;
use axum::extract::State;
use whistle_app::GapsView;

use crate::HttpState;
use crate::extract::{Acting, ReadsOrganisation};
use crate::problem::{Problem, Problems};

/// 责任到人: grids without exactly one responsible person and points without a grid, now and at the last nightly check.
#[utoipa::path(
    get,
    path = "/api/v1/organisation/gaps",
    tag = "organisation",
    responses((status = 200, description = "What is wrong now, and was at night", body = GapsView), Problems)
)]
pub(crate) async fn gaps(
    State(state): State<HttpState>,
    acting: Acting<ReadsOrganisation>,
) -> Result<Json<GapsView>, Problem> {
    Ok(Json(state.app.gaps(&acting.caller).await?))
}
