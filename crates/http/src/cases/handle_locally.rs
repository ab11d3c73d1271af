//! `POST /api/v1/cases/{id}/handle-locally`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::ReviewInput;
use whistle_domain::case::Level;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Command, Neighbourhood, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// What was done.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LocalHandling {
    /// What was done; told to the resident.
    #[serde(alias = "note", alias = "reason", alias = "comment")]
    result: Option<String>,
    /// What shows it.
    #[serde(default)]
    evidence: Vec<String>,
    /// `building`, `compound`, `community`, `street` or `district`; the level that holds the case where it is not given.
    #[schema(value_type = Option<String>)]
    level: Option<Level>,
}

/// 就地化解: solved without departments.
#[utoipa::path(post, path = "/api/v1/cases/{id}/handle-locally", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = LocalHandling, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn handle_locally(
    State(state): State<HttpState>,
    acting: Acting<Neighbourhood>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<LocalHandling>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let LocalHandling { result, evidence, level } = body.value;
    let review = ReviewInput::HandleLocally { result, evidence, level };
    let committed = state.app.review(&acting.caller, id, review, &context).await?;
    Ok(on_case(&committed))
}
