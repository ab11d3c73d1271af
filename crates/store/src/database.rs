//! Connecting, and bringing the schema up to date.

use std::str::FromStr;
use std::time::Duration;

use sqlx::ConnectOptions;
pub use sqlx::PgPool as Pool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// The role under which the service works: it may read, write the read models, and append to the log through
/// one function. See `migrations/0001_event_log.sql`.
pub const SERVICE_ROLE: &str = "whistle_service";

/// Why the database could not be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The address cannot be read.
    #[error("the database address cannot be read")]
    Address(#[source] sqlx::Error),
    /// No connection.
    #[error("the database cannot be reached")]
    Unreachable(#[source] sqlx::Error),
    /// A migration failed.
    #[error("the schema could not be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

impl DatabaseError {
    /// Whether waiting may help: the server is away, starting, stopping or full, rather than refusing us.
    pub fn passing(&self) -> bool {
        match self {
            Self::Unreachable(error) => passing(error),
            Self::Address(_) | Self::Migration(_) => false,
        }
    }
}

/// Whether what the driver said may pass by itself: the server is away, starting, stopping or full.
pub fn passing(error: &sqlx::Error) -> bool {
    match error {
        // Classes 08 (connection), 53 (resources) and 57 (operator intervention).
        sqlx::Error::Database(error) => {
            error.code().is_some_and(|code| ["08", "53", "57"].iter().any(|class| code.starts_with(class)))
        }
        error => matches!(error, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut),
    }
}

/// Longer than any statement of the service should take.
const SLOW_STATEMENT: Duration = Duration::from_secs(2);

/// Every migration, in order. They are embedded in the binary.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// Connection options for `url` as its own user (the owner of the schema).
pub fn owner_options(url: &str) -> Result<PgConnectOptions, DatabaseError> {
    let options = PgConnectOptions::from_str(url).map_err(DatabaseError::Address)?;
    Ok(options
        .application_name("whistle")
        // Statements take milliseconds. Where the planner guesses a table that was just filled to be large, compiling one takes
        // half a second.
        .options([("jit", "off")])
        // Migrations and rebuilds take as long as there are rows.
        .log_slow_statements(tracing::log::LevelFilter::Debug, SLOW_STATEMENT))
}

/// Connection options for `url` in the service's role, which may append to the log but not change it.
pub fn service_options(url: &str) -> Result<PgConnectOptions, DatabaseError> {
    Ok(owner_options(url)?
        .options([("role", SERVICE_ROLE), ("TimeZone", "UTC")])
        .log_slow_statements(tracing::log::LevelFilter::Warn, SLOW_STATEMENT))
}

/// Brings the schema of `url` up to date, as the owner.
pub async fn migrate(url: &str) -> Result<(), DatabaseError> {
    use sqlx::Connection;
    let mut connection =
        sqlx::PgConnection::connect_with(&owner_options(url)?).await.map_err(DatabaseError::Unreachable)?;
    MIGRATIONS.run(&mut connection).await?;
    connection.close().await.map_err(DatabaseError::Unreachable)
}

/// Whether the server answers at `url`, in the service's role, within `patience`; and if not, why.
pub async fn probe(url: &str, patience: Duration) -> Result<(), DatabaseError> {
    use sqlx::Connection;
    let options = service_options(url)?;
    let probe = async {
        let mut connection = sqlx::PgConnection::connect_with(&options).await?;
        connection.ping().await?;
        connection.close().await
    };
    let probed = tokio::time::timeout(patience, probe).await;
    probed.unwrap_or(Err(sqlx::Error::PoolTimedOut)).map_err(DatabaseError::Unreachable)
}

/// The service's pool. It is lazy: a database that is away is noticed by whoever asks it something, within
/// `acquire_timeout`, and is found again without help when it returns.
pub fn pool(url: &str, connections_max: u32) -> Result<Pool, DatabaseError> {
    Ok(PgPoolOptions::new()
        .max_connections(connections_max)
        .acquire_timeout(Duration::from_secs(3))
        .connect_lazy_with(service_options(url)?))
}
