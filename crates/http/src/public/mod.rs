//! For residents without an account, who hold a number and its code.

mod progress;
mod rate;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(progress::progress)).routes(routes!(rate::rate))
}
