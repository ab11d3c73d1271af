//! `POST /api/v1/cases/{id}/dispatches`

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_app::DispatchInput;

use crate::HttpState;
use crate::answer::{Answer, CaseAnswer, on_case};
use crate::extract::{Acting, Body, Command, DispatchDesk, PathId};
use crate::problem::{CommandProblems, Problem, Problems};

/// Who must act.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Dispatches {
    /// 主办: the unit that leads.
    lead: String,
    /// 协办: units that must act too.
    #[serde(default)]
    co_handlers: Vec<String>,
    /// 知会: units that are told.
    #[serde(default)]
    notify: Vec<String>,
    /// What is asked of them.
    instruction: Option<String>,
}

/// 派单: send departments. Their clocks start at once. Files the case first where that was not done.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/dispatches",
    tag = "cases",
    params(
        ("id" = Uuid, Path, description = "The case"),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key with the same request answers the same again, without a second event"),
        ("If-Match" = Option<String>, Header, description = "The version of the case that the caller has seen"),
    ),
    request_body = Dispatches,
    responses((status = 201, description = "Dispatched", body = CaseAnswer), Problems, CommandProblems)
)]
pub(crate) async fn dispatch(
    State(state): State<HttpState>,
    acting: Acting<DispatchDesk>,
    PathId(id): PathId,
    command: Command,
    body: Body<Dispatches>,
) -> Result<Answer<CaseAnswer>, Problem> {
    let context = command.context(&body.raw);
    let Dispatches { lead, co_handlers, notify, instruction } = body.value;
    let input = DispatchInput { lead, co_handlers, notify, instruction };
    let committed = state.app.dispatch(&acting.caller, id, input, &context).await?;
    Ok(Answer { status: StatusCode::CREATED, ..on_case(&committed) })
}
