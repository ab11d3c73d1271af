//! The work lists of departments: a row per dispatch, with what its case is about.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use sqlx::PgConnection;
use uuid::Uuid;
use whistle_domain::case::{CaseEvent, DispatchIssued, DispatchRole, DispatchState, WhistleRaised};

use super::columns::{column, joined, storable};
use super::projection::{FoldError, Projection, ProjectionError};
use super::record::{CaseRecord, cases_of};

/// The projection of the work lists.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dispatches;

impl Projection for Dispatches {
    fn name(&self) -> &'static str {
        "dispatches"
    }

    fn tables(&self) -> &'static [&'static str] {
        &["dispatches", "dispatch_units", "dispatch_cases"]
    }

    fn project<'a>(
        &'a self,
        batch: &'a [CaseRecord],
        connection: &'a mut PgConnection,
    ) -> BoxFuture<'a, Result<(), ProjectionError>> {
        Box::pin(async move {
            let mut cases = load(batch, connection).await?;
            for record in batch {
                take_in(&mut cases, record)?;
            }
            save_headers(cases.values().filter_map(CaseWork::changed_header).collect(), connection).await?;
            let changed = cases.values().flat_map(|work| work.rows.iter().filter(|row| row.changed));
            save(changed.map(|row| &row.row).collect(), connection).await?;
            Ok(save_units(batch, &cases, connection).await?)
        })
    }
}

/// What is known of a case: the header that its dispatches copy, and the dispatches.
#[derive(Debug, Default)]
struct CaseWork {
    header: Option<HeaderRow>,
    header_changed: bool,
    rows: Vec<Tracked>,
}

/// A row, and whether it must be written.
#[derive(Debug)]
struct Tracked {
    row: DispatchRow,
    changed: bool,
}

/// A row of `dispatch_cases`.
#[derive(Debug, Clone)]
struct HeaderRow {
    case_id: Uuid,
    number: String,
    title: String,
    category: String,
    kind: String,
    grid: String,
    area: Vec<String>,
}

/// A row of `dispatches`.
#[derive(Debug, Clone)]
struct DispatchRow {
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
    position: i64,
    measures: i32,
    reworks: i32,
    department: String,
    role: String,
    state: String,
    instruction: String,
    line_owner: String,
    territorial_owner: String,
    number: String,
    title: String,
    category: String,
    kind: String,
    grid: String,
    area: Vec<String>,
}

fn take_in(cases: &mut HashMap<Uuid, CaseWork>, record: &CaseRecord) -> Result<(), FoldError> {
    let (case, position) = (record.case, record.position);
    let work = cases.entry(case).or_default();
    match &record.event {
        CaseEvent::WhistleRaised(raised) => {
            if work.header.is_none() {
                work.header = Some(HeaderRow::raised(case, raised));
                work.header_changed = true;
            }
        }
        CaseEvent::CaseFiled(filed) => {
            let header = work.header_mut(position)?;
            header.category = storable(&filed.category);
            filed.kind.code().clone_into(&mut header.kind);
            work.header_changed = true;
        }
        CaseEvent::DispatchIssued(issued) => work.take_dispatch(issued, position)?,
        CaseEvent::DispatchSigned(signed) => work.on(signed.dispatch, position, |row| {
            row.signed_at = Some(signed.at);
            row.enter(DispatchState::Signed);
        })?,
        CaseEvent::DepartmentReported(reported) => work.on(reported.dispatch, position, |row| {
            row.reported_at = Some(reported.at);
            row.enter(DispatchState::Reported);
        })?,
        CaseEvent::DispatchAccepted(accepted) => work.on(accepted.dispatch, position, |row| {
            row.accepted_at = Some(accepted.at);
            row.enter(DispatchState::Accepted);
        })?,
        CaseEvent::MeasureRecorded(measure) => {
            work.on(measure.dispatch, position, |row| row.measures += 1)?;
        }
        CaseEvent::FeedbackSubmitted(feedback) => work.on(feedback.dispatch, position, |row| {
            row.fed_back_at = Some(feedback.at);
            row.enter(DispatchState::FeedbackSubmitted);
        })?,
        CaseEvent::VerificationPassed(_) => {
            work.on_mandatory(position, |row| row.enter(DispatchState::Verified));
        }
        CaseEvent::VerificationFailed(failed) => work.send_back(&failed.reworked, position)?,
        CaseEvent::ReworkOrdered(ordered) => work.send_back(&ordered.dispatches, position)?,
        // Also those merely notified: nothing can be asked of anybody any more.
        CaseEvent::CaseClosed(closed) => work.on_all(position, |row| {
            row.discharged_at = Some(closed.at);
            row.enter(DispatchState::Discharged);
        }),
        CaseEvent::WhistleEndorsed(_)
        | CaseEvent::WhistleDeclined(_)
        | CaseEvent::HandledLocally(_)
        | CaseEvent::EscalatedToLevel(_)
        | CaseEvent::CallbackUnanswered(_)
        | CaseEvent::CallbackAnswered(_)
        | CaseEvent::CaseRated(_) => {}
    }
    Ok(())
}

impl CaseWork {
    fn header_mut(&mut self, position: i64) -> Result<&mut HeaderRow, FoldError> {
        self.header.as_mut().ok_or(FoldError { position, missing: "its case was never raised" })
    }

    fn changed_header(&self) -> Option<&HeaderRow> {
        self.header.as_ref().filter(|_| self.header_changed)
    }

    fn take_dispatch(&mut self, issued: &DispatchIssued, position: i64) -> Result<(), FoldError> {
        let header = self.header_mut(position)?.clone();
        if self.rows.iter().all(|known| known.row.id != issued.dispatch) {
            self.rows.push(Tracked { row: DispatchRow::issued(issued, header, position), changed: true });
        }
        Ok(())
    }

    fn on(
        &mut self,
        dispatch: Uuid,
        position: i64,
        change: impl FnOnce(&mut DispatchRow),
    ) -> Result<(), FoldError> {
        let known = self.rows.iter_mut().find(|known| known.row.id == dispatch);
        known
            .ok_or(FoldError { position, missing: "its dispatch was never issued" })?
            .change(position, change);
        Ok(())
    }

    fn on_all(&mut self, position: i64, change: impl Fn(&mut DispatchRow)) {
        for known in &mut self.rows {
            known.change(position, &change);
        }
    }

    fn on_mandatory(&mut self, position: i64, change: impl Fn(&mut DispatchRow)) {
        for known in self.rows.iter_mut().filter(|known| known.row.role != DispatchRole::Notified.code()) {
            known.change(position, &change);
        }
    }

    fn send_back(&mut self, dispatches: &[Uuid], position: i64) -> Result<(), FoldError> {
        for dispatch in dispatches {
            self.on(*dispatch, position, |row| {
                row.reworks += 1;
                row.enter(DispatchState::Rework);
            })?;
        }
        Ok(())
    }
}

impl Tracked {
    /// Changes the row, unless it has seen this event before.
    fn change(&mut self, position: i64, change: impl FnOnce(&mut DispatchRow)) {
        if self.row.position < position {
            change(&mut self.row);
            self.row.position = position;
            self.changed = true;
        }
    }
}

impl HeaderRow {
    fn raised(case_id: Uuid, raised: &WhistleRaised) -> Self {
        Self {
            case_id,
            number: storable(&raised.number),
            title: storable(&raised.title.shown),
            category: storable(&raised.category),
            kind: raised.kind.code().to_owned(),
            grid: storable(&raised.location.grid),
            area: raised.location.area.iter().map(|unit| storable(unit)).collect(),
        }
    }
}

impl DispatchRow {
    fn issued(issued: &DispatchIssued, header: HeaderRow, position: i64) -> Self {
        Self {
            id: issued.dispatch,
            case_id: header.case_id,
            issued_at: issued.at,
            sign_due_at: issued.clocks.sign_due_at,
            report_due_at: issued.clocks.report_due_at,
            contact_due_at: issued.clocks.contact_due_at,
            due_at: issued.clocks.due_at,
            signed_at: None,
            reported_at: None,
            accepted_at: None,
            fed_back_at: None,
            discharged_at: None,
            position,
            measures: 0,
            reworks: 0,
            department: storable(&issued.department),
            role: issued.role.code().to_owned(),
            state: DispatchState::Issued.code().to_owned(),
            instruction: storable(&issued.instruction.shown),
            line_owner: storable(&issued.line_owner),
            territorial_owner: storable(&issued.territorial_owner),
            number: header.number,
            title: header.title,
            category: header.category,
            kind: header.kind,
            grid: header.grid,
            area: header.area,
        }
    }

    fn enter(&mut self, state: DispatchState) {
        state.code().clone_into(&mut self.state);
    }
}

async fn load(
    batch: &[CaseRecord],
    connection: &mut PgConnection,
) -> Result<HashMap<Uuid, CaseWork>, sqlx::Error> {
    let ids = cases_of(batch);
    let mut cases: HashMap<Uuid, CaseWork> = HashMap::with_capacity(ids.len());
    let headers = sqlx::query_file_as!(HeaderRow, "src/projections/queries/dispatches_load_cases.sql", &ids);
    for header in headers.fetch_all(&mut *connection).await? {
        let work = cases.entry(header.case_id).or_default();
        work.header = Some(header);
    }
    let rows = sqlx::query_file_as!(DispatchRow, "src/projections/queries/dispatches_load.sql", &ids);
    for row in rows.fetch_all(connection).await? {
        let work = cases.entry(row.case_id).or_default();
        work.rows.push(Tracked { row, changed: false });
    }
    Ok(cases)
}

async fn save_headers(headers: Vec<&HeaderRow>, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    if headers.is_empty() {
        return Ok(());
    }
    let headers = headers.as_slice();
    sqlx::query_file!(
        "src/projections/queries/dispatches_save_cases.sql",
        &column(headers, |header| header.case_id),
        &column(headers, |header| header.number.as_str()) as &[&str],
        &column(headers, |header| header.title.as_str()) as &[&str],
        &column(headers, |header| header.category.as_str()) as &[&str],
        &column(headers, |header| header.kind.as_str()) as &[&str],
        &column(headers, |header| header.grid.as_str()) as &[&str],
        &column(headers, |header| joined(&header.area)),
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A dispatch never leaves the lists of the area in which its case lies, and never moves within them.
async fn save_units(
    batch: &[CaseRecord],
    cases: &HashMap<Uuid, CaseWork>,
    connection: &mut PgConnection,
) -> Result<(), sqlx::Error> {
    let mut units = Vec::new();
    for record in batch {
        if let (CaseEvent::DispatchIssued(issued), Some(work)) = (&record.event, cases.get(&record.case))
            && let Some(Tracked { row, .. }) = work.rows.iter().find(|known| known.row.id == issued.dispatch)
        {
            units.extend(row.area.iter().map(|unit| (row, unit)));
        }
    }
    if units.is_empty() {
        return Ok(());
    }
    let units: Vec<_> = units.iter().collect();
    sqlx::query_file!(
        "src/projections/queries/dispatches_save_units.sql",
        &column(&units, |(row, _)| row.due_at) as &[Option<DateTime<Utc>>],
        &column(&units, |(row, _)| row.id),
        &column(&units, |(_, unit)| unit.as_str()) as &[&str],
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn save(rows: Vec<&DispatchRow>, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.as_slice();
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
        &column(rows, |row| row.position),
        &column(rows, |row| row.measures),
        &column(rows, |row| row.reworks),
        &column(rows, |row| row.department.as_str()) as &[&str],
        &column(rows, |row| row.role.as_str()) as &[&str],
        &column(rows, |row| row.state.as_str()) as &[&str],
        &column(rows, |row| row.instruction.as_str()) as &[&str],
        &column(rows, |row| row.line_owner.as_str()) as &[&str],
        &column(rows, |row| row.territorial_owner.as_str()) as &[&str],
        &column(rows, |row| row.number.as_str()) as &[&str],
        &column(rows, |row| row.title.as_str()) as &[&str],
        &column(rows, |row| row.category.as_str()) as &[&str],
        &column(rows, |row| row.kind.as_str()) as &[&str],
        &column(rows, |row| row.grid.as_str()) as &[&str],
        &column(rows, |row| joined(&row.area)),
    )
    .execute(connection)
    .await?;
    Ok(())
}
