//! What every department still has on its hands.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgExecutor;
use sqlx::postgres::types::PgInterval;
use whistle_domain::case::DispatchState;
use whistle_domain::lamp::Lamp;

use super::filter::matchable;
use super::{CaseScope, QueryError};

const MICROSECONDS_PER_DAY: i64 = 86_400_000_000;

/// 库龄: the bands of age since the issue, by the days that they end at, and the one for everything older.
pub const AGE_BANDS_DAYS: [u32; 5] = [1, 3, 7, 15, 30];
/// Their names.
pub const AGE_BANDS: [&str; AGE_BANDS_DAYS.len() + 1] =
    ["within_1_day", "within_3_days", "within_7_days", "within_15_days", "within_30_days", "over_30_days"];

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
    /// How many of each age since their issue, by [`AGE_BANDS`].
    pub by_age: BTreeMap<&'static str, i64>,
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
    // What is issued at the very end of a band belongs to it: a band begins just after the one before ends.
    let bounds = AGE_BANDS_DAYS.map(|days| PgInterval {
        months: 0,
        days: 0,
        microseconds: i64::from(days) * MICROSECONDS_PER_DAY + 1,
    });
    let counts = sqlx::query_file!("src/read/queries/backlog_counts.sql", at, area, department, &bounds);
    let mut rows: Vec<BacklogRow> = Vec::new();
    for count in counts.fetch_all(connection).await? {
        if rows.last().is_none_or(|row| row.department != count.department) {
            rows.push(BacklogRow::empty(count.department, count.oldest_issued_at));
        }
        let row = rows.last_mut().expect("a row was pushed if there was none");
        row.open += count.dispatches;
        row.overdue += count.overdue;
        row.oldest_issued_at = row.oldest_issued_at.min(count.oldest_issued_at);
        // What was issued after `at` is as young as can be.
        let age = usize::try_from(count.age).unwrap_or_default().min(AGE_BANDS.len() - 1);
        *row.by_age.entry(AGE_BANDS[age]).or_default() += count.dispatches;
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
            by_age: AGE_BANDS.into_iter().map(|band| (band, 0)).collect(),
            oldest_issued_at,
            overdue: 0,
        }
    }
}
