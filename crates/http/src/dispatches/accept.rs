//! `POST /api/v1/dispatches/{id}/accept`

use axum::extract::State;
use serde::de::IgnoredAny;

use crate::HttpState;
use crate::answer::{Answer, DispatchAnswer, on_dispatch};
use crate::extract::{Acting, Command, Officer, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// 接单: the department takes the matter as its own.
#[utoipa::path(post, path = "/api/v1/dispatches/{id}/accept", tag = "dispatches", params(("id" = Uuid, Path, description = "The dispatch"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), responses((status = 200, description = "Done", body = DispatchAnswer), Problems, CommandProblems))]
pub(crate) async fn accept(
    State(state): State<HttpState>,
    acting: Acting<Officer>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<IgnoredAny>,
) -> Result<Answer<DispatchAnswer>, Problem> {
    let context = command.context(&body.raw);
    let _ = body.value;
    let committed = state.app.accept(&acting.caller, id, &context).await?;
    on_dispatch(&committed, id)
}
