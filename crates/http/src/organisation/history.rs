//! `GET /api/v1/organisation/history`

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use whistle_app::{HistoryEntry, HistoryPage};

use crate::HttpState;
use crate::extract::{Acting, LIMIT_DEFAULT, Params, ReadsOrganisationHistory, known_at, page_request};
use crate::problem::{Problem, Problems};

/// Which part, and what was known when.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
    /// `next_cursor` of the part before.
    cursor: Option<String>,
    /// How many events, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
}

/// Events of the organisation, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct OrganisationHistory {
    items: Vec<HistoryEntry>,
    /// Where the next part begins; nothing after the last.
    next_cursor: Option<String>,
}

/// The complete history of the organisation, for supervisors, auditors and administrators. Names stay sealed.
#[utoipa::path(
    get,
    operation_id = "organisation_history",
    path = "/api/v1/organisation/history",
    tag = "organisation",
    params(Part),
    responses((status = 200, description = "Every event, oldest first", body = OrganisationHistory), Problems)
)]
pub(crate) async fn history(
    State(state): State<HttpState>,
    acting: Acting<ReadsOrganisationHistory>,
    Params(Part { as_of, cursor, limit }): Params<Part>,
) -> Result<Json<OrganisationHistory>, Problem> {
    let known = known_at(as_of.as_deref())?;
    let page = page_request(cursor, limit.unwrap_or(LIMIT_DEFAULT))?;
    let HistoryPage { items, next_cursor } =
        state.app.organisation_history(&acting.caller, known, &page).await?;
    Ok(Json(OrganisationHistory { items, next_cursor }))
}
