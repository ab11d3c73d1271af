//! `--demo`: an invented district with three hundred cases, written through the real use cases.
//!
//! The seed plans everything that ever happened in the district ([`plan`]), sets a clock back by ninety days and acts the
//! plan out, command by command, with the clock following ([`perform`]); what the service does by itself it does on the
//! way. So the demo's log is what a real one is:
//! its events were decided by the domain, its instants only grow, its personal data is sealed.
//!
//! It is done once. A file beside the accounts remembers which "now" the plan was made for; a seed that was interrupted
//! makes the same plan again and goes on where it stopped, because every command has an idempotency key that follows
//! from its place in the plan.

mod cast;
mod hours;
mod perform;
mod pictures;
mod plan;
mod private;
mod roster;
pub(crate) mod splitmix;
mod stories;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, bail};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use whistle_app::{App, Parts, Reference, WebhookHosts};
use whistle_domain::clock::{Clock, MovedClock, SystemClock};
use whistle_domain::organisation::{Organisation, OrganisationFile};
use whistle_store::accounts::Accounts;
use whistle_store::database::Pool;
use whistle_store::log::{EventLog, LogSettings};
use whistle_store::numbers::CaseNumbers;
use whistle_store::organisation::OrganisationBook;
use whistle_store::policy::PolicyShelf;
use whistle_store::projections::Projections;
use whistle_store::vault::Vault;

use crate::house::furnish;
use perform::Stage;
use plan::{PERIOD, Plan, World};
use stories::Stories;

/// The invented district.
const DISTRICT: &str = include_str!("../../../../demo/district.toml");
/// What the seed remembers, in the data directory.
const MARKER: &str = "demo-seed.json";
/// More events than this are not the demo's.
const EVENTS_MAX: u32 = 8192;

/// What the seed works with. The schema must be up to date, and the vault checked.
pub struct DemoHouse<'a> {
    /// The database, for appending and for drawing numbers.
    pub database_url: &'a str,
    /// Connections in the service's role.
    pub pool: Pool,
    /// Seals what the demo's people say.
    pub vault: Vault,
    /// Where `demo-accounts.json` goes.
    pub data_dir: &'a Path,
}

/// What the seed did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeedReport {
    /// Cases of the demo; none when it was there already.
    pub cases: usize,
    /// Commands given, or found given by an earlier seed that was interrupted; none when the demo was there already.
    pub commands: usize,
    /// How long it took.
    pub seconds: f64,
}

/// The seed's memory.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Marker {
    /// The instant that the plan calls now.
    now: DateTime<Utc>,
    /// Whether the plan was acted out to its end.
    finished: bool,
}

/// Seeds the demo, unless that was done before. Accounts are told again when their file is missing.
///
/// It refuses a log that holds anything else: the demo's past would have to be written behind the present.
pub async fn seed(house: DemoHouse<'_>) -> anyhow::Result<SeedReport> {
    seed_until(&house, SystemClock.now(), usize::MAX).await
}

/// Seeds the demo as of `now`, and stops after so many steps as if the process had been killed.
async fn seed_until(
    house: &DemoHouse<'_>,
    now: DateTime<Utc>,
    steps_max: usize,
) -> anyhow::Result<SeedReport> {
    let started = Instant::now();
    let marker = planned_for(house, now).await?;
    let clock = Arc::new(MovedClock::starting_at(marker.now - PERIOD));
    let reference = settle(house, &clock, &marker).await?;
    let stories = Stories::embedded()?;
    let district = Organisation::parse(DISTRICT).context("the demo's district is not sound")?;
    let world = World { organisation: &district, policy: reference.policies.current(), stories: &stories };
    let plan = Plan::new(&world, marker.now)?;
    let accounts = Accounts::new(house.pool.clone(), clock.clone());
    let callers =
        cast::assemble(&accounts, &house.vault, &district, &plan.departments, house.data_dir).await?;
    let (mut cases, mut commands) = (0, 0);
    if !marker.finished {
        let app = house.app(&clock, accounts, reference)?;
        let mut stage = Stage::new(&app, &clock, callers);
        for step in plan.steps.iter().take(steps_max) {
            stage.perform(step).await?;
        }
        commands = plan.steps.len().min(steps_max);
        cases = plan::CASES;
        if steps_max >= plan.steps.len() {
            stage.keep_time(marker.now - TimeDelta::microseconds(1)).await?;
            remember(house.data_dir, &Marker { finished: true, ..marker })?;
        }
    }
    Ok(SeedReport { cases, commands, seconds: started.elapsed().as_secs_f64() })
}

impl DemoHouse<'_> {
    /// The use cases, by the moved clock.
    fn app(&self, clock: &Arc<MovedClock>, accounts: Accounts, reference: Reference) -> anyhow::Result<App> {
        let county = reference.organisation.county_code().to_owned();
        Ok(App::new(Parts {
            log: self.log(clock.clone()),
            numbers: CaseNumbers::start(self.database_url, county)?,
            vault: self.vault.clone(),
            accounts,
            pool: self.pool.clone(),
            projections: Projections::new(self.pool.clone()),
            reference,
            clock: clock.clone(),
            webhook_hosts: WebhookHosts::default(),
        }))
    }

    fn log(&self, clock: Arc<MovedClock>) -> EventLog {
        EventLog::start(self.database_url, self.pool.clone(), clock, LogSettings::default())
    }
}

/// The district, its duty roster and the default policy; left as they are when the demo is finished, because they may
/// have been changed since.
async fn settle(
    house: &DemoHouse<'_>,
    clock: &Arc<MovedClock>,
    marker: &Marker,
) -> anyhow::Result<Reference> {
    if !marker.finished {
        let (at, log) = (clock.now(), house.log(clock.clone()));
        let policies = PolicyShelf::new(log.clone());
        policies.ensure_default(at).await.context("the default policy cannot be stored")?;
        let file = OrganisationFile::parse(DISTRICT).context("the demo's district cannot be read")?;
        let book = OrganisationBook::new(log, house.vault.clone());
        book.replace(&file, at).await.context("the demo's district cannot be stored")?;
        roster::put_up(&book, &file, at, marker.now).await.context("the demo's roster cannot be stored")?;
    }
    furnish(&house.pool, &**clock).await
}

/// The plan that was begun here, or a new one for `now` when the log is empty.
async fn planned_for(house: &DemoHouse<'_>, now: DateTime<Utc>) -> anyhow::Result<Marker> {
    let log = house.log(Arc::new(MovedClock::starting_at(now)));
    let remembered = recall(house.data_dir)?;
    // Of a finished demo only the beginning is of interest: the log may have grown to any length since.
    let events_max = if remembered.as_ref().is_some_and(|marker| marker.finished) { 1 } else { EVENTS_MAX };
    let events = log.read_after(0, events_max).await.context("the log cannot be read")?;
    match (remembered, events.last()) {
        (_, None) => {
            let marker = Marker { now, finished: false };
            remember(house.data_dir, &marker)?;
            Ok(marker)
        }
        (Some(marker), Some(last))
            if last.recorded_at < marker.now && last.recorded_at >= marker.now - PERIOD =>
        {
            Ok(marker)
        }
        _ => bail!("the log holds events that are not the demo's: --demo needs a database of its own"),
    }
}

fn recall(data_dir: &Path) -> anyhow::Result<Option<Marker>> {
    let path = data_dir.join(MARKER);
    match std::fs::read(&path) {
        Ok(text) => {
            let marker = serde_json::from_slice(&text);
            marker.map(Some).with_context(|| format!("{} is damaged", path.display()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
    }
}

fn remember(data_dir: &Path, marker: &Marker) -> anyhow::Result<()> {
    let path = data_dir.join(MARKER);
    private::write(&path, &serde_json::to_vec_pretty(marker)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}
