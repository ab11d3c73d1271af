//! `POST /api/v1/cases/{id}/close`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Closes, Command, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// The closing words.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Closing {
    /// Told to the resident.
    #[serde(alias = "note", alias = "comment")]
    reason: Option<String>,
}

/// 结案: ends the case, once the resident was asked.
#[utoipa::path(post, path = "/api/v1/cases/{id}/close", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Closing, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn close(
    State(state): State<HttpState>,
    acting: Acting<Closes>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<Closing>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let committed = state.app.close(&acting.caller, id, body.value.reason, &context).await?;
    Ok(on_case(&committed))
}
