//! `GET /api/v1/cases/{id}/photos`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::PhotoOfCase;

use crate::HttpState;
use crate::extract::{Acting, PathId, ReadsHistory};
use crate::problem::{Problem, Problems};

/// The photographs of a case.
#[derive(Serialize, ToSchema)]
pub(crate) struct PhotosOfCase {
    /// In the order in which they came.
    items: Vec<PhotoOfCase>,
}

/// The photographs of a case, each with those that the same unit showed in other cases and that look like it. That is a hint
/// for whoever supervises: photographs of the same door are alike too.
#[utoipa::path(
    get,
    operation_id = "photos_of_case",
    path = "/api/v1/cases/{id}/photos",
    tag = "photos",
    params(("id" = Uuid, Path, description = "The case")),
    responses((status = 200, description = "Every photograph", body = PhotosOfCase), Problems)
)]
pub(crate) async fn of_case(
    State(state): State<HttpState>,
    acting: Acting<ReadsHistory>,
    PathId(id): PathId,
) -> Result<Json<PhotosOfCase>, Problem> {
    Ok(Json(PhotosOfCase { items: state.app.photos_of_case(&acting.caller, id).await? }))
}
