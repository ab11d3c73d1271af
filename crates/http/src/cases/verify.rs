//! `POST /api/v1/cases/{id}/verify`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_app::VerifyInput;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Body, Command, Inspector, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// What was found.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Verification {
    /// Good or not.
    passed: bool,
    /// What was seen.
    #[serde(alias = "comment")]
    note: Option<String>,
    /// What shows it.
    #[serde(default)]
    evidence: Vec<String>,
    /// Which dispatches go back when it is not good; the lead where none is named.
    #[serde(default)]
    rework: Vec<Uuid>,
}

/// 核查: is the handling good? Never by the handling unit.
#[utoipa::path(post, path = "/api/v1/cases/{id}/verify", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Verification, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn verify(
    State(state): State<HttpState>,
    acting: Acting<Inspector>,
    PathId(id): PathId,
    command: Command,
    body: Body<Verification>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Verification { passed, note, evidence, rework } = body.value;
    let found = VerifyInput { passed, note, evidence, rework };
    let committed = state.app.verify(&acting.caller, id, found, &context).await?;
    Ok(on_case(&committed))
}
