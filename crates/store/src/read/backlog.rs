//! What every department still has on its hands.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sqlx::PgExecutor;
use whistle_domain::case::DispatchState;
use whistle_domain::lamp::Lamp;

use super::filter::matchable;
use super::{CaseScope, QueryError};

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
    let [first, second, third, fourth, fifth] = band_starts(at);
    let counts = sqlx::query_file_as!(
        Counts,
        "src/read/queries/backlog_counts.sql",
        at,
        area,
        department,
        first,
        second,
        third,
        fourth,
        fifth
    );
    let mut rows: Vec<BacklogRow> = Vec::new();
    for counts in counts.fetch_all(connection).await? {
        if rows.last().is_none_or(|row| row.department != counts.department) {
            rows.push(BacklogRow::empty(counts.department.clone(), counts.oldest_issued_at));
        }
        rows.last_mut().expect("a row was pushed if there was none").take_in(&counts);
    }
    Ok(rows)
}

/// The instants at which the bands of age begin: what was issued before one is older than the band, and what was issued
/// at it still belongs to the band.
fn band_starts(at: DateTime<Utc>) -> [DateTime<Utc>; AGE_BANDS_DAYS.len()] {
    AGE_BANDS_DAYS.map(|days| {
        at.checked_sub_signed(TimeDelta::days(i64::from(days))).unwrap_or(DateTime::<Utc>::MIN_UTC)
    })
}

/// The dispatches of one department that are in one state, counted.
struct Counts {
    department: String,
    state: String,
    dispatches: i64,
    oldest_issued_at: DateTime<Utc>,
    older_than_first: i64,
    older_than_second: i64,
    older_than_third: i64,
    older_than_fourth: i64,
    older_than_fifth: i64,
    /// With a clock that stands still.
    parked: i64,
    /// With a clock that runs.
    running: i64,
    /// Of those that run: past their due instant.
    overdue: i64,
    /// Of those that run: reworked so often that the clock does not matter. None of these is in the counts below.
    reworked: i64,
    /// Past the due instant.
    late: i64,
    /// Past it by more than the limit.
    too_late: i64,
    /// Near the due instant.
    warned: i64,
}

impl Counts {
    /// By age: how many are older than each band, less those that are older than the next.
    fn by_age(&self) -> [i64; AGE_BANDS.len()] {
        let older = [
            self.dispatches,
            self.older_than_first,
            self.older_than_second,
            self.older_than_third,
            self.older_than_fourth,
            self.older_than_fifth,
        ];
        std::array::from_fn(|band| older[band] - older.get(band + 1).copied().unwrap_or_default())
    }

    const fn of_lamp(&self, lamp: Lamp) -> i64 {
        match lamp {
            Lamp::Green => self.running - self.reworked - self.late - self.warned,
            Lamp::Yellow => self.warned,
            Lamp::Red => self.late - self.too_late,
            Lamp::Grey => self.parked,
            Lamp::Purple => self.reworked + self.too_late,
        }
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

    fn take_in(&mut self, counts: &Counts) {
        self.open += counts.dispatches;
        self.overdue += counts.overdue;
        self.oldest_issued_at = self.oldest_issued_at.min(counts.oldest_issued_at);
        if let Some(state) = DispatchState::from_code(&counts.state) {
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
