//! 台账: a row for each register on which a case stands.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::columns::{column, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `case_registers`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RegisterRow {
    register: &'static str,
    case_id: Uuid,
    since: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    unit: Option<String>,
}

impl Row for RegisterRow {
    const TABLE: &'static str = "case_registers";
    const COLUMNS: &'static [&'static str] = &["register", "case_id", "since", "due_at", "unit"];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let row = |entry: whistle_domain::case::RegisterEntry| Self {
            register: entry.register.code(),
            case_id: *id,
            since: entry.since,
            due_at: entry.due_at,
            unit: entry.unit.as_deref().map(storable),
        };
        case.registers().into_iter().map(row).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.register == other.register && self.case_id == other.case_id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/case_registers_save.sql",
            &column(rows, |row| row.register) as &[&str],
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.since),
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.unit.as_deref()) as &[Option<&str>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.register).field(self.case_id).field(self.since).field(self.due_at).field(&self.unit);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/case_registers_remove.sql",
            &column(rows, |row| row.register) as &[&str],
            &column(rows, |row| row.case_id),
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
