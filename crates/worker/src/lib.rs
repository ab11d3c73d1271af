//! The loops of the service: one per projection, one that watches how far they are, one for what happens to cases by
//! itself, one for the nightly check, one for the report packs, one for photographs that nobody uses, one that tells other
//! systems, and one that writes down when keys were used.
//!
//! A projection looks after itself while the database is away (see `whistle_store::projections`); what is left for
//! this crate is to begin the loops, to begin one again that should never have ended, to say how far they are, and
//! to end them together.

mod lag;
mod nightly;
mod packs;
mod photos;
mod restart;
mod timers;
mod uses;
mod webhooks;

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use whistle_app::App;
use whistle_domain::clock::Clock;
use whistle_store::log::EventLog;
use whistle_store::projections::{Projections, projections};

/// Loops that were told to end and did not, in time. They were left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{loops} loop(s) did not end within {waited:?}")]
pub struct StillRunning {
    /// How many.
    pub loops: usize,
    /// How long was waited.
    pub waited: Duration,
}

/// The running loops. Dropping the value tells them to end without waiting for it.
#[derive(Debug)]
pub struct Workers {
    loops: TaskTracker,
    stop: CancellationToken,
}

impl Workers {
    /// Starts every loop. Must be called inside a Tokio runtime.
    pub fn start(read_models: &Projections, log: &EventLog, clock: Arc<dyn Clock>) -> Self {
        let workers = Self { loops: TaskTracker::new(), stop: CancellationToken::new() };
        for projection in projections() {
            let (read_models, log, stop) = (read_models.clone(), log.clone(), workers.stop.clone());
            let name = projection.name();
            workers.loops.spawn(restart::keep_running(name, workers.stop.clone(), move || {
                let (read_models, projection) = (read_models.clone(), Arc::clone(&projection));
                let (log, stop) = (log.clone(), stop.clone());
                async move { read_models.run(projection, log, stop).await }
            }));
        }
        let (checked, hands, stop) = (log.clone(), Arc::clone(&clock), workers.stop.clone());
        workers.loops.spawn(restart::keep_running("nightly check", workers.stop.clone(), move || {
            let checking = nightly::keep_checking(checked.clone(), Arc::clone(&hands));
            let ending = stop.clone().run_until_cancelled_owned(checking);
            async move {
                let _ended = ending.await;
            }
        }));
        let watch = lag::watch(read_models.clone(), clock);
        workers.loops.spawn(workers.stop.clone().run_until_cancelled_owned(watch));
        workers.loops.close();
        workers
    }

    /// Keeps time from now on: lets happen in every case what is due. Begun last, when everything else is in place.
    pub fn keep_time(&self, app: &Arc<App>) {
        let app = Arc::clone(app);
        let stop = self.stop.clone();
        self.loops.spawn(restart::keep_running("timers", self.stop.clone(), move || {
            let (app, stop) = (Arc::clone(&app), stop.clone());
            async move {
                stop.run_until_cancelled(timers::keep_time(app)).await;
            }
        }));
    }

    /// Freezes report packs from now on, when their time has come.
    pub fn freeze_packs(&self, app: &Arc<App>) {
        let (app, stop) = (Arc::clone(app), self.stop.clone());
        self.loops.spawn(restart::keep_running("report packs", self.stop.clone(), move || {
            let (app, stop) = (Arc::clone(&app), stop.clone());
            async move {
                stop.run_until_cancelled(packs::freeze_due(app)).await;
            }
        }));
    }

    /// Sweeps photographs that nobody uses, from now on.
    pub fn sweep_photos(&self, app: &Arc<App>) {
        let (app, stop) = (Arc::clone(app), self.stop.clone());
        self.loops.spawn(restart::keep_running("photographs", self.stop.clone(), move || {
            let (app, stop) = (Arc::clone(&app), stop.clone());
            async move {
                stop.run_until_cancelled(photos::sweep(app)).await;
            }
        }));
    }

    /// Tells other systems what happens, from now on.
    pub fn tell_others(&self, app: &Arc<App>) {
        let (app, stop) = (Arc::clone(app), self.stop.clone());
        self.loops.spawn(restart::keep_running("webhooks", self.stop.clone(), move || {
            webhooks::tell(Arc::clone(&app), stop.clone())
        }));
    }

    /// Writes down when keys were used, from now on, and once more at the end.
    pub fn write_uses_down(&self, app: &Arc<App>) {
        let (app, stop) = (Arc::clone(app), self.stop.clone());
        self.loops.spawn(restart::keep_running("uses of keys", self.stop.clone(), move || {
            uses::write_down(Arc::clone(&app), stop.clone())
        }));
    }

    /// Tells every loop to end, and waits until all have, for `patience` at most. What a projection had not
    /// committed is rolled back and taken in again next time.
    pub async fn stop(self, patience: Duration) -> Result<(), StillRunning> {
        self.stop.cancel();
        let ended = tokio::time::timeout(patience, self.loops.wait()).await;
        ended.map_err(|_elapsed| StillRunning { loops: self.loops.len(), waited: patience })
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
