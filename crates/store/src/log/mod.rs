//! The event log: append-only, gap-free, in commit order.
//!
//! * Positions are 1, 2, 3 … without a gap, and their order is the order of commits and of visibility, across any
//!   number of processes. A reader that has seen `p` has seen everything before `p`.
//! * A command id is recorded once, however often it is sent.
//! * What was acknowledged stays. What was not acknowledged can be cleared by sending the same command id again.
//!
//! Architecture invariant: nothing but `append_events` (see `migrations/0001_event_log.sql`) writes events, and
//! nothing but [`EventLog`] calls it. `docs/adr/0002-event-log.md` says why it has this shape.

mod appender;
mod as_of;
mod batch;
mod error;
mod event;
mod execute;
mod head;
pub mod leaf;
mod leaves;
mod link;
mod read;
mod rebuild;
mod scope;
mod settings;
mod verify;

#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;
use std::time::Duration;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, SubsecRound, Utc};
use cqrs_es::Aggregate;
use sqlx::PgPool;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::{CancellationToken, DropGuard};
use whistle_domain::clock::Clock;
use whistle_domain::stored::StoredEvent;

pub use as_of::load_as_of;
pub use error::{AppendError, ReadError};
pub use event::{Append, Appended, NewEvent, RecordedEvent, StreamId};
pub use execute::{CommandMeta, ExecuteError, Executed, IdOrigin, execute, replay};
pub use leaves::RecordedLeaf;
pub use read::{COMMANDS_ASKED_MAX, READ_EVENTS_MAX};
pub use rebuild::{AggregateCache, LoadError, load, load_all, load_at};
pub use scope::{CommandScope, Context, Outcome, ScopeError};
pub use settings::LogSettings;
pub use verify::{Problem, ProblemKind, Verification};

use batch::Submission;
use event::Metadata;

/// What the log can keep: an aggregate whose events have a stored form.
pub trait Logged:
    Aggregate<Command: Clone + Send, Event: StoredEvent, Error: Send + Sync + 'static, Services: Send>
    + Clone
    + 'static
{
}

impl<A> Logged for A where
    A: Aggregate<Command: Clone + Send, Event: StoredEvent, Error: Send + Sync + 'static, Services: Send>
        + Clone
        + 'static
{
}

/// The log, for one process. Clones share one appender, which stops when the last clone is gone.
#[derive(Clone)]
pub struct EventLog(Arc<Shared>);

struct Shared {
    pool: PgPool,
    clock: Arc<dyn Clock>,
    settings: LogSettings,
    queue: mpsc::Sender<Submission>,
    head: watch::Receiver<i64>,
    _poll_stops_with_the_log: DropGuard,
}

impl EventLog {
    /// Starts the appender on a connection of its own to `url`, and the shared poll of the head on `pool`; reads use
    /// `pool` too. The database may be away: it is found when it comes.
    ///
    /// Must be called within a Tokio runtime.
    pub fn start(url: &str, pool: PgPool, clock: Arc<dyn Clock>, settings: LogSettings) -> Self {
        let (queue, submissions) = mpsc::channel(settings.queue_commands_max);
        let (head_sender, head) = watch::channel(0);
        let link = link::Link::new(url, &settings);
        tokio::spawn(appender::run(
            link,
            Arc::clone(&clock),
            settings.clone(),
            submissions,
            head_sender.clone(),
        ));
        let stop = CancellationToken::new();
        let following = head::poll(pool.clone(), settings.poll_interval, head_sender);
        tokio::spawn(stop.clone().run_until_cancelled_owned(following));
        Self(Arc::new(Shared {
            pool,
            clock,
            settings,
            queue,
            head,
            _poll_stops_with_the_log: stop.drop_guard(),
        }))
    }

    /// Records one command's events, all or none, and returns once they are durable.
    ///
    /// A caller that stops waiting (drops this future) leaves the outcome open, as with [`AppendError::Unavailable`].
    #[boxed]
    pub async fn append(&self, mut append: Append) -> Result<Appended, AppendError> {
        for event in &mut append.events {
            event.occurred_at = event.occurred_at.trunc_subsecs(6);
        }
        let metadata = Metadata::encode(&append.actor, append.request_digest.as_ref());
        let bytes = self.measured(&append, &metadata)?;
        let (reply, answer) = oneshot::channel();
        self.0.queue.try_send(Submission { append, metadata, bytes, reply }).map_err(
            |refused| match refused {
                mpsc::error::TrySendError::Full(_) => AppendError::Overloaded,
                mpsc::error::TrySendError::Closed(_) => AppendError::Unavailable,
            },
        )?;
        match tokio::time::timeout(self.0.settings.confirm_timeout, answer).await {
            Ok(Ok(result)) => result,
            Ok(Err(_)) | Err(_) => Err(AppendError::Unavailable),
        }
    }

    /// The size of a command, when it is within the limits.
    fn measured(&self, append: &Append, metadata: &[u8]) -> Result<usize, AppendError> {
        let (events, events_max) =
            (append.events.len(), self.0.settings.command_events_max.min(usize::from(u16::MAX) / 2));
        if events == 0 {
            return Err(AppendError::Empty);
        }
        if events > events_max {
            return Err(AppendError::TooManyEvents { events, events_max });
        }
        let stored =
            append.events.iter().map(|event| event.payload.len() + event.event_type.len() + metadata.len());
        let (bytes, bytes_max) = (stored.sum(), self.0.settings.command_bytes_max);
        if bytes > bytes_max {
            return Err(AppendError::TooLarge { bytes, bytes_max });
        }
        Ok(bytes)
    }

    /// The highest position that is known to be visible: everything up to it can be read. Follows this process's
    /// commits at once and those of other processes within the poll interval.
    pub fn head(&self) -> watch::Receiver<i64> {
        self.0.head.clone()
    }

    /// Waits until `position` is visible, for `timeout` at most. Tells whether it is.
    pub async fn wait_for(&self, position: i64, timeout: Duration) -> bool {
        let mut head = self.head();
        tokio::time::timeout(timeout, head.wait_for(|seen| *seen >= position))
            .await
            .is_ok_and(|seen| seen.is_ok())
    }

    fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    fn pool(&self) -> &PgPool {
        &self.0.pool
    }
}

/// Moves the head up to `position`; it never goes down.
fn raise_head(head: &watch::Sender<i64>, position: i64) {
    head.send_if_modified(|seen| {
        let higher = position > *seen;
        *seen = (*seen).max(position);
        higher
    });
}
