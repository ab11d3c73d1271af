//! What the clock of the service looks at, and which process does.

use chrono::{DateTime, Utc};
use sqlx::{PgPool, Postgres, Transaction};
use uuid::Uuid;

use super::QueryError;

/// The advisory lock of whoever watches the clocks of a database.
const WATCH_LOCK: i64 = 7_453_010_373_646_675_828;

/// The watch over the clocks. One process of all that share a database has it, so that they do not all do the same work;
/// what is right does not depend on it, because each case decides for itself what is due.
///
/// It ends with the value, with its connection, or with the process, whichever comes first.
#[derive(Debug)]
pub struct TimerWatch {
    transaction: Transaction<'static, Postgres>,
}

impl TimerWatch {
    /// Takes the watch, if nobody has it.
    pub async fn take(pool: &PgPool) -> Result<Option<Self>, QueryError> {
        let mut transaction = pool.begin().await?;
        let free = sqlx::query_scalar!(r#"SELECT pg_try_advisory_xact_lock($1) AS "free!""#, WATCH_LOCK)
            .fetch_one(&mut *transaction)
            .await?;
        Ok(free.then_some(Self { transaction }))
    }

    /// Cases to which something happens by itself by `now`, the longest due first, after `after`. Fails when the watch is
    /// over.
    pub async fn due(
        &mut self,
        now: DateTime<Utc>,
        after: Option<(DateTime<Utc>, Uuid)>,
        limit: i64,
    ) -> Result<Vec<(DateTime<Utc>, Uuid)>, QueryError> {
        let (at, id) = after.unwrap_or((DateTime::<Utc>::UNIX_EPOCH, Uuid::nil()));
        let due = sqlx::query_file!("src/read/queries/due_timers.sql", now, at, id, limit);
        let rows = due.fetch_all(&mut *self.transaction).await?;
        Ok(rows.into_iter().map(|row| (row.due_at, row.case_id)).collect())
    }
}
