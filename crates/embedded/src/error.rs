//! Why there is no server.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Why the embedded server could not be started or stopped.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// There is no PostgreSQL 15 or newer on this machine.
    #[error(
        "no PostgreSQL server binaries (15 or newer) were found; install them, or name a running server in DATABASE_URL\n  \
         Debian, Ubuntu: apt-get install postgresql\n  \
         Fedora, RHEL:   dnf install postgresql-server\n  \
         Alpine:         apk add postgresql\n  \
         macOS:          brew install postgresql@17"
    )]
    NoBinaries,
    /// The directory that was named as `bin_dir` does not hold a server that can be used.
    #[error("{path} does not hold initdb and postgres of PostgreSQL 15 or newer")]
    UnusableBinaries {
        /// The directory.
        path: PathBuf,
    },
    /// The cluster was made by another major version of PostgreSQL than those that are installed.
    #[error("the data was written by PostgreSQL {wanted}, but only others (up to {found}) are installed")]
    OtherVersion {
        /// The major version that made the cluster.
        wanted: u32,
        /// The newest that was found.
        found: u32,
    },
    /// Another service is running on the same data directory.
    #[error("{data_dir} is already in use by process {holder}")]
    AlreadyInUse {
        /// The data directory.
        data_dir: PathBuf,
        /// The process number of the service that holds it, as it noted itself.
        holder: String,
    },
    /// The data directory cannot be made, or something in it cannot be read or written.
    #[error("the data directory cannot be used: {path}")]
    DataDirectory {
        /// What cannot be used.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The service runs as root and there is no account to run the server as.
    #[error("there is no account {name} to run PostgreSQL as, which refuses to run as root")]
    NoAccount {
        /// The account that was looked for.
        name: String,
    },
    /// The cluster belongs to another user.
    #[error("{path} belongs to user number {owner}: run the service as that user, or as root")]
    ForeignCluster {
        /// The cluster.
        path: PathBuf,
        /// The user number of its owner.
        owner: u32,
    },
    /// A program of PostgreSQL cannot be executed.
    #[error("{program} cannot be run")]
    CannotRun {
        /// The program.
        program: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// `initdb` failed. Nothing of the cluster is left behind.
    #[error("the database cluster could not be made: {said}")]
    InitFailed {
        /// What it said.
        said: String,
    },
    /// The server ended before it answered.
    #[error("PostgreSQL did not start: {said}")]
    StartFailed {
        /// The end of its log.
        said: String,
    },
    /// The server did not answer in time; it was stopped again.
    #[error("PostgreSQL did not answer within {waited:?}")]
    StartTooSlow {
        /// How long was waited.
        waited: Duration,
    },
    /// A server did not end in time. It was left alone, because its data counts for more than our patience.
    #[error("PostgreSQL (process {pid}) did not end within {waited:?}")]
    StopTooSlow {
        /// Its process number.
        pid: i32,
        /// How long was waited.
        waited: Duration,
    },
}
