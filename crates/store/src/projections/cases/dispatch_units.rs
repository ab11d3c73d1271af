//! The work list of an area: a row for each dispatch and each unit in whose area its case lies.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::super::columns::{column, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::{Row, distinct};

/// A row of `dispatch_units`, all of which is its key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DispatchUnit {
    due_at: Option<DateTime<Utc>>,
    dispatch_id: Uuid,
    unit: String,
}

impl Row for DispatchUnit {
    const TABLE: &'static str = "dispatch_units";
    const COLUMNS: &'static [&'static str] = &["listed_at", "dispatch_id", "unit"];
    const CASE: &'static str =
        "(SELECT dispatch.case_id FROM public.dispatches AS dispatch WHERE dispatch.id = live.dispatch_id)";

    fn of(Folded { case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let mut rows = Vec::with_capacity(case.dispatches.len() * report.location.area.len());
        for dispatch in &case.dispatches {
            rows.extend(distinct(report.location.area.iter().map(|unit| Self {
                due_at: dispatch.clocks.due_at,
                dispatch_id: dispatch.id,
                unit: storable(unit),
            })));
        }
        rows
    }

    fn replaces(&self, other: &Self) -> bool {
        self == other
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/dispatch_units_save.sql",
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.dispatch_id),
            &column(rows, |row| row.unit.as_str()) as &[&str],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        // `infinity`, as PostgreSQL keeps it.
        match self.due_at {
            Some(due_at) => row.field(due_at),
            None => row.field(i64::MAX),
        };
        row.field(self.dispatch_id).field(&self.unit);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/dispatch_units_remove.sql",
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.dispatch_id),
            &column(rows, |row| row.unit.as_str()) as &[&str],
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
