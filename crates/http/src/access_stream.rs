//! Commands whose events stand in the stream `access`: on accounts, keys and integrations.

use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tracing::Instrument;
use whistle_app::{AccessCommitted, AppError};

use crate::answer::Answer;
use crate::problem::Problem;

/// No browser and no proxy keeps an answer with a secret.
const NOT_KEPT: [(HeaderName, HeaderValue); 1] = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];

/// Carries a command out and answers with `status` once it is durable. It writes in two places, the log and a table, so it runs
/// on a task of its own: whoever goes away in between does not keep it from the second.
pub(crate) async fn carried_out<V: Serialize + Send + 'static>(
    status: StatusCode,
    command: impl Future<Output = Result<AccessCommitted<V>, AppError>> + Send + 'static,
) -> Result<Response, Problem> {
    let committed = match tokio::spawn(command.in_current_span()).await {
        Ok(ended) => ended?,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => return Err(AppError::Unavailable.into()),
        },
    };
    let AccessCommitted { view: body, version, position } = committed;
    Ok((NOT_KEPT, Answer { status, body, version, position, location: None }).into_response())
}
