//! `POST /api/v1/cases/{id}/escalate`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::ReviewInput;
use whistle_domain::case::Level;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Body, Command, Neighbourhood, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// Where to, and why.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Escalation {
    /// `compound`, `community`, `street` or `district`.
    #[serde(alias = "level", alias = "to_level")]
    #[schema(value_type = String)]
    to: Level,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    reason: String,
}

/// 逐级上报: passed up to a higher level.
#[utoipa::path(post, path = "/api/v1/cases/{id}/escalate", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Escalation, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn escalate(
    State(state): State<HttpState>,
    acting: Acting<Neighbourhood>,
    PathId(id): PathId,
    command: Command,
    body: Body<Escalation>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Escalation { to, reason } = body.value;
    let review = ReviewInput::Escalate { to, reason };
    let committed = state.app.review(&acting.caller, id, review, &context).await?;
    Ok(on_case(&committed))
}
