//! The event log as the service runs it, and clients that walk cases through it.

use std::sync::Arc;

use serde::Serialize;
use sqlx::PgPool;
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{Case, Facts};
use whistle_domain::clock::Clock;
use whistle_domain::policy::PolicyLibrary;
use whistle_store::database;
use whistle_store::ids::new_id;
use whistle_store::log::{AggregateCache, CommandMeta, EventLog, IdOrigin, LogSettings, execute};

use super::figures::median;
use super::load::Client;
use super::walk::{COMMANDS_PER_CASE, Walk};

/// Cases held in memory, as in the service.
const CASES_CACHED_MAX: u64 = 20_000;
/// Connections of the service's pool, as in the service.
const POOL_CONNECTIONS_MAX: u32 = 20;

/// What the log was given, as it stands in the database.
#[derive(Debug, Serialize)]
pub struct LoadFacts {
    /// Commands from the report to the rating.
    pub commands_per_case: usize,
    /// How many events one of them comes to.
    pub events_per_command: f64,
    /// Of one event.
    pub payload_bytes_mean: f64,
    /// Metadata, names and hash on top.
    pub row_bytes_mean: f64,
    /// Events per commit, median of the rounds.
    pub batch_events_mean: f64,
}

/// The event log as the service runs it.
pub struct Log {
    log: EventLog,
    pool: PgPool,
    cache: AggregateCache<Case>,
    policies: Arc<PolicyLibrary>,
    clock: Arc<dyn Clock>,
}

impl Log {
    /// Starts it on the database at `url`.
    pub fn start(url: &str, clock: Arc<dyn Clock>, policies: Arc<PolicyLibrary>) -> anyhow::Result<Self> {
        let pool = database::pool(url, POOL_CONNECTIONS_MAX)?;
        let log = EventLog::start(url, pool.clone(), Arc::clone(&clock), LogSettings::default());
        Ok(Self { log, pool, cache: AggregateCache::new(CASES_CACHED_MAX), policies, clock })
    }

    /// A client with cases of its own.
    pub fn client(&self) -> LogClient {
        LogClient {
            log: self.log.clone(),
            cache: self.cache.clone(),
            policies: Arc::clone(&self.policies),
            clock: Arc::clone(&self.clock),
            walk: Walk::new(new_id),
        }
    }

    /// The log itself.
    pub const fn events(&self) -> &EventLog {
        &self.log
    }

    /// The connections that are read with.
    pub const fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// The last position.
    pub async fn head(&self) -> anyhow::Result<i64> {
        Ok(sqlx::query_scalar!(r#"SELECT coalesce(max(position), 0) AS "head!" FROM events"#)
            .fetch_one(&self.pool)
            .await?)
    }

    /// Events per commit after position `before`. Whatever was committed together has the same transaction number.
    pub async fn batch_events_since(&self, before: i64) -> anyhow::Result<f64> {
        Ok(sqlx::query_scalar!(
            r#"SELECT count(*)::float8 / greatest(count(DISTINCT xmin::text), 1) AS "mean!" FROM events WHERE position > $1"#,
            before
        )
        .fetch_one(&self.pool)
        .await?)
    }

    /// What it was given.
    pub async fn facts(&self, batch_events: &[f64]) -> anyhow::Result<LoadFacts> {
        let found = sqlx::query!(
            r#"SELECT count(*)::float8 / greatest(count(*) FILTER (WHERE command_ordinal = 0), 1) AS "per_command!",
                      coalesce(avg(octet_length(payload)), 0)::float8 AS "payload!",
                      coalesce(avg(octet_length(payload) + octet_length(metadata) + octet_length(event_type)
                          + octet_length(stream_type) + octet_length(leaf_hash)), 0)::float8 AS "row!"
               FROM events"#
        )
        .fetch_one(&self.pool)
        .await?;
        Ok(LoadFacts {
            commands_per_case: COMMANDS_PER_CASE,
            events_per_command: found.per_command,
            payload_bytes_mean: found.payload,
            row_bytes_mean: found.row,
            batch_events_mean: median(batch_events),
        })
    }
}

/// Walks cases through the log.
pub struct LogClient {
    log: EventLog,
    cache: AggregateCache<Case>,
    policies: Arc<PolicyLibrary>,
    clock: Arc<dyn Clock>,
    walk: Walk,
}

impl LogClient {
    /// Gives the next command, and answers with the position of its last event.
    pub async fn step(&mut self) -> anyhow::Result<i64> {
        let now = self.clock.now();
        let step = self.walk.next(now);
        let meta = CommandMeta {
            command_id: new_id(),
            id_origin: IdOrigin::Generated,
            actor: step.actor.clone(),
            request_digest: None,
            if_match: step.first.then_some(0),
            occurred_at: None,
        };
        let facts = Facts {
            now,
            actor: step.actor,
            policies: Arc::clone(&self.policies),
            calendar: WorkCalendar::embedded(),
        };
        let executed = execute(&self.log, &self.cache, step.case, step.command, facts, meta).await?;
        Ok(executed.appended.last_position)
    }
}

impl Client for LogClient {
    async fn operate(&mut self) -> anyhow::Result<()> {
        self.step().await.map(drop)
    }
}
