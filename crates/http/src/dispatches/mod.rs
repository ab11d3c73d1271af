//! Dispatches: a department's work list, and its answers.

mod accept;
mod feedback;
mod list;
mod measures;
mod report;
mod sign;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(sign::sign))
        .routes(routes!(report::report))
        .routes(routes!(accept::accept))
        .routes(routes!(measures::measures))
        .routes(routes!(feedback::feedback))
}
