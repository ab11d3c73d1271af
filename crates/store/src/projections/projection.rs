//! What a projection is.

use std::sync::Arc;

use futures::future::BoxFuture;
use sqlx::PgConnection;

use super::backlog::Backlog;
use super::cases::Cases;
use super::dispatches::Dispatches;
use super::record::{CaseRecord, Poison};
use crate::log;

/// Events that are folded in one transaction.
pub const BATCH_EVENTS_MAX: u32 = 4096;

/// A read model: its tables, and how events change them.
pub trait Projection: Send + Sync + 'static {
    /// The name in the checkpoint table and on the command line.
    fn name(&self) -> &'static str;

    /// The tables, in the order in which they are locked.
    fn tables(&self) -> &'static [&'static str];

    /// Takes `batch` in. Table names are not qualified, so that a rebuild can point them elsewhere.
    ///
    /// The fold is idempotent: a batch that was taken in before changes nothing.
    fn project<'a>(
        &'a self,
        batch: &'a [CaseRecord],
        connection: &'a mut PgConnection,
    ) -> BoxFuture<'a, Result<(), ProjectionError>>;
}

/// Every projection.
pub fn projections() -> [Arc<dyn Projection>; 3] {
    [Arc::new(Cases), Arc::new(Dispatches), Arc::new(Backlog)]
}

/// The projection with this name.
pub fn projection(name: &str) -> Option<Arc<dyn Projection>> {
    projections().into_iter().find(|projection| projection.name() == name)
}

/// An event that does not follow from those before it. A stream that was written by `Case::decide` has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the event at position {position} does not follow: {missing}")]
pub struct FoldError {
    /// Where it is.
    pub position: i64,
    /// What should have come before.
    pub missing: &'static str,
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
    /// An event does not follow from those before it.
    #[error("an event is out of order")]
    Fold(#[from] FoldError),
    /// There is no checkpoint: the schema is older than this binary.
    #[error("projection {0} has no checkpoint")]
    NoCheckpoint(&'static str),
}

impl ProjectionError {
    /// Whether trying the same again cannot help: the event itself is at fault, not the world.
    pub(super) fn lasting(&self) -> bool {
        match self {
            Self::Poison(_) | Self::Fold(_) => true,
            Self::Log(error) => !matches!(error, log::ReadError::Database(_)),
            Self::NoCheckpoint(_) => false,
            // Class 22: data the database cannot take. Class 23: data that breaks a constraint. Class 54: too large.
            Self::Database(sqlx::Error::Database(error)) => error
                .code()
                .is_some_and(|code| ["22", "23", "54"].iter().any(|class| code.starts_with(class))),
            Self::Database(error) => {
                matches!(error, sqlx::Error::Encode(_) | sqlx::Error::ColumnDecode { .. })
            }
        }
    }

    /// The error for the status page: the innermost reason that cannot hold anything out of an event.
    pub(super) fn reason(&self) -> String {
        match self {
            Self::Poison(poison) => poison.to_string(),
            Self::Fold(fold) => fold.to_string(),
            Self::Log(error) => error.to_string(),
            Self::Database(sqlx::Error::Database(error)) => {
                format!("{self}: SQLSTATE {}", error.code().unwrap_or_default())
            }
            Self::Database(_) | Self::NoCheckpoint(_) => self.to_string(),
        }
    }
}
