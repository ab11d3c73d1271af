//! Keeps the server running for as long as the service does.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::EmbeddedError;
use crate::cluster::Cluster;
use crate::lock::DirectoryLock;
use crate::postmaster::{Postmaster, settle};
use crate::watchdog::Watchdog;

/// A server that dies more often than this within [`RESTART_WINDOW`] is left dead.
const RESTARTS_MAX: usize = 5;

/// The time in which restarts are counted.
const RESTART_WINDOW: Duration = Duration::from_mins(10);

/// A handle on the task that owns the server.
#[derive(Debug)]
pub struct Supervisor {
    end: oneshot::Sender<()>,
    task: JoinHandle<Result<(), EmbeddedError>>,
}

/// What the task owns. The lock is freed last, when the server has ended.
struct Watch {
    cluster: Cluster,
    postmaster: Postmaster,
    watchdog: Watchdog,
    _lock: DirectoryLock,
}

impl Supervisor {
    /// Starts the server and the task that looks after it.
    pub async fn start(cluster: Cluster, lock: DirectoryLock) -> Result<Self, EmbeddedError> {
        let (postmaster, watchdog) = launch(&cluster).await?;
        let (end, ending) = oneshot::channel();
        let watch = Watch { cluster, postmaster, watchdog, _lock: lock };
        Ok(Self { end, task: tokio::spawn(watch.run(ending)) })
    }

    /// Ends the server and the task.
    pub async fn stop(self) -> Result<(), EmbeddedError> {
        let _ = self.end.send(());
        self.task.await.expect("the task neither panics nor is aborted")
    }
}

impl Watch {
    /// Until `ending` speaks, or its sender is dropped.
    async fn run(mut self, mut ending: oneshot::Receiver<()>) -> Result<(), EmbeddedError> {
        let mut restarts = VecDeque::new();
        loop {
            tokio::select! {
                _ = &mut ending => return self.finish().await,
                status = self.postmaster.child.wait() => {
                    tracing::error!(?status, said = self.cluster.last_words(), "the database server died");
                }
            }
            self.watchdog.release().await;
            restarts.retain(|at: &Instant| at.elapsed() < RESTART_WINDOW);
            if restarts.len() >= RESTARTS_MAX {
                tracing::error!(RESTARTS_MAX, "the database server dies too often and is not started again");
                return Err(EmbeddedError::StartFailed { said: self.cluster.last_words() });
            }
            restarts.push_back(Instant::now());
            let (postmaster, watchdog) = launch(&self.cluster).await.inspect_err(|error| {
                tracing::error!(%error, "the database server cannot be started again");
            })?;
            (self.postmaster, self.watchdog) = (postmaster, watchdog);
        }
    }

    async fn finish(mut self) -> Result<(), EmbeddedError> {
        self.postmaster.stop().await?;
        self.watchdog.release().await;
        let settings = &self.cluster.settings;
        if settings.remove_at_end {
            let removed = std::fs::remove_dir_all(&settings.data_dir);
            removed
                .map_err(|source| EmbeddedError::DataDirectory { path: settings.data_dir.clone(), source })?;
        }
        Ok(())
    }
}

/// The watchdog needs the server's number, so it comes second; a service that dies in between is made up for by
/// the next start, which stops what it finds.
async fn launch(cluster: &Cluster) -> Result<(Postmaster, Watchdog), EmbeddedError> {
    settle(&cluster.path).await?;
    let mut postmaster = Postmaster::start(cluster).await?;
    let remove = cluster.settings.remove_at_end.then_some(cluster.settings.data_dir.as_path());
    match Watchdog::start(&cluster.path, postmaster.pid, remove) {
        Ok(watchdog) => Ok((postmaster, watchdog)),
        Err(error) => {
            postmaster.stop().await?;
            Err(error)
        }
    }
}
