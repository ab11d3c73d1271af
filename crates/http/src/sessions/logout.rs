//! `DELETE /api/v1/sessions/current`

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::cookie;
use crate::HttpState;
use crate::extract::{SignedIn, accounts_away, session_cookie};
use crate::problem::{Problem, Problems};

/// End the session that the cookie names; a bearer token is left alone.
#[utoipa::path(delete, path = "/api/v1/sessions/current", tag = "sessions", responses((status = 204, description = "Logged out"), Problems))]
pub(crate) async fn logout(
    State(state): State<HttpState>,
    _: SignedIn,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if let Some(session) = session_cookie(&headers) {
        state.app.accounts().end_session(session).await.map_err(accounts_away)?;
    }
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie(None))]).into_response())
}
