//! Units, grids, people, posts, leaders and the duty roster. Handlers of one kind of thing stand together: each is a
//! few lines between the request and the use case.

mod answer;
mod duty;
mod gaps;
mod grids;
mod history;
mod leaders;
mod people;
mod posts;
mod units;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) use answer::Conditions;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(units::establish))
        .routes(routes!(units::change))
        .routes(routes!(units::retire))
        .routes(routes!(grids::draw))
        .routes(routes!(grids::change))
        .routes(routes!(grids::retire))
        .routes(routes!(people::register))
        .routes(routes!(people::change))
        .routes(routes!(people::leave))
        .routes(routes!(posts::give))
        .routes(routes!(posts::end))
        .routes(routes!(leaders::link))
        .routes(routes!(leaders::unlink))
        .routes(routes!(duty::set, duty::roster))
        .routes(routes!(duty::cancel))
        .routes(routes!(history::history))
        .routes(routes!(gaps::gaps))
}
