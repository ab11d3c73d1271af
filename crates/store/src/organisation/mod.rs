//! The organisation in the log, with the vault that keeps its people's names.
//!
//! The stream is the truth and all there is: no table repeats it. It has some thousand events and is folded in
//! milliseconds, once per change.

mod before;
mod check;
mod import;
mod people;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::organisation::history::{
    OrganisationCommand, OrganisationFacts, OrganisationHistory, OrganisationRefusal, ViewError,
};
use whistle_domain::organisation::{Organisation, OrganisationError};

use crate::ids::new_id;
use crate::log::{self, AggregateCache, CommandMeta, EventLog, ExecuteError, Executed, IdOrigin, LoadError};
use crate::reference::{ORGANISATION_STREAM, folded};
use crate::vault::{Vault, VaultError};

pub use before::{AdoptionError, adopt_tables, tables_hold_something};
pub use check::check_responsibility;
pub use people::{PersonShown, PersonTold};

/// There is one organisation.
const ORGANISATIONS_CACHED_MAX: u64 = 1;

/// Why the organisation cannot be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationStoreError {
    /// Nobody has loaded an organisation yet.
    #[error("no organisation has been loaded")]
    Absent,
    /// It contradicts itself; nothing was changed.
    #[error("the organisation is not sound")]
    Unsound(#[from] OrganisationError),
    /// The organisation stays as it is.
    #[error("the organisation was not changed")]
    Execute(#[from] ExecuteError<OrganisationRefusal>),
    /// Its events cannot be read.
    #[error("the organisation cannot be read")]
    Load(#[from] LoadError),
    /// Names cannot be sealed or opened.
    #[error("the names of people cannot be sealed or opened")]
    Vault(#[from] VaultError),
    /// A word in the tables of a former version is not one that this release knows.
    #[error("the stored {what} `{word}` is not known to this release")]
    UnknownWord {
        /// `unit kind` or `role`.
        what: &'static str,
        /// The word.
        word: String,
    },
    /// The database failed.
    #[error("the tables of a former version cannot be used")]
    Database(#[from] sqlx::Error),
}

impl From<ViewError> for OrganisationStoreError {
    fn from(error: ViewError) -> Self {
        match error {
            ViewError::Absent => Self::Absent,
            ViewError::Unsound(error) => Self::Unsound(error),
        }
    }
}

/// The organisation through time, with the version of its stream; empty and 0 before its first event.
pub async fn load_history(pool: &PgPool) -> Result<(OrganisationHistory, u32), LoadError> {
    folded(pool, ORGANISATION_STREAM).await
}

/// The organisation at an instant. Nobody has a name in it.
pub async fn load_organisation(
    pool: &PgPool,
    at: DateTime<Utc>,
) -> Result<Organisation, OrganisationStoreError> {
    let (history, _) = load_history(pool).await?;
    Ok(history.at(at)?)
}

/// The way to the organisation. Cheap to clone; all clones share what they have read.
#[derive(Clone)]
pub struct OrganisationBook {
    log: EventLog,
    vault: Vault,
    cache: AggregateCache<OrganisationHistory>,
}

impl OrganisationBook {
    /// The organisation in this log, whose people's names are in this vault.
    pub fn new(log: EventLog, vault: Vault) -> Self {
        Self { log, vault, cache: AggregateCache::new(ORGANISATIONS_CACHED_MAX) }
    }

    /// The organisation through time, with the version of its stream; empty and 0 before its first event.
    pub async fn load(&self) -> Result<(OrganisationHistory, u32), LoadError> {
        Ok(log::load(&self.log, &self.cache, ORGANISATION_STREAM).await?.unwrap_or_default())
    }

    /// Gives a command, exactly once for its id, at the instant that `meta` says.
    pub async fn execute(
        &self,
        command: OrganisationCommand,
        now: DateTime<Utc>,
        meta: CommandMeta,
    ) -> Result<Executed<OrganisationHistory>, ExecuteError<OrganisationRefusal>> {
        let (facts, meta) = (OrganisationFacts { now }, CommandMeta { occurred_at: Some(now), ..meta });
        log::execute(&self.log, &self.cache, ORGANISATION_STREAM, command, facts, meta).await
    }
}

/// A command that the service gives itself.
pub(crate) fn of_the_service(command_id: Option<Uuid>) -> CommandMeta {
    CommandMeta {
        command_id: command_id.unwrap_or_else(new_id),
        id_origin: if command_id.is_some() { IdOrigin::Client } else { IdOrigin::Generated },
        actor: Actor { id: Uuid::nil(), role: Role::System, unit: None },
        request_digest: None,
        if_match: None,
        occurred_at: None,
    }
}
