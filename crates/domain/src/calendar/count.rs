//! Three arithmetics, named by the limit: legal working days, working time, and continuous time.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{Due, WorkCalendar, china_date, china_midnight};
use crate::policy::Limit;

/// Days that are walked at most for one limit: 27 years. The largest limit needs five of them.
pub(super) const WALK_DAYS_MAX: usize = 10_000;

/// Instants that can be counted from: far from the ends of time, where sums have no result.
const SANE_SECONDS: std::ops::RangeInclusive<i64> = -62_000_000_000..=253_000_000_000;

/// The midnight at which a working day ends belongs to it, and not to the day that begins.
pub(super) const MIDNIGHT: TimeDelta = TimeDelta::microseconds(1);

/// `at`, or the nearest instant between the years 5 and 9987.
pub(super) fn sane(at: DateTime<Utc>) -> DateTime<Utc> {
    let [first, last] = [SANE_SECONDS.start(), SANE_SECONDS.end()]
        .map(|seconds| DateTime::from_timestamp(*seconds, 0).expect("years of four digits"));
    at.clamp(first, last)
}

impl WorkCalendar {
    /// When a limit ends that starts at `from`. A count of nothing is over at once.
    ///
    /// - `wd`: the start day is not counted; the end is the end of the n-th working day (民法典 201: 开始的当日不计入).
    /// - `wh`: working time from `from` on, to the microsecond.
    /// - `d`: as many days later at the same time of day; where that is a rest day, at the same time on the next working
    ///   day (民法典 203). The ends of a Friday and of a Saturday limit so come to lie on one Monday, in the order of
    ///   their times of day: for natural days the end *day* grows with the start, the instant within it need not.
    /// - `h`, `min`: by the clock, day and night.
    pub fn due(&self, limit: Limit, from: DateTime<Utc>) -> Due {
        let from = sane(from);
        match limit {
            Limit::WorkingDays(count) => self.days_end(count.into(), from, TimeDelta::days(1)),
            Limit::WorkHours(count) => self.work_end(TimeDelta::hours(count.into()), from),
            Limit::Hours(count) => continuous(from + TimeDelta::hours(count.into())),
            Limit::Minutes(count) => continuous(from + TimeDelta::minutes(count.into())),
            Limit::Days(0) => continuous(from),
            Limit::Days(count) => self.to_workday(from + TimeDelta::days(count.into()), TimeDelta::zero()),
        }
    }

    /// Whether this limit, started at `from`, would end after `other`: on a later day where it is counted in days, at a
    /// later instant otherwise.
    pub fn outlasts(&self, limit: Limit, from: DateTime<Utc>, other: DateTime<Utc>) -> bool {
        let due = self.due(limit, from);
        match limit {
            Limit::WorkingDays(_) | Limit::Days(_) => due.date > china_date(other - MIDNIGHT),
            Limit::WorkHours(_) | Limit::Hours(_) | Limit::Minutes(_) => due.at > other,
        }
    }

    /// The end of so many working days, `into` the last of them (a whole day: at its midnight).
    pub(super) fn days_end(&self, count: u32, from: DateTime<Utc>, into: TimeDelta) -> Due {
        if count == 0 {
            return continuous(from);
        }
        let start = china_date(from);
        let date = self.after_days(count, start, |_, _| {});
        let at = china_midnight(date) + into;
        Due { at, date, provisional: !self.certain(next(start), date) }
    }

    /// The end of an amount of working time.
    pub(super) fn work_end(&self, amount: TimeDelta, from: DateTime<Utc>) -> Due {
        let at = self.after_work(amount, from, |_, _| {});
        let date = china_date(at);
        let provisional = amount > TimeDelta::zero() && !self.certain(china_date(from), date);
        Due { at, date, provisional }
    }

    /// The n-th working day after `start`. `seen` is told each day on the way, and whether it counted.
    pub(super) fn after_days(
        &self,
        count: u32,
        start: NaiveDate,
        mut seen: impl FnMut(NaiveDate, bool),
    ) -> NaiveDate {
        let (mut date, mut left) = (start, count);
        for _ in 0..WALK_DAYS_MAX {
            if left == 0 {
                break;
            }
            date = next(date);
            let work = self.is_workday(date);
            left -= u32::from(work);
            seen(date, work);
        }
        date
    }

    /// Working days after `start`, up to and including `end`.
    pub(super) fn workdays_between(&self, start: NaiveDate, end: NaiveDate) -> u32 {
        let days = next(start).iter_days().take_while(|date| *date <= end).take(WALK_DAYS_MAX);
        u32::try_from(days.filter(|date| self.is_workday(*date)).count()).unwrap_or(u32::MAX)
    }

    /// The first working day from `date` on.
    pub(super) fn workday_from(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().take(WALK_DAYS_MAX).find(|date| self.is_workday(*date)).unwrap_or(date)
    }

    /// The last working day up to `date`.
    pub(super) fn workday_until(&self, date: NaiveDate) -> NaiveDate {
        let days = std::iter::successors(Some(date), chrono::NaiveDate::pred_opt).take(WALK_DAYS_MAX);
        days.into_iter().find(|date| self.is_workday(*date)).unwrap_or(date)
    }

    /// `at`, or the same time of day on the next working day. The day on which `at` lies is asked `slack` before it.
    pub(super) fn to_workday(&self, at: DateTime<Utc>, slack: TimeDelta) -> Due {
        let ends = china_date(at - slack);
        let date = self.workday_from(ends);
        Due { at: at + (date - ends), date, provisional: !self.certain(ends, date) }
    }
}

/// An end that asks no calendar.
pub(super) fn continuous(at: DateTime<Utc>) -> Due {
    Due { at, date: china_date(at), provisional: false }
}

/// The day after.
pub(super) fn next(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}
