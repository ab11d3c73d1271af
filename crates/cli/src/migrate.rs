//! `whistle migrate`.

use std::process::ExitCode;

use crate::database::{Absent, Database};
use crate::settings::Settings;

/// Brings the schema up to date. The service does the same when it starts; this is for whoever wants to do it before.
pub async fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    let database = Database::of_command(settings, Absent::Make).await?;
    println!("the database schema is up to date");
    database.close().await?;
    Ok(ExitCode::SUCCESS)
}
