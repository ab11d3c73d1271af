//! `GET /api/v1/precedents`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use whistle_store::read::{Precedent, PrecedentFilter};

use crate::HttpState;
use crate::extract::{Acting, AtLeast, PageQuery, Params, ReadsPrecedents};
use crate::problem::{Problem, Problems};

/// Rulings on returns, the newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct PrecedentList {
    items: Vec<PrecedentView>,
    /// Where the next page begins; nothing on the last.
    next_cursor: Option<String>,
}

/// A ruling on a return.
#[derive(Serialize, ToSchema)]
pub(crate) struct PrecedentView {
    /// The request that was ruled on.
    request: Uuid,
    /// The case; not everybody who reads its ruling may see it.
    case_id: Uuid,
    /// Number of the case.
    number: String,
    /// Category of the case.
    category: String,
    /// The unit responsible for the territory of that case.
    territorial_unit: String,
    /// The unit that asked to return it.
    department: String,
    /// Whether it might.
    approved: bool,
    /// The unit whose duty it was found to be.
    unit: String,
    /// 审定: whether it was the last word.
    last_word: bool,
    /// Why, personal data masked.
    reason: String,
    /// When.
    ruled_at: DateTime<Utc>,
}

/// Which rulings; every condition that is given must hold.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PrecedentsOf {
    /// Category code.
    category: Option<String>,
    /// A unit that had a part in it: it asked, it was found to be in charge, or it is responsible for the territory.
    unit: Option<String>,
}

/// 判例: what was ruled on returns in the whole district, the newest first, for those who rule and those who audit it.
#[utoipa::path(
    get,
    operation_id = "list_precedents",
    path = "/api/v1/precedents",
    tag = "registers",
    params(PrecedentsOf, PageQuery, AtLeast),
    responses((status = 200, description = "A page of rulings", body = PrecedentList), Problems)
)]
pub(crate) async fn precedents(
    State(state): State<HttpState>,
    acting: Acting<ReadsPrecedents>,
    Params(PrecedentsOf { category, unit }): Params<PrecedentsOf>,
    Params(page): Params<PageQuery>,
    Params(at_least): Params<AtLeast>,
) -> Result<Json<PrecedentList>, Problem> {
    let page = page.parsed()?;
    at_least.known(&state.app).await?;
    let filter = PrecedentFilter { category, unit };
    let found = state.app.precedents(&acting.caller, &filter, &page).await?;
    let items = found.items.into_iter().map(PrecedentView::from).collect();
    Ok(Json(PrecedentList { items, next_cursor: found.next_cursor }))
}

impl From<Precedent> for PrecedentView {
    fn from(found: Precedent) -> Self {
        Self {
            request: found.request,
            case_id: found.case_id,
            number: found.number,
            category: found.category,
            territorial_unit: found.territorial_unit,
            department: found.department,
            approved: found.approved,
            unit: found.unit,
            last_word: found.last_word,
            reason: found.reason,
            ruled_at: found.ruled_at,
        }
    }
}
