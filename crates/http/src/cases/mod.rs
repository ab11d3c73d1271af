//! Cases, from report to rating.

mod closing;
mod collecting;
mod complainants;
mod conditions;
mod directing;
mod dispatching;
mod echoing;
mod history;
mod judging;
mod leaves;
mod list;
mod progress;
mod raise;
mod read;
mod review;
mod routing;
mod scheduling;
mod screening;
mod supervising;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) use conditions::CaseConditions;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(raise::raise, list::list))
        .routes(routes!(read::read))
        .routes(routes!(progress::progress))
        .routes(routes!(history::history))
        .routes(routes!(leaves::leaves))
        .routes(routes!(routing::routing))
        .routes(routes!(complainants::list))
        .merge(review::routes())
        .merge(dispatching::routes())
        .merge(closing::routes())
        .merge(supervising::routes())
        .merge(screening::routes())
        .merge(scheduling::routes())
        .merge(judging::routes())
        .merge(directing::routes())
        .merge(collecting::routes())
        .merge(echoing::routes())
}
