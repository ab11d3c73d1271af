//! 判例: a row for each ruling on a return.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::ReturnRuling;

use super::super::columns::{column, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `precedents`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PrecedentRow {
    request: Uuid,
    case_id: Uuid,
    number: String,
    category: String,
    territorial_unit: String,
    department: String,
    approved: bool,
    unit: String,
    last_word: bool,
    reason: String,
    ruled_at: DateTime<Utc>,
}

impl Row for PrecedentRow {
    const TABLE: &'static str = "precedents";
    const COLUMNS: &'static [&'static str] = &[
        "request",
        "case_id",
        "number",
        "category",
        "territorial_unit",
        "department",
        "approved",
        "unit",
        "final",
        "reason",
        "ruled_at",
    ];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let last_word = case.determined.as_ref().map(|ruling| ruling.request);
        let row = |ruling: &ReturnRuling| Self {
            request: ruling.request,
            case_id: *id,
            number: storable(&report.number),
            category: storable(case.category().unwrap_or_default()),
            territorial_unit: storable(&report.location.territorial_unit),
            department: storable(&ruling.department),
            approved: ruling.approved,
            unit: storable(&ruling.unit),
            last_word: last_word == Some(ruling.request),
            reason: storable(&ruling.reason.shown),
            ruled_at: ruling.at,
        };
        case.disputes.iter().filter_map(|dispute| dispute.ruling.as_ref()).map(row).collect()
    }

    fn replaces(&self, other: &Self) -> bool {
        self.request == other.request
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/precedents_save.sql",
            &column(rows, |row| row.request),
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.number.as_str()) as &[&str],
            &column(rows, |row| row.category.as_str()) as &[&str],
            &column(rows, |row| row.territorial_unit.as_str()) as &[&str],
            &column(rows, |row| row.department.as_str()) as &[&str],
            &column(rows, |row| row.approved),
            &column(rows, |row| row.unit.as_str()) as &[&str],
            &column(rows, |row| row.last_word),
            &column(rows, |row| row.reason.as_str()) as &[&str],
            &column(rows, |row| row.ruled_at),
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.request)
            .field(self.case_id)
            .field(&self.number)
            .field(&self.category)
            .field(&self.territorial_unit)
            .field(&self.department)
            .field(self.approved)
            .field(&self.unit)
            .field(self.last_word)
            .field(&self.reason)
            .field(self.ruled_at);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let requests = column(rows, |row| row.request);
        sqlx::query!("DELETE FROM precedents WHERE request = ANY ($1)", &requests)
            .execute(connection)
            .await?;
        Ok(())
    }
}
