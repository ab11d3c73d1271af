//! Accounts and keys, for administrators: what changes them, the list, and what was done.

mod changing;
mod list;

use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tracing::Instrument;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::{AccessCommitted, AppError};

use crate::HttpState;
use crate::answer::Answer;
use crate::problem::Problem;

/// No browser and no proxy keeps an answer with a secret.
const NOT_KEPT: [(HeaderName, HeaderValue); 1] = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(list::list, changing::open))
        .routes(routes!(list::history))
        .routes(routes!(changing::close))
        .routes(routes!(changing::replace_password))
        .routes(routes!(changing::issue_key))
        .routes(routes!(changing::revoke_key))
}

/// Runs a command on accounts, keys or integrations on a task of its own. It writes in two places, and whoever goes away in between must not keep it from the
/// second.
pub(crate) async fn to_its_end<V: Send + 'static>(
    work: impl Future<Output = Result<AccessCommitted<V>, AppError>> + Send + 'static,
) -> Result<AccessCommitted<V>, Problem> {
    match tokio::spawn(work.in_current_span()).await {
        Ok(done) => Ok(done?),
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(AppError::Unavailable.into()),
        },
    }
}

/// The answer to a command that is durable.
pub(crate) fn done<V: Serialize>(status: StatusCode, committed: AccessCommitted<V>) -> Response {
    let AccessCommitted { view: body, version, position } = committed;
    (NOT_KEPT, Answer { status, body, version, position, location: None }).into_response()
}
