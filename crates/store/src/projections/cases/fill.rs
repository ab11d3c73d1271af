//! Filling empty tables: case by case instead of event by event, so that each row is written once.

use sqlx::PgConnection;
use uuid::Uuid;

use super::super::projection::ProjectionError;
use super::super::record::EventRow;
use super::folded::Folded;
use super::report_cells::CellChanges;
use super::{READ_MODELS, history};
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
    [one, other]: [&mut PgConnection; 2],
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
            put_in(&complete, &mut sums, [&mut *one, &mut *other])
        );
        written?;
        taken += i64::try_from(page.len()).expect("a page is small");
        progress(taken);
        page = next?;
    }
    put_in(&[open], &mut sums, [&mut *one, other]).await?;
    sums.changes.save(one).await?;
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

/// Half of the read models on the one connection, half on the other; sums are written when there are many.
async fn put_in(
    cases: &[Folded],
    sums: &mut Sums,
    [one, other]: [&mut PgConnection; 2],
) -> Result<(), ProjectionError> {
    let half = async |parity: usize, connection: &mut PgConnection| {
        for model in READ_MODELS.iter().skip(parity).step_by(2) {
            (model.fill)(cases, connection).await?;
        }
        Ok::<(), sqlx::Error>(())
    };
    tokio::try_join!(half(0, one), half(1, other))?;
    sums.changes.take_in_fresh(cases);
    if sums.changes.len() > sums.cells_max {
        std::mem::take(&mut sums.changes).save(one).await?;
    }
    Ok(())
}

/// The sums of reports, which are written when there are too many of them to go on, and at the end.
struct Sums {
    changes: CellChanges,
    cells_max: usize,
}
