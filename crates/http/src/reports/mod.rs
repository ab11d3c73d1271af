//! Reports.

mod backlog;
mod explain;
mod figures;
mod grids;
mod question;
mod scores;
mod sla;
mod sla_file;
mod sla_table;
mod what_if;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(backlog::backlog))
        .routes(routes!(grids::grids))
        .routes(routes!(sla::sla))
        .routes(routes!(sla_file::export))
        .routes(routes!(scores::scores))
        .routes(routes!(explain::explain))
        .routes(routes!(what_if::what_if))
}
