//! Dispatches: a department's work list, and its answers.

mod answering;
mod conditions;
mod disputing;
mod list;
mod ruling;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) use conditions::DispatchConditions;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .merge(answering::routes())
        .merge(disputing::routes())
        .merge(ruling::routes())
}
