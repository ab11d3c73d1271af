//! One command, from its id to its recorded events.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use cqrs_es::{AggregateError, CqrsFramework};
use uuid::Uuid;
use whistle_domain::actor::Actor;

use super::rebuild::decoded;
use super::{
    AggregateCache, AppendError, Appended, CommandScope, Context, EventLog, LoadError, Logged, Outcome,
    ScopeError, load_at,
};

/// How often a command that loses races is decided anew before the conflict is reported.
const DECISIONS_MAX: u32 = 5;

/// Who made a command's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdOrigin {
    /// This process, just now: the log cannot know it yet, so it is not asked.
    Generated,
    /// The client (an idempotency key): the command may have been executed before.
    Client,
}

/// Everything about a command except what it says.
#[derive(Debug, Clone)]
pub struct CommandMeta {
    /// Names the command for ever.
    pub command_id: Uuid,
    /// Who made the id.
    pub id_origin: IdOrigin,
    /// Who gives the command.
    pub actor: Actor,
    /// SHA-256 of the request, so that the reuse of an id for another request is noticed.
    pub request_digest: Option<[u8; 32]>,
    /// The version that the caller has seen, if the command is meant for no other; 0 means "must not exist yet", and
    /// spares the read of a new aggregate.
    pub if_match: Option<u32>,
    /// When the events happened; nothing means now.
    pub occurred_at: Option<DateTime<Utc>>,
}

/// A command that has been executed, now or before.
#[derive(Debug, Clone)]
pub struct Executed<A: Logged> {
    /// The state right after the command's events.
    pub aggregate: A,
    /// The command's events; none when the command changed nothing.
    pub events: Vec<A::Event>,
    /// Where they stand. For a command that changed nothing, an empty range: `first_position` is one more than
    /// `last_position`, which is where the aggregate's last event stands.
    pub appended: Appended,
}

/// Why a command was not executed.
#[derive(Debug, thiserror::Error)]
pub enum ExecuteError<E: std::error::Error + 'static> {
    /// The domain refused it.
    #[error("the command is refused")]
    Refused(#[source] E),
    /// The aggregate has another version than the caller has seen.
    #[error("the aggregate has version {current}, not the one that the caller has seen")]
    Stale {
        /// The version that it has.
        current: u32,
    },
    /// Others changed the aggregate each time before this command was recorded. Trying again may help.
    #[error("others keep changing the aggregate")]
    Contended,
    /// The command id was used before, for another request or another aggregate.
    #[error("the command id was used for something else")]
    CommandReused,
    /// The aggregate could not be loaded.
    #[error("the aggregate cannot be loaded")]
    Load(#[from] LoadError),
    /// The events could not be appended.
    #[error("the events cannot be appended")]
    Append(#[source] AppendError),
    /// An event has no JSON form.
    #[error("an event has no JSON form")]
    Unserialisable(#[source] serde_json::Error),
}

/// Executes `command` on the aggregate in `stream`, exactly once for its id.
///
/// A command that was executed before is answered as it was then. One that loses a race is decided anew on the new
/// state, unless it was meant for a certain version (`if_match`). So is one that a cached state refuses, or finds done
/// already, when the log has left that state behind.
#[boxed]
pub async fn execute<A: Logged>(
    log: &EventLog,
    cache: &AggregateCache<A>,
    stream: Uuid,
    command: A::Command,
    services: A::Services,
    meta: CommandMeta,
) -> Result<Executed<A>, ExecuteError<A::Error>> {
    let replayed = replay_of_client(log, stream, &meta).await?;
    if let Some(executed) = replayed {
        return Ok(executed);
    }
    let scope = CommandScope::new(log.clone(), cache.clone(), meta.clone());
    let framework = CqrsFramework::new(scope.clone(), Vec::new(), services);
    for _decision in 0..DECISIONS_MAX {
        let decided = framework.execute(&stream.to_string(), command.clone()).await;
        if let Err(AggregateError::UserError(refusal)) = decided {
            if outdated(log, &scope, stream).await? {
                cache.evict(stream);
                continue;
            }
            // The same command may have been executed since it was looked up, and be refused for that reason.
            return replay_of_client(log, stream, &meta).await?.ok_or(ExecuteError::Refused(refusal));
        }
        match scope.take_outcome().expect("the framework loads, and commits what is not refused") {
            Outcome::Committed { appended, .. } if appended.duplicate => {
                return replay(log, stream, &meta).await?.ok_or(ExecuteError::CommandReused);
            }
            Outcome::Committed { context, events, appended } => {
                return Ok(Executed { aggregate: context.aggregate, events, appended });
            }
            // "Nothing to do" is believed of the newest state only, as a refusal is; an append would have noticed by itself.
            Outcome::Unchanged(_) if outdated(log, &scope, stream).await? => cache.evict(stream),
            Outcome::Unchanged(context) => return Ok(unchanged(context)),
            Outcome::Failed(ScopeError::Append(AppendError::VersionConflict { current }))
                if meta.if_match.is_some() =>
            {
                return Err(ExecuteError::Stale { current });
            }
            Outcome::Failed(ScopeError::Append(AppendError::VersionConflict { .. })) => {}
            Outcome::Failed(ScopeError::Stale { current }) => {
                let replayed = replay_of_client(log, stream, &meta).await?;
                return replayed.ok_or(ExecuteError::Stale { current });
            }
            Outcome::Failed(ScopeError::Load(error)) => return Err(error.into()),
            Outcome::Failed(ScopeError::Append(error)) => return Err(ExecuteError::Append(error)),
            Outcome::Failed(ScopeError::Unserialisable(error)) => {
                return Err(ExecuteError::Unserialisable(error));
            }
        }
    }
    Err(ExecuteError::Contended)
}

/// Whether the last decision was made on a cached state that the log has left behind.
async fn outdated<A: Logged>(
    log: &EventLog,
    scope: &CommandScope<A>,
    stream: Uuid,
) -> Result<bool, LoadError> {
    match scope.cached_basis() {
        Some(version) => Ok(log.stream_version(stream).await? != version),
        None => Ok(false),
    }
}

fn unchanged<A: Logged>(context: Context<A>) -> Executed<A> {
    let Context { aggregate, version, last_position, .. } = context;
    let appended = Appended { first_position: last_position + 1, last_position, version, duplicate: false };
    Executed { aggregate, events: Vec::new(), appended }
}

/// [`replay`], for ids that the log can know.
async fn replay_of_client<A: Logged>(
    log: &EventLog,
    stream: Uuid,
    meta: &CommandMeta,
) -> Result<Option<Executed<A>>, ExecuteError<A::Error>> {
    match meta.id_origin {
        IdOrigin::Generated => Ok(None),
        IdOrigin::Client => replay(log, stream, meta).await,
    }
}

/// The answer that the command had when it was executed before, or nothing when it was not.
pub async fn replay<A: Logged>(
    log: &EventLog,
    stream: Uuid,
    meta: &CommandMeta,
) -> Result<Option<Executed<A>>, ExecuteError<A::Error>> {
    let recorded = log.read_command(meta.command_id).await.map_err(LoadError::from)?;
    let (Some(first), Some(last)) = (recorded.first(), recorded.last()) else { return Ok(None) };
    if first.stream_id != stream
        || first.stream_type != A::TYPE
        || first.request_digest != meta.request_digest
    {
        return Err(ExecuteError::CommandReused);
    }
    let events = recorded.iter().map(decoded::<A>).collect::<Result<_, _>>()?;
    let aggregate = load_at(log, stream, last.version).await?.ok_or(ExecuteError::CommandReused)?;
    let appended = Appended {
        first_position: first.position,
        last_position: last.position,
        version: last.version,
        duplicate: true,
    };
    Ok(Some(Executed { aggregate, events, appended }))
}
