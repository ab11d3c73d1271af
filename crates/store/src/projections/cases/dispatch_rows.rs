//! The work lists of departments: a row per dispatch, with what its case is about.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::{Case, Dispatch, Report};

use super::super::columns::{column, count, joined, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `dispatches`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DispatchRow {
    id: Uuid,
    case_id: Uuid,
    issued_at: DateTime<Utc>,
    sign_due_at: DateTime<Utc>,
    report_due_at: DateTime<Utc>,
    contact_due_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
    signed_at: Option<DateTime<Utc>>,
    reported_at: Option<DateTime<Utc>>,
    accepted_at: Option<DateTime<Utc>>,
    fed_back_at: Option<DateTime<Utc>>,
    discharged_at: Option<DateTime<Utc>>,
    measures: i32,
    reworks: i32,
    department: String,
    role: &'static str,
    state: &'static str,
    instruction: String,
    line_owner: String,
    territorial_owner: String,
    number: String,
    title: String,
    category: String,
    kind: &'static str,
    grid: String,
    area: Vec<String>,
    parked: bool,
    warn_at: Option<DateTime<Utc>>,
}

impl Row for DispatchRow {
    const TABLE: &'static str = "dispatches";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "case_id",
        "issued_at",
        "sign_due_at",
        "report_due_at",
        "contact_due_at",
        "due_at",
        "signed_at",
        "reported_at",
        "accepted_at",
        "fed_back_at",
        "discharged_at",
        "measures",
        "reworks",
        "department",
        "role",
        "state",
        "instruction",
        "line_owner",
        "territorial_owner",
        "number",
        "title",
        "category",
        "kind",
        "grid",
        "area",
        "parked",
        "warn_at",
    ];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        case.dispatches.iter().filter_map(|dispatch| row(*id, case, report, dispatch)).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.id == other.id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/dispatches_save.sql",
            &column(rows, |row| row.id),
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.issued_at),
            &column(rows, |row| row.sign_due_at),
            &column(rows, |row| row.report_due_at),
            &column(rows, |row| row.contact_due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.signed_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.reported_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.accepted_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.fed_back_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.discharged_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.measures),
            &column(rows, |row| row.reworks),
            &column(rows, |row| row.department.as_str()) as &[&str],
            &column(rows, |row| row.role) as &[&str],
            &column(rows, |row| row.state) as &[&str],
            &column(rows, |row| row.instruction.as_str()) as &[&str],
            &column(rows, |row| row.line_owner.as_str()) as &[&str],
            &column(rows, |row| row.territorial_owner.as_str()) as &[&str],
            &column(rows, |row| row.number.as_str()) as &[&str],
            &column(rows, |row| row.title.as_str()) as &[&str],
            &column(rows, |row| row.category.as_str()) as &[&str],
            &column(rows, |row| row.kind) as &[&str],
            &column(rows, |row| row.grid.as_str()) as &[&str],
            &column(rows, |row| joined(&row.area)),
            &column(rows, |row| row.parked),
            &column(rows, |row| row.warn_at) as &[Option<DateTime<Utc>>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.id)
            .field(self.case_id)
            .field(self.issued_at)
            .field(self.sign_due_at)
            .field(self.report_due_at)
            .field(self.contact_due_at)
            .field(self.due_at)
            .field(self.signed_at)
            .field(self.reported_at)
            .field(self.accepted_at)
            .field(self.fed_back_at)
            .field(self.discharged_at)
            .field(self.measures)
            .field(self.reworks)
            .field(&self.department)
            .field(self.role)
            .field(self.state)
            .field(&self.instruction)
            .field(&self.line_owner)
            .field(&self.territorial_owner)
            .field(&self.number)
            .field(&self.title)
            .field(&self.category)
            .field(self.kind)
            .field(&self.grid)
            .field(&self.area)
            .field(self.parked)
            .field(self.warn_at);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let ids = column(rows, |row| row.id);
        sqlx::query!("DELETE FROM dispatches WHERE id = ANY ($1)", &ids).execute(connection).await?;
        Ok(())
    }
}

fn row(case_id: Uuid, case: &Case, report: &Report, dispatch: &Dispatch) -> Option<DispatchRow> {
    Some(DispatchRow {
        id: dispatch.id,
        case_id,
        issued_at: dispatch.issued_at,
        sign_due_at: dispatch.clocks.sign_due_at,
        report_due_at: dispatch.clocks.report_due_at,
        contact_due_at: dispatch.clocks.contact_due_at,
        due_at: dispatch.clocks.due_at,
        signed_at: dispatch.signed_at,
        reported_at: dispatch.reported_at,
        accepted_at: dispatch.accepted_at,
        fed_back_at: dispatch.fed_back_at,
        discharged_at: dispatch.discharged_at,
        measures: count(dispatch.measures),
        reworks: count(dispatch.reworks),
        department: storable(&dispatch.department),
        role: dispatch.role.code(),
        state: dispatch.state.code(),
        instruction: storable(&dispatch.instruction.shown),
        line_owner: storable(&dispatch.line_owner),
        territorial_owner: storable(&dispatch.territorial_owner),
        number: storable(&report.number),
        title: storable(&report.title.shown),
        category: storable(case.category()?),
        kind: case.kind()?.code(),
        grid: storable(&report.location.grid),
        area: report.location.area.iter().map(|unit| storable(unit)).collect(),
        parked: case.suspended().is_some(),
        warn_at: dispatch.warn_at(),
    })
}
