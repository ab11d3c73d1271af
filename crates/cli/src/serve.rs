//! `whistle serve`.
//!
//! The door stands open to the street from the first moment; behind it the house is built. While the database is away
//! or no organisation was loaded, callers hear 503 with the reason, and the service goes on trying. Anything else that
//! is wrong ends it with one line.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::signal::unix::{Signal, SignalKind, signal};
use whistle_http::HttpSettings;
use whistle_store::database::migrate;

use crate::database::Database;
use crate::door::Door;
use crate::house::{House, NoOrganisation};
use crate::settings::Settings;
use crate::street::Street;

/// First pause before the next attempt to build the house; it doubles up to [`PAUSE_MAX`].
const PAUSE_MIN: Duration = Duration::from_millis(250);
/// Longest pause before the next attempt.
const PAUSE_MAX: Duration = Duration::from_secs(3);
/// How often the metrics' memory is tidied up.
const METRICS_UPKEEP_EVERY: Duration = Duration::from_secs(5);

/// Serves until told to stop by SIGTERM or SIGINT.
pub async fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut signals = Signals::listen()?;
    let metrics = PrometheusBuilder::new().install_recorder().context("the metrics cannot be collected")?;
    let door = Door::closed("the service is starting");
    let street = Street::listen(settings.listen, door.router()).await?;
    let database = Database::of_service(settings).await?;
    let ended = tokio::select! {
        ended = live(settings, &database, &door, &street, metrics) => ended,
        () = signals.next() => Ok(None),
    };
    match ended {
        Ok(Some(house)) => {
            signals.next().await;
            tracing::info!("the service is stopping");
            street.close(signals.next()).await;
            house.close().await;
            database.close().await?;
            Ok(ExitCode::SUCCESS)
        }
        Ok(None) => {
            street.close(signals.next()).await;
            database.close().await?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            database.close().await?;
            Err(error)
        }
    }
}

/// Builds the house, as often as it takes, and opens the door to it.
async fn live(
    settings: &Settings,
    database: &Database,
    door: &Door,
    street: &Street,
    metrics: PrometheusHandle,
) -> anyhow::Result<Option<House>> {
    let house = build_patiently(settings, database, door).await?;
    let http = HttpSettings {
        rate_limit: settings.rate_limit,
        trusted_proxies: settings.trusted_proxies.clone(),
        metrics: Some(metrics.clone()),
        stop: street.stopping(),
    };
    door.open(whistle_http::router(house.app().clone(), &http));
    tokio::spawn(upkeep(metrics));
    announce(settings, street.address);
    Ok(Some(house))
}

/// Tries until the house stands, or until waiting cannot help.
async fn build_patiently(settings: &Settings, database: &Database, door: &Door) -> anyhow::Result<House> {
    let (mut pause, mut told) = (PAUSE_MIN, String::new());
    loop {
        let built = match migrate(database.owner_url()).await {
            Ok(()) => House::build(settings, database).await,
            Err(error) => Err(error.into()),
        };
        let error = match built {
            Ok(house) => return Ok(house),
            Err(error) if may_pass(&error) => crate::told(&error),
            Err(error) => return Err(error),
        };
        if error != told {
            tracing::warn!("not ready, and trying on: {error}");
            door.close(error.clone());
            told = error;
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(PAUSE_MAX);
    }
}

/// Whether somebody else may put it right while we wait. The database may go away at any step of the building.
fn may_pass(error: &anyhow::Error) -> bool {
    error.is::<NoOrganisation>()
        || error.chain().filter_map(failure_of_database).any(whistle_store::database::passing)
}

/// One layer of an error, if it is what the database's driver said. The vault shares such errors.
fn failure_of_database<'a>(cause: &'a (dyn std::error::Error + 'static)) -> Option<&'a sqlx::Error> {
    let shared = cause.downcast_ref::<Arc<sqlx::Error>>().map(AsRef::as_ref);
    shared.or_else(|| cause.downcast_ref())
}

/// The one line for whoever started us.
fn announce(settings: &Settings, address: SocketAddr) {
    let demo = if settings.demo {
        format!(", demo accounts in {}", settings.data_dir.join("demo-accounts.json").display())
    } else {
        String::new()
    };
    println!("whistle is ready at http://{address}, described at http://{address}/docs{demo}");
}

async fn upkeep(metrics: PrometheusHandle) {
    let mut ticks = tokio::time::interval(METRICS_UPKEEP_EVERY);
    loop {
        ticks.tick().await;
        metrics.run_upkeep();
    }
}

/// What tells a service to stop.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn listen() -> anyhow::Result<Self> {
        let listen = |kind| signal(kind).context("signals cannot be heard");
        Ok(Self { terminate: listen(SignalKind::terminate())?, interrupt: listen(SignalKind::interrupt())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use whistle_store::database::DatabaseError;
    use whistle_store::organisation::OrganisationStoreError;
    use whistle_store::vault::VaultError;

    use super::*;

    #[test]
    fn a_database_that_goes_away_at_any_step_is_waited_for_and_nothing_else_is() {
        let away = || sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into());
        let migrating = sqlx::migrate::MigrateError::Execute(away());
        for passing in [
            anyhow::Error::new(DatabaseError::Unreachable(away())),
            anyhow::Error::new(DatabaseError::Migration(migrating)),
            anyhow::Error::new(VaultError::Database(Arc::new(away()))).context("the keys"),
            anyhow::Error::new(OrganisationStoreError::Database(sqlx::Error::PoolTimedOut)),
            NoOrganisation.into(),
        ] {
            assert!(may_pass(&passing), "{passing:?}");
        }
        for lasting in [
            anyhow::anyhow!("the keys are not those of the database"),
            anyhow::Error::new(OrganisationStoreError::Database(sqlx::Error::RowNotFound)),
            anyhow::Error::new(DatabaseError::Migration(sqlx::migrate::MigrateError::VersionMissing(7))),
        ] {
            assert!(!may_pass(&lasting), "{lasting:?}");
        }
    }
}
