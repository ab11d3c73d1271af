//! The backlog: what departments still have on their hands, a row per dispatch from its issue to its discharge, so that
//! the report on it never reads more than what is open. Those merely notified owe nothing and have no row.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::{Case, Dispatch, Report};

use super::super::columns::{column, count, joined, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;
use crate::backlog_counts::{Counted, worst_at};

/// A row of `backlog`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BacklogRow {
    dispatch_id: Uuid,
    case_id: Uuid,
    issued_at: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    reworks: i32,
    department: String,
    role: &'static str,
    state: &'static str,
    area: Vec<String>,
    parked: bool,
    warn_at: Option<DateTime<Utc>>,
    worst_at: Option<DateTime<Utc>>,
}

impl BacklogRow {
    /// What is counted of it.
    pub(super) const fn counted(&self) -> Counted {
        let Self { issued_at, warn_at, due_at, worst_at, reworks, parked, .. } = *self;
        Counted { issued_at, warn_at, due_at, worst_at, reworks, parked }
    }

    /// Among which it is counted.
    pub(super) fn department_and_state(&self) -> (String, &'static str) {
        (self.department.clone(), self.state)
    }
}

impl Row for BacklogRow {
    const TABLE: &'static str = "backlog";
    const COLUMNS: &'static [&'static str] = &[
        "dispatch_id",
        "case_id",
        "issued_at",
        "due_at",
        "reworks",
        "department",
        "role",
        "state",
        "area",
        "parked",
        "warn_at",
        "worst_at",
    ];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let open = |dispatch: &&Dispatch| dispatch.role.mandatory() && dispatch.discharged_at.is_none();
        case.dispatches.iter().filter(open).map(|dispatch| row(*id, case, report, dispatch)).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.dispatch_id == other.dispatch_id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/backlog_save.sql",
            &column(rows, |row| row.dispatch_id),
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.issued_at),
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.reworks),
            &column(rows, |row| row.department.as_str()) as &[&str],
            &column(rows, |row| row.role) as &[&str],
            &column(rows, |row| row.state) as &[&str],
            &column(rows, |row| joined(&row.area)),
            &column(rows, |row| row.parked),
            &column(rows, |row| row.warn_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.worst_at) as &[Option<DateTime<Utc>>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.dispatch_id)
            .field(self.case_id)
            .field(self.issued_at)
            .field(self.due_at)
            .field(self.reworks)
            .field(&self.department)
            .field(self.role)
            .field(self.state)
            .field(&self.area)
            .field(self.parked)
            .field(self.warn_at)
            .field(self.worst_at);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let dispatches = column(rows, |row| row.dispatch_id);
        sqlx::query!("DELETE FROM backlog WHERE dispatch_id = ANY ($1)", &dispatches)
            .execute(connection)
            .await?;
        Ok(())
    }
}

fn row(case_id: Uuid, case: &Case, report: &Report, dispatch: &Dispatch) -> BacklogRow {
    BacklogRow {
        dispatch_id: dispatch.id,
        case_id,
        issued_at: dispatch.issued_at,
        due_at: dispatch.clocks.due_at,
        reworks: count(dispatch.reworks),
        department: storable(&dispatch.department),
        role: dispatch.role.code(),
        state: dispatch.state.code(),
        area: report.location.area.iter().map(|unit| storable(unit)).collect(),
        parked: case.suspended().is_some(),
        warn_at: dispatch.warn_at(),
        worst_at: dispatch.clocks.due_at.and_then(|due_at| worst_at(dispatch.issued_at, due_at)),
    }
}
