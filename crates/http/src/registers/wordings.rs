//! `GET /api/v1/echo-wordings`

use axum::Json;
use axum::extract::State;
use whistle_app::WaitingWordings;

use crate::HttpState;
use crate::extract::{Acting, AtLeast, PageQuery, Params, ReadsReports};
use crate::problem::{Problem, Problems};

/// 待审稿: words for the wall that wait until somebody else has checked that nobody is recognised in them, within the
/// caller's area.
#[utoipa::path(
    get,
    path = "/api/v1/echo-wordings",
    tag = "registers",
    params(PageQuery, AtLeast),
    responses((status = 200, description = "A part of them, the oldest first", body = WaitingWordings), Problems)
)]
pub(crate) async fn echo_wordings(
    State(state): State<HttpState>,
    acting: Acting<ReadsReports>,
    Params(page): Params<PageQuery>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<WaitingWordings>, Problem> {
    let page = page.parsed()?;
    at_least.known(&state.app).await?;
    Ok(Json(state.app.waiting_wordings(&acting.caller, &page).await?))
}
