//! When something happens to a case by itself: what the clock of the service looks at.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::columns::column;
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `case_timers`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TimerRow {
    case_id: Uuid,
    due_at: DateTime<Utc>,
}

impl Row for TimerRow {
    const TABLE: &'static str = "case_timers";
    const COLUMNS: &'static [&'static str] = &["case_id", "due_at"];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        case.timer_at().map(|due_at| Self { case_id: *id, due_at }).into_iter().collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.case_id == other.case_id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/case_timers_save.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.due_at),
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.case_id).field(self.due_at);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let cases = column(rows, |row| row.case_id);
        sqlx::query!("DELETE FROM case_timers WHERE case_id = ANY ($1)", &cases).execute(connection).await?;
        Ok(())
    }
}
