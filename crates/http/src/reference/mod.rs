//! Categories, grids and units, as every page needs them to offer a choice. Public: they are published anyway.

mod categories;
mod grids;
mod units;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::HttpState;
use crate::extract::instant;

/// Of which moment.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct At {
    /// The instant (RFC 3339) at which the organisation is looked at; now where nothing is said.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
}

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(categories::categories))
        .routes(routes!(grids::grids))
        .routes(routes!(units::units))
}
