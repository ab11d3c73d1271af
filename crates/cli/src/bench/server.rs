//! The PostgreSQL server that is measured: one of our own for the length of the benchmark, or the one given.

use anyhow::{Context as _, bail};
use serde::Serialize;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;
use whistle_embedded::EmbeddedPostgres;
use whistle_store::database::owner_options;
use whistle_store::ids::new_id;

use crate::settings::Settings;

/// Connections beyond those of the clients: appender, pool, poll, and whoever looks in.
const CONNECTIONS_SPARE: usize = 40;

/// A server, with databases that are gone afterwards.
pub struct BenchServer {
    url: String,
    databases: Vec<String>,
    embedded: Option<(EmbeddedPostgres, TempDir)>,
}

/// What the server says about itself.
#[derive(Debug, Serialize)]
pub struct ServerFacts {
    /// Version of PostgreSQL.
    pub postgresql: String,
    /// `fsync`.
    pub fsync: String,
    /// `synchronous_commit`.
    pub synchronous_commit: String,
    /// `full_page_writes`.
    pub full_page_writes: String,
    /// `shared_buffers`.
    pub shared_buffers: String,
    /// Whether it was started for this benchmark.
    pub embedded: bool,
}

impl ServerFacts {
    /// Settings with which a commit does not survive a power failure.
    pub fn not_durable(&self) -> Vec<&'static str> {
        let settings = [
            ("fsync", &self.fsync),
            ("synchronous_commit", &self.synchronous_commit),
            ("full_page_writes", &self.full_page_writes),
        ];
        settings.into_iter().filter(|(_, value)| *value == "off").map(|(name, _)| name).collect()
    }
}

impl BenchServer {
    /// Starts a server for `clients` clients, or finds the one given.
    pub async fn start(settings: &Settings, clients: usize) -> anyhow::Result<Self> {
        if let Some(url) = &settings.database_url {
            return Ok(Self { url: url.clone(), databases: Vec::new(), embedded: None });
        }
        let directory = tempfile::Builder::new().prefix("whistle-bench-").tempdir()?;
        let connections_max = u32::try_from(2 * clients + CONNECTIONS_SPARE).context("too many clients")?;
        let server = EmbeddedPostgres::start(whistle_embedded::Settings {
            bin_dir: settings.postgres_bin_dir.clone(),
            run_as: settings.postgres_user.clone(),
            connections_max,
            ..whistle_embedded::Settings::new(directory.path())
        })
        .await?;
        Ok(Self { url: server.url().to_owned(), databases: Vec::new(), embedded: Some((server, directory)) })
    }

    /// A new, empty database; returns its address.
    pub async fn create_database(&mut self) -> anyhow::Result<String> {
        let name = format!("whistle_bench_{}", new_id().simple());
        self.execute(format!("CREATE DATABASE {name}")).await?;
        let url = with_database(&self.url, &name);
        self.databases.push(name);
        Ok(url)
    }

    /// Brings everything written so far to its place, so that each measurement begins alike. Where that is not
    /// allowed, the server's own checkpoints fall where they fall.
    pub async fn checkpoint(&self) {
        if let Err(error) = self.execute("CHECKPOINT".to_owned()).await {
            tracing::debug!(error = &*error as &dyn std::error::Error, "no checkpoint before a measurement");
        }
    }

    /// What the server says about itself.
    pub async fn facts(&self) -> anyhow::Result<ServerFacts> {
        let mut connection = self.connect().await?;
        let mut setting = async |name: &str| {
            sqlx::query_scalar::<_, String>("SELECT current_setting($1)")
                .bind(name)
                .fetch_one(&mut connection)
                .await
        };
        Ok(ServerFacts {
            postgresql: setting("server_version").await?,
            fsync: setting("fsync").await?,
            synchronous_commit: setting("synchronous_commit").await?,
            full_page_writes: setting("full_page_writes").await?,
            shared_buffers: setting("shared_buffers").await?,
            embedded: self.embedded.is_some(),
        })
    }

    /// Where an embedded server keeps its files.
    pub fn directory(&self) -> Option<&std::path::Path> {
        self.embedded.as_ref().map(|(_, directory)| directory.path())
    }

    /// Drops the databases, and stops a server that was started.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        if let Some((server, directory)) = self.embedded {
            server.stop().await?;
            return Ok(directory.close()?);
        }
        for database in std::mem::take(&mut self.databases) {
            self.execute(format!("DROP DATABASE {database} WITH (FORCE)"))
                .await
                .with_context(|| format!("the database {database} is left behind"))?;
        }
        Ok(())
    }

    async fn connect(&self) -> anyhow::Result<PgConnection> {
        PgConnection::connect_with(&owner_options(&self.url)?).await.context("the database cannot be reached")
    }

    async fn execute(&self, statement: String) -> anyhow::Result<()> {
        let mut connection = self.connect().await?;
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await?;
        Ok(connection.close().await?)
    }
}

/// `url` with another database.
fn with_database(url: &str, name: &str) -> String {
    let (address, options) =
        url.split_once('?').map_or((url, None), |(address, options)| (address, Some(options)));
    let authority_at = address.find("://").map_or(0, |at| at + 3);
    let authority_end = address[authority_at..].find('/').map_or(address.len(), |at| authority_at + at);
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    format!("{}/{name}{options}", &address[..authority_end])
}

/// Runs `work` until it ends or is interrupted, and cleans up in either case.
pub async fn cleaned_up<T>(
    server: BenchServer,
    work: impl AsyncFnOnce(&mut BenchServer) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let mut server = server;
    let outcome = tokio::select! {
        outcome = work(&mut server) => outcome,
        interrupted = tokio::signal::ctrl_c() => match interrupted {
            Ok(()) => Err(anyhow::anyhow!("interrupted")),
            Err(error) => Err(error.into()),
        },
    };
    let stopped = server.stop().await;
    let found = outcome?;
    if let Err(error) = stopped {
        bail!("measured, but not cleaned up: {error:#}");
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn an_address_keeps_everything_but_its_database() {
        assert_eq!(
            with_database("postgres://u:p@h:5/old?host=/a/b", "new"),
            "postgres://u:p@h:5/new?host=/a/b"
        );
        assert_eq!(with_database("postgres://u@h", "new"), "postgres://u@h/new");
    }
}
