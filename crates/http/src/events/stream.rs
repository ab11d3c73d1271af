//! `GET /api/v1/events/stream`

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::{Stream, StreamExt as _};
use serde::Deserialize;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;
use utoipa::IntoParams;
use whistle_app::{App, Caller, EventNotice};

use crate::HttpState;
use crate::extract::{Acting, Params, Watches};
use crate::problem::{Problem, Problems};

/// Streams open at once in one process; more are refused.
pub(crate) const STREAMS_MAX: usize = 512;
/// How often a silent stream says that it is still there, so that proxies keep it open.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How long a stream waits when the log cannot be read.
const AWAY_PAUSE: Duration = Duration::from_secs(1);

/// Where to begin.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct StreamQuery {
    /// Begin after this position; the present end of the log where neither it nor `Last-Event-ID` is given.
    after: Option<i64>,
}

/// How long a stream lives. Its client comes back, and is asked again who it is.
const STREAM_LIFE: Duration = Duration::from_mins(15);

/// One open stream.
struct Watcher {
    app: Arc<App>,
    caller: Caller,
    head: watch::Receiver<i64>,
    position: i64,
    ready: std::vec::IntoIter<EventNotice>,
    until: Instant,
    stop: CancellationToken,
    _place: OwnedSemaphorePermit,
}

/// What happens, as it happens, as server-sent events. `id` is the position: a client that comes back with
/// `Last-Event-ID` misses nothing.
#[utoipa::path(
    get,
    path = "/api/v1/events/stream",
    tag = "events",
    params(StreamQuery, ("Last-Event-ID" = Option<i64>, Header, description = "The last position that was received")),
    responses((status = 200, description = "One event per thing that happened", content_type = "text/event-stream", body = EventNotice), Problems)
)]
pub(crate) async fn stream(
    State(state): State<HttpState>,
    acting: Acting<Watches>,
    Params(query): Params<StreamQuery>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let place = state.streams.clone().try_acquire_owned();
    let place = place.map_err(|_| Problem::unavailable("overloaded", "too many streams are open"))?;
    let head = state.app.log().head();
    let after = query.after.map(position).transpose()?;
    let last = last_event_id(&headers)?.or(after).unwrap_or_else(|| *head.borrow());
    let watcher = Watcher {
        app: state.app.clone(),
        caller: acting.caller,
        head,
        position: last,
        ready: Vec::new().into_iter(),
        until: Instant::now() + STREAM_LIFE,
        stop: state.stop.clone(),
        _place: place,
    };
    let events = futures::stream::unfold(watcher, |mut watcher| async move {
        let event = watcher.next().await?;
        Some((Ok(event), watcher))
    });
    // Proxies pass the head of an answer on with its first bytes.
    let begun = futures::stream::once(async { Ok(Event::default().comment("whistle")) });
    Ok(Sse::new(begun.chain(events)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}

fn last_event_id(headers: &HeaderMap) -> Result<Option<i64>, Problem> {
    let Some(header) = headers.get("last-event-id") else { return Ok(None) };
    let given = header.to_str().ok().and_then(|text| text.trim().parse().ok());
    position(given.unwrap_or(-1)).map(Some)
}

fn position(given: i64) -> Result<i64, Problem> {
    let refusal = || Problem::malformed("bad_last_event_id", "a stream begins after a position, 0 or more");
    (given >= 0).then_some(given).ok_or_else(refusal)
}

impl Watcher {
    /// The next thing that the caller may see; waits for it. `None` when the stream or the service ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.stop.is_cancelled() || Instant::now() >= self.until {
                return None;
            }
            if let Some(notice) = self.ready.next() {
                return Some(event(&notice));
            }
            let more = self.head.wait_for(|head| *head > self.position);
            timeout_at(self.until, self.stop.run_until_cancelled(more)).await.ok()??.ok()?;
            match self.app.events_after(&self.caller, self.position).await {
                Ok(notices) => {
                    self.position = notices.through;
                    self.ready = notices.seen.into_iter();
                }
                Err(error) => {
                    tracing::debug!(error = &error as &dyn std::error::Error, "a stream waits for the log");
                    tokio::time::sleep(AWAY_PAUSE).await;
                }
            }
        }
    }
}

fn event(notice: &EventNotice) -> Event {
    let event = Event::default().id(notice.position.to_string()).event(&notice.kind);
    event.json_data(notice).unwrap_or_else(|_| Event::default().comment("an event without a JSON form"))
}
