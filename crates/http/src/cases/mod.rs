//! Cases, from report to rating.

mod callback;
mod close;
mod decline;
mod dispatch;
mod endorse;
mod escalate;
mod file;
mod handle_locally;
mod history;
mod list;
mod raise;
mod rate;
mod read;
mod verify;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) use history::known_at;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(raise::raise, list::list))
        .routes(routes!(read::read))
        .routes(routes!(history::history))
        .routes(routes!(endorse::endorse))
        .routes(routes!(decline::decline))
        .routes(routes!(handle_locally::handle_locally))
        .routes(routes!(escalate::escalate))
        .routes(routes!(file::file))
        .routes(routes!(dispatch::dispatch))
        .routes(routes!(verify::verify))
        .routes(routes!(callback::callback))
        .routes(routes!(close::close))
        .routes(routes!(rate::rate))
}
