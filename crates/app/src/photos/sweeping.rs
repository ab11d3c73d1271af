//! What becomes of photographs that no event names.

use chrono::TimeDelta;
use whistle_store::photos::Reservation;

use crate::{App, AppError};

/// How long a photograph waits for a command that uses it.
const UNUSED_FOR_MAX: TimeDelta = TimeDelta::hours(24);
/// How long it waits at least after a command that had named it came to nothing.
const GIVEN_BACK_FOR_MIN: TimeDelta = TimeDelta::hours(1);
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
        if let Err(error) = self.settle_reservations().await {
            // What is free already can be swept all the same.
            tracing::warn!(error = &error as &dyn std::error::Error, "reservations will be settled again");
        }
        let now = self.clock.now();
        let (before, given_back_before) = (now - UNUSED_FOR_MAX, now - GIVEN_BACK_FOR_MIN);
        let mut deleted = 0;
        for _ in 0..BATCHES_MAX {
            let batch = self.photos.photos.delete_unused(before, given_back_before, BATCH_MAX).await?;
            deleted += batch;
            if batch < BATCH_MAX.unsigned_abs() {
                break;
            }
        }
        Ok(deleted)
    }

    /// One that cannot be settled is left for the next time, and told of each time: somebody must look at its case.
    async fn settle_reservations(&self) -> Result<(), AppError> {
        let before = self.clock.now() - COMMAND_TAKES_MAX;
        let mut last = None;
        for _ in 0..BATCHES_MAX {
            let reservations = self.photos.photos.unsettled(before, last, BATCH_MAX).await?;
            if reservations.is_empty() {
                break;
            }
            last = reservations.last().copied();
            for reservation in reservations {
                match self.settle(reservation).await {
                    Err(AppError::Unavailable) => return Err(AppError::Unavailable),
                    Err(error) => {
                        let Reservation { id: photo, case, .. } = reservation;
                        let error = &error as &dyn std::error::Error;
                        tracing::error!(error, %photo, %case, "it cannot be found out whether a case has a photograph");
                    }
                    Ok(()) => {}
                }
            }
        }
        Ok(())
    }

    async fn settle(&self, reservation: Reservation) -> Result<(), AppError> {
        let photos = &self.photos.photos;
        match self.holder(reservation.case, reservation.id).await? {
            Some(subject) => photos.settle(reservation, subject).await?,
            None => photos.release(reservation, self.clock.now()).await?,
        }
        Ok(())
    }
}
