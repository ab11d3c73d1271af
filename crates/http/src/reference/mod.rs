//! Categories, grids and units, as every page needs them to offer a choice. Public: they are published anyway.

mod categories;
mod grids;
mod units;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(categories::categories))
        .routes(routes!(grids::grids))
        .routes(routes!(units::units))
}
