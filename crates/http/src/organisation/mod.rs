//! Units, grids, people, posts, leaders and the duty roster: what changes them, as lists of entries, and what reads them.

mod answer;
mod changing;
mod command;
mod gaps;
mod history;
mod people;
mod roster;
mod rostering;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) use answer::Conditions;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .merge(changing::routes())
        .merge(rostering::routes())
        .routes(routes!(roster::roster))
        .routes(routes!(people::people))
        .routes(routes!(history::history))
        .routes(routes!(gaps::gaps))
}
