//! One poll of the head for the whole process, for the sake of other processes' commits.
//!
//! NOTIFY would wake readers sooner, but takes a cluster-wide lock until the commit is durable.

use std::time::Duration;

use sqlx::PgPool;
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

use super::{EventLog, ReadError, raise_head};

/// Reads the head every `interval`, for ever.
pub(super) async fn poll(pool: PgPool, interval: Duration, head: watch::Sender<i64>) {
    let mut ticks = tokio::time::interval(interval);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match read(&pool).await {
            Ok(position) => raise_head(&head, position),
            Err(error) => {
                tracing::debug!(error = &error as &dyn std::error::Error, "the head could not be read");
            }
        }
    }
}

impl EventLog {
    /// The position of the last event that is recorded at this moment, by whichever process; 0 when there is none.
    /// [`Self::head`] costs nothing, but hears of other processes a moment later.
    pub async fn last_position(&self) -> Result<i64, ReadError> {
        Ok(read(self.pool()).await?)
    }
}

async fn read(pool: &PgPool) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(r#"SELECT coalesce(max(position), 0) AS "head!" FROM events"#).fetch_one(pool).await
}
