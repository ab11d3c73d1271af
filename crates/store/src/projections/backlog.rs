//! The backlog: what departments still have on their hands. A row goes when its case is closed, so that the report on
//! it never reads more than what is open.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::{CaseEvent, DispatchIssued, DispatchState};

use super::columns::{column, joined, storable};
use super::projection::{FoldError, Projection, ProjectionError};
use super::record::{CaseRecord, cases_of};

/// The projection of the backlog.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backlog;

impl Projection for Backlog {
    fn name(&self) -> &'static str {
        "backlog"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["backlog", "backlog_areas"]
    }

    fn project<'a>(
        &'a self,
        batch: &'a [CaseRecord],
        connection: &'a mut PgConnection,
    ) -> BoxFuture<'a, Result<(), ProjectionError>> {
        Box::pin(async move {
            let mut open = load(batch, connection).await?;
            for record in batch {
                open.take_in(record)?;
            }
            Ok(open.save(connection).await?)
        })
    }
}

/// A row of `backlog`.
#[derive(Debug, Clone)]
struct BacklogRow {
    dispatch_id: Uuid,
    case_id: Uuid,
    issued_at: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    position: i64,
    reworks: i32,
    department: String,
    role: String,
    state: String,
    area: Vec<String>,
}

/// What is open among the cases of a batch.
#[derive(Debug, Default)]
struct Open {
    areas: HashMap<Uuid, Vec<String>>,
    fresh_areas: HashSet<Uuid>,
    rows: HashMap<Uuid, BacklogRow>,
    changed: HashSet<Uuid>,
    /// Cases that ended within the batch.
    ended: HashSet<Uuid>,
}

impl Open {
    fn take_in(&mut self, record: &CaseRecord) -> Result<(), FoldError> {
        let (case, position) = (record.case, record.position);
        match &record.event {
            CaseEvent::WhistleRaised(raised) => {
                let area = raised.location.area.iter().map(|unit| storable(unit)).collect();
                self.areas.insert(case, area);
                self.fresh_areas.insert(case);
            }
            CaseEvent::DispatchIssued(issued) => self.take_dispatch(case, issued, position)?,
            CaseEvent::DispatchSigned(signed) => self.enter(signed.dispatch, position, DispatchState::Signed),
            CaseEvent::DepartmentReported(reported) => {
                self.enter(reported.dispatch, position, DispatchState::Reported);
            }
            CaseEvent::DispatchAccepted(accepted) => {
                self.enter(accepted.dispatch, position, DispatchState::Accepted);
            }
            CaseEvent::FeedbackSubmitted(feedback) => {
                self.enter(feedback.dispatch, position, DispatchState::FeedbackSubmitted);
            }
            CaseEvent::VerificationPassed(_) => {
                let of_case = self.rows.values().filter(|row| row.case_id == case);
                for dispatch in of_case.map(|row| row.dispatch_id).collect::<Vec<_>>() {
                    self.enter(dispatch, position, DispatchState::Verified);
                }
            }
            CaseEvent::VerificationFailed(failed) => self.send_back(&failed.reworked, position),
            CaseEvent::ReworkOrdered(ordered) => self.send_back(&ordered.dispatches, position),
            CaseEvent::WhistleDeclined(_) | CaseEvent::CaseClosed(_) => self.end(case),
            CaseEvent::WhistleEndorsed(_)
            | CaseEvent::HandledLocally(_)
            | CaseEvent::EscalatedToLevel(_)
            | CaseEvent::CaseFiled(_)
            | CaseEvent::MeasureRecorded(_)
            | CaseEvent::CallbackUnanswered(_)
            | CaseEvent::CallbackAnswered(_)
            | CaseEvent::CaseRated(_) => {}
        }
        Ok(())
    }

    fn take_dispatch(&mut self, case: Uuid, issued: &DispatchIssued, position: i64) -> Result<(), FoldError> {
        let missing = FoldError { position, missing: "its case was never raised, or has ended" };
        let area = self.areas.get(&case).ok_or(missing)?.clone();
        if !issued.role.mandatory() || self.rows.contains_key(&issued.dispatch) {
            return Ok(());
        }
        let row = BacklogRow {
            dispatch_id: issued.dispatch,
            case_id: case,
            issued_at: issued.at,
            due_at: issued.clocks.due_at,
            position,
            reworks: 0,
            department: storable(&issued.department),
            role: issued.role.code().to_owned(),
            state: DispatchState::Issued.code().to_owned(),
            area,
        };
        self.rows.insert(issued.dispatch, row);
        self.changed.insert(issued.dispatch);
        Ok(())
    }

    /// A dispatch without a row is one that was merely notified.
    fn change(&mut self, dispatch: Uuid, position: i64, change: impl FnOnce(&mut BacklogRow)) {
        if let Some(row) = self.rows.get_mut(&dispatch).filter(|row| row.position < position) {
            change(row);
            row.position = position;
            self.changed.insert(dispatch);
        }
    }

    fn enter(&mut self, dispatch: Uuid, position: i64, state: DispatchState) {
        self.change(dispatch, position, |row| state.code().clone_into(&mut row.state));
    }

    fn send_back(&mut self, dispatches: &[Uuid], position: i64) {
        for dispatch in dispatches {
            self.change(*dispatch, position, |row| {
                row.reworks += 1;
                DispatchState::Rework.code().clone_into(&mut row.state);
            });
        }
    }

    fn end(&mut self, case: Uuid) {
        self.areas.remove(&case);
        self.fresh_areas.remove(&case);
        self.rows.retain(|_, row| row.case_id != case);
        self.ended.insert(case);
    }

    async fn save(&self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        let ended: Vec<Uuid> = self.ended.iter().copied().collect();
        if !ended.is_empty() {
            sqlx::query_file!("src/projections/queries/backlog_end.sql", &ended)
                .execute(&mut *connection)
                .await?;
        }
        if !self.fresh_areas.is_empty() {
            let (cases, areas): (Vec<Uuid>, Vec<String>) =
                self.fresh_areas.iter().map(|case| (*case, joined(&self.areas[case]))).unzip();
            sqlx::query_file!("src/projections/queries/backlog_save_areas.sql", &cases, &areas)
                .execute(&mut *connection)
                .await?;
        }
        save_rows(self.changed.iter().filter_map(|id| self.rows.get(id)).collect(), connection).await
    }
}

async fn load(batch: &[CaseRecord], connection: &mut PgConnection) -> Result<Open, sqlx::Error> {
    let ids = cases_of(batch);
    let mut open = Open::default();
    let areas = sqlx::query_file!("src/projections/queries/backlog_load_areas.sql", &ids);
    open.areas =
        areas.fetch_all(&mut *connection).await?.into_iter().map(|row| (row.case_id, row.area)).collect();
    let rows = sqlx::query_file_as!(BacklogRow, "src/projections/queries/backlog_load.sql", &ids);
    open.rows = rows.fetch_all(connection).await?.into_iter().map(|row| (row.dispatch_id, row)).collect();
    Ok(open)
}

async fn save_rows(rows: Vec<&BacklogRow>, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.as_slice();
    sqlx::query_file!(
        "src/projections/queries/backlog_save.sql",
        &column(rows, |row| row.dispatch_id),
        &column(rows, |row| row.case_id),
        &column(rows, |row| row.issued_at),
        &column(rows, |row| row.due_at) as &[Option<DateTime<Utc>>],
        &column(rows, |row| row.position),
        &column(rows, |row| row.reworks),
        &column(rows, |row| row.department.as_str()) as &[&str],
        &column(rows, |row| row.role.as_str()) as &[&str],
        &column(rows, |row| row.state.as_str()) as &[&str],
        &column(rows, |row| joined(&row.area)),
    )
    .execute(connection)
    .await?;
    Ok(())
}
