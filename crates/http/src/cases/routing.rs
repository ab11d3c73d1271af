//! `GET /api/v1/cases/{id}/routing`

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::Advice;
use whistle_store::read::Precedent;

use crate::HttpState;
use crate::extract::{Acting, Decides, PathId};
use crate::problem::{Problem, Problems};

/// Where a case should go, and why.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoutingAdvice {
    /// 行业主管: the unit whose duty it is by the policy.
    line_owner: String,
    /// Units that may lead instead.
    line_alternatives: Vec<String>,
    /// 属地管理: the unit responsible by territory.
    territorial_owner: String,
    /// Units that usually help.
    co_handlers: Vec<String>,
    /// Duties that nobody carries: signs of an orphan matter.
    unresolved: Vec<String>,
    /// 判例: what was ruled in cases of the same category, those of the same territory first.
    precedents: Vec<RoutingPrecedent>,
}

/// A ruling on a return.
#[derive(Serialize, ToSchema)]
struct RoutingPrecedent {
    /// Number of the case.
    number: String,
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

/// 派单建议: the units that the policy names for this case, and what was ruled in others like it.
#[utoipa::path(get, path = "/api/v1/cases/{id}/routing", tag = "cases", params(("id" = Uuid, Path, description = "The case")), responses((status = 200, description = "Units, and precedents", body = RoutingAdvice), Problems))]
pub(crate) async fn routing(
    State(state): State<HttpState>,
    acting: Acting<Decides>,
    PathId(id): PathId,
) -> Result<Json<RoutingAdvice>, Problem> {
    let Advice { line_owner, line_alternatives, territorial_owner, co_handlers, unresolved, precedents } =
        state.app.advice(&acting.caller, id).await?;
    let precedents = precedents.into_iter().map(RoutingPrecedent::from).collect();
    Ok(Json(RoutingAdvice {
        line_owner,
        line_alternatives,
        territorial_owner,
        co_handlers,
        unresolved,
        precedents,
    }))
}

impl From<Precedent> for RoutingPrecedent {
    fn from(found: Precedent) -> Self {
        Self {
            number: found.number,
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
