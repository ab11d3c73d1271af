//! The clock of the service: lets happen what is due.

use std::sync::Arc;
use std::time::Duration;

use whistle_app::{App, AppError};

/// How often the clock is looked at. What is due happens within a second, the read models' delay included.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// The pause after a look that failed; it doubles up to [`RETRY_PAUSE_MAX`].
const RETRY_PAUSE_MIN: Duration = Duration::from_millis(500);
/// The longest pause after a look that failed.
const RETRY_PAUSE_MAX: Duration = Duration::from_secs(10);

/// Looks at the clock for ever.
pub(crate) async fn keep_time(app: Arc<App>) {
    let mut retry = RETRY_PAUSE_MIN;
    loop {
        match looked_at(&app).await {
            Ok(moved) => {
                metrics::counter!("whistle_timers_total").increment(u64::try_from(moved).unwrap_or(u64::MAX));
                retry = RETRY_PAUSE_MIN;
                tokio::time::sleep(LOOK_EVERY).await;
            }
            Err(error) => {
                tell(&error, retry);
                tokio::time::sleep(retry).await;
                retry = (retry * 2).min(RETRY_PAUSE_MAX);
            }
        }
    }
}

/// What became certain first: an end that moves on is not struck for where it was.
async fn looked_at(app: &App) -> Result<usize, AppError> {
    Ok(app.recount_deadlines().await? + app.keep_time().await?)
}

fn tell(error: &AppError, pause: Duration) {
    let error: &dyn std::error::Error = error;
    tracing::warn!(error, ?pause, "the clock cannot be kept; it is tried again");
}
