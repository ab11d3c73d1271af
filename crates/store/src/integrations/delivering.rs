//! How far each integration has been told. Nothing here is locked while something is on its way: whoever has a delivery in
//! hand wrote its own name and an end into the row, and every step is refused when the row has moved on meanwhile.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Integration, Integrations, IntegrationsError};

/// How long a process may have a delivery in hand. Longer than any attempt may take; after it the others believe that the
/// process is gone.
const IN_HAND_MAX: TimeDelta = TimeDelta::seconds(30);

/// A delivery that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InHand {
    /// Names it; every attempt bears the same name.
    pub id: Uuid,
    /// It ends with this position of the log.
    pub through: i64,
}

/// What an attempt came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// The status of HTTP, if there was an answer.
    pub status: Option<u16>,
    /// Why there was none, as a stable word.
    pub error: Option<&'static str>,
}

impl Integrations {
    /// Those to be told something, as far as can be seen from their rows: active, not waiting after a failure, in nobody
    /// else's hand, and not yet at `head`.
    pub async fn due(
        &self,
        process: Uuid,
        head: i64,
        now: DateTime<Utc>,
    ) -> Result<Vec<Uuid>, IntegrationsError> {
        let due = sqlx::query_scalar!(
            "SELECT id FROM integrations
             WHERE state = 'active' AND delivered < $3
               AND (next_attempt_at IS NULL OR next_attempt_at <= $2)
               AND (in_hand_until IS NULL OR in_hand_until <= $2 OR in_hand_by = $1)",
            process,
            now,
            head
        );
        Ok(due.fetch_all(&self.pool).await?)
    }

    /// Those that the service paused itself.
    pub async fn given_up(&self) -> Result<Vec<Uuid>, IntegrationsError> {
        let given_up = sqlx::query_scalar!(
            "SELECT id FROM integrations WHERE state = 'paused' AND pause_cause = 'failing'"
        );
        Ok(given_up.fetch_all(&self.pool).await?)
    }

    /// Takes a delivery in hand before it is sent, durably: whoever sends it after a crash sends the same. `seen` is the row
    /// from which it was put together; another delivery that it has in hand is let go. Says whether it may be sent by this process,
    /// which has it in hand for thirty seconds from `now`.
    pub async fn begin(
        &self,
        seen: &Integration,
        delivery: InHand,
        process: Uuid,
        now: DateTime<Utc>,
    ) -> Result<bool, IntegrationsError> {
        let begun = sqlx::query_file!(
            "src/integrations/queries/begin.sql",
            seen.id,
            seen.delivered,
            seen.in_hand.map(|in_hand| in_hand.id),
            delivery.id,
            delivery.through,
            process,
            now,
            now + IN_HAND_MAX,
            i32::try_from(seen.failures).unwrap_or(i32::MAX)
        );
        Ok(begun.execute(&self.pool).await?.rows_affected() > 0)
    }

    /// The delivery was taken. Says whether it was still in hand.
    pub async fn taken(&self, id: Uuid, delivery: Uuid, attempt: Attempt) -> Result<bool, IntegrationsError> {
        let status = attempt.status.and_then(|status| i16::try_from(status).ok());
        let taken = sqlx::query_file!("src/integrations/queries/taken.sql", id, delivery, attempt.at, status);
        Ok(taken.execute(&self.pool).await?.rows_affected() > 0)
    }

    /// The delivery was not taken, and is not tried again before `next_attempt_at`.
    pub async fn failed(
        &self,
        id: Uuid,
        delivery: Uuid,
        attempt: Attempt,
        next_attempt_at: DateTime<Utc>,
    ) -> Result<(), IntegrationsError> {
        let status = attempt.status.and_then(|status| i16::try_from(status).ok());
        let failed = sqlx::query_file!(
            "src/integrations/queries/failed.sql",
            id,
            delivery,
            attempt.at,
            status,
            attempt.error,
            next_attempt_at
        );
        failed.execute(&self.pool).await?;
        Ok(())
    }

    /// There was nothing for it up to this position. What it has in hand lets go when nothing is left in it.
    pub async fn passed(&self, seen: &Integration, through: i64) -> Result<(), IntegrationsError> {
        let passed = sqlx::query!(
            "UPDATE integrations
             SET delivered = $4, in_hand = NULL, in_hand_through = NULL, in_hand_by = NULL, in_hand_until = NULL
             WHERE id = $1 AND state = 'active' AND delivered = $2 AND in_hand IS NOT DISTINCT FROM $3",
            seen.id,
            seen.delivered,
            seen.in_hand.map(|in_hand| in_hand.id),
            through
        );
        passed.execute(&self.pool).await?;
        Ok(())
    }
}
