//! `POST /api/v1/posts`, `…/{id}/end`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::PostInput;
use whistle_domain::organisation::history::Period;

use super::answer::{Conditions, Ending, Organised, done, made};
use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, OptionalBody, Organiser, PathNumber};
use crate::problem::{CommandProblems, Problem, Problems};

/// A post for somebody; one person may hold several.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewPost {
    /// Who.
    person: String,
    /// Where.
    unit: String,
    /// What they may do in the service: `grid_worker`, `community`, `dispatcher`, `department`, ….
    role: String,
    /// What the post is called: 网格长, 楼栋长, 经办人.
    title: String,
    /// The grid that they look after.
    grid: Option<String>,
    /// 主责任人: answers for the grid. Every leaf grid should have exactly one.
    #[serde(default)]
    responsible: bool,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
    /// Until when, where that is known beforehand.
    valid_to: Option<DateTime<Utc>>,
}

/// 任职.
#[utoipa::path(
    post,
    path = "/api/v1/posts",
    tag = "organisation",
    params(Conditions),
    request_body = NewPost,
    responses((status = 201, description = "Given", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn give(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    command: Command,
    body: Body<NewPost>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let NewPost { person, unit, role, title, grid, responsible, valid_from, valid_to } = body.value;
    let period = Period { from: valid_from, to: valid_to };
    let input = PostInput { person, unit, role, title, grid, responsible, period };
    Ok(made(state.app.give_post(&acting.caller, input, &context).await?))
}

/// 免职.
#[utoipa::path(
    post,
    path = "/api/v1/posts/{id}/end",
    tag = "organisation",
    params(("id" = String, Path, description = "The post"), Conditions),
    request_body = Ending,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn end(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(id): PathNumber,
    command: Command,
    body: OptionalBody<Ending>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    Ok(done(state.app.end_post(&acting.caller, &id, body.value.valid_to, &context).await?))
}
