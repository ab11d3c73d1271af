//! What the log had at a position, or at an instant of `recorded_at`.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::rebuild::caught_up_with;
use super::{Context, EventLog, LoadError, Logged, ReadError};

/// By how much the clocks of two processes that write may differ. Positions are in the order of commits, instants are
/// those of the clocks; an instant is looked for as far beyond its place as this.
const CLOCKS_APART_MAX: TimeDelta = TimeDelta::minutes(1);

impl EventLog {
    /// The last position recorded at or before `instant`; 0 when the log began later. It is looked for by halving, so
    /// that the log needs no index by instants.
    ///
    /// What is on its way to the log at this very moment may still be recorded with an earlier instant: whoever must get
    /// the same answer for ever remembers the position, not the instant.
    pub async fn position_at(&self, instant: DateTime<Utc>) -> Result<i64, ReadError> {
        let beyond = instant.checked_add_signed(CLOCKS_APART_MAX).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let found = sqlx::query_file_scalar!("src/log/queries/position_at.sql", instant, beyond);
        Ok(found.fetch_one(self.pool()).await?)
    }

    /// When the event at `position` was recorded; nothing where there is none.
    pub async fn recorded_at(&self, position: i64) -> Result<Option<DateTime<Utc>>, ReadError> {
        let recorded = sqlx::query_scalar!("SELECT recorded_at FROM events WHERE position = $1", position);
        Ok(recorded.fetch_optional(self.pool()).await?)
    }
}

/// State and version that an aggregate had when the log was at `position`, or nothing when it did not exist yet.
pub async fn load_as_of<A: Logged>(
    log: &EventLog,
    stream: Uuid,
    position: i64,
) -> Result<Option<(A, u32)>, LoadError> {
    let events = log.read_stream_as_of(stream, position).await?;
    let context = caught_up_with(Context::<A>::empty(stream), events)?;
    Ok((context.version > 0).then_some((context.aggregate, context.version)))
}
