//! The event store as `cqrs-es` sees it, for the length of one command.
//!
//! Only `EventStore::commit` sees the new state, the expected version and the command together, so the trait is
//! implemented directly. The framework's snapshots are not used: they apply every event twice.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use cqrs_es::{Aggregate, AggregateContext, AggregateError, DomainEvent, EventEnvelope, EventStore};
use uuid::Uuid;
use whistle_domain::stored::StoredEvent;

use super::rebuild::{caught_up, decoded};
use super::{
    AggregateCache, Append, AppendError, Appended, CommandMeta, EventLog, LoadError, Logged, NewEvent,
    StreamId,
};

/// An aggregate with its place in the log.
#[derive(Debug, Clone)]
pub struct Context<A> {
    /// The stream of the aggregate.
    pub stream: Uuid,
    /// Its state at `version`.
    pub aggregate: A,
    /// Its version; 0 when it does not exist yet.
    pub version: u32,
    /// The position of its last event; 0 when it does not exist yet.
    pub last_position: i64,
}

impl<A: Default> Context<A> {
    /// The state before the first event.
    pub(super) fn empty(stream: Uuid) -> Self {
        Self { stream, aggregate: A::default(), version: 0, last_position: 0 }
    }
}

impl<A: Aggregate> AggregateContext<A> for Context<A> {
    fn aggregate(&mut self) -> &mut A {
        &mut self.aggregate
    }
}

/// What became of a decision.
pub enum Outcome<A: Logged> {
    /// Its events are in the log; `context` is the state after them. For a duplicate it is the state that this
    /// decision would have led to, and of no use.
    Committed {
        /// The new state.
        context: Context<A>,
        /// The new events.
        events: Vec<A::Event>,
        /// Where they stand.
        appended: Appended,
    },
    /// It led to no event.
    Unchanged(Context<A>),
    /// It could not be made, or not be recorded.
    Failed(ScopeError),
}

/// Why a decision could not be made or recorded.
#[derive(Debug, thiserror::Error)]
pub enum ScopeError {
    /// The aggregate could not be loaded.
    #[error("the aggregate cannot be loaded")]
    Load(#[from] LoadError),
    /// The aggregate has another version than the caller has seen.
    #[error("the aggregate has version {current}, not the one that the caller has seen")]
    Stale {
        /// The version that it has.
        current: u32,
    },
    /// The events could not be appended.
    #[error("the events cannot be appended")]
    Append(#[from] AppendError),
    /// An event has no JSON form.
    #[error("an event has no JSON form")]
    Unserialisable(#[from] serde_json::Error),
}

/// The event store of one command. Clones share what became of it.
#[derive(Clone)]
pub struct CommandScope<A: Logged> {
    log: EventLog,
    cache: AggregateCache<A>,
    meta: Arc<CommandMeta>,
    trace: Arc<Mutex<Trace<A>>>,
}

struct Trace<A: Logged> {
    /// The version on which the last decision was based, when it came from the cache.
    cached_basis: Option<u32>,
    outcome: Option<Outcome<A>>,
}

impl<A: Logged> CommandScope<A> {
    /// A scope for the command that `meta` describes.
    pub fn new(log: EventLog, cache: AggregateCache<A>, meta: CommandMeta) -> Self {
        let trace = Trace { cached_basis: None, outcome: None };
        Self { log, cache, meta: Arc::new(meta), trace: Arc::new(Mutex::new(trace)) }
    }

    /// What became of the last decision; nothing when the domain refused it.
    pub fn take_outcome(&self) -> Option<Outcome<A>> {
        self.trace().outcome.take()
    }

    /// The version on which the last decision was based, when it came from the cache and may be behind the log.
    pub(super) fn cached_basis(&self) -> Option<u32> {
        self.trace().cached_basis
    }

    fn trace(&self) -> std::sync::MutexGuard<'_, Trace<A>> {
        self.trace.lock().expect("no holder of this lock can panic")
    }

    async fn context(&self, stream: Uuid) -> Result<Context<A>, ScopeError> {
        let expected = self.meta.if_match;
        if expected == Some(0) {
            // The append makes sure of it; a new aggregate costs no read.
            return Ok(Context::empty(stream));
        }
        if let Some(cached) =
            self.cache.get(stream).filter(|cached| expected.is_none_or(|seen| seen == cached.version))
        {
            self.trace().cached_basis = Some(cached.version);
            return Ok(cached);
        }
        let context = caught_up(&self.log, Context::empty(stream), u32::MAX).await?;
        match expected {
            Some(seen) if seen != context.version => Err(ScopeError::Stale { current: context.version }),
            _ => Ok(context),
        }
    }

    async fn record(&self, events: Vec<A::Event>, context: Context<A>) -> Result<Outcome<A>, ScopeError> {
        if events.is_empty() {
            return Ok(Outcome::Unchanged(context));
        }
        let occurred_at = self.meta.occurred_at.unwrap_or_else(|| self.log.now());
        let append = Append {
            command_id: self.meta.command_id,
            stream: StreamId { kind: A::TYPE, id: context.stream },
            expected_version: context.version,
            actor: self.meta.actor.clone(),
            request_digest: self.meta.request_digest,
            events: new_events::<A>(&events, occurred_at)?,
        };
        let appended = self.log.append(append).await.inspect_err(|_| self.cache.evict(context.stream))?;
        // The aggregate has applied its events while it decided: they are not applied again.
        let context = Context { version: appended.version, last_position: appended.last_position, ..context };
        if appended.duplicate {
            self.cache.evict(context.stream);
        } else {
            self.cache.put(context.clone());
        }
        Ok(Outcome::Committed { context, events, appended })
    }

    /// Keeps the exact reason for [`CommandScope::take_outcome`]; the framework gets the nearest that it has.
    fn fail(&self, error: ScopeError) -> AggregateError<A::Error> {
        let answer = match &error {
            ScopeError::Stale { .. } | ScopeError::Append(AppendError::VersionConflict { .. }) => {
                AggregateError::AggregateConflict
            }
            other => AggregateError::UnexpectedError(other.to_string().into()),
        };
        self.trace().outcome = Some(Outcome::Failed(error));
        answer
    }
}

fn new_events<A: Logged>(
    events: &[A::Event],
    occurred_at: DateTime<Utc>,
) -> Result<Vec<NewEvent>, serde_json::Error> {
    let new_event = |event: &A::Event| {
        Ok(NewEvent { event_type: event.event_type(), occurred_at, payload: event.written()? })
    };
    events.iter().map(new_event).collect()
}

fn parsed<E: std::error::Error>(aggregate_id: &str) -> Result<Uuid, AggregateError<E>> {
    aggregate_id.parse().map_err(|error: uuid::Error| AggregateError::UnexpectedError(error.into()))
}

fn envelope<A: Logged>(stream: Uuid, version: u32, payload: A::Event) -> EventEnvelope<A> {
    let sequence = usize::try_from(version).expect("a usize has 32 bits at least");
    EventEnvelope { aggregate_id: stream.to_string(), sequence, payload, metadata: HashMap::new() }
}

impl<A: Logged> EventStore<A> for CommandScope<A> {
    type AC = Context<A>;

    async fn load_events(
        &self,
        aggregate_id: &str,
    ) -> Result<Vec<EventEnvelope<A>>, AggregateError<A::Error>> {
        let stream = parsed(aggregate_id)?;
        let recorded = self
            .log
            .read_stream(stream, 0)
            .await
            .map_err(|error| self.fail(LoadError::from(error).into()))?;
        let decoded = recorded.iter().map(|event| Ok(envelope(stream, event.version, decoded::<A>(event)?)));
        decoded.collect::<Result<_, LoadError>>().map_err(|error| self.fail(error.into()))
    }

    async fn load_aggregate(&self, aggregate_id: &str) -> Result<Context<A>, AggregateError<A::Error>> {
        let stream = parsed(aggregate_id)?;
        self.trace().cached_basis = None;
        self.context(stream).await.map_err(|error| self.fail(error))
    }

    async fn commit(
        &self,
        events: Vec<A::Event>,
        context: Context<A>,
        _metadata: HashMap<String, String>,
    ) -> Result<Vec<EventEnvelope<A>>, AggregateError<A::Error>> {
        let outcome = self.record(events, context).await.map_err(|error| self.fail(error))?;
        let envelopes = match &outcome {
            Outcome::Committed { context, events, appended } if !appended.duplicate => {
                let first = context.version + 1
                    - u32::try_from(events.len()).expect("the log limits events per command");
                (first..)
                    .zip(events)
                    .map(|(version, event)| envelope(context.stream, version, event.clone()))
                    .collect()
            }
            _ => Vec::new(),
        };
        self.trace().outcome = Some(outcome);
        Ok(envelopes)
    }
}
