//! The throw-away server that chores work with.

use anyhow::{Context, Result};
use whistle_embedded::{EmbeddedPostgres, Settings};

/// Starts a server in a temporary directory that goes with it, also when this process is killed.
pub async fn start() -> Result<EmbeddedPostgres> {
    let directory = std::env::temp_dir().join(format!("whistle-xtask-{}", std::process::id()));
    let server = EmbeddedPostgres::start(Settings::throw_away(directory)).await;
    server.context("a throw-away PostgreSQL server does not start")
}
