//! From events back to the state of an aggregate.

use std::any::Any;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

use moka::sync::Cache;
use uuid::Uuid;
use whistle_domain::stored::StoredEvent;

use super::read::Row;
use super::{Context, EventLog, Logged, ReadError, RecordedEvent};

/// Why an aggregate could not be rebuilt.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The log could not be read.
    #[error("the events of the stream cannot be read")]
    Read(#[from] ReadError),
    /// An event of the stream is not one that the aggregate knows.
    #[error("the event at position {position} cannot be understood")]
    Event {
        /// Which event.
        position: i64,
        /// What is wrong with its payload.
        source: serde_json::Error,
    },
}

/// The latest known state of the aggregates that are in use.
///
/// An entry may be behind the log when another process has written. That is harmless for commands (the append checks
/// the version, and a refusal is checked again), and [`load`] reads what came after.
#[derive(Clone)]
pub struct AggregateCache<A> {
    contexts: Contexts,
    aggregate: PhantomData<fn() -> A>,
}

impl<A: Logged> AggregateCache<A> {
    /// An empty cache for at most `entries_max` aggregates.
    pub fn new(entries_max: u64) -> Self {
        Self { contexts: Contexts::new(entries_max), aggregate: PhantomData }
    }

    pub(super) fn get(&self, stream: Uuid) -> Option<Context<A>> {
        self.contexts.get(stream)?.downcast_ref().cloned()
    }

    /// The state to go on from: that before the first event, where none is known.
    fn known(&self, stream: Uuid) -> Context<A> {
        self.get(stream).unwrap_or_else(|| Context::empty(stream))
    }

    pub(super) fn put(&self, context: Context<A>) {
        self.contexts.put(context.stream, Arc::new(context));
    }

    pub(super) fn evict(&self, stream: Uuid) {
        self.contexts.evict(stream);
    }
}

/// Contexts of aggregates of one kind, without their type: the cache is ten thousand lines, which would be compiled anew
/// for each kind and in each crate.
#[derive(Clone)]
struct Contexts(Cache<Uuid, Arc<dyn Any + Send + Sync>>);

impl Contexts {
    fn new(entries_max: u64) -> Self {
        Self(Cache::new(entries_max))
    }

    fn get(&self, stream: Uuid) -> Option<Arc<dyn Any + Send + Sync>> {
        self.0.get(&stream)
    }

    fn put(&self, stream: Uuid, context: Arc<dyn Any + Send + Sync>) {
        self.0.insert(stream, context);
    }

    fn evict(&self, stream: Uuid) {
        self.0.invalidate(&stream);
    }
}

/// The present state and version of an aggregate, or nothing when it does not exist. As fresh as the database: a
/// cached state is brought up to date first.
pub async fn load<A: Logged>(
    log: &EventLog,
    cache: &AggregateCache<A>,
    stream: Uuid,
) -> Result<Option<(A, u32)>, LoadError> {
    let context = caught_up(log, cache.known(stream), u32::MAX).await?;
    if context.version == 0 {
        return Ok(None);
    }
    cache.put(context.clone());
    Ok(Some((context.aggregate, context.version)))
}

/// The present states of several different aggregates, by stream, with one read of the log. Those that do not exist are left out, and
/// so are those that cannot be understood: [`load`] tells why.
pub async fn load_all<A: Logged>(
    log: &EventLog,
    cache: &AggregateCache<A>,
    streams: &[Uuid],
) -> Result<HashMap<Uuid, A>, LoadError> {
    let known: Vec<Context<A>> = streams.iter().map(|stream| cache.known(*stream)).collect();
    let versions: Vec<i32> =
        known.iter().map(|context| i32::try_from(context.version).unwrap_or(i32::MAX)).collect();
    let mut events: HashMap<Uuid, Vec<Row>> = HashMap::new();
    for row in log.rows_of_streams(streams, &versions).await? {
        events.entry(row.stream_id).or_default().push(row);
    }
    let mut states = HashMap::with_capacity(known.len());
    for context in known {
        let rows = events.remove(&context.stream).unwrap_or_default();
        let understood = rows.into_iter().map(RecordedEvent::try_from).collect::<Result<_, _>>();
        let context = understood.map_err(LoadError::from).and_then(|events| caught_up_with(context, events));
        if let Ok(context) = context
            && context.version > 0
        {
            cache.put(context.clone());
            states.insert(context.stream, context.aggregate);
        }
    }
    Ok(states)
}

/// The state of an aggregate when it had `version`, or nothing when it has never had it.
pub async fn load_at<A: Logged>(log: &EventLog, stream: Uuid, version: u32) -> Result<Option<A>, LoadError> {
    let context = caught_up(log, Context::<A>::empty(stream), version).await?;
    Ok((version > 0 && context.version == version).then_some(context.aggregate))
}

/// Applies what the log has after `context`, up to and including `through_version`.
pub(super) async fn caught_up<A: Logged>(
    log: &EventLog,
    context: Context<A>,
    through_version: u32,
) -> Result<Context<A>, LoadError> {
    let events = log.read_stream_through(context.stream, context.version, through_version).await?;
    caught_up_with(context, events)
}

/// Applies `events`, which follow `context`.
pub(super) fn caught_up_with<A: Logged>(
    mut context: Context<A>,
    events: Vec<RecordedEvent>,
) -> Result<Context<A>, LoadError> {
    for event in events {
        if event.version != context.version + 1 {
            return Err(ReadError::Damaged { position: event.position, what: "version" }.into());
        }
        context.version = event.version;
        context.last_position = event.position;
        context.aggregate.apply(decoded::<A>(&event)?);
    }
    Ok(context)
}

/// The domain's event in a recorded one.
pub(super) fn decoded<A: Logged>(event: &RecordedEvent) -> Result<A::Event, LoadError> {
    A::Event::read(&event.payload).map_err(|source| LoadError::Event { position: event.position, source })
}
