//! What a projection is.

use std::sync::Arc;

use futures::future::BoxFuture;
use sqlx::PgConnection;

use super::cases::Cases;
use super::record::Poison;
use crate::log::{self, RecordedEvent};

/// Events that are taken in in one transaction.
pub const BATCH_EVENTS_MAX: u32 = 4096;

/// Read models that are kept together: their tables, and who writes them.
pub trait Projection: Send + Sync + 'static {
    /// The name in the checkpoint table and on the command line.
    fn name(&self) -> &'static str;

    /// The tables, in the order in which they are locked.
    fn tables(&self) -> &'static [&'static str];

    /// Those of them that are added to again and again while they are filled, and need their key for it from the start.
    fn sums(&self) -> &'static [&'static str];

    /// A writer, for the length of one loop or one rebuild.
    fn writer(&self) -> Box<dyn ProjectionWriter>;
}

/// Writes the tables of a projection. It may remember what it likes between two calls; what is right never depends on
/// it. Table names are not qualified, so that a rebuild can point them elsewhere.
pub trait ProjectionWriter: Send + Sync {
    /// Takes in `events`, of which there is at least one and which follow each other in the log, up to the first that
    /// cannot be understood. Answers the position reached; it is an error if that is none of them.
    ///
    /// The writing is idempotent: events that were taken in before change nothing.
    fn take_in<'a>(
        &'a mut self,
        events: &'a [RecordedEvent],
        connection: &'a mut PgConnection,
    ) -> BoxFuture<'a, Result<i64, ProjectionError>>;

    /// Fills empty tables, which have no keys yet, over the `writers` with all that the log, read on `reader`, holds up to
    /// and including the position `until`; in whatever order, and in any number of transactions. Tells `progress` how many
    /// events were taken in so far.
    fn fill<'a>(
        &'a mut self,
        until: i64,
        reader: &'a mut PgConnection,
        writers: [&'a mut PgConnection; 2],
        progress: &'a mut (dyn FnMut(i64) + Send),
    ) -> BoxFuture<'a, Result<(), ProjectionError>>;

    /// Forgets everything that was remembered: the database is not the one it was.
    fn forget(&mut self);
}

/// Every projection.
pub fn projections() -> [Arc<dyn Projection>; 1] {
    [Arc::new(Cases)]
}

/// The projection with this name.
pub fn projection(name: &str) -> Option<Arc<dyn Projection>> {
    projections().into_iter().find(|projection| projection.name() == name)
}

/// Why a projection did not take a step.
#[derive(Debug, thiserror::Error)]
pub enum ProjectionError {
    /// The database did not do its part.
    #[error("the read model cannot be written")]
    Database(#[from] sqlx::Error),
    /// The log could not be read, or is damaged.
    #[error("the log cannot be followed")]
    Log(#[from] log::ReadError),
    /// An event cannot be understood.
    #[error("an event cannot be understood")]
    Poison(#[from] Poison),
    /// There is no checkpoint: the schema is of another release than this binary.
    #[error("projection {0} has no checkpoint")]
    NoCheckpoint(&'static str),
}

impl ProjectionError {
    /// Whether trying the same again cannot help: the event itself is at fault, not the world.
    pub(super) fn lasting(&self) -> bool {
        match self {
            Self::Poison(_) => true,
            Self::Log(error) => !matches!(error, log::ReadError::Database(_)),
            Self::NoCheckpoint(_) => false,
            // Class 21: two rows with one key. Class 22: data the database cannot take. Class 23: data that breaks a
            // constraint. Class 54: too large.
            Self::Database(sqlx::Error::Database(error)) => error
                .code()
                .is_some_and(|code| ["21", "22", "23", "54"].iter().any(|class| code.starts_with(class))),
            Self::Database(error) => {
                matches!(error, sqlx::Error::Encode(_) | sqlx::Error::ColumnDecode { .. })
            }
        }
    }

    /// The error for the status page: the innermost reason that cannot hold anything out of an event.
    pub(super) fn reason(&self) -> String {
        match self {
            Self::Poison(poison) => poison.to_string(),
            Self::Log(error) => error.to_string(),
            Self::Database(sqlx::Error::Database(error)) => {
                format!("{self}: SQLSTATE {}", error.code().unwrap_or_default())
            }
            Self::Database(_) | Self::NoCheckpoint(_) => self.to_string(),
        }
    }
}
