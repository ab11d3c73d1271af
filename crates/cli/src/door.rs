//! The front door: opened to the street at once, led into the house when the house is ready.
//!
//! A service that waits for its database or its organisation should say so to whoever asks, rather than refuse the
//! connection.

use std::sync::Arc;

use arc_swap::ArcSwap;
use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;

/// When a caller who found the door closed may try again, in seconds.
const RETRY_AFTER_SECONDS: &str = "2";

/// A door. Clones are the same door.
#[derive(Clone)]
pub struct Door(Arc<ArcSwap<State>>);

enum State {
    /// Not yet, and why.
    Closed(String),
    Open(Router),
}

impl Door {
    /// A door that is closed, and why.
    pub fn closed(reason: impl Into<String>) -> Self {
        Self(Arc::new(ArcSwap::from_pointee(State::Closed(reason.into()))))
    }

    /// Gives another reason why it is closed.
    pub fn close(&self, reason: impl Into<String>) {
        self.0.store(Arc::new(State::Closed(reason.into())));
    }

    /// Leads everybody to `house` from now on.
    pub fn open(&self, house: Router) {
        self.0.store(Arc::new(State::Open(house)));
    }

    /// The door as something that can be served.
    pub fn router(&self) -> Router {
        let door = self.clone();
        Router::new().fallback(move |request: Request| async move { door.answer(request).await })
    }

    async fn answer(&self, request: Request) -> Response {
        let house = match &**self.0.load() {
            State::Open(house) => house.clone(),
            State::Closed(reason) => return closed(request.uri().path(), reason),
        };
        house.oneshot(request).await.into_response()
    }
}

/// The process is well, which is all that `/healthz` tells; everything else is not to be had yet.
fn closed(path: &str, reason: &str) -> Response {
    if path == "/healthz" {
        return (StatusCode::OK, axum::Json(serde_json::json!({ "status": "ok" }))).into_response();
    }
    let problem = serde_json::json!({
        "type": "urn:whistle:problem:not_ready",
        "title": "The service is not ready",
        "status": StatusCode::SERVICE_UNAVAILABLE.as_u16(),
        "detail": reason,
        "code": "not_ready",
    });
    let headers =
        [(header::CONTENT_TYPE, "application/problem+json"), (header::RETRY_AFTER, RETRY_AFTER_SECONDS)];
    (StatusCode::SERVICE_UNAVAILABLE, headers, problem.to_string()).into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::routing::get;

    use super::*;

    async fn ask(door: &Door, path: &str) -> (StatusCode, Option<String>, String) {
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let answer = door.router().oneshot(request).await.unwrap();
        let kind = answer.headers().get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
        let status = answer.status();
        let body = to_bytes(answer.into_body(), 4096).await.unwrap();
        (status, kind, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_closed_door_tells_why_but_is_alive() {
        let door = Door::closed("the database is being started");
        assert_eq!(ask(&door, "/healthz").await.0, StatusCode::OK);
        let (status, kind, body) = ask(&door, "/readyz").await;
        assert_eq!(
            (status, kind.as_deref()),
            (StatusCode::SERVICE_UNAVAILABLE, Some("application/problem+json"))
        );
        assert!(body.contains("the database is being started"), "{body}");
        door.close("another reason");
        assert!(ask(&door, "/api/v1/cases").await.2.contains("another reason"));
    }

    #[tokio::test]
    async fn an_open_door_leads_into_the_house_also_for_those_who_met_it_closed() {
        let door = Door::closed("not yet");
        let served = door.router();
        door.open(Router::new().route("/readyz", get(async || "come in")));
        let request = Request::builder().uri("/readyz").body(Body::empty()).unwrap();
        let answer = served.oneshot(request).await.unwrap();
        assert_eq!(to_bytes(answer.into_body(), 4096).await.unwrap(), "come in");
        assert_eq!(ask(&door, "/elsewhere").await.0, StatusCode::NOT_FOUND);
    }
}
