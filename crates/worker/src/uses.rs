//! When keys were last used: what was collected in memory is written down once a minute, and when the service ends.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use whistle_app::App;

/// How often.
const WRITE_EVERY: Duration = Duration::from_mins(1);
/// How long the last writing may take.
const LAST_WRITING_MAX: Duration = Duration::from_secs(2);

/// Writes down until it is told to stop.
pub(crate) async fn write_down(app: Arc<App>, stop: CancellationToken) {
    while stop.run_until_cancelled(tokio::time::sleep(WRITE_EVERY)).await.is_some() {
        written(&app).await;
    }
    let _written_or_not = tokio::time::timeout(LAST_WRITING_MAX, written(&app)).await;
}

async fn written(app: &App) {
    if let Err(error) = app.accounts().write_uses_down().await {
        let error = &error as &dyn std::error::Error;
        tracing::warn!(error, "when keys were used is written down later");
    }
}
