//! Building a read model anew while the old one goes on serving.
//!
//! The new tables stand in a schema of their own, cloned from the live ones without their secondary indexes, and are
//! filled by the very statements that keep the live ones: only the search path differs. Indexes follow after the load.
//! Then tables and checkpoint change places in one transaction. Statements that others have prepared find the new
//! tables by themselves, because PostgreSQL looks names up again when a table they used has moved.

mod shadow;

use std::time::Instant;

use serde::Serialize;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use super::projection::{BATCH_EVENTS_MAX, Projection, ProjectionError};
use super::runner::take_in;
use crate::log::{EventLog, RecordedEvent};
use shadow::Shadow;

/// Attempts to swap, each bounded by `shadow::LOCK_WAIT`, before the rebuild gives up and leaves everything as it was.
const SWAP_ATTEMPTS_MAX: u32 = 20;
/// Pages that a swap may still read while it holds the projection back.
const SWAP_PAGES_MAX: u32 = 16;

/// Why a read model was not rebuilt. The live one serves on, unchanged.
#[derive(Debug, thiserror::Error)]
pub enum RebuildError {
    /// The database did not do its part, or the connection is not the owner's.
    #[error("the tables cannot be rebuilt")]
    Database(#[from] sqlx::Error),
    /// An event could not be taken in.
    #[error("the log cannot be taken in")]
    Projection(#[from] ProjectionError),
    /// Somebody else is at it.
    #[error("projection {0} is being rebuilt already")]
    AlreadyRunning(&'static str),
    /// The live tables were never free for a moment, or the log grew faster than it could be read.
    #[error("projection {name} could not be swapped in {attempts} attempts")]
    NeverFree {
        /// The projection.
        name: &'static str,
        /// How often it was tried.
        attempts: u32,
    },
}

/// How far a rebuild has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RebuildProgress {
    /// The last event taken in.
    pub position: i64,
    /// The last event of the log, as far as it is known.
    pub head: i64,
}

/// What a rebuild did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RebuildReport {
    /// The projection.
    pub projection: &'static str,
    /// Events taken in.
    pub events: i64,
    /// From the first table to the swap.
    pub seconds: f64,
    /// Events per second over all that time.
    pub events_per_second: f64,
}

/// Rebuilds `projection` from the first event and swaps it in. `owner` must be allowed to change the live tables.
/// Services may be running; they notice nothing but a pause of milliseconds.
pub async fn rebuild(
    projection: &dyn Projection,
    owner: &PgConnectOptions,
    log: &EventLog,
    mut progress: impl FnMut(RebuildProgress) + Send,
) -> Result<RebuildReport, RebuildError> {
    let start = Instant::now();
    let mut connection = PgConnection::connect_with(owner).await?;
    let shadow = Shadow::create(projection, &mut connection).await?;
    let mut filling = Filling { projection, log, position: 0 };
    filling.run(&mut connection, &mut progress).await?;
    shadow.index(&mut connection).await?;
    filling.run(&mut connection, &mut progress).await?;
    filling.swap(&shadow, &mut connection).await?;
    let seconds = start.elapsed().as_secs_f64();
    shadow.clear_away(&mut connection).await;
    connection.close().await?;
    let events = filling.position;
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no sixteenth digit")]
    let events_per_second = events as f64 / seconds;
    Ok(RebuildReport { projection: projection.name(), events, seconds, events_per_second })
}

/// The way of a rebuild along the log.
struct Filling<'a> {
    projection: &'a dyn Projection,
    log: &'a EventLog,
    position: i64,
}

impl Filling<'_> {
    /// Takes in everything up to the end of the log: up to a page that is not full, because under load there is always
    /// a little more. The next page is read while one is folded.
    async fn run(
        &mut self,
        connection: &mut PgConnection,
        progress: &mut (impl FnMut(RebuildProgress) + Send),
    ) -> Result<(), RebuildError> {
        let mut page = self.page_after(self.position).await?;
        while let Some(last) = page.last().map(|event| event.position) {
            let at_the_end = not_full(&page);
            let (taken, next) = tokio::join!(self.take_page(&page, connection), self.page_after(last));
            self.position = taken?;
            page = if self.position == last { next? } else { self.page_after(self.position).await? };
            let head = (*self.log.head().borrow()).max(self.position);
            progress(RebuildProgress { position: self.position, head });
            if at_the_end && self.position == last {
                break;
            }
        }
        Ok(())
    }

    async fn take_page(
        &self,
        page: &[RecordedEvent],
        connection: &mut PgConnection,
    ) -> Result<i64, ProjectionError> {
        let mut transaction = connection.begin().await?;
        let reached = take_in(self.projection, page, &mut transaction).await?;
        transaction.commit().await?;
        Ok(reached)
    }

    async fn page_after(&self, position: i64) -> Result<Vec<RecordedEvent>, ProjectionError> {
        Ok(self.log.read_after(position, BATCH_EVENTS_MAX).await?)
    }

    async fn swap(&mut self, shadow: &Shadow, connection: &mut PgConnection) -> Result<(), RebuildError> {
        for _ in 0..SWAP_ATTEMPTS_MAX {
            match self.try_swap(shadow, connection).await {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(RebuildError::Database(error)) if shadow::was_busy(&error) => {}
                Err(error) => return Err(error),
            }
            self.run(connection, &mut |_| ()).await?;
        }
        Err(RebuildError::NeverFree { name: self.projection.name(), attempts: SWAP_ATTEMPTS_MAX })
    }

    /// Holds the live projection back, takes in what it had and the new tables have not, and swaps. Tells whether it
    /// did; if not, nothing happened.
    async fn try_swap(
        &mut self,
        shadow: &Shadow,
        connection: &mut PgConnection,
    ) -> Result<bool, RebuildError> {
        let mut transaction = connection.begin().await?;
        let live = shadow.hold_back(&mut transaction).await?;
        let mut position = self.position;
        for _ in 0..SWAP_PAGES_MAX {
            let page = self.page_after(position).await?;
            if page.is_empty() {
                break;
            }
            position = take_in(self.projection, &page, &mut transaction).await?;
            if not_full(&page) {
                break;
            }
        }
        if position < live {
            transaction.rollback().await?;
            return Ok(false);
        }
        shadow.change_places(position, &mut transaction).await?;
        transaction.commit().await?;
        self.position = position;
        Ok(true)
    }
}

/// Whether the log ended, for the moment, with this page.
fn not_full(page: &[RecordedEvent]) -> bool {
    u32::try_from(page.len()).is_ok_and(|events| events < BATCH_EVENTS_MAX)
}
