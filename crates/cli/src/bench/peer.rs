//! The stock peer: cqrs-es on postgres-es, in a program of its own, because it needs another version of sqlx.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde::Deserialize;

/// The program's name.
const PROGRAM: &str = "whistle-bench-peer";
/// How much longer than its measurement a turn may take: connecting, and a slow end.
const GRACE: Duration = Duration::from_mins(1);

/// The program, when there is one.
pub struct Peer {
    program: PathBuf,
    url: String,
    clients: usize,
}

/// What one turn found.
#[derive(Debug, Deserialize)]
pub struct PeerRound {
    /// Commands per second.
    pub commands_per_second: f64,
    /// Microseconds that half of the commands stayed below.
    pub p50_microseconds: u64,
    /// Microseconds that 99 of 100 commands stayed below.
    pub p99_microseconds: u64,
}

/// The program at `given`, else the one beside our own.
pub fn find(given: Option<&Path>) -> anyhow::Result<Option<PathBuf>> {
    if let Some(given) = given {
        ensure!(given.is_file(), "there is no program at {}", given.display());
        return Ok(Some(given.to_owned()));
    }
    let beside = std::env::current_exe()?.with_file_name(PROGRAM);
    Ok(beside.is_file().then_some(beside))
}

impl Peer {
    /// The peer, to work in the database at `url`.
    pub fn new(program: PathBuf, url: String, clients: usize) -> Self {
        Self { program, url, clients }
    }

    /// One turn.
    pub async fn run(&self, warm_up: Duration, length: Duration) -> anyhow::Result<PeerRound> {
        let output = tokio::process::Command::new(&self.program)
            .env("DATABASE_URL", &self.url)
            .arg("--clients")
            .arg(self.clients.to_string())
            .arg("--warm-up-ms")
            .arg(warm_up.as_millis().to_string())
            .arg("--length-ms")
            .arg(length.as_millis().to_string())
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .output();
        let output = tokio::time::timeout(warm_up + length + GRACE, output)
            .await
            .context("the stock peer does not come to an end")?
            .with_context(|| format!("{} cannot be run", self.program.display()))?;
        ensure!(output.status.success(), "the stock peer failed: {}", output.status);
        serde_json::from_slice(&output.stdout).context("the stock peer said something else than its figures")
    }
}
