//! 报告包: frozen when the period is over, on Monday at eight for weeks, in the night for months and quarters.
//!
//! Every process tries; the log takes each once. A service that was down does it when it starts.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::MissedTickBehavior;
use whistle_app::App;

/// How often it is looked whether a pack is due. The clock of the machine may be set, so nothing sleeps until Monday.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// Looks for ever.
pub(crate) async fn freeze_due(app: Arc<App>) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        // On the heap: what is counted makes this future too large for the stacks that it would be moved over.
        match Box::pin(app.freeze_due_packs()).await {
            Ok(0) => {}
            Ok(frozen) => tracing::info!(frozen, "report packs were frozen"),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(error, "report packs will be tried again");
            }
        }
    }
}
