//! Taking up an organisation or a policy that was loaded while the service runs.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::MissedTickBehavior;
use tokio_util::task::AbortOnDropHandle;
use whistle_app::{App, Reference};
use whistle_domain::clock::Clock;
use whistle_store::database::Pool;
use whistle_store::reference::{ReferenceStamp, reference_stamp};

use crate::house::furnish;

/// How often it is looked whether something has changed.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// The running look-out. It ends with the value.
pub struct Watch(AbortOnDropHandle<()>);

impl Watch {
    /// Starts looking out for changes, on behalf of `app`.
    pub fn start(pool: Pool, app: Arc<App>) -> Self {
        Self(AbortOnDropHandle::new(tokio::spawn(watch(pool, app))))
    }

    /// Ends it. A change being read is read by the next service.
    pub fn stop(self) {
        self.0.abort();
    }
}

/// The first look always reads: what was loaded at start may have been replaced since.
async fn watch(pool: Pool, app: Arc<App>) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut known = None;
    loop {
        ticks.tick().await;
        match changed(&pool, &**app.clock(), known).await {
            Ok(Some((stamp, reference))) => {
                let (district, policy) =
                    (reference.organisation.name(), reference.policies.current().version());
                tracing::info!(district, policy, "organisation and policy are in force");
                app.replace_reference(reference);
                known = Some(stamp);
            }
            Ok(None) => {}
            Err(error) => {
                tracing::warn!(error = %crate::told(&error), "organisation and policy stay as they were");
            }
        }
    }
}

/// The new reference with its stamp, when there is one. The stamp is read first: a change in between is seen twice
/// rather than never.
async fn changed(
    pool: &Pool,
    clock: &dyn Clock,
    known: Option<ReferenceStamp>,
) -> anyhow::Result<Option<(ReferenceStamp, Reference)>> {
    let stamp = reference_stamp(pool).await?;
    if known == Some(stamp) {
        return Ok(None);
    }
    Ok(Some((stamp, furnish(pool, clock).await?)))
}
