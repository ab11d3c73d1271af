//! `POST /api/v1/dispatches/{id}/feedback`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::HttpState;
use crate::answer::{Answer, DispatchAnswer, on_dispatch};
use crate::extract::{Acting, Command, Officer, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// The result.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Feedback {
    /// What came of it; told to the resident.
    #[serde(alias = "note", alias = "text", alias = "content", alias = "comment", alias = "feedback")]
    result: Option<String>,
    /// What shows it.
    #[serde(default)]
    evidence: Vec<String>,
}

/// 办理反馈: the department says that it is done.
#[utoipa::path(post, path = "/api/v1/dispatches/{id}/feedback", tag = "dispatches", params(("id" = Uuid, Path, description = "The dispatch"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Feedback, responses((status = 200, description = "Done", body = DispatchAnswer), Problems, CommandProblems))]
pub(crate) async fn feedback(
    State(state): State<HttpState>,
    acting: Acting<Officer>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<Feedback>,
) -> Result<Answer<DispatchAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Feedback { result, evidence } = body.value;
    let committed = state.app.feed_back(&acting.caller, id, result, evidence, &context).await?;
    on_dispatch(&committed, id)
}
