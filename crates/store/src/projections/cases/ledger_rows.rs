//! 台账: a row for each line of the ledger: the matter, and each of its items.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::LedgerLine;

use super::super::columns::{column, count, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `ledger`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LedgerRow {
    case_id: Uuid,
    line: i32,
    item: Option<Uuid>,
    raised_at: DateTime<Utc>,
    since: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    struck_off_at: Option<DateTime<Utc>>,
    number: String,
    problem: String,
    category: String,
    grid: String,
    territorial_unit: String,
    owner: Option<String>,
    measure: Option<String>,
    reviewer_role: Option<&'static str>,
    reviewer_unit: Option<String>,
}

impl Row for LedgerRow {
    const TABLE: &'static str = "ledger";
    const COLUMNS: &'static [&'static str] = &[
        "case_id",
        "line",
        "item",
        "raised_at",
        "since",
        "due_at",
        "struck_off_at",
        "number",
        "problem",
        "category",
        "grid",
        "territorial_unit",
        "owner",
        "measure",
        "reviewer_role",
        "reviewer_unit",
    ];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let row = |line: LedgerLine<'_>| Self {
            case_id: *id,
            line: count(line.line),
            item: line.item,
            raised_at: report.raised_at,
            since: line.since,
            due_at: line.due_at,
            struck_off_at: line.struck_off_at,
            number: storable(&report.number),
            problem: storable(line.problem),
            category: storable(case.category().unwrap_or_default()),
            grid: storable(&report.location.grid),
            territorial_unit: storable(&report.location.territorial_unit),
            owner: line.owner.map(storable),
            measure: line.measure.map(storable),
            reviewer_role: line.reviewer.map(|reviewer| reviewer.role.code()),
            reviewer_unit: line.reviewer.and_then(|reviewer| reviewer.unit.as_deref()).map(storable),
        };
        case.ledger_lines().into_iter().map(row).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.case_id == other.case_id && self.line == other.line
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/ledger_save.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.line),
            &column(rows, |row| row.item) as &[Option<Uuid>],
            &column(rows, |row| row.raised_at),
            &column(rows, |row| row.since),
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.struck_off_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.number.as_str()) as &[&str],
            &column(rows, |row| row.problem.as_str()) as &[&str],
            &column(rows, |row| row.category.as_str()) as &[&str],
            &column(rows, |row| row.grid.as_str()) as &[&str],
            &column(rows, |row| row.territorial_unit.as_str()) as &[&str],
            &column(rows, |row| row.owner.as_deref()) as &[Option<&str>],
            &column(rows, |row| row.measure.as_deref()) as &[Option<&str>],
            &column(rows, |row| row.reviewer_role) as &[Option<&str>],
            &column(rows, |row| row.reviewer_unit.as_deref()) as &[Option<&str>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.case_id)
            .field(self.line)
            .field(self.item)
            .field(self.raised_at)
            .field(self.since)
            .field(self.due_at)
            .field(self.struck_off_at)
            .field(&self.number)
            .field(&self.problem)
            .field(&self.category)
            .field(&self.grid)
            .field(&self.territorial_unit)
            .field(&self.owner)
            .field(&self.measure)
            .field(self.reviewer_role)
            .field(&self.reviewer_unit);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/ledger_remove.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.line),
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
