//! `POST /api/v1/policies`, `GET /api/v1/policies`, `GET /api/v1/policies/{version}`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::{AppError, PolicyItem, PolicyView};

use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, PathText, PolicyMaker, ReadsPolicies};
use crate::organisation::Conditions;
use crate::problem::{CommandProblems, Problem, Problems};

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(adopt, list)).routes(routes!(read))
}

/// A policy.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewPolicy {
    /// The whole text (TOML): categories, duties and limits under a version greater than any before.
    document: String,
}

/// Every policy that was ever adopted, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Policies {
    items: Vec<PolicyItem>,
}

/// 政策启用: new cases are filed under this policy; those filed before keep the one that they pinned.
#[utoipa::path(
    post,
    operation_id = "adopt_policy",
    path = "/api/v1/policies",
    tag = "policies",
    params(Conditions),
    request_body = NewPolicy,
    responses((status = 201, description = "Adopted", body = PolicyItem), Problems, CommandProblems)
)]
pub(crate) async fn adopt(
    State(state): State<HttpState>,
    acting: Acting<PolicyMaker>,
    command: Command,
    body: Body<NewPolicy>,
) -> Result<Answer<PolicyItem>, Problem> {
    let context = command.context(&body.raw);
    let adopted = state.app.adopt_policy(&acting.caller, body.value.document, &context).await?;
    Ok(Answer {
        status: StatusCode::CREATED,
        location: Some(format!("/api/v1/policies/{}", adopted.item.version)),
        body: adopted.item,
        version: adopted.stream_version,
        position: adopted.position,
    })
}

/// Every policy that was ever adopted.
#[utoipa::path(
    get,
    operation_id = "list_policies",
    path = "/api/v1/policies",
    tag = "policies",
    responses((status = 200, description = "Oldest first", body = Policies), Problems)
)]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<ReadsPolicies>,
) -> Result<Json<Policies>, Problem> {
    Ok(Json(Policies { items: state.app.policies(&acting.caller).await? }))
}

/// One policy, word for word.
#[utoipa::path(
    get,
    operation_id = "read_policy",
    path = "/api/v1/policies/{version}",
    tag = "policies",
    params(("version" = u32, Path, description = "Its version")),
    responses((status = 200, description = "The policy", body = PolicyView), Problems)
)]
pub(crate) async fn read(
    State(state): State<HttpState>,
    acting: Acting<ReadsPolicies>,
    PathText(version): PathText,
) -> Result<Json<PolicyView>, Problem> {
    let version = version.parse().map_err(|_| AppError::NotFound)?;
    Ok(Json(state.app.policy(&acting.caller, version).await?))
}
