//! `POST /api/v1/duty-shifts`, `GET /api/v1/duty-shifts`, `POST …/{id}/cancel`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use whistle_app::{DutyShiftInput, RosterView};

use super::answer::{Conditions, Organised, done, made};
use crate::HttpState;
use crate::answer::Answer;
use crate::extract::{
    Acting, Body, Command, OptionalBody, Params, PathNumber, ReadsOrganisation, RosterKeeper, instant,
};
use crate::problem::{CommandProblems, Problem, Problems};

/// Somebody on duty.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewShift {
    /// For which unit.
    unit: String,
    /// 值班: who is on duty.
    person: String,
    /// 带班: who is in charge of the shift.
    leader: Option<String>,
    /// Its beginning.
    from: DateTime<Utc>,
    /// Its end, at most 31 days later; it belongs to the next shift.
    to: DateTime<Utc>,
}

/// Nothing.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Nothing {}

/// Of which unit, and when.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RosterOf {
    /// Only shifts of this unit; with the way up from it.
    unit: Option<String>,
    /// The instant (RFC 3339) from which on shifts are told; now where nothing is said.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
}

/// 值班安排. Shifts of one unit do not overlap.
#[utoipa::path(
    post,
    path = "/api/v1/duty-shifts",
    tag = "organisation",
    params(Conditions),
    request_body = NewShift,
    responses((status = 201, description = "Set", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn set(
    State(state): State<HttpState>,
    acting: Acting<RosterKeeper>,
    command: Command,
    body: Body<NewShift>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    let NewShift { unit, person, leader, from, to } = body.value;
    let input = DutyShiftInput { unit, person, leader, from, to };
    Ok(made(state.app.set_duty_shift(&acting.caller, input, &context).await?))
}

/// 值班取消: a shift to come does not take place, one under way ends now.
#[utoipa::path(
    post,
    path = "/api/v1/duty-shifts/{id}/cancel",
    tag = "organisation",
    params(("id" = String, Path, description = "The shift"), Conditions),
    responses((status = 200, description = "Done", body = Organised), Problems, CommandProblems)
)]
pub(crate) async fn cancel(
    State(state): State<HttpState>,
    acting: Acting<RosterKeeper>,
    PathNumber(id): PathNumber,
    command: Command,
    body: OptionalBody<Nothing>,
) -> Result<Answer<Organised>, Problem> {
    let context = command.context(&body.raw);
    Ok(done(state.app.cancel_duty_shift(&acting.caller, &id, &context).await?))
}

/// 值班表: who is on duty and who will be, and who is called when nobody answers. Names and numbers are masked for
/// everybody but administrators.
#[utoipa::path(
    get,
    path = "/api/v1/duty-shifts",
    tag = "organisation",
    params(RosterOf),
    responses((status = 200, description = "Shifts under way and to come", body = RosterView), Problems)
)]
pub(crate) async fn roster(
    State(state): State<HttpState>,
    acting: Acting<ReadsOrganisation>,
    Params(RosterOf { unit, at }): Params<RosterOf>,
) -> Result<Json<RosterView>, Problem> {
    Ok(Json(state.app.roster(&acting.caller, unit.as_deref(), at).await?))
}
