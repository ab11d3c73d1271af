//! `POST /api/v1/public/cases/{number}/rate`

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use whistle_app::RateInput;

use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Anybody, Body, Command, PathNumber};
use crate::problem::{CommandProblems, Problem, Problems};

/// The resident's verdict, and the secret that makes it theirs.
#[derive(Deserialize, ToSchema)]
pub(crate) struct CodedRating {
    /// The code on the receipt.
    code: String,
    /// Is the problem gone?
    solved: bool,
    /// 1 (very dissatisfied) to 5 (very satisfied).
    #[schema(minimum = 1, maximum = 5)]
    satisfaction: u8,
    /// In their words.
    comment: Option<String>,
}

/// What the resident gets back.
#[derive(Serialize, ToSchema)]
pub(crate) struct Rated {
    /// The case number.
    number: String,
    /// Where the case stands.
    status: &'static str,
    /// Its version.
    version: u32,
}

/// 评价: rate a closed case with its code, without an account.
#[utoipa::path(
    post,
    path = "/api/v1/public/cases/{number}/rate",
    tag = "public",
    security(()),
    params(
        ("number" = String, Path, description = "The case number"),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"),
    ),
    request_body = CodedRating,
    responses((status = 200, description = "Rated", body = Rated), Problems, CommandProblems)
)]
pub(crate) async fn rate(
    State(state): State<HttpState>,
    acting: Acting<Anybody>,
    PathNumber(number): PathNumber,
    command: Command,
    body: Body<CodedRating>,
) -> Result<Answer<Rated>, Problem> {
    let context = command.context(&body.raw);
    let CodedRating { code, solved, satisfaction, comment } = body.value;
    let rating = RateInput { solved, satisfaction, comment };
    let committed = state.app.rate_by_code(&acting.caller, &number, &code, rating, &context).await?;
    Ok(Answer {
        status: axum::http::StatusCode::OK,
        body: Rated { number, status: committed.case.status.code(), version: committed.version },
        version: committed.version,
        position: committed.position,
        location: None,
    })
}
