//! Measurements.

use std::process::ExitCode;

use clap::Subcommand;

use crate::settings::Settings;

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {}

impl BenchCommand {
    /// Measures.
    pub async fn run(self, _settings: &Settings) -> anyhow::Result<ExitCode> {
        match self {}
    }
}
