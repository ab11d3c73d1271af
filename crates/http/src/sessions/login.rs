//! `POST /api/v1/sessions`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_store::accounts::AccountsError;

use super::{AccountView, cookie};
use crate::HttpState;
use crate::extract::Body;
use crate::problem::{CommandProblems, Problem, Problems};

/// Who, and how they prove it.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Login {
    /// The name to log in with.
    username: String,
    /// The password.
    password: String,
}

/// Log in with a password; sets the session cookie.
#[utoipa::path(post, path = "/api/v1/sessions", tag = "sessions", security(()), request_body = Login, responses((status = 201, description = "Logged in", body = AccountView), Problems, CommandProblems))]
pub(crate) async fn login(State(state): State<HttpState>, body: Body<Login>) -> Result<Response, Problem> {
    let accounts = state.app.accounts();
    let Login { username, password } = body.value;
    let account = accounts.authenticate_password(&username, &password).await.map_err(refusal)?;
    let account = account.ok_or_else(|| Problem::unauthenticated("the name or the password is wrong"))?;
    let session = accounts.open_session(account.id).await.map_err(refusal)?;
    let body = Json(AccountView::from(&account));
    Ok((StatusCode::CREATED, [(SET_COOKIE, cookie(Some(&session)))], body).into_response())
}

fn refusal(error: AccountsError) -> Problem {
    match error {
        AccountsError::Busy => Problem::unavailable("overloaded", error.to_string()),
        AccountsError::TooManyAttempts { retry_after_seconds } => {
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", error.to_string())
                .retry_after(u64::from(retry_after_seconds))
        }
        other => crate::extract::accounts_away(other),
    }
}
