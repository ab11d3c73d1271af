//! How far the read models have come, for whoever waits for them and whoever watches them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgPool;
use tokio::sync::{Mutex, watch};

use super::projection::projections;

/// How often a process looks at the checkpoints while one of its readers waits: another process may be leading.
const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// The read models as one process sees them. Clones share one view, and one poll.
#[derive(Debug, Clone)]
pub struct Projections(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    pool: PgPool,
    positions: watch::Sender<BTreeMap<String, i64>>,
    /// Held by the one waiting reader that polls for all.
    poll: Mutex<()>,
}

/// The state of one projection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProjectionStatus {
    /// Its name.
    pub name: String,
    /// The last event that it took in.
    pub position: i64,
    /// Events that it has not taken in yet.
    pub lag_events: i64,
    /// Age of the oldest of them, in seconds; 0 when there is none.
    pub lag_seconds: f64,
    /// Why it stopped for good, if it did. It stands in front of the event that it cannot take in.
    pub halted: Option<String>,
}

/// Why the state of the projections is not known.
#[derive(Debug, thiserror::Error)]
pub enum StatusError {
    /// The database did not answer.
    #[error("the checkpoints cannot be read")]
    Database(#[from] sqlx::Error),
}

/// Why waiting was in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WaitError {
    /// The read models had not come so far in time.
    #[error("the read models did not reach position {position} in time")]
    TimedOut {
        /// The position waited for.
        position: i64,
    },
}

impl Projections {
    /// The read models of the database behind `pool`.
    pub fn new(pool: PgPool) -> Self {
        let unknown = projections().iter().map(|projection| (projection.name().to_owned(), 0)).collect();
        Self(Arc::new(Shared { pool, positions: watch::Sender::new(unknown), poll: Mutex::new(()) }))
    }

    /// Waits until every read model has taken in the event at `position`, whichever process leads, for `timeout` at
    /// most.
    pub async fn wait_until(&self, position: i64, timeout: Duration) -> Result<(), WaitError> {
        let mut positions = self.0.positions.subscribe();
        let reached = positions.wait_for(|seen| seen.values().all(|projected| *projected >= position));
        let waited = tokio::time::timeout(timeout, async {
            tokio::select! {
                biased;
                _reached = reached => {}
                () = self.poll_for_all() => {}
            }
        });
        waited.await.map_err(|_elapsed| WaitError::TimedOut { position })
    }

    /// The state of every projection; `now` is what lag is measured against.
    pub async fn status(&self, now: DateTime<Utc>) -> Result<Vec<ProjectionStatus>, StatusError> {
        let rows = sqlx::query_file!("src/projections/queries/checkpoint_status.sql")
            .fetch_all(&self.0.pool)
            .await?;
        let seconds_since = |instant: DateTime<Utc>| (now - instant).as_seconds_f64().max(0.0);
        let status = rows.into_iter().map(|row| ProjectionStatus {
            name: row.name,
            position: row.position,
            lag_events: row.lag_events,
            lag_seconds: row.waiting_since.map_or(0.0, seconds_since),
            halted: row.halted,
        });
        Ok(status.collect())
    }

    pub(super) fn pool(&self) -> &PgPool {
        &self.0.pool
    }

    /// Tells waiting readers how far a projection has come.
    pub(super) fn publish(&self, name: &str, position: i64) {
        self.0.positions.send_modify(|seen| {
            seen.insert(name.to_owned(), position);
        });
    }

    /// Reads the checkpoints again and again, unless somebody does already. Never returns.
    async fn poll_for_all(&self) {
        let _one_polls_for_all = self.0.poll.lock().await;
        loop {
            tokio::time::sleep(POLL_INTERVAL).await;
            match sqlx::query!("SELECT name, position FROM projection_checkpoints")
                .fetch_all(&self.0.pool)
                .await
            {
                // What is read is what holds, also when it is less: a crash of the database may take back commits
                // that did not wait for the disk.
                Ok(rows) => rows.into_iter().for_each(|row| self.publish(&row.name, row.position)),
                Err(error) => {
                    tracing::debug!(
                        error = &error as &dyn std::error::Error,
                        "the checkpoints could not be read"
                    );
                }
            }
        }
    }
}
