//! `GET /api/v1/cases/{id}/complainants`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::ComplainantView;

use crate::HttpState;
use crate::extract::{Acting, Params, PathId, ReadsComplainants, TwoTimes};
use crate::problem::{Problem, Problems};

/// Who complains together, in the order in which they came.
#[derive(Serialize, ToSchema)]
pub(crate) struct ComplainantList {
    items: Vec<ComplainantView>,
    /// Always nothing: a case has only so many.
    next_cursor: Option<String>,
}

/// 联名: who has joined the case or came with one that became part of it, without their names.
#[utoipa::path(get, path = "/api/v1/cases/{id}/complainants", tag = "cases", operation_id = "list_complainants", params(("id" = Uuid, Path, description = "The case"), TwoTimes), responses((status = 200, description = "All of them", body = ComplainantList), Problems))]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsComplainants>,
    PathId(id): PathId,
    Params(times): Params<TwoTimes>,
) -> Result<Json<ComplainantList>, Problem> {
    let items = state.app.complainants(&acting.caller, id, times.parsed()?).await?;
    Ok(Json(ComplainantList { items, next_cursor: None }))
}
