//! `whistle bench`: how fast it is, beside yardsticks measured in the same run on the same server.
//!
//! A figure alone says more about the machine than about the program. Each benchmark therefore measures, in turns,
//! the service and what it must be compared with, and reports ratios. `docs/benchmarks.md` says what is measured and
//! what was found.

mod append;
mod district;
mod figures;
mod http;
mod load;
mod log;
mod machine;
mod paced;
mod peer;
mod project;
mod report;
mod rows;
mod server;
mod walk;
mod yardsticks;

use std::num::{NonZeroU32, NonZeroUsize};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Subcommand};

use crate::settings::Settings;

/// Turns that each contender gets; the median of them is its figure.
const ROUNDS: u32 = 3;
/// How long each turn runs before it is measured.
const WARM_UP: Duration = Duration::from_millis(500);

/// What can be measured.
#[derive(Debug, Clone, Subcommand)]
pub enum BenchCommand {
    /// Commands through load → decide → append, beside bare single-row INSERTs, raw batch INSERTs and stock
    /// postgres-es
    Append(append::AppendOptions),
    /// Raising whistles over HTTP, beside bare single-row INSERTs
    Http(http::HttpOptions),
    /// Building the read models from the log, beside a binary COPY of it, and how soon they show a command
    Project(project::ProjectOptions),
    /// Reports and the backlog in a small and in a large district, beside the same question to the list of cases
    Report(report::ReportOptions),
}

/// How long, and with how many clients.
#[derive(Debug, Clone, Args)]
pub struct LoadOptions {
    /// Seconds for which each contender is measured, in all its rounds together
    #[arg(long, value_name = "N", default_value = "12")]
    seconds: NonZeroU32,
    /// Clients, each of which sends its next request when the last one was answered
    #[arg(long, value_name = "N", default_value = "64")]
    clients: NonZeroUsize,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl LoadOptions {
    /// Length of one round.
    fn round(&self) -> Duration {
        Duration::from_secs(u64::from(self.seconds.get())) / ROUNDS
    }
}

impl BenchCommand {
    /// Measures, and prints what was found. A missed aim is a finding and not a failure.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        match self {
            Self::Append(options) => append::run(options, settings).await?,
            Self::Http(options) => http::run(options, settings).await?,
            Self::Project(options) => project::run(options, settings).await?,
            Self::Report(options) => report::run(options, settings).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
