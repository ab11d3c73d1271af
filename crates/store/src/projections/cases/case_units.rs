//! The case list of a unit: a row for each unit in whose area the case lies, and for each that it was dispatched to.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::columns::{column, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::{Row, distinct};

/// A row of `case_units`, all of which is its key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CaseUnit {
    listed_at: DateTime<Utc>,
    case_id: Uuid,
    relation: &'static str,
    unit: String,
}

impl Row for CaseUnit {
    const TABLE: &'static str = "case_units";
    const COLUMNS: &'static [&'static str] = &["listed_at", "case_id", "relation", "unit"];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let row = |relation, unit: &str| Self {
            listed_at: report.raised_at,
            case_id: *id,
            relation,
            unit: storable(unit),
        };
        let areas = report.location.area.iter().map(|unit| row("area", unit));
        let departments = case.dispatches.iter().map(|dispatch| row("department", &dispatch.department));
        distinct(areas.chain(departments))
    }

    fn replaces(&self, other: &Self) -> bool {
        self == other
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/case_units_save.sql",
            &column(rows, |row| row.listed_at),
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.relation) as &[&str],
            &column(rows, |row| row.unit.as_str()) as &[&str],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.listed_at).field(self.case_id).field(self.relation).field(&self.unit);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/case_units_remove.sql",
            &column(rows, |row| row.listed_at),
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.relation) as &[&str],
            &column(rows, |row| row.unit.as_str()) as &[&str],
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
