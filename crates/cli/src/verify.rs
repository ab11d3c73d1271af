//! `whistle verify`: the event log checked against itself.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use serde::Serialize;
use whistle_domain::clock::SystemClock;
use whistle_store::log::{EventLog, LogSettings, Problem, ProblemKind, Verification};

use crate::database::{Absent, Database};
use crate::settings::Settings;
use crate::{failure, progress};

/// Connections: one to read, one to look for the head.
const CONNECTIONS: u32 = 2;
/// Problems that are shown to people; programs get all of them.
const SHOWN_MAX: usize = 50;

/// Checks the whole log: positions without a hole, versions in order, leaf hashes.
#[derive(Debug, Args)]
pub struct VerifyCommand {
    /// Answer in JSON: {events, checkpoint, ok, problems: [{position, kind}]}
    #[arg(long)]
    pub(crate) json: bool,
}

/// The answer.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    events: u64,
    /// The signed checkpoint that the log was compared with; there is none yet.
    checkpoint: Option<String>,
    ok: bool,
    problems: &'a [Problem],
}

impl VerifyCommand {
    /// Checks, answers, and ends with 1 when anything is wrong.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let database = Database::of_command(settings, Absent::Refuse).await?;
        let started = Instant::now();
        let verified = check(&database).await;
        let seconds = started.elapsed().as_secs_f64();
        database.close().await?;
        let verification = verified?;
        self.answer(&verification, seconds)?;
        let ok = verification.problems.is_empty();
        Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(failure::FAILED) })
    }

    fn answer(&self, verification: &Verification, seconds: f64) -> anyhow::Result<()> {
        let Verification { events, problems } = verification;
        if self.json {
            let ok = problems.is_empty();
            let answer = Answer { events: *events, checkpoint: None, ok, problems };
            println!("{}", serde_json::to_string_pretty(&answer)?);
            return Ok(());
        }
        for problem in problems.iter().take(SHOWN_MAX) {
            println!("position {}: {}", problem.position, meaning(problem.kind));
        }
        if problems.len() > SHOWN_MAX {
            println!("… and {} more; --json lists them all", problems.len() - SHOWN_MAX);
        }
        match problems.len() {
            0 => println!("{events} events checked in {seconds:.1} s, nothing is wrong"),
            wrong => println!("{events} events checked in {seconds:.1} s, {wrong} problem(s)"),
        }
        Ok(())
    }
}

pub(crate) async fn check(database: &Database) -> anyhow::Result<Verification> {
    let pool = whistle_store::database::pool(database.url(), CONNECTIONS)?;
    let log = EventLog::start(database.url(), pool.clone(), Arc::new(SystemClock), LogSettings::default());
    let (bar, head) = (progress::over_events("checking"), log.head());
    let verified = log
        .verify(|events| {
            bar.set_length(u64::try_from(*head.borrow()).unwrap_or_default().max(events));
            bar.set_position(events);
        })
        .await;
    bar.finish_and_clear();
    drop(log);
    pool.close().await;
    Ok(verified?)
}

const fn meaning(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Missing => "no event is here, though later ones are",
        ProblemKind::VersionOutOfOrder => "the event does not continue its stream",
        ProblemKind::LeafHashMismatch => "the event is not the one that was recorded",
    }
}
