//! `GET /api/v1/cases/{id}`

use axum::Json;
use axum::extract::State;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use whistle_app::{CaseView, KnownAt};

use crate::HttpState;
use crate::answer::etag;
use crate::extract::{Acting, Params, PathId, ReadsCases, TwoTimes};
use crate::problem::{Problem, Problems};

/// One case, as fresh as the log, or as it was known at a moment of the past. Personal data is masked. A case of the past
/// has no `ETag`: nothing can be done with it any more.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}",
    tag = "cases",
    params(("id" = Uuid, Path, description = "The case"), TwoTimes),
    responses((status = 200, description = "The case", body = CaseView), Problems)
)]
pub(crate) async fn read(
    State(state): State<HttpState>,
    acting: Acting<ReadsCases>,
    PathId(id): PathId,
    Params(times): Params<TwoTimes>,
) -> Result<Response, Problem> {
    let as_of = times.parsed()?;
    let case = state.app.case(&acting.caller, id, as_of).await?;
    let tag = [(ETAG, etag(case.version))];
    Ok(match as_of.known {
        KnownAt::Now => (tag, Json(case)).into_response(),
        KnownAt::Position(_) | KnownAt::Instant(_) => Json(case).into_response(),
    })
}
