//! Whistle over HTTP: parse, authenticate, execute, answer. A file per operation that reads, a list
//! of entries per theme for the commands.

mod access_stream;
mod accounts;
mod addresses;
mod answer;
mod calendar;
mod cases;
mod command;
mod dispatches;
mod docs;
mod events;
mod exports;
mod extract;
mod health;
mod integrations;
mod ledger;
mod limits;
mod organisation;
mod photos;
mod policies;
mod problem;
mod public;
mod reference;
mod registers;
mod report_packs;
mod reports;
mod sessions;
mod telemetry;
mod web;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use utoipa_axum::router::OpenApiRouter;
use whistle_app::App;

pub use addresses::TrustedProxies;
pub use docs::openapi_json;

/// The largest body that is read, in bytes.
pub const BODY_BYTES_MAX: usize = 256 * 1024;

/// How the service answers.
#[derive(Clone, Default)]
pub struct HttpSettings {
    /// Whether callers are held to a number of requests a second.
    pub rate_limit: bool,
    /// Who is believed about whose request it is that they pass on.
    pub trusted_proxies: TrustedProxies,
    /// Where `/metrics` reads from; without it there is no such page.
    pub metrics: Option<PrometheusHandle>,
    /// Ends the open streams when the service ends.
    pub stop: CancellationToken,
}

/// What every handler works with.
#[derive(Clone)]
pub(crate) struct HttpState {
    pub(crate) app: Arc<App>,
    pub(crate) metrics: Option<PrometheusHandle>,
    pub(crate) streams: Arc<Semaphore>,
    pub(crate) exports: Arc<Semaphore>,
    pub(crate) photos: photos::Places,
    pub(crate) stop: CancellationToken,
}

/// Every route of the service.
pub fn router(app: Arc<App>, settings: &HttpSettings) -> Router {
    let streams = Arc::new(Semaphore::new(events::STREAMS_MAX));
    let exports = Arc::new(Semaphore::new(exports::file::EXPORTS_AT_ONCE_MAX));
    let photos = photos::Places::new(settings.rate_limit);
    let proxies = Arc::new(settings.trusted_proxies.clone());
    let (metrics, stop) = (settings.metrics.clone(), settings.stop.clone());
    let state = HttpState { app, metrics, streams, exports, photos, stop };
    let limits = settings.rate_limit.then(limits::Limits::new);
    let (api, openapi) = docs::described(api(limits.as_ref())).split_for_parts();
    api.merge(docs::pages(&openapi))
        .merge(health::routes())
        .fallback(web::serve)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(limits::panic_limit())
        .layer(limits::time_limit())
        .layer(middleware::from_fn(problem::always_a_document))
        .layer(middleware::from_fn_with_state(proxies, addresses::note))
        .layer(middleware::from_fn(telemetry::observe))
        .with_state(state)
}

/// The operations of the public contract, with their limits.
fn api(limits: Option<&limits::Limits>) -> OpenApiRouter<HttpState> {
    let open =
        limits::guard(public::routes().merge(sessions::routes()), limits.map(|limits| &limits.strangers));
    let known = cases::routes()
        .merge(dispatches::routes())
        .merge(reports::routes())
        .merge(registers::routes())
        .merge(events::routes())
        .merge(reference::routes())
        .merge(organisation::routes())
        .merge(policies::routes())
        .merge(calendar::routes())
        .merge(ledger::routes())
        .merge(exports::routes())
        .merge(report_packs::routes())
        .merge(photos::routes())
        .merge(accounts::routes())
        .merge(integrations::routes());
    let taking = limits::guard(photos::taking(), limits.map(|limits| &limits.pictures));
    open.merge(taking).merge(limits::guard(known, limits.map(|limits| &limits.everybody)))
}
