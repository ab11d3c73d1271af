//! `GET /api/v1/cases/{id}`

use axum::Json;
use axum::extract::State;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use whistle_app::CaseView;

use crate::HttpState;
use crate::answer::etag;
use crate::extract::{Acting, PathId, ReadsCases};
use crate::problem::{Problem, Problems};

/// One case, as fresh as the log. Personal data is masked.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}",
    tag = "cases",
    params(("id" = Uuid, Path, description = "The case")),
    responses((status = 200, description = "The case", body = CaseView), Problems)
)]
pub(crate) async fn read(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    PathId(id): PathId,
) -> Result<Response, Problem> {
    let case = state.app.case(&acting.caller, id).await?;
    Ok(([(ETAG, etag(case.version))], Json(case)).into_response())
}
