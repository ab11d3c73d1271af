//! For residents without an account, who hold a number and its code.

mod commands;
mod echo_wall;
mod progress;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(progress::progress))
        .routes(routes!(echo_wall::echo_wall))
        .merge(commands::routes())
}
