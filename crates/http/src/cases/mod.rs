//! Cases, from report to rating.

mod closing;
mod dispatching;
mod history;
mod list;
mod raise;
mod read;
mod review;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(raise::raise, list::list))
        .routes(routes!(read::read))
        .routes(routes!(history::history))
        .merge(review::routes())
        .merge(dispatching::routes())
        .merge(closing::routes())
}
