//! `cargo xtask test`

use std::process::Stdio;

use anyhow::{Result, bail};

use crate::{cargo, server};

/// The variable that `whistle-testkit` reads.
const URL_VARIABLE: &str = "WHISTLE_TEST_POSTGRES_URL";

/// Runs the tests on one server for all of them, which is stopped in any case.
pub async fn run(arguments: &[String]) -> Result<()> {
    // Ctrl-C is for the tests: they end, and then the server is stopped.
    tokio::spawn(async { while tokio::signal::ctrl_c().await.is_ok() {} });
    let server = server::start().await?;
    let outcome = run_on(server.url(), arguments).await;
    server.stop().await?;
    outcome
}

async fn run_on(url: &str, arguments: &[String]) -> Result<()> {
    if !nextest_is_installed() {
        return cargo_with(url, &["test", "--workspace"], arguments).await;
    }
    cargo_with(url, &["nextest", "run", "--workspace"], arguments).await?;
    // Nextest does not run the examples in the documentation.
    if arguments.is_empty() { cargo_with(url, &["test", "--workspace", "--doc"], &[]).await } else { Ok(()) }
}

async fn cargo_with(url: &str, chore: &[&str], arguments: &[String]) -> Result<()> {
    let mut command = tokio::process::Command::from(cargo());
    let status = command.args(chore).args(arguments).env(URL_VARIABLE, url).status().await?;
    if !status.success() {
        bail!("cargo {} failed", chore.join(" "));
    }
    Ok(())
}

fn nextest_is_installed() -> bool {
    let asked = cargo().args(["nextest", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}
