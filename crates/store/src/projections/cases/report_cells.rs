//! Sums of what cases contribute to reports: a cell for each unit, area, category and level, and each day, ten days, month
//! and year in which it has something; that of a day says how much of it is of which part. A cell changes by what its
//! cases contribute now, less what they did before.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;
use whistle_domain::report::{DayPart, Dimension, Fact, Grain, Subject, Tally};

use super::super::columns::storable;
use super::super::copy::CopyRows;
use super::super::projection::ProjectionError;
use super::folded::{Change, Folded};
use crate::log::ReadError;
use crate::tally_bytes;

/// The table.
pub(super) const TABLE: &str = "report_cells";
const COLUMNS: [&str; 6] = ["dimension", "grain", "start", "code", "tally", "parts"];

/// All cases, whatever their area: an area's cells add up to more, because a case lies in several.
pub(crate) const TOTAL: &str = "total";

/// Which cell. The order is that of the primary key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    dimension: &'static str,
    grain: Grain,
    start: NaiveDate,
    code: Arc<str>,
}

/// What a cell holds.
#[derive(Debug, Default)]
struct Sums {
    tally: Tally,
    /// What of it is of which part of a day, but for the last; nothing for what is longer than a day.
    parts: BTreeMap<u8, Tally>,
}

impl Sums {
    fn is_empty(&self) -> bool {
        self.tally.is_empty() && self.parts.values().all(Tally::is_empty)
    }

    /// Adds what a row holds. None if it is damaged.
    fn add(&mut self, tally: &[u8], parts: &[u8]) -> Option<()> {
        tally_bytes::add(&mut self.tally, tally, 1)?;
        for (part, tally) in (0..).zip(tally_bytes::each(parts)) {
            tally_bytes::add(self.parts.entry(part).or_default(), tally?, 1)?;
        }
        Some(())
    }

    fn parts_written(&self) -> Vec<u8> {
        let nothing = Tally::default();
        let used = self.parts.iter().rfind(|(_, tally)| !tally.is_empty()).map_or(0, |(last, _)| last + 1);
        tally_bytes::all_written((0..used).map(|part| self.parts.get(&part).unwrap_or(&nothing)))
    }
}

/// By how much the sums of parts of days change, by dimension and code. Days and what is longer are added up of them when they
/// are written.
#[derive(Debug, Default)]
pub(super) struct CellChanges {
    parts: BTreeMap<&'static str, BTreeMap<String, BTreeMap<DayPart, Tally>>>,
    len: usize,
}

impl CellChanges {
    /// Takes in that cases contribute something else now.
    pub(super) fn take_in(&mut self, changes: &[Change]) {
        for Change { before, after } in changes {
            let (before, after) = (before.facts(), after.facts());
            for fact in before.iter().filter(|fact| !after.contains(fact)) {
                self.change(fact, |cell, tally| *cell -= tally);
            }
            for fact in after.iter().filter(|fact| !before.contains(fact)) {
                self.change(fact, |cell, tally| *cell += tally);
            }
        }
    }

    /// Takes in cases of which no cell knows yet.
    pub(super) fn take_in_fresh(&mut self, cases: &[Folded]) {
        for fact in cases.iter().flat_map(Folded::facts) {
            self.change(fact, |cell, tally| *cell += tally);
        }
    }

    /// How many sums of parts change.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Takes in changes as [`Self::written`] wrote them down.
    pub(super) fn take_in_written(
        &mut self,
        dimensions: &[String],
        codes: &[String],
        starts: &[DateTime<Utc>],
        tallies: &[Vec<u8>],
    ) -> Result<(), ReadError> {
        for (((dimension, code), start), tally) in dimensions.iter().zip(codes).zip(starts).zip(tallies) {
            let tally = tally_bytes::read(tally);
            let (Some(dimension), Some(tally)) = (dimension_of(dimension), tally) else {
                return Err(ReadError::Damaged { position: 0, what: "change of a cell of a report" });
            };
            *self.sum(dimension, code, DayPart::of(*start)) += &tally;
        }
        Ok(())
    }

    fn change(&mut self, fact: &Fact, change: impl Fn(&mut Tally, &Tally)) {
        let tally = Tally::of(fact, None);
        if tally.is_empty() {
            return;
        }
        let part = DayPart::of(fact.counted_at);
        for (dimension, code) in cells_of(fact) {
            change(self.sum(dimension, code, part), &tally);
        }
    }

    fn sum(&mut self, dimension: &'static str, code: &str, part: DayPart) -> &mut Tally {
        let codes = self.parts.entry(dimension).or_default();
        // Looked up first: a code is known nearly always, and its name need not be written out again.
        let parts = if codes.contains_key(code) {
            codes.get_mut(code).expect("it is there")
        } else {
            codes.entry(storable(code)).or_default()
        };
        parts.entry(part).or_insert_with(|| {
            self.len += 1;
            Tally::default()
        })
    }

    /// The changes of parts, to be appended.
    pub(super) fn written(&self) -> WrittenCells<'_> {
        let mut written = WrittenCells::default();
        for (dimension, codes) in &self.parts {
            for (code, parts) in codes {
                for (part, tally) in parts.iter().filter(|(_, tally)| !tally.is_empty()) {
                    written.dimensions.push(dimension);
                    written.codes.push(code);
                    written.starts.push(part.start());
                    written.tallies.push(tally_bytes::written(tally));
                }
            }
        }
        written
    }

    /// The changes of every cell in which there is something, in the order of their keys.
    fn of_every_grain(self) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::with_capacity(self.len);
        for (dimension, codes) in self.parts {
            for (code, parts) in codes {
                let code: Arc<str> = code.into();
                // Parts come in their order: of each grain only the last cell may still grow.
                let mut last = [None; Grain::OF_DAYS.len()];
                for (DayPart { day, part }, tally) in parts {
                    for (grain, last) in Grain::OF_DAYS.into_iter().zip(&mut last) {
                        let start = grain.start_of(day);
                        let growing = last.filter(|place: &usize| cells[*place].key.start == start);
                        let place = *last.insert(growing.unwrap_or(cells.len()));
                        if growing.is_none() {
                            cells.push(Cell::empty(Key { dimension, grain, start, code: Arc::clone(&code) }));
                        }
                        cells[place].sums.tally += &tally;
                    }
                    let [of_day, ..] = last;
                    if let Some(place) = of_day.filter(|_| part < DayPart::LAST) {
                        cells[place].sums.parts.insert(part, tally);
                    }
                }
            }
        }
        cells.retain(|cell| !cell.sums.is_empty());
        cells.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        cells
    }

    /// Adds the changes to what the table holds. Whoever writes holds the checkpoint, so that nobody else does; a cell
    /// in which nothing is left goes.
    pub(super) async fn save(self, connection: &mut PgConnection) -> Result<(), ProjectionError> {
        let cells = self.added_up(connection).await?;
        write(&cells.iter().collect::<Vec<_>>(), connection).await?;
        Ok(())
    }

    /// The same in a table that is being filled, where most cells are new: copying one into it costs half of writing one
    /// over another.
    pub(super) async fn load(self, connection: &mut PgConnection) -> Result<(), ProjectionError> {
        let cells = self.added_up(connection).await?;
        let (held, fresh): (Vec<&Cell>, Vec<&Cell>) = cells.iter().partition(|cell| cell.held);
        write(&held, &mut *connection).await?;
        let mut rows = CopyRows::of(COLUMNS.len());
        for Cell { key, sums, .. } in fresh {
            let row = rows.row().field(key.dimension).field(key.grain.code()).field(key.start);
            let row = row.field(&*key.code).field(tally_bytes::written(&sums.tally));
            row.field(sums.parts_written());
        }
        if !rows.is_empty() {
            rows.into_table(TABLE, &COLUMNS, connection).await?;
        }
        Ok(())
    }

    /// What the table will hold in the cells that change.
    async fn added_up(self, connection: &mut PgConnection) -> Result<Vec<Cell>, ProjectionError> {
        let mut cells = self.of_every_grain();
        if cells.is_empty() {
            return Ok(cells);
        }
        let wanted = Keys::of(cells.iter());
        let held = sqlx::query_file!(
            "src/projections/queries/report_cells_read.sql",
            &wanted.dimensions as &[&str],
            &wanted.grains as &[&str],
            &wanted.starts,
            &wanted.codes as &[&str]
        );
        let held = held.fetch_all(&mut *connection).await?;
        for known in held {
            let place = usize::try_from(known.place - 1).ok().and_then(|place| cells.get_mut(place));
            let added = place.and_then(|cell| cell.sums.add(&known.tally, &known.parts).map(|()| cell));
            let Some(cell) = added else {
                return Err(ReadError::Damaged { position: 0, what: "cell of a report" }.into());
            };
            cell.held = true;
        }
        Ok(cells)
    }
}

/// A cell as it will be.
struct Cell {
    key: Key,
    sums: Sums,
    /// Whether the table has it already.
    held: bool,
}

impl Cell {
    fn empty(key: Key) -> Self {
        Self { key, sums: Sums::default(), held: false }
    }
}

/// Changes of sums of parts as columns.
#[derive(Default)]
pub(super) struct WrittenCells<'a> {
    pub(super) dimensions: Vec<&'static str>,
    pub(super) codes: Vec<&'a str>,
    pub(super) starts: Vec<DateTime<Utc>>,
    pub(super) tallies: Vec<Vec<u8>>,
}

/// The dimension of a cell with this code.
fn dimension_of(code: &str) -> Option<&'static str> {
    Dimension::ALL.into_iter().map(Dimension::code).chain([TOTAL]).find(|dimension| *dimension == code)
}

/// The cells, of one day, in which a fact counts.
fn cells_of(fact: &Fact) -> Vec<(&'static str, &str)> {
    let dimensions = Dimension::ALL.into_iter().filter(|dimension| dimension.subject() == fact.subject);
    let keyed = dimensions.flat_map(|dimension| fact.keys(dimension).map(move |key| (dimension.code(), key)));
    let total = (fact.subject == Subject::Case).then_some((TOTAL, ""));
    keyed.chain(total).collect()
}

/// Writes cells over those with the same keys; those in which nothing is left go.
async fn write(cells: &[&Cell], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    if cells.is_empty() {
        return Ok(());
    }
    let keys = Keys::of(cells.iter().copied());
    let tallies: Vec<Vec<u8>> = cells.iter().map(|cell| tally_bytes::written(&cell.sums.tally)).collect();
    let parts: Vec<Vec<u8>> = cells.iter().map(|cell| cell.sums.parts_written()).collect();
    let empty: Vec<bool> = cells.iter().map(|cell| cell.sums.is_empty()).collect();
    sqlx::query_file!(
        "src/projections/queries/report_cells_save.sql",
        &keys.dimensions as &[&str],
        &keys.grains as &[&str],
        &keys.starts,
        &keys.codes as &[&str],
        &tallies,
        &parts,
        &empty
    )
    .execute(&mut *connection)
    .await?;
    if empty.contains(&true) {
        sqlx::query_file!(
            "src/projections/queries/report_cells_remove.sql",
            &keys.dimensions as &[&str],
            &keys.grains as &[&str],
            &keys.starts,
            &keys.codes as &[&str],
            &empty
        )
        .execute(connection)
        .await?;
    }
    Ok(())
}

/// Keys of cells on their way to `unnest`.
#[derive(Default)]
struct Keys<'a> {
    dimensions: Vec<&'static str>,
    grains: Vec<&'static str>,
    starts: Vec<NaiveDate>,
    codes: Vec<&'a str>,
}

impl<'a> Keys<'a> {
    fn of(cells: impl Iterator<Item = &'a Cell>) -> Self {
        let mut keys = Self::default();
        for Cell { key, .. } in cells {
            keys.dimensions.push(key.dimension);
            keys.grains.push(key.grain.code());
            keys.starts.push(key.start);
            keys.codes.push(&key.code);
        }
        keys
    }
}
