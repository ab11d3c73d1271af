//! `POST /api/v1/cases/{id}/rate`

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::RateInput;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Body, Command, PathId, ResidentOnly};
use crate::problem::{CommandProblems, Problem, Problems};

/// The resident's verdict.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Rating {
    /// Is the problem gone?
    solved: bool,
    /// 1 (very dissatisfied) to 5 (very satisfied).
    #[schema(minimum = 1, maximum = 5)]
    satisfaction: u8,
    /// In their words.
    comment: Option<String>,
}

/// 评价: the resident rates their own case.
#[utoipa::path(post, path = "/api/v1/cases/{id}/rate", tag = "cases", params(("id" = Uuid, Path, description = "The case"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = Rating, responses((status = 200, description = "Done", body = CaseAnswer), Problems, CommandProblems))]
pub(crate) async fn rate(
    State(state): State<HttpState>,
    acting: Acting<ResidentOnly>,
    PathId(id): PathId,
    command: Command,
    body: Body<Rating>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Rating { solved, satisfaction, comment } = body.value;
    let rating = RateInput { solved, satisfaction, comment };
    let committed = state.app.rate(&acting.caller, id, rating, &context).await?;
    Ok(on_case(&committed))
}
