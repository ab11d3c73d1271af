//! What was done with accounts and keys, in the log.

use whistle_domain::access::{AccessBook, AccessCommand, AccessRefusal};

use crate::log::{self, AggregateCache, CommandMeta, EventLog, ExecuteError, Executed, IdOrigin, LoadError};
use crate::reference::ACCESS_STREAM;

/// There is one book of access.
const BOOKS_CACHED_MAX: u64 = 1;

/// The way to the events of accounts and keys. Cheap to clone; all clones share what they have read.
#[derive(Clone)]
pub struct AccessShelf {
    log: EventLog,
    cache: AggregateCache<AccessBook>,
}

impl AccessShelf {
    /// The events in this log.
    pub fn new(log: EventLog) -> Self {
        Self { log, cache: AggregateCache::new(BOOKS_CACHED_MAX) }
    }

    /// The version of the stream; 0 before the first event.
    pub async fn version(&self) -> Result<u32, LoadError> {
        Ok(log::load(&self.log, &self.cache, ACCESS_STREAM).await?.map_or(0, |(_, version)| version))
    }

    /// The book as it stands.
    pub async fn book(&self) -> Result<AccessBook, LoadError> {
        Ok(log::load(&self.log, &self.cache, ACCESS_STREAM)
            .await?
            .map_or_else(AccessBook::default, |(book, _)| book))
    }

    /// What the command led to when it was given before; nothing when it was not.
    pub async fn given_before(
        &self,
        meta: &CommandMeta,
    ) -> Result<Option<Executed<AccessBook>>, ExecuteError<AccessRefusal>> {
        match meta.id_origin {
            IdOrigin::Generated => Ok(None),
            IdOrigin::Client => log::replay(&self.log, ACCESS_STREAM, meta).await,
        }
    }

    /// Gives a command, exactly once for its id.
    pub async fn execute(
        &self,
        command: AccessCommand,
        meta: CommandMeta,
    ) -> Result<Executed<AccessBook>, ExecuteError<AccessRefusal>> {
        log::execute(&self.log, &self.cache, ACCESS_STREAM, command, (), meta).await
    }
}
