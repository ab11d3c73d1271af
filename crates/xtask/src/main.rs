//! Chores of the repository: `cargo xtask --help`.

mod arrows;
mod openapi;
mod server;
mod sources;
mod sqlx;
mod tests;
mod tidy;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use clap::Parser;

/// Chores of the repository.
#[derive(Parser)]
enum Chore {
    /// Runs every test against a throw-away PostgreSQL server.
    Test {
        /// Passed on to `cargo nextest run --workspace`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Checks what the compiler does not: dependency arrows, size of files, names of migrations, leftovers.
    Tidy,
    /// Writes `.sqlx`, from which the workspace builds without a database.
    Sqlx {
        /// Writes nothing, and fails when the committed files are not what would be written.
        #[arg(long)]
        check: bool,
        /// Lints in the same pass: runs clippy, with warnings as errors, instead of `cargo check`.
        #[arg(long)]
        clippy: bool,
    },
    /// Writes `openapi.json`.
    Openapi {
        /// Writes nothing, and fails when the committed file is not what would be written.
        #[arg(long)]
        check: bool,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let done = match Chore::parse() {
        Chore::Test { arguments } => tests::run(&arguments).await,
        Chore::Tidy => tidy::run(),
        Chore::Sqlx { check, clippy } => sqlx::run(check, clippy).await,
        Chore::Openapi { check } => openapi::run(check),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository. Cargo tells it at run time too, which is right even when several checkouts share
/// one target directory.
fn root() -> PathBuf {
    let told = std::env::var_os("CARGO_MANIFEST_DIR");
    let here = told.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).expect("xtask lies in crates/xtask").to_owned()
}

/// `cargo`, the one that runs us, in the root of the repository.
fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The workspace's members and their direct dependencies.
fn metadata() -> Result<serde_json::Value> {
    let output = cargo().args(["metadata", "--no-deps", "--format-version", "1"]).output()?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata speaks another language")
}
