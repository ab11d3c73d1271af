//! The case list: a row per case, and the terms that it is found by.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::{CaseEvent, CaseStatus, DispatchIssued, DispatchRole, Level, WhistleRaised};

use super::columns::{column, joined, storable};
use super::projection::{FoldError, Projection, ProjectionError};
use super::record::{CaseRecord, cases_of};
use super::terms::indexed_terms;

/// The projection of the case list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cases;

impl Projection for Cases {
    fn name(&self) -> &'static str {
        "cases"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["cases", "case_units", "case_terms"]
    }

    fn project<'a>(
        &'a self,
        batch: &'a [CaseRecord],
        connection: &'a mut PgConnection,
    ) -> BoxFuture<'a, Result<(), ProjectionError>> {
        Box::pin(async move {
            let mut rows = load(batch, connection).await?;
            for record in batch {
                take_in(&mut rows, record)?;
            }
            save(rows.values().collect(), connection).await?;
            save_units(batch, &rows, connection).await?;
            Ok(save_terms(batch, connection).await?)
        })
    }
}

/// A row of `cases`.
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
    status: String,
    kind: String,
    category: String,
    title: String,
    grid: String,
    territorial_unit: String,
    area: Vec<String>,
    level: String,
    source: String,
    departments: Vec<String>,
    lead: Option<String>,
    /// Dispatches that must still report for duty before the case counts as handled.
    awaiting_report: Vec<Uuid>,
    /// Dispatches that must still feed back before the case can be verified.
    awaiting_feedback: Vec<Uuid>,
}

fn take_in(rows: &mut HashMap<Uuid, CaseRow>, record: &CaseRecord) -> Result<(), FoldError> {
    if let Some(row) = rows.get_mut(&record.case) {
        if row.position < record.position {
            row.take_in(&record.event);
            row.position = record.position;
            row.version = record.version;
        }
    } else if let CaseEvent::WhistleRaised(raised) = &record.event {
        rows.insert(record.case, CaseRow::raised(raised, record));
    } else {
        return Err(FoldError { position: record.position, missing: "its case was never raised" });
    }
    Ok(())
}

impl CaseRow {
    fn raised(raised: &WhistleRaised, record: &CaseRecord) -> Self {
        Self {
            id: record.case,
            raised_at: raised.raised_at,
            issued_at: None,
            due_at: None,
            closed_at: None,
            subject: raised.subject,
            raised_by: Some(raised.raised_by.id).filter(|account| !account.is_nil()),
            position: record.position,
            version: record.version,
            reworks: 0,
            satisfaction: None,
            solved: None,
            confidential: raised.confidential,
            number: storable(&raised.number),
            status: CaseStatus::Raised.code().to_owned(),
            kind: raised.kind.code().to_owned(),
            category: storable(&raised.category),
            title: storable(&raised.title.shown),
            grid: storable(&raised.location.grid),
            territorial_unit: storable(&raised.location.territorial_unit),
            area: raised.location.area.iter().map(|unit| storable(unit)).collect(),
            level: Level::default().code().to_owned(),
            source: storable(&raised.source),
            departments: Vec::new(),
            lead: None,
            awaiting_report: Vec::new(),
            awaiting_feedback: Vec::new(),
        }
    }

    fn take_in(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::WhistleEndorsed(_) => self.enter(CaseStatus::Endorsed),
            CaseEvent::WhistleDeclined(_) => self.enter(CaseStatus::Declined),
            CaseEvent::HandledLocally(handled) => {
                handled.level.code().clone_into(&mut self.level);
                self.enter(CaseStatus::HandledLocally);
            }
            CaseEvent::EscalatedToLevel(escalated) => escalated.to.code().clone_into(&mut self.level),
            CaseEvent::CaseFiled(filed) => {
                self.category = storable(&filed.category);
                filed.kind.code().clone_into(&mut self.kind);
                self.enter(CaseStatus::Filed);
            }
            CaseEvent::DispatchIssued(issued) => self.take_dispatch(issued),
            CaseEvent::DepartmentReported(reported) => {
                self.awaiting_report.retain(|dispatch| *dispatch != reported.dispatch);
                if self.awaiting_report.is_empty() {
                    self.enter(CaseStatus::InHandling);
                }
            }
            // A stream begins with `WhistleRaised` and has no second; the row was made by `raised`.
            CaseEvent::WhistleRaised(_)
            | CaseEvent::DispatchSigned(_)
            | CaseEvent::DispatchAccepted(_)
            | CaseEvent::MeasureRecorded(_)
            | CaseEvent::CallbackUnanswered(_)
            | CaseEvent::CallbackAnswered(_) => {}
            CaseEvent::FeedbackSubmitted(feedback) => {
                self.awaiting_feedback.retain(|dispatch| *dispatch != feedback.dispatch);
                if self.awaiting_feedback.is_empty() {
                    self.enter(CaseStatus::Verification);
                }
            }
            CaseEvent::VerificationPassed(_) => self.enter(CaseStatus::Callback),
            CaseEvent::VerificationFailed(failed) => self.send_back(&failed.reworked),
            CaseEvent::ReworkOrdered(ordered) => self.send_back(&ordered.dispatches),
            CaseEvent::CaseClosed(closed) => {
                self.closed_at = Some(closed.at);
                self.enter(CaseStatus::Closed);
            }
            CaseEvent::CaseRated(rated) => {
                self.solved = Some(rated.verdict.solved);
                self.satisfaction = Some(i16::from(rated.verdict.satisfaction));
            }
        }
    }

    fn take_dispatch(&mut self, issued: &DispatchIssued) {
        let department = storable(&issued.department);
        if issued.role == DispatchRole::Lead {
            self.lead = Some(department.clone());
            self.issued_at = Some(issued.at);
            self.due_at = issued.clocks.due_at;
        }
        if issued.role.mandatory() {
            self.awaiting_report.push(issued.dispatch);
            self.awaiting_feedback.push(issued.dispatch);
        }
        self.departments.push(department);
        self.enter(CaseStatus::Dispatched);
    }

    /// Back to handling, or, where no department was sent, back to the neighbourhood.
    fn send_back(&mut self, dispatches: &[Uuid]) {
        self.reworks += 1;
        self.awaiting_feedback.extend(dispatches);
        self.enter(if self.departments.is_empty() { CaseStatus::Raised } else { CaseStatus::InHandling });
    }

    fn enter(&mut self, status: CaseStatus) {
        status.code().clone_into(&mut self.status);
    }
}

async fn load(
    batch: &[CaseRecord],
    connection: &mut PgConnection,
) -> Result<HashMap<Uuid, CaseRow>, sqlx::Error> {
    let ids = cases_of(batch);
    let rows =
        sqlx::query_file_as!(CaseRow, "src/projections/queries/cases_load.sql", &ids).fetch_all(connection);
    Ok(rows.await?.into_iter().map(|row| (row.id, row)).collect())
}

async fn save(rows: Vec<&CaseRow>, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let rows = rows.as_slice();
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
        &column(rows, |row| row.status.as_str()) as &[&str],
        &column(rows, |row| row.kind.as_str()) as &[&str],
        &column(rows, |row| row.category.as_str()) as &[&str],
        &column(rows, |row| row.title.as_str()) as &[&str],
        &column(rows, |row| row.grid.as_str()) as &[&str],
        &column(rows, |row| row.territorial_unit.as_str()) as &[&str],
        &column(rows, |row| joined(&row.area)),
        &column(rows, |row| row.level.as_str()) as &[&str],
        &column(rows, |row| row.source.as_str()) as &[&str],
        &column(rows, |row| joined(&row.departments)),
        &column(rows, |row| row.lead.as_deref()) as &[Option<&str>],
        &column(rows, |row| joined(row.awaiting_report.iter().map(Uuid::to_string))),
        &column(rows, |row| joined(row.awaiting_feedback.iter().map(Uuid::to_string))),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A case never leaves a unit's list, and never moves within it.
async fn save_units(
    batch: &[CaseRecord],
    rows: &HashMap<Uuid, CaseRow>,
    connection: &mut PgConnection,
) -> Result<(), sqlx::Error> {
    let mut units = Vec::new();
    for record in batch {
        let Some(row) = rows.get(&record.case) else { continue };
        match &record.event {
            CaseEvent::WhistleRaised(_) => {
                units.extend(row.area.iter().map(|unit| (row, "area", unit.clone())));
            }
            CaseEvent::DispatchIssued(issued) => {
                units.push((row, "department", storable(&issued.department)));
            }
            _ => {}
        }
    }
    if units.is_empty() {
        return Ok(());
    }
    let units: Vec<_> = units.iter().collect();
    sqlx::query_file!(
        "src/projections/queries/cases_save_units.sql",
        &column(&units, |(row, ..)| row.raised_at),
        &column(&units, |(row, ..)| row.id),
        &column(&units, |(_, relation, _)| *relation) as &[&str],
        &column(&units, |(_, _, unit)| unit.as_str()) as &[&str],
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Terms come from the report alone, and never change.
async fn save_terms(batch: &[CaseRecord], connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let (cases, terms): (Vec<Uuid>, Vec<String>) = batch
        .iter()
        .filter_map(|record| match &record.event {
            CaseEvent::WhistleRaised(raised) => Some((record.case, joined(terms_of(raised)))),
            _ => None,
        })
        .unzip();
    if cases.is_empty() {
        return Ok(());
    }
    sqlx::query_file!("src/projections/queries/cases_save_terms.sql", &cases, &terms)
        .execute(connection)
        .await?;
    Ok(())
}

fn terms_of(raised: &WhistleRaised) -> impl Iterator<Item = String> {
    let address = raised.location.address.as_ref().map(|address| address.shown.as_str());
    let texts = [raised.number.as_str(), &raised.title.shown, &raised.description.shown];
    indexed_terms(texts.into_iter().chain(address)).into_iter()
}
