//! Filling empty tables: case by case instead of event by event, so that each row is written once.

use std::sync::Arc;

use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use super::super::projection::ProjectionError;
use super::super::record::EventRow;
use super::folded::{Change, Folded};
use super::report_cells::CellChanges;
use super::{CASES_AT_ONCE_MAX, history, write_rows};
use crate::log::ReadError;

/// What a rebuild holds in memory at most, beside the one case that a page may end within.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Events read at once.
    pub(super) page_events_max: u32,
    /// Cells of reports whose sums are not written yet. There are some two hundred for each day; cases come in the order
    /// in which they were raised, so that a day is seldom touched again once it has been written.
    pub(super) cells_max: usize,
}

impl Bounds {
    /// For logs of any length.
    pub(super) const USUAL: Self = Self { page_events_max: 8192, cells_max: 50_000 };
}

/// Folds every case in the log up to and including `until`, and writes its rows. The next page is read while the cases
/// of one are written.
pub(super) async fn fill(
    until: i64,
    bounds: Bounds,
    reader: &mut PgConnection,
    connection: &mut PgConnection,
    progress: &mut (dyn FnMut(i64) + Send),
) -> Result<(), ProjectionError> {
    let mut open = Folded::default();
    let mut sums = Sums { changes: CellChanges::default(), cells_max: bounds.cells_max };
    let mut taken = 0;
    let mut page = history::page((Uuid::nil(), 0), until, bounds.page_events_max, reader).await?;
    while let Some(last) = page.last().map(|event| (event.stream_id, event.version)) {
        let complete = fold(&page, &mut open)?;
        let (next, written) = tokio::join!(
            history::page(last, until, bounds.page_events_max, reader),
            write_fresh(complete, &mut sums, connection)
        );
        written?;
        taken += i64::try_from(page.len()).expect("a page is small");
        progress(taken);
        page = next?;
    }
    write_fresh(vec![open], &mut sums, connection).await?;
    sums.changes.save(connection).await?;
    // Positions have no gaps: there are as many events up to one as it says.
    if taken != until {
        return Err(ReadError::Damaged { position: until, what: "number of events before it" }.into());
    }
    Ok(())
}

/// Takes `events` in, and answers the cases that they complete. The last one stays `open`: the next page may go on
/// with it.
fn fold(events: &[EventRow], open: &mut Folded) -> Result<Vec<Folded>, ProjectionError> {
    let mut complete = Vec::new();
    for event in events {
        if let Some(record) = event.decoded()? {
            if record.case != open.id {
                complete.push(std::mem::replace(open, Folded::empty(record.case)));
            }
            open.take_in(&record)?;
        }
    }
    Ok(complete)
}

async fn write_fresh(
    cases: Vec<Folded>,
    sums: &mut Sums,
    connection: &mut PgConnection,
) -> Result<(), ProjectionError> {
    let nothing = Arc::new(Folded::default());
    let change = |case| Change { before: Arc::clone(&nothing), after: Arc::new(case) };
    let changes: Vec<Change> = cases.into_iter().map(change).collect();
    let mut transaction = connection.begin().await?;
    for some in changes.chunks(CASES_AT_ONCE_MAX) {
        write_rows(some, &mut transaction).await?;
        sums.take_in(some, &mut transaction).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// The sums of reports, which are written when there are too many of them to go on, and at the end.
struct Sums {
    changes: CellChanges,
    cells_max: usize,
}

impl Sums {
    async fn take_in(
        &mut self,
        changes: &[Change],
        connection: &mut PgConnection,
    ) -> Result<(), ProjectionError> {
        self.changes.take_in(changes);
        if self.changes.len() > self.cells_max {
            std::mem::take(&mut self.changes).save(connection).await?;
        }
        Ok(())
    }
}
