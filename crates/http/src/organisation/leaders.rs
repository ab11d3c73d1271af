//! `POST /api/v1/leaders`, `…/unlink`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::LeaderInput;
use whistle_domain::organisation::history::Period;

use super::answer::{Conditions, Organised, done, made};
use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, Organiser};
use crate::problem::{CommandProblems, Problem, Problems};

/// 包案领导、联点领导: who looks after which unit.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LeaderLink {
    /// Who.
    person: String,
    /// Which unit.
    unit: String,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
    /// Until when, where that is known beforehand.
    valid_to: Option<DateTime<Utc>>,
}

/// Who looks after which unit no longer.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LeaderUnlink {
    /// Who.
    person: String,
    /// Which unit.
    unit: String,
    /// Until when; now where nothing is said.
    valid_to: Option<DateTime<Utc>>,
}

/// 联点: red cards of the unit are copied to the leader, who is called when the unit stays silent.
#[utoipa::path(
    post,
    path = "/api/v1/leaders",
    tag = "organisation",
    params(Conditions),
    request_body = LeaderLink,
    responses((status = 201, description = "Linked", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn link(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    command: Command,
    body: Body<LeaderLink>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let LeaderLink { person, unit, valid_from, valid_to } = body.value;
    let input = LeaderInput { person, unit, period: Period { from: valid_from, to: valid_to } };
    Ok(made(state.app.link_leader(&acting.caller, input, &context).await?))
}

/// 不再联点.
#[utoipa::path(
    post,
    path = "/api/v1/leaders/unlink",
    tag = "organisation",
    params(Conditions),
    request_body = LeaderUnlink,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn unlink(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    command: Command,
    body: Body<LeaderUnlink>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let LeaderUnlink { person, unit, valid_to } = body.value;
    let input = LeaderInput { person, unit, period: Period { from: None, to: valid_to } };
    Ok(done(state.app.unlink_leader(&acting.caller, input, &context).await?))
}
