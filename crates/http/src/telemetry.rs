//! One line in the log and one count in the metrics per request, under a request id that the caller gets back.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use whistle_store::ids::new_id;

/// The header that carries the request id, both ways.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Most characters of a request id that comes from outside.
const REQUEST_ID_CHARS_MAX: usize = 64;

/// Observes a request. Query strings are left out of the log: they carry query codes and search terms.
pub(crate) async fn observe(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = request_id(&request);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id = %id.to_str().unwrap_or_default(), %method, route);
    let mut response = async {
        let response = next.run(request).await;
        let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
        tracing::info!(status = response.status().as_u16(), milliseconds, "answered");
        response
    }
    .instrument(span)
    .await;
    let labels = [
        ("method", method_label(&method).to_owned()),
        ("route", route),
        ("status", response.status().as_u16().to_string()),
    ];
    metrics::counter!("whistle_http_requests_total", &labels).increment(1);
    metrics::histogram!("whistle_http_request_seconds", &labels).record(started.elapsed().as_secs_f64());
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// A method that this service knows; anything else is one label, so that nobody can make the metrics grow.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// The id that came, when it is sound, so that a proxy's log and ours tell the same story; else a new one.
fn request_id(request: &Request) -> HeaderValue {
    let sound = |id: &&HeaderValue| {
        let bytes = id.as_bytes();
        (1..=REQUEST_ID_CHARS_MAX).contains(&bytes.len())
            && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let given = request.headers().get(REQUEST_ID).filter(sound).cloned();
    given.unwrap_or_else(|| {
        HeaderValue::from_str(&new_id().to_string()).expect("an identifier is a header value")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_methods_share_one_label() {
        for invented in ["A1", "A2", "get", "BREW"] {
            let method = Method::from_bytes(invented.as_bytes()).expect("any token is a method");
            assert_eq!(method_label(&method), "other", "{invented}");
        }
        assert_eq!(method_label(&Method::DELETE), "DELETE");
    }
}
