//! Limits on what callers can ask in a second, and on how long an answer may take.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};
use tower_http::catch_panic::{CatchPanicLayer, ResponseForPanic};
use tower_http::timeout::TimeoutLayer;
use utoipa_axum::router::OpenApiRouter;

use crate::HttpState;
use crate::addresses::ClientAddress;
use crate::problem::Problem;

/// Requests a second from one address, on average and at once.
const EVERYBODY: (u32, u32) = (200, 1000);
/// The same where guessing pays: logging in, and looking up cases by their code.
const STRANGERS: (u32, u32) = (10, 100);
/// The same for pictures, each of which costs a decoder's time: a report has six, and a street may have one address.
const PICTURES: (u32, u32) = (2, 60);
/// Addresses remembered before those that have been quiet are forgotten.
const ADDRESSES_MAX: usize = 100_000;
/// The longest that an answer may take. Everything inside has a shorter limit of its own; this is the last one.
const ANSWER_SECONDS_MAX: u64 = 30;

/// One limit for everybody, a tighter one where guessing pays, and the tightest where pictures come in.
pub(crate) struct Limits {
    pub(crate) everybody: Arc<Limit>,
    pub(crate) strangers: Arc<Limit>,
    pub(crate) pictures: Arc<Limit>,
}

/// Requests a second, by address.
pub(crate) struct Limit(DefaultKeyedRateLimiter<IpAddr>);

impl Limits {
    /// The limits that are on by default.
    pub(crate) fn new() -> Self {
        Self {
            everybody: Limit::new(EVERYBODY),
            strangers: Limit::new(STRANGERS),
            pictures: Limit::new(PICTURES),
        }
    }
}

impl Limit {
    fn new((per_second, at_once): (u32, u32)) -> Arc<Self> {
        let number = |number| NonZeroU32::new(number).expect("limits are above zero");
        let quota = Quota::per_second(number(per_second)).allow_burst(number(at_once));
        Arc::new(Self(DefaultKeyedRateLimiter::keyed(quota)))
    }

    /// Seconds to wait, when this was one too many.
    fn refuse(&self, address: IpAddr) -> Option<u64> {
        if self.0.len() > ADDRESSES_MAX {
            self.0.retain_recent();
        }
        let until = self.0.check_key(&address).err()?;
        Some(until.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    }
}

/// Puts a limit before these routes, where limits are on.
pub(crate) fn guard(
    routes: OpenApiRouter<HttpState>,
    limit: Option<&Arc<Limit>>,
) -> OpenApiRouter<HttpState> {
    match limit {
        Some(limit) => routes.layer(middleware::from_fn_with_state(limit.clone(), hold_back)),
        None => routes,
    }
}

async fn hold_back(State(limit): State<Arc<Limit>>, request: Request, next: Next) -> Response {
    match limit.refuse(ClientAddress::of(&request)) {
        None => next.run(request).await,
        Some(seconds) => Problem::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_requests",
            "too many requests from this address",
        )
        .retry_after(seconds)
        .into_response(),
    }
}

/// Ends what takes too long.
pub(crate) fn time_limit() -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(ANSWER_SECONDS_MAX))
}

/// A panic ends one request, not the service.
pub(crate) fn panic_limit() -> CatchPanicLayer<PanicProblem> {
    CatchPanicLayer::custom(PanicProblem)
}

/// Answers for a handler that panicked.
#[derive(Clone, Copy)]
pub(crate) struct PanicProblem;

impl ResponseForPanic for PanicProblem {
    type ResponseBody = axum::body::Body;

    fn response_for_panic(
        &mut self,
        panic: Box<dyn std::any::Any + Send + 'static>,
    ) -> axum::http::Response<Self::ResponseBody> {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("unknown");
        tracing::error!(panic = text, "a handler panicked");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "something went wrong; it has been logged",
        )
        .into_response()
    }
}
