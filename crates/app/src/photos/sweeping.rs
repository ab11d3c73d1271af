//! What becomes of photographs that no event names.

use chrono::TimeDelta;

use crate::{App, AppError};

/// How long a photograph waits for a command that uses it.
const UNUSED_FOR_MAX: TimeDelta = TimeDelta::hours(24);
/// How long a command may take from reserving a photograph to its event; far longer than any does.
const COMMAND_TAKES_MAX: TimeDelta = TimeDelta::minutes(5);
/// Photographs that are looked at in one statement.
const BATCH_MAX: i64 = 100;
/// Batches in one sweep; the next one goes on.
const BATCHES_MAX: usize = 100;

impl App {
    /// Asks the log after photographs that were reserved a while ago, and gives back those that no event names; then deletes
    /// what nobody has used for a day. Says how many were deleted. Harmless to do twice, or by two services at once.
    pub async fn sweep_photos(&self) -> Result<u64, AppError> {
        self.settle_reservations().await?;
        let (mut deleted, before) = (0, self.clock.now() - UNUSED_FOR_MAX);
        for _ in 0..BATCHES_MAX {
            let batch = self.photos.photos.delete_unused(before, BATCH_MAX).await?;
            deleted += batch;
            if batch < BATCH_MAX.unsigned_abs() {
                break;
            }
        }
        Ok(deleted)
    }

    async fn settle_reservations(&self) -> Result<(), AppError> {
        let before = self.clock.now() - COMMAND_TAKES_MAX;
        for _ in 0..BATCHES_MAX {
            let reservations = self.photos.photos.unsettled(before, BATCH_MAX).await?;
            if reservations.is_empty() {
                break;
            }
            for reservation in reservations {
                let named = self.shows(reservation.case, reservation.id).await?;
                self.photos.photos.settle(reservation, named).await?;
            }
        }
        Ok(())
    }
}
