//! `GET /api/v1/photos/{id}`

use axum::extract::State;
use axum::http::HeaderName;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::IntoResponse;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use whistle_app::PhotoKey;
use whistle_store::vault::PictureForm;

use crate::HttpState;
use crate::extract::{Acting, Params, PathId, SeesPhotos};
use crate::problem::{Problem, Problems};

/// A JPEG that a browser keeps for its own user for an hour, takes for nothing else, and runs nothing in.
const HEADERS: [(HeaderName, &str); 4] = [
    (CONTENT_TYPE, "image/jpeg"),
    (CACHE_CONTROL, "private, max-age=3600"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (CONTENT_SECURITY_POLICY, "sandbox"),
];

/// How large it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PhotoSize {
    /// At most 480 pixels a side.
    Thumb,
}

/// Which form, and by what right.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PhotoQuery {
    /// `thumb` for the small one, of at most 480 pixels a side.
    #[param(value_type = Option<String>)]
    size: Option<PhotoSize>,
    /// The case number, for whoever holds its code; together with `code`.
    number: Option<String>,
    /// The code on the receipt.
    code: Option<String>,
}

/// A photograph, for those who see its case, or hold its number and code. Of a confidential report only the resident and those
/// who take reports in see the photographs; the resident sees those of the work once it was found good.
#[utoipa::path(
    get,
    operation_id = "show_photo",
    path = "/api/v1/photos/{id}",
    tag = "photos",
    security((), ("bearer" = []), ("session" = [])),
    params(("id" = Uuid, Path, description = "The photograph"), PhotoQuery),
    responses((status = 200, description = "The picture", content_type = "image/jpeg", body = Vec<u8>), Problems)
)]
pub(crate) async fn show(
    State(state): State<HttpState>,
    acting: Acting<SeesPhotos>,
    PathId(id): PathId,
    Params(query): Params<PhotoQuery>,
) -> Result<impl IntoResponse, Problem> {
    let key = match (&query.number, &query.code) {
        (Some(number), Some(code)) => PhotoKey::Code { number, code },
        (None, None) => PhotoKey::Account(&acting.caller),
        _ => return Err(Problem::malformed("bad_query", "number and code go together")),
    };
    let form = query.size.map_or(PictureForm::Whole, |PhotoSize::Thumb| PictureForm::Thumbnail);
    let jpeg = state.app.photo(key, id, form).await?;
    Ok((HEADERS, jpeg))
}
