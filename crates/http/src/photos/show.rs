//! `GET /api/v1/photos/{id}`

use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use whistle_app::PhotoKey;
use whistle_store::vault::PictureForm;

use crate::HttpState;
use crate::extract::{Acting, Params, PathId, SeesPhotos};
use crate::problem::{Problem, Problems};

/// A JPEG that a browser asks after each time before it shows it again, takes for nothing else, and runs nothing in.
const HEADERS: [(HeaderName, &str); 4] = [
    (CONTENT_TYPE, "image/jpeg"),
    (CACHE_CONTROL, "private, no-cache"),
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
    responses(
        (status = 200, description = "The picture", content_type = "image/jpeg", body = Vec<u8>),
        (status = 304, description = "The picture is the one that `If-None-Match` names, and may still be seen"),
        Problems
    )
)]
pub(crate) async fn show(
    State(state): State<HttpState>,
    acting: Acting<SeesPhotos>,
    PathId(id): PathId,
    Params(query): Params<PhotoQuery>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let key = match (&query.number, &query.code) {
        (Some(number), Some(code)) => PhotoKey::Code { number, code },
        (None, None) => PhotoKey::Account(&acting.caller),
        _ => return Err(Problem::malformed("bad_query", "number and code go together")),
    };
    let form = query.size.map_or(PictureForm::Whole, |PhotoSize::Thumb| PictureForm::Thumbnail);
    // Opened even where its tag would do: what cannot be opened any more is not to be seen in a cache either.
    let shown = state.app.photo(key, id, form).await?;
    let tag = tag(&shown.sha256, form);
    if known(&asked, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, HEADERS, [(ETAG, tag)]).into_response());
    }
    Ok((HEADERS, [(ETAG, tag)], shown.jpeg).into_response())
}

/// One for each form of each picture.
fn tag(sha256: &str, form: PictureForm) -> String {
    match form {
        PictureForm::Whole => format!("\"{sha256}\""),
        PictureForm::Thumbnail => format!("\"{sha256}-thumb\""),
    }
}

/// Whether the client has what bears this tag (RFC 9110, 13.1.2).
fn known(asked: &HeaderMap, tag: &str) -> bool {
    let lists = asked.get_all(IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    let mut tags = lists.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
