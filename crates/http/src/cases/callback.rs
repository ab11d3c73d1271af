//! `POST /api/v1/cases/{id}/callback`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::CallbackInput;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Body, CallsBack, Command, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// What came of it.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Callback {
    /// Whether somebody answered.
    reached: bool,
    /// Solved? Needed when somebody answered.
    solved: Option<bool>,
    /// 1 (very dissatisfied) to 5 (very satisfied); needed when somebody answered.
    #[schema(minimum = 1, maximum = 5)]
    satisfaction: Option<u8>,
    /// In their words, or what was tried.
    #[serde(alias = "note")]
    comment: Option<String>,
}

/// 回访: an attempt to ask the resident.
#[utoipa::path(post, path = "/api/v1/cases/{id}/callback", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Callback, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn callback(
    State(state): State<HttpState>,
    acting: Acting<CallsBack>,
    PathId(id): PathId,
    command: Command,
    body: Body<Callback>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Callback { reached, solved, satisfaction, comment } = body.value;
    let answer = CallbackInput { reached, solved, satisfaction, comment };
    let committed = state.app.call_back(&acting.caller, id, answer, &context).await?;
    Ok(on_case(&committed))
}
