//! Everything between the database and HTTP, built from the settings.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use whistle_app::{App, Parts, Reference};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::organisation::history::ViewError;
use whistle_store::accounts::Accounts;
use whistle_store::calendar::load_calendar;
use whistle_store::database::Pool;
use whistle_store::log::{EventLog, LogSettings};
use whistle_store::numbers::CaseNumbers;
use whistle_store::organisation::{OrganisationBook, adopt_tables, load_history, tables_hold_something};
use whistle_store::policy::{PolicyShelf, load_policies};
use whistle_store::projections::Projections;
use whistle_store::reference::ReferenceStamp;
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
        let vault = vault(&pool, settings).await?;
        let log = EventLog::start(database.url(), pool.clone(), Arc::clone(&clock), LogSettings::default());
        take_over(settings, database.url(), &pool, &clock).await?;
        if settings.demo {
            let (database_url, pool, vault) = (database.url(), pool.clone(), vault.clone());
            let seeded =
                demo::seed(DemoHouse { database_url, pool, vault, data_dir: &settings.data_dir }).await;
            seeded.context("the demo could not be put in")?;
        }
        PolicyShelf::new(log.clone()).ensure_default(clock.now()).await?;
        let reference = furnish(&pool, &*clock).await?;
        let numbers = CaseNumbers::start(database.url(), reference.organisation.county_code().to_owned())?;
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
            webhook_hosts: settings.webhook_hosts.clone(),
        }));
        let reference = reference::Watch::start(pool.clone(), Arc::clone(&app));
        workers.keep_time(&app);
        workers.freeze_packs(&app);
        workers.sweep_photos(&app);
        workers.tell_others(&app);
        workers.write_uses_down(&app);
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

/// What seals personal data, when its key file and the database belong together.
pub(crate) async fn vault(pool: &Pool, settings: &Settings) -> anyhow::Result<Vault> {
    let vault = Vault::new(pool.clone(), key_file(&settings.key_file)?);
    vault.check().await.context("the key file and the database do not belong together")?;
    Ok(vault)
}

/// Takes over what a former version kept in tables, if it left anything there. A whole district is one command, so the
/// log has other limits for it.
pub(crate) async fn take_over(
    settings: &Settings,
    database_url: &str,
    pool: &Pool,
    clock: &Arc<dyn Clock>,
) -> anyhow::Result<()> {
    if !tables_hold_something(pool).await? {
        return Ok(());
    }
    let vault = vault(pool, settings).await?;
    let log = EventLog::start(database_url, pool.clone(), Arc::clone(clock), LogSettings::of_imports());
    let book = OrganisationBook::new(log.clone(), vault);
    adopt_tables(pool, &book, &PolicyShelf::new(log), clock.now()).await?;
    tracing::info!("organisation and policy of the former version are in the log now");
    Ok(())
}

/// Organisation, policy and calendar.
pub(crate) async fn furnish(pool: &Pool, clock: &dyn Clock) -> anyhow::Result<Reference> {
    let (history, organisation) = load_history(pool).await?;
    let (library, policies) = load_policies(pool).await?;
    let (working_days, calendar) = load_calendar(pool).await?;
    let stamp = ReferenceStamp { organisation, policies, calendar };
    match Reference::new(Arc::new(history), Arc::new(library), Arc::new(working_days), stamp, clock.now()) {
        Err(ViewError::Absent) => Err(NoOrganisation.into()),
        reference => Ok(reference?),
    }
}
