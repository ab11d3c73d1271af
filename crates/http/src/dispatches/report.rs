//! `POST /api/v1/dispatches/{id}/report`

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::ReportForDutyInput;

use crate::HttpState;
use crate::answer::{Answer, DispatchAnswer, on_dispatch};
use crate::extract::{Acting, Command, Officer, OptionalBody, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// Place, person, time.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReportForDuty {
    /// Where; `online` where it is not given.
    place: Option<String>,
    /// Who; kept sealed.
    person: Option<String>,
    /// When they arrived; now where it is not given. Clocks are judged by when it was recorded.
    #[serde(alias = "arrived_at", alias = "at")]
    time: Option<DateTime<Utc>>,
}

/// 报到: the department reports for duty.
#[utoipa::path(post, path = "/api/v1/dispatches/{id}/report", tag = "dispatches", params(("id" = Uuid, Path, description = "The dispatch"), ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"), ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen")), request_body = ReportForDuty, responses((status = 200, description = "Done", body = DispatchAnswer), Problems, CommandProblems))]
pub(crate) async fn report(
    State(state): State<HttpState>,
    acting: Acting<Officer>,
    PathId(id): PathId,
    command: Command,
    body: OptionalBody<ReportForDuty>,
) -> Result<Answer<DispatchAnswer>, Problem> {
    let context = command.context(&body.raw);
    let ReportForDuty { place, person, time } = body.value;
    let report = ReportForDutyInput { place, person, time };
    let committed = state.app.report_for_duty(&acting.caller, id, report, &context).await?;
    on_dispatch(&committed, id)
}
