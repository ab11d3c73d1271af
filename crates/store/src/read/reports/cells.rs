//! Reports out of cells: sums of parts of days, days, ten days, months and years that the projection keeps.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use whistle_domain::actor::Code;
use whistle_domain::report::{DayPart, Dimension, Fact, Groups, Period, Run, Tally, runs};

use super::{QueryError, ReportQuery, Selection, each, each_together};
use crate::projections::TOTAL_CELLS;
use crate::read::filter::matchable;
use crate::tally_bytes;

/// A report out of cells, with what they cannot know put right.
pub(super) async fn report(
    selection: &Selection,
    code: Option<&str>,
    query: &ReportQuery,
    connection: &mut PgConnection,
) -> Result<Groups, QueryError> {
    let ReportQuery { period, at, dimension, .. } = *query;
    let mut groups = Groups::default();
    let Some(whole) = Whole::of(period, at) else {
        each(selection.statement(period), connection, |fact| groups.add(&fact, dimension, Some(at))).await?;
        return Ok(groups);
    };
    whole.add_cells(selection, code, &mut groups, connection).await?;
    let [from, to] = [whole.from, whole.to].map(DayPart::start);
    whole.correct(selection, Period { from, to: period.to }, at, &mut groups, connection).await?;
    let before = selection.statement_together(Period { from: period.from, to: from });
    each_together(before, connection, |fact| groups.add(&fact, dimension, Some(at))).await?;
    let beyond = selection.statement_together(Period { from: period.to, to });
    each_together(beyond, connection, |fact| {
        let mut change = Tally::default();
        change -= &whole.in_cells(&fact);
        groups.change_by(&change, &fact, dimension, None);
    })
    .await?;
    groups.rows.retain(|_, tally| !tally.is_empty());
    Ok(groups)
}

/// The parts that answer for a period: from the first that begins in it to the one in which it ends. What they lack at
/// its beginning, and have too much at its end, is read fact by fact. That is little wherever the ends are, because deadlines
/// are midnights and noons more often than anything else, and what is due then counts in the part that begins.
#[derive(Clone, Copy)]
struct Whole {
    from: DayPart,
    /// The first that does not belong to it.
    to: DayPart,
    /// The first after the instant of judgement, or the end nearest to it. What was due before it is judged as past, and
    /// what was not as to come.
    turn: DayPart,
}

impl Whole {
    /// None if no part begins in the period.
    fn of(period: Period, at: DateTime<Utc>) -> Option<Self> {
        let (from, to) = (DayPart::not_before(period.from), DayPart::not_before(period.to));
        let begins = from < to && from.start() < period.to;
        begins.then(|| Self { from, to, turn: DayPart::of(at).next().clamp(from, to) })
    }

    /// As what cells hold a fact.
    fn in_cells(self, fact: &Fact) -> Tally {
        Tally::of(fact, None).judged(fact.counted_at < self.turn.start())
    }

    /// The cells, and what waits to be added to them.
    async fn add_cells(
        self,
        selection: &Selection,
        code: Option<&str>,
        groups: &mut Groups,
        connection: &mut PgConnection,
    ) -> Result<(), QueryError> {
        let Self { from, turn, to } = self;
        let of = |from, to, past| runs(from, to).into_iter().map(move |run| (run, past));
        let runs: Vec<(Run, bool)> = of(from, turn, true).chain(of(turn, to, false)).collect();
        // A case counts in every area in which it lies: the whole is not the sum of the rows.
        let several = selection.dimension == Dimension::Area;
        let dimensions = [selection.dimension.code(), TOTAL_CELLS];
        let dimensions = if several { &dimensions[..] } else { &dimensions[..1] };
        let cells = sqlx::query_file_as!(
            Cells,
            "src/read/queries/report_cells.sql",
            dimensions as &[&str],
            TOTAL_CELLS,
            &runs.iter().map(|(run, _)| run.grain.code()).collect::<Vec<_>>() as &[&str],
            &runs.iter().map(|(run, _)| run.first).collect::<Vec<_>>(),
            &runs.iter().map(|(run, _)| run.last).collect::<Vec<_>>(),
            &runs.iter().map(|(run, _)| run.added).collect::<Vec<_>>(),
            &runs.iter().map(|(_, past)| *past).collect::<Vec<_>>(),
            &runs.iter().map(|(run, _)| run.parts()).collect::<Vec<_>>(),
            code.map(matchable)
        );
        let cells = cells.fetch_all(&mut *connection).await?;
        let waiting = sqlx::query_file_as!(
            Cells,
            "src/read/queries/report_cell_changes.sql",
            dimensions as &[&str],
            TOTAL_CELLS,
            from.start(),
            to.start(),
            turn.start(),
            code.map(matchable)
        );
        let waiting = waiting.fetch_all(connection).await?;
        for (key, sum) in added_up(cells.into_iter().chain(waiting))? {
            let judged = sum.judged(key.past);
            if key.row.is_none() || !several {
                groups.total += &judged;
            }
            if let Some(row) = key.row {
                *groups.rows.entry(row).or_default() += &judged;
            }
        }
        Ok(())
    }

    /// Facts `within` them of which something happened after the instant of judgement, and those that run out later in its
    /// part, count as they stood at it.
    async fn correct(
        self,
        selection: &Selection,
        within: Period,
        at: DateTime<Utc>,
        groups: &mut Groups,
        connection: &mut PgConnection,
    ) -> Result<(), QueryError> {
        let later = selection.statement_together(within).map(|mut statement| {
            statement.push(" AND latest_at > ").push_bind(at);
            statement
        });
        let running = Period { from: within.from.max(at), to: within.to.min(self.turn.start()) };
        let running = selection.statement_together(running).map(|mut statement| {
            statement.push(" AND running AND latest_at <= ").push_bind(at);
            statement
        });
        for statement in [later, running] {
            each_together(statement, connection, |fact| {
                let mut change = Tally::of(&fact, Some(at));
                change -= &self.in_cells(&fact);
                groups.change_by(&change, &fact, selection.dimension, None);
            })
            .await?;
        }
        Ok(())
    }
}

/// Cells of one row of a report.
struct Cells {
    code: String,
    /// Whether what is open in them is overdue.
    past: bool,
    /// Whether they are of everything, and not of the row.
    total: bool,
    /// Whether they are added, or taken out again.
    added: bool,
    /// Of how many parts of a day, from its beginning; 0 for what is whole.
    parts: i16,
    tallies: Vec<Vec<u8>>,
}

impl Cells {
    /// Adds what is asked of them. None if they are damaged.
    fn add_to(&self, sum: &mut Tally) -> Option<()> {
        let times = if self.added { 1 } else { -1 };
        let parts = usize::try_from(self.parts).ok()?;
        for bytes in &self.tallies {
            if parts == 0 {
                tally_bytes::add(sum, bytes, times)?;
            }
            for tally in tally_bytes::each(bytes).take(parts) {
                tally_bytes::add(sum, tally?, times)?;
            }
        }
        Some(())
    }
}

/// What cells are added up for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The row; none for everything.
    row: Option<Code>,
    past: bool,
}

fn added_up(cells: impl IntoIterator<Item = Cells>) -> Result<BTreeMap<Key, Tally>, QueryError> {
    let mut sums: BTreeMap<Key, Tally> = BTreeMap::new();
    for cells in cells {
        let row = (!cells.total).then(|| cells.code.clone());
        let sum = sums.entry(Key { row, past: cells.past }).or_default();
        let damaged = || sqlx::Error::Decode("a cell of a report is damaged".into());
        cells.add_to(sum).ok_or_else(damaged)?;
    }
    Ok(sums)
}
