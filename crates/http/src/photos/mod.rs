//! 照片.

mod of_case;
mod places;
mod show;
mod take;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use whistle_app::PHOTO_BYTES_MAX;

use crate::HttpState;

pub(crate) use places::Places;

/// Taking a picture in: bodies of another size than everywhere else, and with a limit of its own in front of it.
pub(crate) fn taking() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(take::take)).layer(DefaultBodyLimit::max(PHOTO_BYTES_MAX))
}

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(show::show)).routes(routes!(of_case::of_case))
}
