//! A PostgreSQL server of our own, run from the server binaries that are installed on the machine.
//!
//! [`EmbeddedPostgres::start`] makes a cluster below a data directory when there is none, starts a server on it,
//! and starts it again when it dies. The server is reached through a Unix socket and never listens on the network.
//! Only the account that runs the service, and the one that runs the server, may connect.
//!
//! What lies in the data directory:
//!
//! | name | what it is |
//! |---|---|
//! | `postgres/` | the cluster; the socket is in it |
//! | `postgres.new-N/` | a cluster being made; a leftover is discarded |
//! | `postgres.lock` | held by the running service, with its process number |
//! | `postgres.log` | what the server says about itself |
//!
//! Data safety comes first: nothing here ever removes a cluster, and a server is only ever asked to end in ways
//! after which its data is whole. See `docs/adr/0003-embedded-postgresql.md`.

mod account;
mod binaries;
mod cluster;
mod error;
mod lock;
mod postmaster;
mod supervisor;
mod watchdog;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

pub use error::EmbeddedError;

use crate::account::Account;
use crate::binaries::Binaries;
use crate::cluster::Cluster;
use crate::lock::DirectoryLock;
use crate::supervisor::Supervisor;

/// How the server is to be run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the cluster is kept; made when it does not exist.
    pub data_dir: PathBuf,
    /// Where `initdb` and `postgres` are. `None`: they are searched for.
    pub bin_dir: Option<PathBuf>,
    /// The account that runs the server when the service itself runs as root, because PostgreSQL refuses to.
    /// `None`: the owner of the cluster, else `postgres`, else `nobody`. Ignored for an ordinary user.
    pub run_as: Option<String>,
    /// Whether a commit survives a power failure. Only tests say no.
    pub durable: bool,
    /// Memory for the server's page cache, in MiB.
    pub shared_buffers_mib: u32,
    /// The most connections at a time.
    pub connections_max: u32,
    /// Removes the whole data directory when the server ends. Only for tests.
    pub remove_at_end: bool,
}

impl Settings {
    /// A durable server that keeps its data in `data_dir`.
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            bin_dir: None,
            run_as: None,
            durable: true,
            shared_buffers_mib: 128,
            connections_max: 100,
            remove_at_end: false,
        }
    }

    /// A server for tests: fast, forgetful, and gone with its directory when it is stopped or its owner dies.
    pub fn throw_away(data_dir: impl Into<PathBuf>) -> Self {
        Self { durable: false, remove_at_end: true, connections_max: 300, ..Self::new(data_dir) }
    }
}

/// A running server. It is stopped by [`EmbeddedPostgres::stop`]; when the value is dropped it is stopped in the
/// background, and when the process dies, by a watchdog.
#[derive(Debug)]
pub struct EmbeddedPostgres {
    url: String,
    bin_dir: PathBuf,
    supervisor: Supervisor,
}

impl EmbeddedPostgres {
    /// Starts the server, making its cluster first when there is none, and returns when it answers.
    ///
    /// A server that was left behind by a service that died is stopped first. Must be called inside a Tokio
    /// runtime, which then has to outlive the server.
    pub async fn start(settings: Settings) -> Result<Self, EmbeddedError> {
        let data_dir = make_data_dir(&settings.data_dir)?;
        let lock = DirectoryLock::take(&data_dir)?;
        let settings = Settings { data_dir, ..settings };
        let leftover = settings.remove_at_end.then(|| settings.data_dir.clone());
        let started = Self::start_locked(settings, lock).await;
        if let (Err(_), Some(leftover)) = (&started, leftover) {
            let _ = std::fs::remove_dir_all(leftover);
        }
        started
    }

    async fn start_locked(settings: Settings, lock: DirectoryLock) -> Result<Self, EmbeddedError> {
        let wanted = cluster::major_version(&settings.data_dir);
        let binaries = Binaries::find(settings.bin_dir.as_deref(), wanted)?;
        let account = Account::choose(settings.run_as.as_deref(), &settings.data_dir)?;
        let bin_dir = binaries.directory();
        let cluster = Cluster::new(settings, binaries, account);
        cluster.make_unless_there().await?;
        let url = cluster.url()?;
        let supervisor = Supervisor::start(cluster, lock).await?;
        Ok(Self { url, bin_dir, supervisor })
    }

    /// The address of the database `whistle`, as the owner of the server. It stays the same for as long as the
    /// data directory stays where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where the programs of this server's version are; `psql` and `pg_dump` usually lie there too.
    pub fn bin_dir(&self) -> &Path {
        &self.bin_dir
    }

    /// Stops the server and waits until it has ended, within bounds. Open transactions are rolled back.
    pub async fn stop(self) -> Result<(), EmbeddedError> {
        self.supervisor.stop().await
    }

    /// The address of the server that another process is running on `data_dir`, if there is one: for commands that
    /// look into a service while it runs.
    pub fn url_of_running(data_dir: &Path) -> Option<String> {
        let data_dir = data_dir.canonicalize().ok()?;
        DirectoryLock::holder(&data_dir)?;
        cluster::url_in(&data_dir).ok()
    }
}

fn make_data_dir(data_dir: &Path) -> Result<PathBuf, EmbeddedError> {
    let refused = |source| EmbeddedError::DataDirectory { path: data_dir.to_owned(), source };
    std::fs::create_dir_all(data_dir).map_err(refused)?;
    data_dir.canonicalize().map_err(refused)
}
