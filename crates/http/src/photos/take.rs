//! `POST /api/v1/photos`

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_app::{AppError, PHOTO_BYTES_MAX};

use crate::HttpState;
use crate::addresses::ClientAddress;
use crate::extract::{Acting, Anybody};
use crate::problem::{CommandProblems, Problem, Problems};

/// What pictures may come as.
const MEDIA_TYPES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// A photograph that was taken in.
#[derive(Serialize, ToSchema)]
pub(crate) struct PhotoTaken {
    /// The name under which a command uses it: as it is in `photos`, as `photo/ID` in `evidence`.
    id: Uuid,
    /// Pixels from left to right, at most 2,048.
    width: u16,
    /// Pixels from top to bottom, at most 2,048.
    height: u16,
    /// How large the JPEG is that was made of it.
    bytes: usize,
}

/// 上传照片: take a picture in, with or without an account. It is made anew as JPEG, upright, with no side longer than 2,048
/// pixels, and nothing is kept that came with it (position, device, time). A command uses it by its id, for one case; what no
/// command uses within 24 hours is gone. At most 10 MiB and 64 million pixels.
#[utoipa::path(
    post,
    operation_id = "take_photo",
    path = "/api/v1/photos",
    tag = "photos",
    security((), ("bearer" = []), ("session" = [])),
    request_body(
        content((Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "image/webp")),
        description = "The picture"
    ),
    responses((status = 201, description = "Taken in", body = PhotoTaken), Problems, CommandProblems)
)]
pub(crate) async fn take(
    State(state): State<HttpState>,
    acting: Acting<Anybody>,
    request: Request,
) -> Result<Response, Problem> {
    let taken = received(&state, &acting, request).await;
    match &taken {
        Ok(taken) => {
            metrics::counter!("whistle_photos_taken_total").increment(1);
            metrics::counter!("whistle_photo_bytes_total").increment(taken.bytes as u64);
        }
        Err(problem) => {
            let code = problem.code().to_owned();
            metrics::counter!("whistle_photos_refused_total", "code" => code).increment(1);
        }
    }
    let taken = taken?;
    let location = format!("/api/v1/photos/{}", taken.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(taken)).into_response())
}

async fn received(
    state: &HttpState,
    acting: &Acting<Anybody>,
    request: Request,
) -> Result<PhotoTaken, Problem> {
    expect_picture(request.headers())?;
    // Before the body: those that wait to be decoded are in memory.
    let place = state.photos.take(ClientAddress::of(&request))?;
    let bytes = Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let detail = format!("a picture has at most {PHOTO_BYTES_MAX} bytes");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
        }
        _ => Problem::malformed("body_unreadable", "the body could not be read to its end"),
    })?;
    let taken = state.app.take_photo(&acting.caller, bytes.into()).await.inspect_err(|error| {
        if matches!(error, AppError::PhotosFull) {
            tracing::warn!("photographs are refused: too many wait for a command that uses them");
            metrics::counter!("whistle_photos_full_total").increment(1);
        }
    })?;
    drop(place);
    Ok(PhotoTaken { id: taken.id, width: taken.width, height: taken.height, bytes: taken.bytes })
}

fn expect_picture(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if MEDIA_TYPES.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
        return Ok(());
    }
    let detail = format!("a picture comes as {}", MEDIA_TYPES.join(", "));
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_a_picture_type", detail))
}
