//! `GET /api/v1/cases/{id}/routing`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::Advice;

use crate::HttpState;
use crate::extract::{Acting, Decides, PathId};
use crate::problem::{Problem, Problems};
use crate::registers::PrecedentView;

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
    precedents: Vec<PrecedentView>,
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
    let precedents = precedents.into_iter().map(PrecedentView::from).collect();
    Ok(Json(RoutingAdvice {
        line_owner,
        line_alternatives,
        territorial_owner,
        co_handlers,
        unresolved,
        precedents,
    }))
}
