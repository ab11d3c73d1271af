//! `GET /api/v1/duty-shifts`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::RosterView;

use crate::HttpState;
use crate::extract::{Acting, Params, ReadsOrganisation, instant};
use crate::problem::{Problem, Problems};

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

/// 值班表: who is on duty and who will be, and who is called when nobody answers. Names and numbers are masked for
/// everybody but administrators.
#[utoipa::path(
    get,
    operation_id = "duty_roster",
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
