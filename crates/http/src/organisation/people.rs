//! `GET /api/v1/people`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use whistle_app::{PeoplePage, PersonItem};

use crate::HttpState;
use crate::extract::{Acting, PageQuery, Params, ReadsOrganisation, instant};
use crate::problem::{Problem, Problems};

/// People, by their codes.
#[derive(Serialize, ToSchema)]
pub(crate) struct PeopleList {
    items: Vec<PersonItem>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// Of which unit, and when.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeopleOf {
    /// Only those who hold a post in this unit, or look after it.
    unit: Option<String>,
    /// The instant (RFC 3339) that is looked at, and all that follows; now where nothing is said.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
}

/// 人员: who is there and what is planned: their posts, the units they look after, their hours of duty. Names and numbers
/// are masked for everybody but administrators.
#[utoipa::path(
    get,
    operation_id = "list_people",
    path = "/api/v1/people",
    tag = "organisation",
    params(PeopleOf, PageQuery),
    responses((status = 200, description = "A page of people", body = PeopleList), Problems)
)]
pub(crate) async fn people(
    State(state): State<HttpState>,
    acting: Acting<ReadsOrganisation>,
    Params(PeopleOf { unit, at }): Params<PeopleOf>,
    Params(page): Params<PageQuery>,
) -> Result<Json<PeopleList>, Problem> {
    let page = page.parsed()?;
    let PeoplePage { items, next_cursor } =
        state.app.people(&acting.caller, unit.as_deref(), at, &page).await?;
    Ok(Json(PeopleList { items, next_cursor }))
}
