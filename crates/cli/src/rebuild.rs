//! `whistle rebuild`: read models built anew while the old ones go on serving.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::Args;
use serde::Serialize;
use whistle_domain::clock::SystemClock;
use whistle_store::database::owner_options;
use whistle_store::log::{EventLog, LogSettings};
use whistle_store::projections::{Projection, RebuildReport, projection, projections, rebuild};

use crate::database::{Absent, Database};
use crate::failure::Usage;
use crate::progress;
use crate::settings::Settings;

/// Connections: pages of the log are read while the one before is written on a connection of its own.
const CONNECTIONS: u32 = 3;

/// Builds read models from the first event, and swaps them in.
#[derive(Debug, Args)]
pub struct RebuildCommand {
    /// Which one (default: all, one after the other)
    projection: Option<String>,
    /// Answer in JSON: `{events, seconds, events_per_second, projections}`
    #[arg(long)]
    json: bool,
}

/// The answer: sums, and what they are made of.
#[derive(Debug, Serialize)]
struct Answer {
    events: i64,
    seconds: f64,
    events_per_second: f64,
    projections: Vec<RebuildReport>,
}

impl From<Vec<RebuildReport>> for Answer {
    fn from(projections: Vec<RebuildReport>) -> Self {
        let events: i64 = projections.iter().map(|report| report.events).sum();
        let seconds: f64 = projections.iter().map(|report| report.seconds).sum();
        #[expect(clippy::cast_precision_loss, reason = "a rate needs no sixteenth digit")]
        let events_per_second = if seconds > 0.0 { events as f64 / seconds } else { 0.0 };
        Self { events, seconds, events_per_second, projections }
    }
}

impl RebuildCommand {
    /// Rebuilds and answers.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let chosen = self.chosen()?;
        let database = Database::of_command(settings, Absent::Refuse).await?;
        let rebuilt = rebuild_all(&database, &chosen).await;
        database.close().await?;
        let answer = Answer::from(rebuilt?);
        if self.json {
            println!("{}", serde_json::to_string_pretty(&answer)?);
            return Ok(ExitCode::SUCCESS);
        }
        for report in &answer.projections {
            println!(
                "{}: {} events in {:.2} s, {:.0} events/s",
                report.projection, report.events, report.seconds, report.events_per_second
            );
        }
        Ok(ExitCode::SUCCESS)
    }

    fn chosen(&self) -> Result<Vec<Arc<dyn Projection>>, Usage> {
        let Some(name) = &self.projection else { return Ok(projections().into()) };
        let found = projection(name).ok_or_else(|| {
            let names: Vec<&str> = projections().iter().map(|projection| projection.name()).collect();
            Usage(format!("there is no projection `{name}`; there are {}", names.join(", ")))
        })?;
        Ok(vec![found])
    }
}

async fn rebuild_all(
    database: &Database,
    chosen: &[Arc<dyn Projection>],
) -> anyhow::Result<Vec<RebuildReport>> {
    let pool = whistle_store::database::pool(database.url(), CONNECTIONS)?;
    let log = EventLog::start(database.url(), pool.clone(), Arc::new(SystemClock), LogSettings::default());
    let owner = owner_options(database.owner_url())?;
    let mut reports = Vec::with_capacity(chosen.len());
    for projection in chosen {
        let bar = progress::over_events(projection.name());
        let rebuilt = rebuild(projection.as_ref(), &owner, &log, &mut |progress| {
            bar.set_length(u64::try_from(progress.head).unwrap_or_default());
            bar.set_position(u64::try_from(progress.position).unwrap_or_default());
        })
        .await;
        bar.finish_and_clear();
        reports.push(rebuilt.with_context(|| {
            format!("{} was not rebuilt, the present one stays in use", projection.name())
        })?);
    }
    drop(log);
    pool.close().await;
    Ok(reports)
}
