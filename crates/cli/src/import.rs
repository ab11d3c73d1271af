//! `whistle import`: organisation and policy from their files.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::{Args, Subcommand};
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::organisation::{ORGANISATION_BYTES_MAX, Organisation, OrganisationError};
use whistle_domain::policy::{POLICY_BYTES_MAX, PolicyError, PolicySet};
use whistle_store::database::Pool;
use whistle_store::log::{EventLog, LogSettings};
use whistle_store::organisation::OrganisationBook;
use whistle_store::policy::PolicyShelf;

use crate::database::{Absent, Database};
use crate::house::{take_over, vault};
use crate::place;
use crate::settings::Settings;

/// Connections: files are loaded one at a time, beside the poll of the log.
const CONNECTIONS: u32 = 4;
/// Problems of a file that are told.
const PROBLEMS_TOLD_MAX: usize = 20;

/// What can be loaded. A running service takes it up by itself, within some seconds.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Put an organisation (units, grids, people, posts) in the place of the present one
    Organisation(ImportFile),
    /// Add a policy, which becomes the current one
    Policy(ImportFile),
}

/// The file.
#[derive(Debug, Args)]
pub struct ImportFile {
    /// A TOML file
    file: PathBuf,
}

impl ImportCommand {
    /// Checks the file, and loads it whole or not at all.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        match self {
            Self::Organisation(ImportFile { file }) => organisation(settings, &file).await,
            Self::Policy(ImportFile { file }) => policy(settings, &file).await,
        }
    }
}

async fn organisation(settings: &Settings, path: &Path) -> anyhow::Result<ExitCode> {
    let text = read(path, ORGANISATION_BYTES_MAX)?;
    let sound = Organisation::parse(&text).map_err(|error| refused_organisation(path, &text, &error))?;
    with_log(settings, async |pool, log| {
        let book = OrganisationBook::new(log, vault(pool, settings).await?);
        Ok(book.replace(sound.file(), SystemClock.now()).await.map(drop)?)
    })
    .await?;
    println!(
        "{}: {} units, {} grids, {} people",
        sound.name(),
        sound.units().len(),
        sound.grids().len(),
        sound.file().people.len()
    );
    for gap in sound.responsibility_gaps() {
        println!("note: grid {} has {} persons who answer for it, not one", gap.grid, gap.responsible);
    }
    Ok(ExitCode::SUCCESS)
}

async fn policy(settings: &Settings, path: &Path) -> anyhow::Result<ExitCode> {
    let text = read(path, POLICY_BYTES_MAX)?;
    let sound = PolicySet::parse(&text).map_err(|error| refused_policy(path, &text, &error))?;
    with_log(settings, async |_pool, log| Ok(PolicyShelf::new(log).adopt(&text, SystemClock.now()).await?))
        .await?;
    println!("{}: version {}, {} categories", sound.title(), sound.version(), sound.categories().len());
    Ok(ExitCode::SUCCESS)
}

/// Does `load` with connections to the database and its log, and closes what was opened whatever it comes to. What a
/// former version left in tables is taken over first, so that the file meets it.
pub(crate) async fn with_log(
    settings: &Settings,
    load: impl AsyncFnOnce(&Pool, EventLog) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let database = Database::of_command(settings, Absent::Make).await?;
    let pool = whistle_store::database::pool(database.url(), CONNECTIONS)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let log = EventLog::start(database.url(), pool.clone(), Arc::clone(&clock), LogSettings::of_imports());
    let loaded = match take_over(settings, database.url(), &pool, &clock).await {
        Ok(()) => load(&pool, log).await,
        Err(error) => Err(error),
    };
    pool.close().await;
    database.close().await?;
    loaded
}

/// The text of a file, of which never more than the limit is held in memory.
fn read(path: &Path, bytes_max: usize) -> anyhow::Result<String> {
    let cannot = || format!("{} cannot be read", path.display());
    let mut text = String::new();
    let file = std::fs::File::open(path).with_context(cannot)?;
    // One byte more than is allowed: the parser then tells how long a file may be.
    file.take(bytes_max as u64 + 1).read_to_string(&mut text).with_context(cannot)?;
    Ok(text)
}

fn refused_organisation(path: &Path, text: &str, error: &OrganisationError) -> anyhow::Error {
    let reason = match error {
        OrganisationError::Unreadable(toml) => place::of_toml_error(text, toml),
        OrganisationError::Unsound(problems) => listed(problems),
        OrganisationError::TooLong(_) => error.to_string(),
    };
    anyhow::anyhow!("{} was not loaded: {reason}", path.display())
}

fn refused_policy(path: &Path, text: &str, error: &PolicyError) -> anyhow::Error {
    let reason = match error {
        PolicyError::Unreadable(toml) => place::of_toml_error(text, toml),
        PolicyError::Unsound(problems) => listed(problems),
        PolicyError::TooLong(_) => error.to_string(),
    };
    anyhow::anyhow!("{} was not loaded: {reason}", path.display())
}

/// Everything that is wrong, as far as it is readable in one go.
fn listed(problems: &[impl ToString]) -> String {
    let mut told: Vec<String> = problems.iter().take(PROBLEMS_TOLD_MAX).map(ToString::to_string).collect();
    if problems.len() > PROBLEMS_TOLD_MAX {
        told.push(format!("and {} more", problems.len() - PROBLEMS_TOLD_MAX));
    }
    told.join("; ")
}
