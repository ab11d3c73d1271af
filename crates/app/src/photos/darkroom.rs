//! Where pictures are decoded: a few at once, on threads of their own.

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinError;

use crate::AppError;

/// Pictures that are decoded at once. Each may need some hundred megabytes and a processor for a moment.
const DECODED_AT_ONCE_MAX: usize = 2;
/// How long a picture waits for its turn.
const TURN_WAIT_MAX: Duration = Duration::from_secs(10);

/// The turns in which pictures are decoded.
pub(super) struct Darkroom {
    turns: Arc<Semaphore>,
}

impl Darkroom {
    pub(super) fn new() -> Self {
        Self { turns: Arc::new(Semaphore::new(DECODED_AT_ONCE_MAX)) }
    }

    /// Works when it is this picture's turn. A thread cannot be called back: whoever waits for the work may go away, and the
    /// turn still ends with the work.
    pub(super) async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Result<T, JoinError>, AppError> {
        let turn = tokio::time::timeout(TURN_WAIT_MAX, Arc::clone(&self.turns).acquire_owned()).await;
        let turn = turn.map_err(|_elapsed| AppError::Overloaded)?.map_err(AppError::internal)?;
        let working = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        Ok(working.await)
    }
}
