//! `POST /api/v1/dispatches/{id}/measures`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::HttpState;
use crate::answer::{Answer, DispatchAnswer, on_dispatch};
use crate::extract::{Acting, Body, Command, Officer, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// What was done.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Measure {
    /// What was done.
    #[serde(alias = "note", alias = "text", alias = "content", alias = "description", alias = "measures")]
    measure: String,
}

/// 处置措施: the department records what it does.
#[utoipa::path(post, path = "/api/v1/dispatches/{id}/measures", tag = "dispatches", params(("id" = Uuid, Path, description = "The dispatch"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Measure, responses((status = 200, description = "Done", body = DispatchAnswer), Problems, CommandProblems))]
pub(crate) async fn measures(
    State(state): State<HttpState>,
    acting: Acting<Officer>,
    PathId(id): PathId,
    command: Command,
    body: Body<Measure>,
) -> Result<Answer<DispatchAnswer>, Problem> {
    let context = command.context(&body.raw);
    let committed = state.app.record_measure(&acting.caller, id, body.value.measure, &context).await?;
    on_dispatch(&committed, id)
}
