//! `whistle migrate`.

use std::process::ExitCode;
use std::sync::Arc;

use whistle_domain::clock::{Clock, SystemClock};

use crate::database::{Absent, Database};
use crate::house::take_over;
use crate::settings::Settings;

/// Connections: tables of a former version are read and emptied one at a time.
const CONNECTIONS: u32 = 2;

/// Brings the schema up to date, and takes over what a former version kept in tables. The service does the same when it starts; this is for whoever wants to do it before.
pub async fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    let database = Database::of_command(settings, Absent::Make).await?;
    let pool = whistle_store::database::pool(database.url(), CONNECTIONS)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let taken_over = take_over(settings, database.url(), &pool, &clock).await;
    pool.close().await;
    if taken_over.is_err() {
        database.close().await?;
        return taken_over.map(|()| ExitCode::SUCCESS);
    }
    println!("the database schema is up to date");
    database.close().await?;
    Ok(ExitCode::SUCCESS)
}
