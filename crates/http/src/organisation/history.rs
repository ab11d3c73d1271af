//! `GET /api/v1/organisation/history`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::{HistoryEntry, HistoryPage};

use crate::HttpState;
use crate::extract::{Acting, KnownThen, PageQuery, Params, ReadsOrganisationHistory};
use crate::problem::{Problem, Problems};

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
    params(KnownThen, PageQuery),
    responses((status = 200, description = "Every event, oldest first", body = OrganisationHistory), Problems)
)]
pub(crate) async fn history(
    State(state): State<HttpState>,
    acting: Acting<ReadsOrganisationHistory>,
    Params(then): Params<KnownThen>,
    Params(page): Params<PageQuery>,
) -> Result<Json<OrganisationHistory>, Problem> {
    let (known, page) = (then.parsed()?, page.parsed()?);
    let HistoryPage { items, next_cursor } =
        state.app.organisation_history(&acting.caller, known, &page).await?;
    Ok(Json(OrganisationHistory { items, next_cursor }))
}
