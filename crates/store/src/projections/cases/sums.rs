//! The sums of reports and of the backlog, and what waits to be added to them.
//!
//! Nearly every event changes the sums of today. A row that is written over hundreds of times a second leaves as many dead
//! versions behind, and as long as anybody holds a transaction open, none of them can be cleared away: each look at the
//! row is slower than the one before. So a step only appends by how much the sums change, and what has been appended is
//! added to them every [`STEPS_MAX`] steps. Whoever reads sums takes in what waits.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::super::projection::ProjectionError;
use super::backlog_sums::{self, BacklogChanges};
use super::folded::Change;
use super::report_cells::CellChanges;
use crate::backlog_counts::SUMS_APART_MAX;

/// The table of what waits: a row for each step.
pub(in crate::projections) const TABLE: &str = "sum_changes";

/// Steps that wait at most. Whoever reads sums reads them too.
const STEPS_MAX: i64 = 64;
/// Cells and sums of the backlog that wait at most, in all steps together.
const CHANGES_MAX: i64 = 8192;

/// The sums in one step of the projection. Whoever writes holds the checkpoint, so that nobody else does.
pub(in crate::projections) struct Sums {
    /// At which instant the sums of the backlog were judged; none while there are none.
    judged_at: Option<DateTime<Utc>>,
    /// How many steps wait.
    steps: i64,
    /// How many changes there are in them.
    waiting: i64,
    cells: CellChanges,
    backlog: BacklogChanges,
}

impl Sums {
    /// As they stand now.
    pub(in crate::projections) async fn as_they_stand(
        connection: &mut PgConnection,
    ) -> Result<Self, sqlx::Error> {
        let now = sqlx::query_file!("src/projections/queries/sums_now.sql").fetch_one(connection).await?;
        Ok(Self {
            judged_at: now.judged_at,
            steps: now.steps,
            waiting: now.changes,
            cells: CellChanges::default(),
            backlog: BacklogChanges::default(),
        })
    }

    /// Takes in that cases contribute something else now.
    pub(super) fn take_in(&mut self, changes: &[Change]) {
        self.cells.take_in(changes);
        // Where there are no sums, nothing was open: whatever the instant, it is right.
        self.backlog.take_in(changes, self.judged_at.unwrap_or(DateTime::UNIX_EPOCH));
    }

    /// Writes down what was taken in; the rows of the cases are written already. `position` and `recorded_at` are those of
    /// the last event. The sums of the backlog are counted again if they would be judged later than they are, or much
    /// earlier, because a clock was wrong; but not while there is `more` to take in, which may be years.
    pub(in crate::projections) async fn save(
        self,
        position: i64,
        recorded_at: DateTime<Utc>,
        more: bool,
        connection: &mut PgConnection,
    ) -> Result<(), ProjectionError> {
        let instant = backlog_sums::judging_instant(recorded_at);
        let away = |judged_at: DateTime<Utc>| judged_at < instant || judged_at - instant > SUMS_APART_MAX;
        let outdated = self.judged_at.is_none_or(away);
        if self.judged_at.is_none() || (outdated && !more) {
            self.add_up(connection).await?;
            return if more { Ok(()) } else { backlog_sums::count_again(instant, connection).await };
        }
        let changes = self.cells.len() + self.backlog.len();
        if changes == 0 {
            return Ok(());
        }
        let waiting = i64::try_from(changes).unwrap_or(i64::MAX).saturating_add(self.waiting);
        if self.steps + 1 >= STEPS_MAX || waiting > CHANGES_MAX {
            return self.add_up(connection).await;
        }
        self.append(position, connection).await?;
        Ok(())
    }

    /// Adds what was taken in, and all that waits, to the sums.
    pub(in crate::projections) async fn add_up(
        mut self,
        connection: &mut PgConnection,
    ) -> Result<(), ProjectionError> {
        if self.steps > 0 {
            let waiting = sqlx::query_file!("src/projections/queries/sum_changes_taken.sql");
            for step in waiting.fetch_all(&mut *connection).await? {
                self.cells.take_in_written(&step.dimensions, &step.codes, &step.starts, &step.tallies)?;
                self.backlog.take_in_written(step.departments, &step.states, &step.counts)?;
            }
        }
        self.cells.save(connection).await?;
        self.backlog.save(self.judged_at.unwrap_or(DateTime::UNIX_EPOCH), connection).await
    }

    async fn append(self, position: i64, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let cells = self.cells.written();
        let backlog = self.backlog.written();
        sqlx::query_file!(
            "src/projections/queries/sum_changes_append.sql",
            position,
            &cells.dimensions as &[&str],
            &cells.codes as &[&str],
            &cells.starts,
            &cells.tallies,
            &backlog.departments as &[&str],
            &backlog.states as &[&str],
            &backlog.counts
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
