//! The demo: invented people and cases in an invented district.

use std::path::Path;

use whistle_store::database::Pool;
use whistle_store::vault::Vault;

/// What the seed works with. The schema must be up to date, and the vault checked.
pub struct DemoHouse<'a> {
    /// The database, for appending and for drawing numbers.
    pub database_url: &'a str,
    /// Connections in the service's role.
    pub pool: Pool,
    /// Seals what the demo's people say.
    pub vault: Vault,
    /// Where `demo-accounts.json` goes.
    pub data_dir: &'a Path,
}

/// Refuses: this build has no demo.
pub async fn seed(_house: DemoHouse<'_>) -> anyhow::Result<()> {
    anyhow::bail!("this build has no demo")
}
