//! Other systems that are told what happens, for administrators.

mod changing;

use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::IntegrationList;

use crate::HttpState;
use crate::extract::{Acting, IntegrationKeeper};
use crate::problem::{Problem, Problems};

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(list, changing::open))
        .routes(routes!(changing::pause))
        .routes(routes!(changing::resume))
        .routes(routes!(changing::close))
        .routes(routes!(changing::replace_secret))
        .routes(routes!(changing::replay))
        .routes(routes!(changing::test))
}

/// 系统对接: every system that is told what happens, how far it was told, and what the last attempt came to.
#[utoipa::path(
    get,
    operation_id = "list_integrations",
    path = "/api/v1/integrations",
    tag = "integrations",
    responses((status = 200, description = "The open ones, and the twenty closed last", body = IntegrationList), Problems)
)]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<IntegrationKeeper>,
) -> Result<Json<IntegrationList>, Problem> {
    Ok(Json(state.app.integrations_listed(&acting.caller).await?))
}
