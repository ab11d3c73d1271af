//! `POST /api/v1/units`, `…/{code}/change`, `…/{code}/retire`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::{UnitChangeInput, UnitInput};
use whistle_domain::organisation::history::Period;

use super::answer::{Conditions, Ending, Organised, done, made};
use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, OptionalBody, Organiser, PathNumber};
use crate::problem::{CommandProblems, Problem, Problems};

/// A new unit.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewUnit {
    /// 1 to 40 letters, digits, `_` or `-`; given once and for ever.
    code: String,
    /// Shown to people.
    name: String,
    /// `centre`, `department`, `utility`, `street`, `community`, `village`, `compound`, `building`, ….
    kind: String,
    /// The unit above it.
    parent: String,
    /// The duties that it carries, by the codes of the policy.
    #[serde(default)]
    duties: Vec<String>,
    /// 二十四小时值班: whether its duty room is staffed day and night.
    #[serde(default)]
    round_the_clock: bool,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
    /// Until when, for what is temporary.
    valid_to: Option<DateTime<Utc>>,
}

/// What changes about a unit; what is left out stays.
#[derive(Deserialize, ToSchema)]
pub(crate) struct OtherUnit {
    /// Another name.
    name: Option<String>,
    /// Another kind.
    kind: Option<String>,
    /// Another unit above it.
    parent: Option<String>,
    /// Other duties: all that it carries from then on.
    duties: Option<Vec<String>>,
    /// Whether its duty room is staffed day and night.
    round_the_clock: Option<bool>,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
}

/// 设立单位.
#[utoipa::path(
    post,
    operation_id = "establish_unit",
    path = "/api/v1/units",
    tag = "organisation",
    params(Conditions),
    request_body = NewUnit,
    responses((status = 201, description = "Established", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn establish(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    command: Command,
    body: Body<NewUnit>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let NewUnit { code, name, kind, parent, duties, round_the_clock, valid_from, valid_to } = body.value;
    let period = Period { from: valid_from, to: valid_to };
    let input = UnitInput { code, name, kind, parent, duties, round_the_clock, period };
    Ok(made(state.app.establish_unit(&acting.caller, input, &context).await?))
}

/// 单位变更.
#[utoipa::path(
    post,
    operation_id = "change_unit",
    path = "/api/v1/units/{code}/change",
    tag = "organisation",
    params(("code" = String, Path, description = "The unit"), Conditions),
    request_body = OtherUnit,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn change(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(code): PathNumber,
    command: Command,
    body: Body<OtherUnit>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let OtherUnit { name, kind, parent, duties, round_the_clock, valid_from } = body.value;
    let input = UnitChangeInput { name, kind, parent, duties, round_the_clock, valid_from };
    Ok(done(state.app.change_unit(&acting.caller, code, input, &context).await?))
}

/// 撤销单位: nothing may hang from it any more. History names it for ever.
#[utoipa::path(
    post,
    operation_id = "retire_unit",
    path = "/api/v1/units/{code}/retire",
    tag = "organisation",
    params(("code" = String, Path, description = "The unit"), Conditions),
    request_body = Ending,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn retire(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(code): PathNumber,
    command: Command,
    body: OptionalBody<Ending>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    Ok(done(state.app.retire_unit(&acting.caller, code, body.value.valid_to, &context).await?))
}
