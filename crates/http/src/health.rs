//! Is the process there, is the service ready, and how does it fare?

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use serde_json::json;
use whistle_store::projections::ProjectionStatus;

use crate::HttpState;
use crate::problem::Problem;

#[derive(Debug, Serialize)]
struct Readiness {
    ready: bool,
    database: bool,
    position: i64,
    projections: Vec<ProjectionStatus>,
}

/// `/healthz`, `/readyz` and `/metrics`. They are for machines beside the service and have no limits.
pub(crate) fn routes() -> Router<HttpState> {
    Router::new()
        .route("/healthz", get(async || Json(json!({ "status": "ok" }))))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics_page))
}

/// Ready: the database answers, and no read model has stopped.
async fn ready(State(state): State<HttpState>) -> Response {
    let status = state.app.projection_status().await;
    let database = status.is_some();
    let projections = status.unwrap_or_default();
    let halted = projections.iter().any(|projection| projection.halted.is_some());
    let ready = database && !halted;
    let position = *state.app.log().head().borrow();
    let readiness = Readiness { ready, database, position, projections };
    if ready {
        return Json(readiness).into_response();
    }
    let detail = if database { "a read model has stopped" } else { "the database does not answer" };
    Problem::unavailable("not_ready", detail).with_members(readiness)
}

async fn metrics_page(State(state): State<HttpState>) -> Response {
    match &state.metrics {
        Some(metrics) => ([(CONTENT_TYPE, "text/plain; version=0.0.4")], metrics.render()).into_response(),
        None => {
            Problem::new(StatusCode::NOT_FOUND, "no_metrics", "metrics are not collected").into_response()
        }
    }
}
