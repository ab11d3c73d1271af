//! `POST /api/v1/people`, `…/{code}/change`, `…/{code}/leave`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::PersonInput;
use whistle_domain::organisation::history::Period;

use super::answer::{Conditions, Ending, Organised, done, made};
use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{Acting, Body, Command, OptionalBody, Organiser, PathNumber};
use crate::problem::{CommandProblems, Problem, Problems};

/// Somebody new. Name and number are sealed before they go anywhere.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewPerson {
    /// 1 to 40 letters, digits, `_` or `-`; given once and for ever, and no name.
    code: String,
    /// Their name.
    name: String,
    /// Where they are reached on duty.
    phone: Option<String>,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
    /// Until when, for who is here for a time.
    valid_to: Option<DateTime<Utc>>,
}

/// Name and number as they are from then on.
#[derive(Deserialize, ToSchema)]
pub(crate) struct OtherPerson {
    /// Their name.
    name: String,
    /// Where they are reached on duty; nothing means nowhere.
    phone: Option<String>,
    /// Since when; now where nothing is said.
    valid_from: Option<DateTime<Utc>>,
}

/// 人员登记.
#[utoipa::path(
    post,
    path = "/api/v1/people",
    tag = "organisation",
    params(Conditions),
    request_body = NewPerson,
    responses((status = 201, description = "Registered", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn register(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    command: Command,
    body: Body<NewPerson>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let NewPerson { code, name, phone, valid_from, valid_to } = body.value;
    let period = Period { from: valid_from, to: valid_to };
    let input = PersonInput { name, phone };
    Ok(made(state.app.register_person(&acting.caller, code, input, period, &context).await?))
}

/// 人员变更.
#[utoipa::path(
    post,
    path = "/api/v1/people/{code}/change",
    tag = "organisation",
    params(("code" = String, Path, description = "The person"), Conditions),
    request_body = OtherPerson,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn change(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(code): PathNumber,
    command: Command,
    body: Body<OtherPerson>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let OtherPerson { name, phone, valid_from } = body.value;
    let input = PersonInput { name, phone };
    Ok(done(state.app.change_person(&acting.caller, code, input, valid_from, &context).await?))
}

/// 人员离任, with their posts, the units that they look after, and their shifts.
#[utoipa::path(
    post,
    path = "/api/v1/people/{code}/leave",
    tag = "organisation",
    params(("code" = String, Path, description = "The person"), Conditions),
    request_body = Ending,
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn leave(
    State(state): State<HttpState>,
    acting: Acting<Organiser>,
    PathNumber(code): PathNumber,
    command: Command,
    body: OptionalBody<Ending>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    Ok(done(state.app.person_leaves(&acting.caller, code, body.value.valid_to, &context).await?))
}
