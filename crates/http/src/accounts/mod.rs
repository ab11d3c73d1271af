//! Accounts and keys, for administrators: what changes them, the list, and what was done.

mod changing;
mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(list::list, changing::open))
        .routes(routes!(list::history))
        .routes(routes!(changing::close))
        .routes(routes!(changing::replace_password))
        .routes(routes!(changing::issue_key))
        .routes(routes!(changing::revoke_key))
}
