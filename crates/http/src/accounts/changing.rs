//! `POST /api/v1/accounts` and what follows it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use whistle_app::{AccountItem, IssuedKey, KeyView, NewAccount, NewKey, OpenedAccount, ReplacedPassword};

use crate::HttpState;
use crate::access_stream::carried_out;
use crate::extract::{AccountKeeper, Acting, Body, Command, NoBody, PathKey, PathText};
use crate::organisation::Conditions;
use crate::problem::{CommandProblems, Problem, Problems};

/// 开通账号: for a colleague or another system. The service makes the password and tells it once: the same request under
/// the same key again answers with `password` null.
#[utoipa::path(
    post,
    operation_id = "open_account",
    path = "/api/v1/accounts",
    tag = "accounts",
    params(Conditions),
    request_body = NewAccount,
    responses((status = 201, description = "Opened", body = OpenedAccount), Problems, CommandProblems)
)]
pub(crate) async fn open(
    State(state): State<HttpState>,
    acting: Acting<AccountKeeper>,
    command: Command,
    body: Body<NewAccount>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::CREATED, async move {
        state.app.open_account(&acting.caller, body.value, &context).await
    })
    .await
}

/// 关闭账号, for good: no password, session or key lets it in any more. Not one's own, nor that of the last administrator.
#[utoipa::path(
    post,
    operation_id = "close_account",
    path = "/api/v1/accounts/{username}/close",
    tag = "accounts",
    params(("username" = String, Path, description = "The account"), Conditions),
    responses((status = 200, description = "Closed", body = AccountItem), Problems, CommandProblems)
)]
pub(crate) async fn close(
    State(state): State<HttpState>,
    acting: Acting<AccountKeeper>,
    PathText(username): PathText,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(
        StatusCode::OK,
        async move { state.app.close_account(&acting.caller, &username, &context).await },
    )
    .await
}

/// 重置密码: the service makes another password, tells it once and ends the account's sessions. Keys stay. The same request
/// under the same key again answers with `password` null.
#[utoipa::path(
    post,
    operation_id = "replace_password",
    path = "/api/v1/accounts/{username}/password",
    tag = "accounts",
    params(("username" = String, Path, description = "The account"), Conditions),
    responses((status = 200, description = "Replaced", body = ReplacedPassword), Problems, CommandProblems)
)]
pub(crate) async fn replace_password(
    State(state): State<HttpState>,
    acting: Acting<AccountKeeper>,
    PathText(username): PathText,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::OK, async move {
        state.app.replace_password(&acting.caller, &username, &context).await
    })
    .await
}

/// 签发密钥: a bearer token for a program, told once. The same request under the same key again answers with `token` null.
#[utoipa::path(
    post,
    operation_id = "issue_key",
    path = "/api/v1/accounts/{username}/keys",
    tag = "accounts",
    params(("username" = String, Path, description = "The account"), Conditions),
    request_body = NewKey,
    responses((status = 201, description = "Issued", body = IssuedKey), Problems, CommandProblems)
)]
pub(crate) async fn issue_key(
    State(state): State<HttpState>,
    acting: Acting<AccountKeeper>,
    PathText(username): PathText,
    command: Command,
    body: Body<NewKey>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::CREATED, async move {
        state.app.issue_key(&acting.caller, &username, body.value, &context).await
    })
    .await
}

/// 撤销密钥: it lets nobody in from now on.
#[utoipa::path(
    post,
    operation_id = "revoke_key",
    path = "/api/v1/accounts/{username}/keys/{id}/revoke",
    tag = "accounts",
    params(
        ("username" = String, Path, description = "The account"),
        ("id" = Uuid, Path, description = "The key"),
        Conditions
    ),
    responses((status = 200, description = "Revoked", body = KeyView), Problems, CommandProblems)
)]
pub(crate) async fn revoke_key(
    State(state): State<HttpState>,
    acting: Acting<AccountKeeper>,
    PathKey(username, key): PathKey,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::OK, async move {
        state.app.revoke_key(&acting.caller, &username, key, &context).await
    })
    .await
}
