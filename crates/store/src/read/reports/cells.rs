//! Reports out of cells: sums of days, months and years that the projection keeps.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Utc};
use sqlx::PgConnection;
use whistle_domain::actor::Code;
use whistle_domain::calendar::{china_date, china_midnight};
use whistle_domain::report::{Dimension, Groups, Period, Run, Tally, runs};

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
    whole.add_cells(selection, code, at, &mut groups, connection).await?;
    whole.correct(selection, at, &mut groups, connection).await?;
    let edges = [Period { from: period.from, to: whole.from }, Period { from: whole.to, to: period.to }];
    for edge in edges.into_iter().filter(|edge| edge.from < edge.to) {
        let facts = selection.statement_together(edge);
        each_together(facts, connection, |fact| groups.add(&fact, dimension, Some(at))).await?;
    }
    if period.to < whole.to {
        let beyond = selection.statement_together(Period { from: period.to, to: whole.to });
        each_together(beyond, connection, |fact| groups.take_out(&fact, dimension, Some(at))).await?;
    }
    groups.rows.retain(|_, tally| !tally.is_empty());
    Ok(groups)
}

/// The whole days that answer for a period, from the first that begins in it. What is broken at its ends is read fact by
/// fact.
///
/// The day in which it ends belongs to them if that day is over at the instant of judgement: then what comes after the
/// end is taken out again. That is the smaller part wherever the end is, because days of work end at midnight, and what
/// is due then, most of a day's facts, is due as the next day begins.
#[derive(Clone, Copy)]
struct Whole {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Whole {
    /// None if there is no whole day.
    fn of(period: Period, at: DateTime<Utc>) -> Option<Self> {
        let from = first_midnight(period.from)?;
        let over = first_midnight(period.to).filter(|midnight| *midnight <= at);
        let to = over.unwrap_or_else(|| china_midnight(china_date(period.to)));
        (from < to && from < period.to).then_some(Self { from, to })
    }

    /// The instant at which the day of judgement ends: what was due before it is judged as past, and what was not as to
    /// come.
    fn turn(self, at: DateTime<Utc>) -> DateTime<Utc> {
        let next = china_date(at).checked_add_days(Days::new(1)).map_or(self.to, china_midnight);
        next.clamp(self.from, self.to)
    }

    /// The cells, and what waits to be added to them.
    async fn add_cells(
        self,
        selection: &Selection,
        code: Option<&str>,
        at: DateTime<Utc>,
        groups: &mut Groups,
        connection: &mut PgConnection,
    ) -> Result<(), QueryError> {
        let (from, turn, to) = (china_date(self.from), china_date(self.turn(at)), china_date(self.to));
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
            code.map(matchable)
        );
        let cells = cells.fetch_all(&mut *connection).await?;
        let waiting = sqlx::query_file_as!(
            Cells,
            "src/read/queries/report_cell_changes.sql",
            dimensions as &[&str],
            TOTAL_CELLS,
            from,
            to,
            turn,
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

    /// Facts of which something happened after the instant of judgement, and those that run out later on its day, count
    /// as they stood at it.
    async fn correct(
        self,
        selection: &Selection,
        at: DateTime<Utc>,
        groups: &mut Groups,
        connection: &mut PgConnection,
    ) -> Result<(), QueryError> {
        let turn = self.turn(at);
        let within = Period { from: self.from, to: self.to };
        let mut later = selection.statement_together(within);
        later.push(" AND latest_at > ").push_bind(at);
        let mut running = selection.statement_together(Period { from: self.from.max(at), to: turn });
        running.push(" AND running AND latest_at <= ").push_bind(at);
        for statement in [later, running] {
            each_together(statement, connection, |fact| {
                let mut change = Tally::of(&fact, Some(at));
                change -= &Tally::of(&fact, None).judged(fact.counted_at < turn);
                groups.change_by(&change, &fact, selection.dimension, None);
            })
            .await?;
        }
        Ok(())
    }
}

/// The first midnight of the district that is not before `instant`.
fn first_midnight(instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let day = china_date(instant);
    let begun = china_midnight(day) < instant;
    Some(china_midnight(if begun { day.checked_add_days(Days::new(1))? } else { day }))
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
    tallies: Vec<Vec<u8>>,
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
    for Cells { code, past, total, added, tallies } in cells {
        let sum = sums.entry(Key { row: (!total).then_some(code), past }).or_default();
        for tally in tallies {
            let damaged = || sqlx::Error::Decode("a cell of a report is damaged".into());
            let tally = tally_bytes::read(&tally).ok_or_else(damaged)?;
            if added { *sum += &tally } else { *sum -= &tally }
        }
    }
    Ok(sums)
}
