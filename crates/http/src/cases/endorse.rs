//! `POST /api/v1/cases/{id}/endorse`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::ReviewInput;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Command, Neighbourhood, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// Why, and what was tried.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Endorsement {
    /// Why.
    #[serde(alias = "reason", alias = "comment")]
    note: Option<String>,
    /// What the neighbourhood tried itself.
    local_attempt: Option<String>,
}

/// 审核通过: the neighbourhood stands behind the whistle.
#[utoipa::path(post, path = "/api/v1/cases/{id}/endorse", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Endorsement, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn endorse(
    State(state): State<HttpState>,
    acting: Acting<Neighbourhood>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<Endorsement>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Endorsement { note, local_attempt } = body.value;
    let review = ReviewInput::Endorse { note, local_attempt };
    let committed = state.app.review(&acting.caller, id, review, &context).await?;
    Ok(on_case(&committed))
}
