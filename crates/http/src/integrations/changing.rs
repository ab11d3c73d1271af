//! `POST /api/v1/integrations` and what follows it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use whistle_app::{IntegrationView, NewIntegration, OpenedIntegration, ReplacedSecret, Replay, Trial};

use crate::HttpState;
use crate::access_stream::carried_out;
use crate::extract::{Acting, Body, Command, IntegrationKeeper, NoBody, PathId};
use crate::organisation::Conditions;
use crate::problem::{CommandProblems, Problem, Problems};

/// 接入系统: it is told what happens, signed, in the order of the log, at least once. The service makes the secret with which it
/// signs and tells it once: the same request under the same key again answers with `secret` null.
#[utoipa::path(
    post,
    operation_id = "open_integration",
    path = "/api/v1/integrations",
    tag = "integrations",
    params(Conditions),
    request_body = NewIntegration,
    responses((status = 201, description = "Opened", body = OpenedIntegration), Problems, CommandProblems)
)]
pub(crate) async fn open(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    command: Command,
    body: Body<NewIntegration>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::CREATED, async move {
        state.app.open_integration(&acting.caller, body.value, &context).await
    })
    .await
}

/// 暂停推送: nothing is sent until it is resumed; what happens meanwhile waits.
#[utoipa::path(
    post,
    operation_id = "pause_integration",
    path = "/api/v1/integrations/{id}/pause",
    tag = "integrations",
    params(("id" = Uuid, Path, description = "The integration"), Conditions),
    responses((status = 200, description = "Paused", body = IntegrationView), Problems, CommandProblems)
)]
pub(crate) async fn pause(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    PathId(id): PathId,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(
        StatusCode::OK,
        async move { state.app.pause_integration(&acting.caller, id, &context).await },
    )
    .await
}

/// 恢复推送, beginning at once with what waited.
#[utoipa::path(
    post,
    operation_id = "resume_integration",
    path = "/api/v1/integrations/{id}/resume",
    tag = "integrations",
    params(("id" = Uuid, Path, description = "The integration"), Conditions),
    responses((status = 200, description = "Resumed", body = IntegrationView), Problems, CommandProblems)
)]
pub(crate) async fn resume(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    PathId(id): PathId,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(
        StatusCode::OK,
        async move { state.app.resume_integration(&acting.caller, id, &context).await },
    )
    .await
}

/// 断开系统, for good: it is told no more, and its secret is destroyed.
#[utoipa::path(
    post,
    operation_id = "close_integration",
    path = "/api/v1/integrations/{id}/close",
    tag = "integrations",
    params(("id" = Uuid, Path, description = "The integration"), Conditions),
    responses((status = 200, description = "Closed", body = IntegrationView), Problems, CommandProblems)
)]
pub(crate) async fn close(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    PathId(id): PathId,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(
        StatusCode::OK,
        async move { state.app.close_integration(&acting.caller, id, &context).await },
    )
    .await
}

/// 更换签名密钥: the service makes another secret and tells it once. The one before signs as well for another 24 hours, so that
/// nothing is refused meanwhile. The same request under the same key again answers with `secret` null.
#[utoipa::path(
    post,
    operation_id = "replace_secret",
    path = "/api/v1/integrations/{id}/replace-secret",
    tag = "integrations",
    params(("id" = Uuid, Path, description = "The integration"), Conditions),
    responses((status = 200, description = "Replaced", body = ReplacedSecret), Problems, CommandProblems)
)]
pub(crate) async fn replace_secret(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    PathId(id): PathId,
    command: Command,
    body: NoBody<()>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::OK, async move { state.app.replace_secret(&acting.caller, id, &context).await })
        .await
}

/// 重新推送: it is told once more what stands after a position of the log.
#[utoipa::path(
    post,
    operation_id = "replay_integration",
    path = "/api/v1/integrations/{id}/replay",
    tag = "integrations",
    params(("id" = Uuid, Path, description = "The integration"), Conditions),
    request_body = Replay,
    responses((status = 200, description = "Goes on from there", body = IntegrationView), Problems, CommandProblems)
)]
pub(crate) async fn replay(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    PathId(id): PathId,
    command: Command,
    body: Body<Replay>,
) -> Result<Response, Problem> {
    let context = command.context(&body.raw);
    carried_out(StatusCode::OK, async move {
        state.app.replay_integration(&acting.caller, id, body.value, &context).await
    })
    .await
}

/// 测试推送: a signed delivery without events, sent at once, also to a system that is paused; answers what came back, within
/// some twelve seconds. Nothing is written down, because nothing changes.
#[utoipa::path(
    post,
    operation_id = "try_integration",
    path = "/api/v1/integrations/{id}/test",
    tag = "integrations",
    params(("id" = Uuid, Path, description = "The integration")),
    responses((status = 200, description = "What came back", body = Trial), Problems)
)]
pub(crate) async fn test(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
    PathId(id): PathId,
    _body: NoBody<()>,
) -> Result<Json<Trial>, Problem> {
    Ok(Json(state.app.try_integration(&acting.caller, id).await?))
}
