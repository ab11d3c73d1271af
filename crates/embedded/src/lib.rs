//! A PostgreSQL server of our own.
use std::path::PathBuf;
/// Settings.
pub struct Settings { /// Directory.
 pub data_dir: PathBuf }
impl Settings { /// Throw-away.
 pub fn throw_away(data_dir: PathBuf) -> Self { Self { data_dir } } }
/// Server.
pub struct EmbeddedPostgres(String);
/// Error.
#[derive(Debug, thiserror::Error)]
#[error("not yet")]
pub struct EmbeddedError;
impl EmbeddedPostgres {
 /// Start.
 pub async fn start(_s: Settings) -> Result<Self, EmbeddedError> { Err(EmbeddedError) }
 /// Url.
 pub fn url(&self) -> &str { &self.0 }
}
