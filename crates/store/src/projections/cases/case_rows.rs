//! The case list: a row per case.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::Dispatch;

use super::super::columns::{column, count, joined, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `cases`. Its version is that of all rows of the case, in whatever table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CaseRow {
    id: Uuid,
    raised_at: DateTime<Utc>,
    issued_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    subject: Uuid,
    raised_by: Option<Uuid>,
    position: i64,
    version: i32,
    reworks: i32,
    satisfaction: Option<i16>,
    solved: Option<bool>,
    confidential: bool,
    number: String,
    status: &'static str,
    kind: &'static str,
    category: String,
    title: String,
    grid: String,
    territorial_unit: String,
    area: Vec<String>,
    level: &'static str,
    source: String,
    departments: Vec<String>,
    lead: Option<String>,
    parked: bool,
    warn_at: Option<DateTime<Utc>>,
}

impl Row for CaseRow {
    const TABLE: &'static str = "cases";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "raised_at",
        "issued_at",
        "due_at",
        "closed_at",
        "subject",
        "raised_by",
        "position",
        "version",
        "reworks",
        "satisfaction",
        "solved",
        "confidential",
        "number",
        "status",
        "kind",
        "category",
        "title",
        "grid",
        "territorial_unit",
        "area",
        "level",
        "source",
        "departments",
        "lead",
        "parked",
        "warn_at",
    ];
    const CASE: &'static str = "live.id";

    fn of(folded: &Folded) -> Vec<Self> {
        row(folded).into_iter().collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.id == other.id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/cases_save.sql",
            &column(rows, |row| row.id),
            &column(rows, |row| row.raised_at),
            &column(rows, |row| row.issued_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.closed_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.subject),
            &column(rows, |row| row.raised_by) as &[Option<Uuid>],
            &column(rows, |row| row.position),
            &column(rows, |row| row.version),
            &column(rows, |row| row.reworks),
            &column(rows, |row| row.satisfaction) as &[Option<i16>],
            &column(rows, |row| row.solved) as &[Option<bool>],
            &column(rows, |row| row.confidential),
            &column(rows, |row| row.number.as_str()) as &[&str],
            &column(rows, |row| row.status) as &[&str],
            &column(rows, |row| row.kind) as &[&str],
            &column(rows, |row| row.category.as_str()) as &[&str],
            &column(rows, |row| row.title.as_str()) as &[&str],
            &column(rows, |row| row.grid.as_str()) as &[&str],
            &column(rows, |row| row.territorial_unit.as_str()) as &[&str],
            &column(rows, |row| joined(&row.area)),
            &column(rows, |row| row.level) as &[&str],
            &column(rows, |row| row.source.as_str()) as &[&str],
            &column(rows, |row| joined(&row.departments)),
            &column(rows, |row| row.lead.as_deref()) as &[Option<&str>],
            &column(rows, |row| row.parked),
            &column(rows, |row| row.warn_at) as &[Option<DateTime<Utc>>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.id)
            .field(self.raised_at)
            .field(self.issued_at)
            .field(self.due_at)
            .field(self.closed_at)
            .field(self.subject)
            .field(self.raised_by)
            .field(self.position)
            .field(self.version)
            .field(self.reworks)
            .field(self.satisfaction)
            .field(self.solved)
            .field(self.confidential)
            .field(&self.number)
            .field(self.status)
            .field(self.kind)
            .field(&self.category)
            .field(&self.title)
            .field(&self.grid)
            .field(&self.territorial_unit)
            .field(&self.area)
            .field(self.level)
            .field(&self.source)
            .field(&self.departments)
            .field(&self.lead)
            .field(self.parked)
            .field(self.warn_at);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let ids = column(rows, |row| row.id);
        sqlx::query!("DELETE FROM cases WHERE id = ANY ($1)", &ids).execute(connection).await?;
        Ok(())
    }
}

fn row(Folded { id, case, version, position, .. }: &Folded) -> Option<CaseRow> {
    let report = case.report.as_ref()?;
    let lead = case.lead();
    let verdict = case.rating.as_ref().map(|rating| rating.verdict);
    Some(CaseRow {
        id: *id,
        raised_at: report.raised_at,
        issued_at: lead.map(|lead| lead.issued_at),
        due_at: case.due_at(),
        closed_at: case.closure.as_ref().map(|closure| closure.at),
        subject: report.subject,
        raised_by: Some(report.raised_by.id).filter(|account| !account.is_nil()),
        position: *position,
        version: *version,
        reworks: count(case.reworks),
        satisfaction: verdict.map(|verdict| i16::from(verdict.satisfaction)),
        solved: verdict.map(|verdict| verdict.solved),
        confidential: report.confidential,
        number: storable(&report.number),
        status: case.status.code(),
        kind: case.kind()?.code(),
        category: storable(case.category()?),
        title: storable(&report.title.shown),
        grid: storable(&report.location.grid),
        territorial_unit: storable(&report.location.territorial_unit),
        area: report.location.area.iter().map(|unit| storable(unit)).collect(),
        level: case.level.code(),
        source: storable(&report.source),
        departments: departments(&case.dispatches),
        lead: lead.map(|lead| storable(&lead.department)),
        parked: case.suspended().is_some(),
        warn_at: lead.and_then(Dispatch::warn_at),
    })
}

/// Every unit that was dispatched, in order and each once.
fn departments(dispatches: &[Dispatch]) -> Vec<String> {
    let mut departments = Vec::new();
    for department in dispatches.iter().map(|dispatch| storable(&dispatch.department)) {
        if !departments.contains(&department) {
            departments.push(department);
        }
    }
    departments
}
