//! What time does to photographs that no event names.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{PhotoError, Photos};

/// A photograph that was reserved for a case; whether the case names it is for the log to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reservation {
    /// The photograph.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// When it was reserved last.
    pub reserved_at: DateTime<Utc>,
}

impl Photos {
    /// Photographs that were reserved before `before` and not asked after yet, the longest waiting first.
    pub async fn unsettled(&self, before: DateTime<Utc>, limit: i64) -> Result<Vec<Reservation>, PhotoError> {
        let reservations =
            sqlx::query_file_as!(Reservation, "src/photos/queries/unsettled.sql", before, limit);
        Ok(reservations.fetch_all(&self.pool).await?)
    }

    /// The log was asked: the photograph belongs to its case, or it is free again. A photograph that was reserved anew
    /// meanwhile waits for the next time.
    pub async fn settle(&self, reservation: Reservation, named: bool) -> Result<(), PhotoError> {
        sqlx::query_file!("src/photos/queries/settle.sql", reservation.id, reservation.reserved_at, named)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Deletes photographs that came before `before` and that no case has, `limit` at most. Says how many.
    pub async fn delete_unused(&self, before: DateTime<Utc>, limit: i64) -> Result<u64, PhotoError> {
        let deleted = sqlx::query_file!("src/photos/queries/delete_unused.sql", before, limit);
        Ok(deleted.execute(&self.pool).await?.rows_affected())
    }
}
