//! The pages: the resident's at `/`, the staff's at `/desk`, and what belongs to them.
//!
//! Release builds carry `web/dist` within themselves, debug builds read it from the disk. A path that is no file is a place
//! within one of the two pages, whose own router knows what to show there.

mod encoding;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};

use crate::problem;
use encoding::Encoding;

/// What a page may load and run: what comes from here, and no script or style written into a page. Attributes with styles
/// are what charts and maps place their parts with.
const CONTENT_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; \
    form-action 'self'; frame-ancestors 'none'";
/// What a page may use of the device: the place for a report, the camera for its photographs, nothing else.
const PERMISSIONS: &str = "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()";
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// Files whose names change with their content.
const HASHED: &str = "assets/";
/// The words for a build without pages.
const NOT_BUILT: &str = "网页尚未构建：请先执行 make web。\nThe pages are not built: run `make web` first.\n";

/// What `npm run build` made; nothing in a build that was made without it.
#[derive(Embed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
#[exclude = ".vite/*"]
struct Dist;

/// A file or a page for every path that is not one of the API's.
pub(crate) async fn serve(request: Request) -> Response {
    let path = request.uri().path();
    if is_service_path(path) {
        return problem::no_such_page().into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return problem::method_not_allowed().await.into_response();
    }
    let name = path.trim_start_matches('/');
    let page = page_of(path);
    let found = match (Dist::get(name), page) {
        // They are what other files are sent as.
        _ if matches!(extension_of(name), "br" | "gz") => None,
        (Some(file), _) => Some((name, file)),
        (None, Some(page)) => match Dist::get(page) {
            Some(file) => Some((page, file)),
            None => return (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response(),
        },
        (None, None) => None,
    };
    match found {
        Some((name, file)) => answer(name, file, request.headers()),
        None => problem::no_such_page().into_response(),
    }
}

/// Whether programs ask here, who want a problem document and not a page.
fn is_service_path(path: &str) -> bool {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    matches!(first, "api" | "docs" | "openapi.json" | "healthz" | "readyz" | "metrics")
}

/// The page to which a place belongs; none for what looks like a file.
fn page_of(path: &str) -> Option<&'static str> {
    let last = path.rsplit('/').next().unwrap_or_default();
    if last.contains('.') || path.contains("..") {
        return None;
    }
    let desk = path == "/desk" || path.starts_with("/desk/");
    Some(if desk { "desk.html" } else { "resident.html" })
}

fn answer(name: &str, file: EmbeddedFile, asked: &HeaderMap) -> Response {
    let tag = etag(&file);
    let mut headers = HeaderMap::new();
    headers.insert(ETAG, tag.clone());
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    let kept = if name.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    if asked.get(IF_NONE_MATCH).is_some_and(|seen| *seen == tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, kind_of(name));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if extension_of(name) == "html" {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_POLICY));
        headers.insert(PERMISSIONS_POLICY, HeaderValue::from_static(PERMISSIONS));
    }
    let (encoding, data) = compressed(name, asked).unwrap_or((None, file.data));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.token()));
    }
    (headers, body(data)).into_response()
}

/// The file as it was compressed when it was built, in the best way that the client takes.
fn compressed(name: &str, asked: &HeaderMap) -> Option<(Option<Encoding>, Cow<'static, [u8]>)> {
    let accepted = asked.get(ACCEPT_ENCODING)?.to_str().ok()?;
    Encoding::accepted(accepted)
        .find_map(|encoding| Some((Some(encoding), Dist::get(&format!("{name}{}", encoding.suffix()))?.data)))
}

fn etag(file: &EmbeddedFile) -> HeaderValue {
    let hash = hex::encode(&file.metadata.sha256_hash()[..16]);
    // Weak, because the compressed forms have the same tag.
    HeaderValue::from_str(&format!("W/\"{hash}\"")).expect("hexadecimal digits make a header")
}

fn extension_of(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// What the build makes, by the end of its name.
fn kind_of(name: &str) -> HeaderValue {
    HeaderValue::from_static(match extension_of(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    })
}

fn body(data: Cow<'static, [u8]>) -> Body {
    Body::from(match data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    })
}
