//! 回音壁: a row per case, with nothing in it that was written freely except a wording that was checked and approved.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::period::Month;

use super::super::columns::{column, storable};
use super::super::copy::CopyRows;
use super::folded::Folded;
use super::read_model::Row;

/// A row of `echo`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EchoRow {
    case_id: Uuid,
    unit: String,
    month: String,
    confidential: bool,
    category: String,
    outcome: &'static str,
    department: Option<String>,
    due_at: Option<DateTime<Utc>>,
    question: Option<String>,
    answer: Option<String>,
    published_at: Option<DateTime<Utc>>,
}

impl Row for EchoRow {
    const TABLE: &'static str = "echo";
    const COLUMNS: &'static [&'static str] = &[
        "case_id",
        "unit",
        "month",
        "confidential",
        "category",
        "outcome",
        "department",
        "due_at",
        "question",
        "answer",
        "published_at",
    ];

    fn of(Folded { id, case, .. }: &Folded) -> Vec<Self> {
        let Some(report) = &case.report else { return Vec::new() };
        let outcome = case.echo_outcome();
        let wording = case.echo.published.as_ref();
        vec![Self {
            case_id: *id,
            unit: storable(&report.location.territorial_unit),
            month: Month::of(report.raised_at).to_string(),
            confidential: report.confidential,
            category: storable(case.category().unwrap_or_default()),
            outcome: outcome.code(),
            department: case.lead().map(|lead| storable(&lead.department)),
            // What was closed in time is not late because somebody looks again.
            due_at: case.due_at().filter(|_| outcome.running() && case.closure.is_none()),
            question: wording.map(|(wording, _)| storable(&wording.question)),
            answer: wording.map(|(wording, _)| storable(&wording.answer)),
            published_at: wording.map(|(_, at)| *at),
        }]
    }

    fn replaces(&self, other: &Self) -> bool {
        self.case_id == other.case_id
    }

    async fn save(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        sqlx::query_file!(
            "src/projections/queries/echo_save.sql",
            &column(rows, |row| row.case_id),
            &column(rows, |row| row.unit.as_str()) as &[&str],
            &column(rows, |row| row.month.as_str()) as &[&str],
            &column(rows, |row| row.confidential),
            &column(rows, |row| row.category.as_str()) as &[&str],
            &column(rows, |row| row.outcome) as &[&str],
            &column(rows, |row| row.department.as_deref()) as &[Option<&str>],
            &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
            &column(rows, |row| row.question.as_deref()) as &[Option<&str>],
            &column(rows, |row| row.answer.as_deref()) as &[Option<&str>],
            &column(rows, |row| row.published_at) as &[Option<DateTime<Utc>>],
        )
        .execute(connection)
        .await?;
        Ok(())
    }

    fn copy(&self, row: &mut CopyRows) {
        row.field(self.case_id)
            .field(&self.unit)
            .field(&self.month)
            .field(self.confidential)
            .field(&self.category)
            .field(self.outcome)
            .field(&self.department)
            .field(self.due_at)
            .field(&self.question)
            .field(&self.answer)
            .field(self.published_at);
    }

    async fn remove(rows: &[&Self], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let cases = column(rows, |row| row.case_id);
        sqlx::query!("DELETE FROM echo WHERE case_id = ANY ($1)", &cases).execute(connection).await?;
        Ok(())
    }
}
