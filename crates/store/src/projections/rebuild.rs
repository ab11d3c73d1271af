//! Building a read model anew while the old one goes on serving.
//!
//! The new tables stand in a schema of their own, cloned from the live ones without their secondary indexes. They are
//! filled with what the log held when the rebuild began, in whatever order suits the projection: case by case, so that
//! each row is written once. Indexes follow after the load. What was appended meanwhile is taken in on the ordinary way,
//! and then tables and checkpoint change places in one transaction. Statements that others have prepared find the new
//! tables by themselves, because PostgreSQL looks names up again when a table they used has moved.

mod shadow;

use std::time::{Duration, Instant};

use async_recursion::async_recursion as boxed;
use serde::Serialize;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use super::projection::{BATCH_EVENTS_MAX, Projection, ProjectionError, ProjectionWriter};
use crate::log::{EventLog, RecordedEvent};
use shadow::Shadow;

/// Attempts to swap before the rebuild gives up and leaves everything as it was.
const SWAP_ATTEMPTS_MAX: u32 = 20;
/// How long the first attempt may wait for a table, and with it every reader behind it. Each attempt may wait twice as
/// long as the one before, up to `LOCK_WAIT_MAX`.
const LOCK_WAIT_MIN: Duration = Duration::from_millis(100);
/// Longer than the second after which PostgreSQL ends an automatic vacuum that stands in somebody's way.
const LOCK_WAIT_MAX: Duration = Duration::from_secs(2);
/// How far the new tables may be behind the live ones when they are swapped: what is missing is taken in while the live
/// projection is held back.
const BEHIND_EVENTS_MAX: i64 = 16 * BATCH_EVENTS_MAX as i64;

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
    /// How many events were taken in.
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
#[boxed]
pub async fn rebuild(
    projection: &dyn Projection,
    owner: &PgConnectOptions,
    log: &EventLog,
    progress: &mut (dyn FnMut(RebuildProgress) + Send),
) -> Result<RebuildReport, RebuildError> {
    let start = Instant::now();
    let mut connection = PgConnection::connect_with(owner).await?;
    let mut second = PgConnection::connect_with(owner).await?;
    let shadow = Shadow::create(projection, &mut connection).await?;
    shadow.point(&mut second).await?;
    let cloned = start.elapsed();
    let mut filling = Filling { name: projection.name(), writer: projection.writer(), log, position: 0 };
    filling.fill(owner, [&mut connection, &mut second], progress).await?;
    let filled = start.elapsed();
    shadow.index([&mut connection, &mut second]).await?;
    let indexed = start.elapsed();
    second.close().await?;
    filling.catch_up(&mut connection, progress).await?;
    filling.swap(&shadow, &mut connection).await?;
    let swapped = start.elapsed();
    tracing::debug!(?cloned, ?filled, ?indexed, ?swapped, "rebuilt");
    let seconds = swapped.as_secs_f64();
    shadow.clear_away(&mut connection).await;
    connection.close().await?;
    let events = filling.position;
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no sixteenth digit")]
    let events_per_second = events as f64 / seconds;
    Ok(RebuildReport { projection: projection.name(), events, seconds, events_per_second })
}

/// The way of a rebuild along the log.
struct Filling<'a> {
    name: &'static str,
    writer: Box<dyn ProjectionWriter>,
    log: &'a EventLog,
    position: i64,
}

impl Filling<'_> {
    /// Fills the empty tables with what the log holds now. It is read on a connection of its own, so that reading goes
    /// on while rows are written; and rows are written on two, so that a second processor has something to do.
    async fn fill(
        &mut self,
        owner: &PgConnectOptions,
        [one, other]: [&mut PgConnection; 2],
        progress: &mut (dyn FnMut(RebuildProgress) + Send),
    ) -> Result<(), RebuildError> {
        let head = head(one).await?;
        let mut reader = PgConnection::connect_with(owner).await?;
        // The log is walked along an index, at any size: a plan that sorts it would do so again for every page.
        sqlx::raw_sql("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off")
            .execute(&mut reader)
            .await?;
        let mut taken_in = |position| progress(RebuildProgress { position, head });
        self.writer.fill(head, &mut reader, [one, other], &mut taken_in).await?;
        reader.close().await?;
        self.position = head;
        Ok(())
    }

    /// Takes in what the log holds now. What is appended meanwhile is left: under load there is always a little more,
    /// and a rebuild that ran after it might never end. The next page is read while one is folded.
    async fn catch_up(
        &mut self,
        connection: &mut PgConnection,
        progress: &mut (dyn FnMut(RebuildProgress) + Send),
    ) -> Result<(), RebuildError> {
        let head = head(connection).await?;
        let mut page = page_after(self.log, self.position).await?;
        while let Some(last) = page.last().map(|event| event.position)
            && self.position < head
        {
            let log = self.log;
            let next = async { if last < head { page_after(log, last).await } else { Ok(Vec::new()) } };
            let (taken, next) = tokio::join!(self.take_page(&page, connection), next);
            self.position = taken?;
            // A page that was not taken in whole has an event that cannot be understood: the next attempt says so.
            page = if self.position == last { next? } else { page_after(self.log, self.position).await? };
            progress(RebuildProgress { position: self.position, head: head.max(self.position) });
        }
        Ok(())
    }

    async fn take_page(
        &mut self,
        page: &[RecordedEvent],
        connection: &mut PgConnection,
    ) -> Result<i64, ProjectionError> {
        let mut transaction = connection.begin().await?;
        let reached = self.writer.take_in(page, &mut transaction).await?;
        transaction.commit().await?;
        Ok(reached)
    }

    async fn swap(&mut self, shadow: &Shadow, connection: &mut PgConnection) -> Result<(), RebuildError> {
        let mut lock_wait = LOCK_WAIT_MIN;
        for _ in 0..SWAP_ATTEMPTS_MAX {
            match self.try_swap(shadow, lock_wait, connection).await {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(RebuildError::Database(error)) if shadow::was_busy(&error) => {}
                Err(error) => return Err(error),
            }
            lock_wait = (lock_wait * 2).min(LOCK_WAIT_MAX);
            self.catch_up(connection, &mut |_| ()).await?;
        }
        Err(RebuildError::NeverFree { name: self.name, attempts: SWAP_ATTEMPTS_MAX })
    }

    /// Holds the live projection back, takes in what it had and the new tables have not, and swaps. Tells whether it
    /// did; if not, nothing happened.
    ///
    /// What the live one had not taken in yet is left to it: it goes on from the checkpoint that comes with the new
    /// tables. A checkpoint beyond the end of the log (the log was restored alone) is put right.
    async fn try_swap(
        &mut self,
        shadow: &Shadow,
        lock_wait: Duration,
        connection: &mut PgConnection,
    ) -> Result<bool, RebuildError> {
        let mut transaction = connection.begin().await?;
        let live = shadow.hold_back(lock_wait, &mut transaction).await?;
        let mut position = self.position;
        while position < live {
            let page = page_after(self.log, position).await?;
            if page.is_empty() {
                break;
            }
            if live - position > BEHIND_EVENTS_MAX {
                transaction.rollback().await?;
                return Ok(false);
            }
            position = self.writer.take_in(&page, &mut transaction).await?;
        }
        shadow.change_places(position, &mut transaction).await?;
        transaction.commit().await?;
        self.position = position;
        Ok(true)
    }
}

/// The last position of the log.
async fn head(connection: &mut PgConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(r#"SELECT coalesce(max(position), 0) AS "head!" FROM events"#)
        .fetch_one(connection)
        .await
}

async fn page_after(log: &EventLog, position: i64) -> Result<Vec<RecordedEvent>, ProjectionError> {
    Ok(log.read_after(position, BATCH_EVENTS_MAX).await?)
}
