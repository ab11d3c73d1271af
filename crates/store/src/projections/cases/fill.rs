//! Filling empty tables: case by case instead of event by event, so that each row is written once.

use sqlx::PgConnection;
use tokio::sync::{Mutex, mpsc};
use uuid::Uuid;

use super::super::projection::ProjectionError;
use super::super::record::EventRow;
use super::folded::Folded;
use super::read_model::TableLoad;
use super::report_cells::CellChanges;
use super::{READ_MODELS, backlog_sums, history};
use crate::log::ReadError;

/// Pieces that wait to be written.
const PIECES_WAITING_MAX: usize = 4;

/// What a rebuild holds in memory at most, beside the one case that a page may end within.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Events read at once.
    pub(super) page_events_max: u32,
    /// Sums of parts of days that are not written yet. There are some four hundred for each day; cases come in the order in
    /// which they were raised, so that a day is seldom touched again once it has been written.
    pub(super) cells_max: usize,
    /// Bytes of rows of one table from which on they are written. A COPY takes two writes of the client, between which a
    /// server behind TCP may wait for 40 ms; with one for each page and table that was most of the time of a rebuild.
    pub(super) copy_bytes_min: usize,
}

impl Bounds {
    /// For logs of any length.
    pub(super) const USUAL: Self =
        Self { page_events_max: 2048, cells_max: 8_000, copy_bytes_min: 256 * 1024 };
}

/// Folds every case in the log up to and including `until`, and writes its rows. Three things go on at once: a page is
/// read, the one before it is folded on a thread of its own, and what came of those before that is written on two
/// connections, as soon as one of them is free.
pub(super) async fn fill(
    until: i64,
    bounds: Bounds,
    reader: &mut PgConnection,
    [one, other]: [&mut PgConnection; 2],
    progress: &mut (dyn FnMut(i64) + Send),
) -> Result<(), ProjectionError> {
    let (queue, waiting) = mpsc::channel(PIECES_WAITING_MAX);
    let writing = Writing { waiting: Mutex::new(waiting), sums: Mutex::new(()) };
    let folding = fold_all(until, bounds, reader, queue, progress);
    let (taken, (), ()) = tokio::try_join!(folding, writing.work(&mut *one), writing.work(other))?;
    backlog_sums::fill(until, one).await?;
    // Positions have no gaps: there are as many events up to one as it says.
    if taken != until {
        return Err(ReadError::Damaged { position: until, what: "number of events before it" }.into());
    }
    Ok(())
}

/// Reads and folds page after page, and answers how many events there were.
async fn fold_all(
    until: i64,
    bounds: Bounds,
    reader: &mut PgConnection,
    queue: mpsc::Sender<Piece>,
    progress: &mut (dyn FnMut(i64) + Send),
) -> Result<i64, ProjectionError> {
    // Whoever writes has it until the queue is closed, or ends everything with an error.
    let put = async |piece| queue.send(piece).await.expect("somebody writes");
    let mut folding = Folding::new(bounds);
    let mut taken = 0;
    let mut page = history::page((Uuid::nil(), 0), until, bounds.page_events_max, reader).await?;
    while let Some(last) = page.last().map(|event| (event.stream_id, event.version)) {
        taken += i64::try_from(page.len()).expect("a page is small");
        let (next, folded) = tokio::join!(
            history::page(last, until, bounds.page_events_max, reader),
            tokio::task::spawn_blocking(move || folding.take_in(&page))
        );
        let (went_on, pieces) = folded.expect("folding does not panic")?;
        for piece in pieces {
            put(piece).await;
        }
        folding = went_on;
        progress(taken);
        page = next?;
    }
    for piece in folding.ended() {
        put(piece).await;
    }
    Ok(taken)
}

/// What is written at once.
enum Piece {
    /// Rows of a table.
    Rows(TableLoad),
    /// Sums of reports.
    Sums(CellChanges),
}

/// What folding takes from one page to the next.
struct Folding {
    bounds: Bounds,
    /// The last case: the next page may go on with it.
    open: Folded,
    /// For each read model the rows that are not enough for a COPY yet.
    loads: Vec<TableLoad>,
    /// The sums of reports, which are written when there are too many of them to go on, and at the end.
    sums: CellChanges,
}

impl Folding {
    fn new(bounds: Bounds) -> Self {
        let loads = READ_MODELS.map(TableLoad::of).into();
        Self { bounds, open: Folded::default(), loads, sums: CellChanges::default() }
    }

    /// Takes `events` in, and answers what is enough to be written.
    fn take_in(mut self, events: &[EventRow]) -> Result<(Self, Vec<Piece>), ProjectionError> {
        let mut complete = Vec::new();
        for event in events {
            if let Some(record) = event.decoded()? {
                if record.case != self.open.id {
                    complete.push(std::mem::replace(&mut self.open, Folded::empty(record.case)));
                }
                self.open.take_in(&record)?;
            }
        }
        self.complete(&complete);
        let full = self.loads.iter_mut().filter_map(|load| load.full(self.bounds.copy_bytes_min));
        let mut pieces: Vec<Piece> = full.map(Piece::Rows).collect();
        if self.sums.len() > self.bounds.cells_max {
            pieces.push(Piece::Sums(std::mem::take(&mut self.sums)));
        }
        Ok((self, pieces))
    }

    /// What is left.
    fn ended(mut self) -> Vec<Piece> {
        let last = std::mem::take(&mut self.open);
        self.complete(&[last]);
        self.loads.into_iter().map(Piece::Rows).chain([Piece::Sums(self.sums)]).collect()
    }

    fn complete(&mut self, cases: &[Folded]) {
        self.sums.take_in_fresh(cases);
        self.loads.iter_mut().for_each(|load| load.take_in(cases));
    }
}

/// Writing on several connections; whichever is free takes the next piece.
struct Writing {
    waiting: Mutex<mpsc::Receiver<Piece>>,
    /// Held by whoever writes sums: they are read before, and added to.
    sums: Mutex<()>,
}

impl Writing {
    async fn work(&self, connection: &mut PgConnection) -> Result<(), ProjectionError> {
        loop {
            let next = self.waiting.lock().await.recv().await;
            match next {
                Some(Piece::Rows(load)) => load.put_in(connection).await?,
                Some(Piece::Sums(sums)) => {
                    let _alone = self.sums.lock().await;
                    sums.load(connection).await?;
                }
                None => return Ok(()),
            }
        }
    }
}
