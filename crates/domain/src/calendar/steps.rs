//! How a limit was counted, day by day, for people who doubt it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;

use super::count::{next, sane};
use super::{Due, WorkCalendar, china_date};
use crate::policy::Limit;

/// A day of the counting, or a run of equal days that were skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The day in China, or the first of the run.
    pub date: NaiveDate,
    /// The last of a run of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether it brought the end nearer.
    pub counted: bool,
    /// What sort of day it is: `start`, `workday`, `weekend`, `make_up`, `festival`, `statutory`, `local_off`,
    /// `local_work`, `natural` or `continuous`.
    pub day: &'static str,
    /// The working time that counted, in seconds; only for limits in working hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worked_seconds: Option<i64>,
    /// In Chinese: what it is, and why it counts or does not.
    pub note: String,
}

/// Steps as they come, skipped days of one sort put together.
struct Trail<'a> {
    calendar: &'a WorkCalendar,
    steps: Vec<Step>,
}

impl Trail<'_> {
    fn day(&mut self, date: NaiveDate, counted: bool, worked: Option<TimeDelta>) {
        let day = self.calendar.day(date);
        let worked_seconds = worked.filter(|_| counted).map(|worked| worked.num_seconds());
        self.push(Step { date, until: None, counted, day: day.code(), worked_seconds, note: day.note() });
    }

    fn push(&mut self, step: Step) {
        if let Some(last) = self.steps.last_mut()
            && !step.counted
            && (last.counted, last.day, &last.note) == (false, step.day, &step.note)
        {
            last.until = Some(step.until.unwrap_or(step.date));
            return;
        }
        self.steps.push(step);
    }

    fn plain(&mut self, (date, until): (NaiveDate, NaiveDate), counted: bool, day: &'static str, note: &str) {
        let until = (until != date).then_some(until);
        self.push(Step { date, until, counted, day, worked_seconds: None, note: note.to_owned() });
    }
}

impl WorkCalendar {
    /// When a limit ends that starts at `from`, and how that was counted.
    pub fn explain(&self, limit: Limit, from: DateTime<Utc>) -> (Due, Vec<Step>) {
        let (from, due) = (sane(from), self.due(limit, from));
        let start = china_date(from);
        let mut trail = Trail { calendar: self, steps: Vec::new() };
        match limit {
            Limit::WorkingDays(count) => {
                trail.plain((start, start), false, "start", "起算当日不计入");
                self.after_days(count.into(), start, |date, work| trail.day(date, work, None));
            }
            Limit::WorkHours(count) => {
                self.after_work(TimeDelta::hours(count.into()), from, |date, worked| {
                    let work = worked > TimeDelta::zero();
                    if work || !self.is_workday(date) {
                        trail.day(date, work, Some(worked));
                    } else {
                        trail.plain((date, date), false, "workday", "当日工作时间已过");
                    }
                });
            }
            Limit::Days(count) => {
                trail.plain((start, start), false, "start", "起算当日不计入");
                let end = china_date(from + TimeDelta::days(count.into()));
                if end > start {
                    trail.plain((next(start), end), true, "natural", "自然日");
                }
                if count > 0 && due.date > end {
                    let rest = end.iter_days().take_while(|date| *date < due.date);
                    rest.for_each(|date| trail.day(date, false, None));
                    trail.plain((due.date, due.date), true, "workday", "期限末日为休息日，顺延至下一工作日");
                }
            }
            Limit::Hours(_) | Limit::Minutes(_) => {
                trail.plain((start, due.date), true, "continuous", "连续计时，不分昼夜和节假日");
            }
        }
        (due, trail.steps)
    }
}
