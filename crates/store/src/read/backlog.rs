//! What every department still has on its hands.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::{PgExecutor, PgPool};
use whistle_domain::case::DispatchState;
use whistle_domain::lamp::Lamp;

use super::filter::matchable;
use super::{CaseScope, QueryError};
pub use crate::backlog_counts::AGE_BANDS_DAYS;
use crate::backlog_counts::{Counted, Counts, SUMS_APART_MAX, StateCounts, count_rows};

/// The names of the bands of age, see [`AGE_BANDS_DAYS`].
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
///
/// That of everything is read off sums, and costs the same in every district, unless `at` is more than a week away from
/// what was last taken in.
pub async fn backlog(
    pool: &PgPool,
    scope: &CaseScope,
    at: DateTime<Utc>,
) -> Result<Vec<BacklogRow>, QueryError> {
    if *scope == CaseScope::Everything
        && let Some(rows) = summed(pool, at).await?
    {
        return Ok(rows);
    }
    backlog_by_rows(pool, scope, at).await
}

/// The same, counted row by row: what the past is asked by, of which there are no sums.
pub async fn backlog_by_rows(
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
    let mut rows = Rows::default();
    for StateCounts { department, state, oldest_issued_at, numbers } in
        count_rows(area, department, at, connection).await?
    {
        let counts = Counts::of_numbers(&numbers).expect("as many are counted as there are");
        rows.add(department, &state, oldest_issued_at, counts);
    }
    Ok(rows.done())
}

/// The backlog of everything, off the sums; nothing where these were judged too far away from `at`.
async fn summed(pool: &PgPool, at: DateTime<Utc>) -> Result<Option<Vec<BacklogRow>>, QueryError> {
    let found = sqlx::query_file!("src/read/queries/backlog_summed.sql", at).fetch_all(pool).await?;
    let Some(judged_at) = found.iter().find_map(|found| found.judged_at) else { return Ok(None) };
    if (at - judged_at).abs() > SUMS_APART_MAX {
        return Ok(None);
    }
    let mut rows = Rows::default();
    for found in found {
        let counts = if let Some(numbers) = &found.numbers {
            Counts::of_numbers(numbers)
                .ok_or_else(|| sqlx::Error::Decode("a sum of the backlog is damaged".into()))?
        } else {
            let dispatch = Counted {
                issued_at: found.issued_at,
                warn_at: found.warn_at,
                due_at: found.due_at,
                worst_at: found.worst_at,
                reworks: found.reworks.unwrap_or_default(),
                parked: found.parked.unwrap_or_default(),
            };
            let mut difference = Counts::of(&dispatch, at);
            difference -= Counts::of(&dispatch, judged_at);
            difference
        };
        rows.add(found.department, &found.state, found.issued_at, counts);
    }
    Ok(Some(rows.done()))
}

/// Rows in the making, by department.
#[derive(Default)]
struct Rows(BTreeMap<String, BacklogRow>);

impl Rows {
    fn add(&mut self, department: String, state: &str, oldest_issued_at: DateTime<Utc>, counts: Counts) {
        let row = match self.0.entry(department) {
            Entry::Occupied(row) => row.into_mut(),
            Entry::Vacant(place) => {
                let row = BacklogRow::empty(place.key().clone(), oldest_issued_at);
                place.insert(row)
            }
        };
        row.take_in(state, oldest_issued_at, &counts);
    }

    /// Those in which something is left: a sum may say that nothing is.
    fn done(self) -> Vec<BacklogRow> {
        self.0.into_values().filter(|row| row.open != 0).collect()
    }
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

    fn take_in(&mut self, state: &str, oldest_issued_at: DateTime<Utc>, counts: &Counts) {
        self.open += counts.dispatches;
        self.overdue += counts.overdue;
        self.oldest_issued_at = self.oldest_issued_at.min(oldest_issued_at);
        if let Some(state) = DispatchState::from_code(state) {
            *self.by_state.entry(state.code()).or_default() += counts.dispatches;
        }
        for lamp in Lamp::ALL {
            *self.by_lamp.entry(lamp.code()).or_default() += counts.of_lamp(lamp);
        }
        for (band, dispatches) in AGE_BANDS.into_iter().zip(counts.by_age()) {
            *self.by_age.entry(band).or_default() += dispatches;
        }
    }
}
