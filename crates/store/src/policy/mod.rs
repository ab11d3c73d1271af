//! Policies in the log: every version that was ever in force, word for word.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use whistle_domain::policy::{
    LibraryError, PolicyBook, PolicyCommand, PolicyError, PolicyLibrary, PolicyRefusal, PolicySet,
    PolicyVersion,
};

use crate::log::{self, AggregateCache, CommandMeta, EventLog, ExecuteError, Executed, LoadError};
use crate::organisation::of_the_service;
use crate::reference::{POLICY_STREAM, folded, once};

#[cfg(test)]
mod tests;

/// The policy that a new service starts with.
pub const DEFAULT_POLICY: &str = include_str!("../../../../policy/default.toml");

/// There is one book of policies.
const BOOKS_CACHED_MAX: u64 = 1;

/// Why policies cannot be read or adopted.
#[derive(Debug, thiserror::Error)]
pub enum PolicyStoreError {
    /// The policy was not adopted.
    #[error("the policy was not adopted")]
    Execute(#[from] ExecuteError<PolicyRefusal>),
    /// A policy in the log cannot be read by this release.
    #[error("the stored policy of version {version} cannot be read")]
    Unreadable {
        /// Its version.
        version: PolicyVersion,
        /// What is wrong with it.
        #[source]
        error: PolicyError,
    },
    /// No policy is there.
    #[error("the stored policies do not make a library")]
    Library(#[from] LibraryError),
    /// The events cannot be read.
    #[error("the policies cannot be read")]
    Load(#[from] LoadError),
}

/// Every policy, ready to judge by, with the version of the stream.
pub async fn load_policies(pool: &PgPool) -> Result<(PolicyLibrary, u32), PolicyStoreError> {
    let (book, version) = folded(pool, POLICY_STREAM).await?;
    Ok((library(&book)?, version))
}

/// Every policy of a book, ready to judge by. There are few (one per change of rules), so all of them are read.
pub fn library(book: &PolicyBook) -> Result<PolicyLibrary, PolicyStoreError> {
    let policies: Result<Vec<PolicySet>, PolicyStoreError> = book
        .adopted()
        .iter()
        .map(|adopted| {
            let version = adopted.version;
            PolicySet::parse(&adopted.document)
                .map_err(|error| PolicyStoreError::Unreadable { version, error })
        })
        .collect();
    Ok(PolicyLibrary::new(policies?)?)
}

/// The way to the policies. Cheap to clone; all clones share what they have read.
#[derive(Clone)]
pub struct PolicyShelf {
    log: EventLog,
    cache: AggregateCache<PolicyBook>,
}

impl PolicyShelf {
    /// The policies in this log.
    pub fn new(log: EventLog) -> Self {
        Self { log, cache: AggregateCache::new(BOOKS_CACHED_MAX) }
    }

    /// The policies, with the version of their stream; empty and 0 before the first.
    pub async fn load(&self) -> Result<(PolicyBook, u32), LoadError> {
        Ok(log::load(&self.log, &self.cache, POLICY_STREAM).await?.unwrap_or_default())
    }

    /// Gives a command, exactly once for its id.
    pub async fn execute(
        &self,
        command: PolicyCommand,
        meta: CommandMeta,
    ) -> Result<Executed<PolicyBook>, ExecuteError<PolicyRefusal>> {
        log::execute(&self.log, &self.cache, POLICY_STREAM, command, (), meta).await
    }

    /// Adopts a policy, which becomes the current one. Adopting the very same text again changes nothing.
    pub async fn adopt(&self, text: &str, at: DateTime<Utc>) -> Result<(), PolicyStoreError> {
        let command = PolicyCommand::Adopt { document: text.to_owned(), at };
        self.execute(command, of_the_service(None)).await?;
        Ok(())
    }

    /// Adopts a policy once in the life of the database, whoever asks for it, under a name for the occasion.
    pub(crate) async fn adopt_once(
        &self,
        occasion: &str,
        document: String,
        at: DateTime<Utc>,
    ) -> Result<(), PolicyStoreError> {
        let meta = of_the_service(Some(once(POLICY_STREAM, occasion)));
        self.execute(PolicyCommand::Adopt { document, at }, meta).await?;
        Ok(())
    }

    /// Adopts [`DEFAULT_POLICY`] when there is no policy yet.
    pub async fn ensure_default(&self, at: DateTime<Utc>) -> Result<(), PolicyStoreError> {
        if self.load().await?.1 > 0 {
            return Ok(());
        }
        let command = PolicyCommand::AdoptFirst { document: DEFAULT_POLICY.to_owned(), at };
        self.execute(command, of_the_service(Some(once(POLICY_STREAM, "default")))).await?;
        Ok(())
    }
}
