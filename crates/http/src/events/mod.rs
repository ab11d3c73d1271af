//! What happens, as it happens.

mod stream;

pub(crate) use stream::STREAMS_MAX;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::HttpState;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new().routes(routes!(stream::stream))
}
