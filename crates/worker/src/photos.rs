//! 照片: what was taken in and used by nobody is deleted after a day.
//!
//! Every process sweeps; what one has swept the other does not find.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::MissedTickBehavior;
use whistle_app::App;

/// How often it is looked whether something is to be swept.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// Sweeps for ever.
pub(crate) async fn sweep(app: Arc<App>) {
    metrics::describe_counter!("whistle_photos_swept_total", "Photographs deleted because nobody used them");
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match app.sweep_photos().await {
            Ok(swept) => metrics::counter!("whistle_photos_swept_total").increment(swept),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(error, "photographs will be swept again");
            }
        }
    }
}
