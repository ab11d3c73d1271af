//! The database that a command works on: a server that somebody else runs, or an embedded one.

use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use whistle_embedded::EmbeddedPostgres;
use whistle_store::database::{DatabaseError, migrate, probe};

use crate::settings::Settings;

/// Connections that the embedded server keeps free beside the service's pool: the appender's, the projections', and
/// those of commands that look in.
const CONNECTIONS_BESIDE_POOL: u32 = 30;
/// How long a command waits for the server.
const ANSWER_WAIT_MAX: Duration = Duration::from_secs(10);
/// The pause between two attempts to reach it.
const ANSWER_PAUSE: Duration = Duration::from_millis(200);

/// Whether a command may make a database where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// It may.
    Make,
    /// It may not: a wrong path would look like an empty log.
    Refuse,
}

/// A database, and the server when it is ours.
#[derive(Debug)]
pub struct Database {
    url: String,
    owner_url: String,
    embedded: Option<EmbeddedPostgres>,
}

impl Database {
    /// For the service: the server of the settings, not asked yet whether it is there; else the embedded one, which
    /// must not be in use.
    pub async fn of_service(settings: &Settings) -> anyhow::Result<Self> {
        match &settings.database_url {
            Some(url) => Ok(Self::given(settings, url)),
            None => Self::start(settings).await,
        }
    }

    /// For a command: the server of the settings; else the one that a running service has in the data directory; else
    /// that server started for as long as the command takes. It has answered when this returns.
    pub async fn of_command(settings: &Settings, absent: Absent) -> anyhow::Result<Self> {
        let database = match &settings.database_url {
            Some(url) => Self::given(settings, url),
            None => match EmbeddedPostgres::url_of_running(&settings.data_dir) {
                Some(url) => Self { owner_url: url.clone(), url, embedded: None },
                None if absent == Absent::Refuse => {
                    must_be_there(&settings.data_dir)?;
                    Self::start(settings).await?
                }
                None => Self::start(settings).await?,
            },
        };
        let prepared = match absent {
            Absent::Make => database.migrate().await,
            Absent::Refuse => database.answers().await,
        };
        match prepared {
            Ok(()) => Ok(database),
            Err(error) => {
                database.close().await?;
                Err(error)
            }
        }
    }

    fn given(settings: &Settings, url: &str) -> Self {
        let owner_url = settings.migrate_database_url.clone().unwrap_or_else(|| url.to_owned());
        Self { url: url.to_owned(), owner_url, embedded: None }
    }

    async fn start(settings: &Settings) -> anyhow::Result<Self> {
        let server = whistle_embedded::Settings {
            bin_dir: settings.postgres_bin_dir.clone(),
            run_as: settings.postgres_user.clone(),
            connections_max: settings.connections_max + CONNECTIONS_BESIDE_POOL,
            ..whistle_embedded::Settings::new(&settings.data_dir)
        };
        let embedded =
            EmbeddedPostgres::start(server).await.context("the embedded database cannot be used")?;
        let url = embedded.url().to_owned();
        Ok(Self { owner_url: url.clone(), url, embedded: Some(embedded) })
    }

    /// Where it is, for the service's role.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where it is, as the owner of the schema.
    pub fn owner_url(&self) -> &str {
        &self.owner_url
    }

    /// Brings the schema up to date, waiting a little for a server that is still starting.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        patiently(|| migrate(&self.owner_url)).await
    }

    /// Waits a little for a server that is still starting.
    async fn answers(&self) -> anyhow::Result<()> {
        patiently(|| probe(&self.url, ANSWER_WAIT_MAX)).await
    }

    /// Stops the server if it is ours.
    pub async fn close(self) -> anyhow::Result<()> {
        match self.embedded {
            Some(embedded) => embedded.stop().await.context("the embedded database did not stop"),
            None => Ok(()),
        }
    }
}

/// Tries until it works, until waiting cannot help, or until [`ANSWER_WAIT_MAX`] is over.
async fn patiently<A>(mut attempt: impl FnMut() -> A) -> anyhow::Result<()>
where
    A: Future<Output = Result<(), DatabaseError>>,
{
    let give_up_at = tokio::time::Instant::now() + ANSWER_WAIT_MAX;
    loop {
        match attempt().await {
            Err(error) if error.passing() && tokio::time::Instant::now() < give_up_at => {
                tokio::time::sleep(ANSWER_PAUSE).await;
            }
            done => return Ok(done?),
        }
    }
}

fn must_be_there(data_dir: &Path) -> anyhow::Result<()> {
    anyhow::ensure!(
        data_dir.join("postgres").is_dir(),
        "there is no database in {}; `whistle serve` makes one, --data-dir and --database-url name another",
        data_dir.display()
    );
    Ok(())
}
