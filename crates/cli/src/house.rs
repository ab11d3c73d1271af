//! Everything between the database and HTTP, built from the settings.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use whistle_app::{App, Parts, Reference};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_store::accounts::Accounts;
use whistle_store::database::Pool;
use whistle_store::log::{EventLog, LogSettings};
use whistle_store::numbers::CaseNumbers;
use whistle_store::organisation::{OrganisationStoreError, load_organisation};
use whistle_store::policy::{ensure_default_policy, load_policies};
use whistle_store::projections::Projections;
use whistle_store::vault::{KeyFile, Vault};
use whistle_worker::Workers;

use crate::database::Database;
use crate::demo::{self, DemoHouse};
use crate::reference;
use crate::settings::Settings;

/// How long the loops may take to end.
const LOOPS_END_WITHIN: Duration = Duration::from_secs(5);
/// How long connections may take to be given back.
const POOL_CLOSES_WITHIN: Duration = Duration::from_secs(5);

/// Nobody has said yet who is there. `whistle import organisation FILE` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no organisation has been loaded; load one with `whistle import organisation FILE`")]
pub struct NoOrganisation;

/// A service without its front door: the use cases over a database, with the loops that keep read models up to date.
pub struct House {
    app: Arc<App>,
    pool: Pool,
    vault: Vault,
    workers: Workers,
    reference: reference::Watch,
}

impl House {
    /// Builds the house on a database whose schema is up to date. Fails with [`NoOrganisation`] where there is none.
    ///
    /// Must be called inside a Tokio runtime.
    pub async fn build(settings: &Settings, database: &Database) -> anyhow::Result<Self> {
        let pool = whistle_store::database::pool(database.url(), settings.connections_max)?;
        let built = Self::build_on(pool.clone(), settings, database).await;
        if built.is_err() {
            pool.close().await;
        }
        built
    }

    async fn build_on(pool: Pool, settings: &Settings, database: &Database) -> anyhow::Result<Self> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let vault = Vault::new(pool.clone(), key_file(&settings.key_file)?);
        vault.check().await.context("the key file and the database do not belong together")?;
        if settings.demo {
            let (database_url, pool, vault) = (database.url(), pool.clone(), vault.clone());
            let seeded =
                demo::seed(DemoHouse { database_url, pool, vault, data_dir: &settings.data_dir }).await;
            seeded.context("the demo could not be put in")?;
        }
        let reference = furnish(&pool, &*clock).await?;
        let numbers = CaseNumbers::start(database.url(), reference.organisation.county_code().to_owned())?;
        let log = EventLog::start(database.url(), pool.clone(), Arc::clone(&clock), LogSettings::default());
        let projections = Projections::new(pool.clone());
        let workers = Workers::start(&projections, &log, Arc::clone(&clock));
        let app = Arc::new(App::new(Parts {
            log,
            numbers,
            vault: vault.clone(),
            accounts: Accounts::new(pool.clone(), Arc::clone(&clock)),
            pool: pool.clone(),
            projections,
            reference,
            clock,
        }));
        let reference = reference::Watch::start(pool.clone(), Arc::clone(&app));
        workers.keep_time(&app);
        Ok(Self { app, pool, vault, workers, reference })
    }

    /// The use cases.
    pub const fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// The connections that the use cases read with.
    pub const fn pool(&self) -> &Pool {
        &self.pool
    }

    /// What seals personal data.
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Ends the loops and gives back every connection, within bounds. What does not end in time is told and left
    /// behind: nothing is lost by that, because the log alone counts, and it only holds what was committed.
    pub async fn close(self) {
        self.reference.stop();
        if let Err(error) = self.workers.stop(LOOPS_END_WITHIN).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "the loops are left behind");
        }
        drop(self.app);
        if tokio::time::timeout(POOL_CLOSES_WITHIN, self.pool.close()).await.is_err() {
            tracing::warn!(waited = ?POOL_CLOSES_WITHIN, "connections are left behind");
        }
    }
}

/// The key file, in a directory that may have to be made.
fn key_file(path: &Path) -> anyhow::Result<KeyFile> {
    if let Some(directory) = path.parent().filter(|directory| !directory.as_os_str().is_empty()) {
        std::fs::create_dir_all(directory)
            .with_context(|| format!("the directory {} cannot be made", directory.display()))?;
    }
    Ok(KeyFile::load_or_create(path)?)
}

/// Organisation and policy.
async fn furnish(pool: &Pool, clock: &dyn Clock) -> anyhow::Result<Reference> {
    ensure_default_policy(pool, clock.now()).await?;
    let organisation = match load_organisation(pool).await {
        Err(OrganisationStoreError::Absent) => return Err(NoOrganisation.into()),
        loaded => loaded?,
    };
    let policies = load_policies(pool).await?;
    Ok(Reference { organisation: Arc::new(organisation), policies: Arc::new(policies) })
}
