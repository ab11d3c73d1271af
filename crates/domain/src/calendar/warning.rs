//! When the lamp of a clock turns yellow.

use chrono::{DateTime, TimeDelta, Utc};

use super::work_time::WORK_HOURS_PER_DAY;
use super::{WorkCalendar, china_date, china_midnight, count};
use crate::policy::Limit;

/// A clock of at most one working day warns for its last fifth.
const WARNING_FRACTION: i32 = 5;

impl WorkCalendar {
    /// When the warning of a clock begins that was started at `from` with this limit and ends at `due_at`, where it may
    /// have been moved to: one working day before the end, or with the last fifth of a clock of at most one working day.
    /// Never before `from`.
    ///
    /// One working day before the end is the end of the working day before the last one; for working time, as much
    /// earlier as eight working hours.
    pub fn warning_at(&self, limit: Limit, from: DateTime<Utc>, due_at: DateTime<Utc>) -> DateTime<Utc> {
        if due_at <= from {
            return due_at;
        }
        let warning = match (limit, at_most_one_working_day(limit)) {
            (Limit::WorkHours(_), short) => {
                let work = self.work_between(from, due_at);
                let warned =
                    if short { work / WARNING_FRACTION } else { TimeDelta::hours(WORK_HOURS_PER_DAY) };
                self.after_work(work - warned, from, |_, _| {})
            }
            (_, true) => due_at - (due_at - from) / WARNING_FRACTION,
            (_, false) => {
                let ends = china_date(due_at - count::MIDNIGHT);
                let last = self.workday_until(ends);
                let before = self.workday_until(last.pred_opt().unwrap_or(last));
                china_midnight(count::next(before))
            }
        };
        warning.clamp(from, due_at)
    }

    /// The same for a clock that stood still from `since` until `lifted_at` and now ends at `due_at`. A warning that had
    /// begun goes on.
    pub fn warning_after_pause(
        &self,
        limit: Limit,
        warning: DateTime<Utc>,
        (since, lifted_at): (DateTime<Utc>, DateTime<Utc>),
        due_at: DateTime<Utc>,
    ) -> DateTime<Utc> {
        if warning <= since {
            return warning;
        }
        if at_most_one_working_day(limit) {
            return self.after_pause(limit, warning, since, lifted_at).at.min(due_at);
        }
        self.warning_at(limit, lifted_at, due_at)
    }
}

fn at_most_one_working_day(limit: Limit) -> bool {
    match limit {
        Limit::WorkingDays(count) | Limit::Days(count) => count <= 1,
        Limit::WorkHours(count) => i64::from(count) <= WORK_HOURS_PER_DAY,
        Limit::Hours(count) => count <= 24,
        Limit::Minutes(_) => true,
    }
}
