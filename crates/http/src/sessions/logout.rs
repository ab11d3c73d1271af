//! `DELETE /api/v1/sessions/current`

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};

use super::cookie;
use crate::HttpState;
use crate::extract::{Leaving, accounts_away};
use crate::problem::{Problem, Problems};

/// End the session that the cookie names, and take the cookie away; also when the session is over, because no page can take
/// it away itself. A bearer token is left alone.
#[utoipa::path(delete, path = "/api/v1/sessions/current", tag = "sessions", responses((status = 204, description = "Logged out"), Problems))]
pub(crate) async fn logout(
    State(state): State<HttpState>,
    Leaving(session): Leaving,
) -> Result<Response, Problem> {
    if let Some(session) = session {
        state.app.accounts().end_session(&session).await.map_err(accounts_away)?;
    }
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie(None))]).into_response())
}
