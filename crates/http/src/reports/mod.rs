//! Reports.

mod backlog;
mod what_if;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(backlog::backlog)).routes(routes!(what_if::what_if))
}
