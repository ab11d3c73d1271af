//! What a read model of the case is: a table whose rows are a pure function of the folded case.

use futures::future::BoxFuture;
use sqlx::PgConnection;

use super::super::copy::CopyRows;
use super::folded::{Change, Folded};

/// A row of a read model.
pub(super) trait Row: PartialEq + Send + Sync + Sized + 'static {
    /// The table.
    const TABLE: &'static str;
    /// The case of a row of the live table, in SQL: what tells which rows of the past have not moved since.
    const CASE: &'static str = "live.case_id";

    /// Its columns, in the order in which [`Row::copy`] gives their values.
    const COLUMNS: &'static [&'static str];

    /// The rows of a case, in no order, each with another key. A case that was never reported has none.
    fn of(case: &Folded) -> Vec<Self>;

    /// Whether the two have the same key.
    fn replaces(&self, other: &Self) -> bool;

    /// Writes `rows`, of which there is at least one, over those with the same keys.
    fn save(
        rows: &[&Self],
        connection: &mut PgConnection,
    ) -> impl Future<Output = Result<(), sqlx::Error>> + Send;

    /// Gives the value of every column: the way into an empty table.
    fn copy(&self, row: &mut CopyRows);

    /// Removes `rows`, of which there is at least one.
    fn remove(
        rows: &[&Self],
        connection: &mut PgConnection,
    ) -> impl Future<Output = Result<(), sqlx::Error>> + Send;
}

/// The rows, each once: a unit may be sent twice, and have one row for it. There are few.
pub(super) fn distinct<R: PartialEq>(rows: impl IntoIterator<Item = R>) -> Vec<R> {
    let mut distinct = Vec::new();
    for row in rows {
        if !distinct.contains(&row) {
            distinct.push(row);
        }
    }
    distinct
}

/// Brings the rows of one table from the one state of each case to the other.
type Write = for<'a> fn(&'a [Change], &'a mut PgConnection) -> BoxFuture<'a, Result<(), sqlx::Error>>;

/// Adds the rows of cases to those that are on their way into an empty table.
type Load = fn(&[Folded], &mut TableLoad);

/// A read model without the type of its rows.
#[derive(Clone, Copy)]
pub(super) struct ReadModel {
    pub(super) table: &'static str,
    pub(super) case: &'static str,
    pub(super) write: Write,
    columns: &'static [&'static str],
    load: Load,
}

/// The read model of these rows.
pub(super) const fn read_model<R: Row>() -> ReadModel {
    ReadModel { table: R::TABLE, case: R::CASE, write: write::<R>, columns: R::COLUMNS, load: load::<R> }
}

fn write<'a, R: Row>(
    changes: &'a [Change],
    connection: &'a mut PgConnection,
) -> BoxFuture<'a, Result<(), sqlx::Error>> {
    Box::pin(async move {
        let Difference { fresh, gone } = Difference::<R>::of(changes);
        if !gone.is_empty() {
            R::remove(&gone.iter().collect::<Vec<_>>(), connection).await?;
        }
        if !fresh.is_empty() {
            R::save(&fresh.iter().collect::<Vec<_>>(), connection).await?;
        }
        Ok(())
    })
}

fn load<R: Row>(cases: &[Folded], load: &mut TableLoad) {
    for row in cases.iter().flat_map(R::of) {
        row.copy(load.rows.row());
    }
}

/// Rows on their way into an empty table.
pub(super) struct TableLoad {
    model: ReadModel,
    rows: CopyRows,
}

impl TableLoad {
    /// No rows yet.
    pub(super) fn of(model: ReadModel) -> Self {
        Self { model, rows: CopyRows::of(model.columns.len()) }
    }

    /// Adds the rows of cases.
    pub(super) fn take_in(&mut self, cases: &[Folded]) {
        (self.model.load)(cases, self);
    }

    /// The rows, where they are at least so many bytes; then there are none any more.
    pub(super) fn full(&mut self, bytes_min: usize) -> Option<Self> {
        (self.rows.len_bytes() >= bytes_min).then(|| std::mem::replace(self, Self::of(self.model)))
    }

    /// Puts them there.
    pub(super) async fn put_in(self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        if self.rows.is_empty() {
            return Ok(());
        }
        self.rows.into_table(self.model.table, self.model.columns, connection).await
    }
}

/// What must be written: nothing of what stays as it is.
struct Difference<R> {
    /// Rows that are new, or say something new.
    fresh: Vec<R>,
    /// Rows whose keys are no longer there.
    gone: Vec<R>,
}

impl<R: Row> Difference<R> {
    fn of(changes: &[Change]) -> Self {
        let (mut fresh, mut gone) = (Vec::new(), Vec::new());
        for change in changes {
            let (before, after) = (R::of(&change.before), R::of(&change.after));
            let lost = |row: &R| !after.iter().any(|new| new.replaces(row));
            let (stays, leaves): (Vec<R>, Vec<R>) = before.into_iter().partition(|row| !lost(row));
            gone.extend(leaves);
            fresh.extend(after.into_iter().filter(|row| !stays.contains(row)));
        }
        Self { fresh, gone }
    }
}
