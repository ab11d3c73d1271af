//! What every department still has on its hands.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgExecutor;
use whistle_domain::case::DispatchState;
use whistle_domain::lamp::Lamp;

use super::filter::matchable;
use super::{CaseScope, QueryError};

/// One department's backlog: the dispatches that it leads or helps with, and whose cases are not closed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BacklogRow {
    /// The unit.
    pub department: String,
    /// How many there are; the sum of `by_state`.
    pub open: i64,
    /// How many in each state.
    pub by_state: BTreeMap<&'static str, i64>,
    /// How many with each lamp. Planned work without a due instant has none.
    pub by_lamp: BTreeMap<&'static str, i64>,
    /// When the oldest was issued.
    pub oldest_issued_at: DateTime<Utc>,
    /// How many are past their due instant.
    pub overdue: i64,
}

/// The backlog of every department that has one, within `scope`, at the instant `at`. Residents see none.
pub async fn backlog(
    connection: impl PgExecutor<'_>,
    scope: &CaseScope,
    at: DateTime<Utc>,
) -> Result<Vec<BacklogRow>, QueryError> {
    let (area, department) = match scope {
        CaseScope::Everything => (None, None),
        CaseScope::Area(unit) => (Some(matchable(unit)), None),
        CaseScope::Department(unit) => (None, Some(matchable(unit))),
        CaseScope::Own { .. } => return Ok(Vec::new()),
    };
    let counts = sqlx::query_file!("src/read/queries/backlog_counts.sql", at, area, department);
    let mut rows: Vec<BacklogRow> = Vec::new();
    for count in counts.fetch_all(connection).await? {
        if rows.last().is_none_or(|row| row.department != count.department) {
            rows.push(BacklogRow::empty(count.department, count.oldest_issued_at));
        }
        let row = rows.last_mut().expect("a row was pushed if there was none");
        row.open += count.dispatches;
        row.overdue += count.overdue;
        row.oldest_issued_at = row.oldest_issued_at.min(count.oldest_issued_at);
        if let Some(state) = DispatchState::from_code(&count.state) {
            *row.by_state.entry(state.code()).or_default() += count.dispatches;
        }
        if let Some(lamp) = count.lamp.as_deref().and_then(Lamp::from_code) {
            *row.by_lamp.entry(lamp.code()).or_default() += count.dispatches;
        }
    }
    Ok(rows)
}

impl BacklogRow {
    fn empty(department: String, oldest_issued_at: DateTime<Utc>) -> Self {
        let states = DispatchState::ALL.into_iter().filter(|state| *state != DispatchState::Discharged);
        Self {
            department,
            open: 0,
            by_state: states.map(|state| (state.code(), 0)).collect(),
            by_lamp: Lamp::ALL.into_iter().map(|lamp| (lamp.code(), 0)).collect(),
            oldest_issued_at,
            overdue: 0,
        }
    }
}
