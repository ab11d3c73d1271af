//! `POST /api/v1/cases/{id}/decline`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::ReviewInput;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Body, Command, Neighbourhood, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// Why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Refusal {
    /// Why; told to the resident.
    #[serde(alias = "note", alias = "comment")]
    reason: String,
}

/// 不予支持: the neighbourhood does not stand behind the whistle. The reason is told to the resident.
#[utoipa::path(post, path = "/api/v1/cases/{id}/decline", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Refusal, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn decline(
    State(state): State<HttpState>,
    acting: Acting<Neighbourhood>,
    PathId(id): PathId,
    command: Command,
    body: Body<Refusal>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let review = ReviewInput::Decline { reason: body.value.reason };
    let committed = state.app.review(&acting.caller, id, review, &context).await?;
    Ok(on_case(&committed))
}
