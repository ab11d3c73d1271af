//! What is left of a clock, in its own arithmetic: what parking preserves, and what is counted again when a year is
//! published.

use chrono::{DateTime, TimeDelta, Utc};

use super::count::{MIDNIGHT, continuous, sane};
use super::{Due, WorkCalendar, china_date, china_midnight};
use crate::policy::Limit;

/// What is left of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// So many working days beside today, the last of them up to a time after its midnight.
    Days { count: u32, into: TimeDelta },
    /// Working time.
    Work(TimeDelta),
    /// Natural time, which ends on a working day.
    Natural(TimeDelta),
    /// The rest of the last working day.
    LastDay(TimeDelta),
    /// Time by the clock.
    Continuous(TimeDelta),
}

impl WorkCalendar {
    /// The end of a clock with this limit, once its case was parked from `since` until `lifted_at`: what was left is
    /// left. What had run out before stays out.
    pub fn after_pause(
        &self,
        limit: Limit,
        due: DateTime<Utc>,
        since: DateTime<Utc>,
        lifted_at: DateTime<Utc>,
    ) -> Due {
        if due <= since {
            return continuous(due);
        }
        self.count(self.left(limit, since, due), lifted_at)
    }

    /// The end of a clock that ended at `previous` and is given so much more.
    pub fn extended(&self, by: Limit, previous: DateTime<Utc>) -> Due {
        let from = sane(previous) - MIDNIGHT;
        match by {
            Limit::WorkingDays(_) => self.due(by, from),
            Limit::Days(count) => self.to_workday(from + TimeDelta::days(count.into()) + MIDNIGHT, MIDNIGHT),
            Limit::WorkHours(_) | Limit::Hours(_) | Limit::Minutes(_) => self.due(by, previous),
        }
    }

    /// The end of a clock that would end at `from`, where one that would have ended at `since` had been moved to
    /// `until`.
    pub fn moved(
        &self,
        limit: Limit,
        since: DateTime<Utc>,
        until: DateTime<Utc>,
        from: DateTime<Utc>,
    ) -> Due {
        if until <= since {
            return continuous(from - (since - until));
        }
        self.count(self.left(limit, since - MIDNIGHT, until), from - MIDNIGHT)
    }

    /// The end of a clock that `before` counted from `from` to `due`, as this calendar counts it.
    pub fn recount(&self, before: &Self, limit: Limit, from: DateTime<Utc>, due: DateTime<Utc>) -> Due {
        self.count(before.left(limit, from, due), from)
    }

    fn left(&self, limit: Limit, since: DateTime<Utc>, due: DateTime<Utc>) -> Left {
        let (since, due) = (sane(since), sane(due));
        match limit {
            Limit::WorkingDays(_) => {
                // The midnight that ends a day belongs to it.
                let last = china_date(due - MIDNIGHT);
                match self.workdays_between(china_date(since), last) {
                    0 => Left::LastDay(due - since),
                    count => Left::Days { count, into: due - china_midnight(last) },
                }
            }
            Limit::WorkHours(_) => {
                let work = self.work_between(since, due);
                if work.is_zero() { Left::Continuous(due - since) } else { Left::Work(work) }
            }
            Limit::Days(_) => Left::Natural(due - since),
            Limit::Hours(_) | Limit::Minutes(_) => Left::Continuous(due - since),
        }
    }

    fn count(&self, left: Left, from: DateTime<Utc>) -> Due {
        let from = sane(from);
        match left {
            Left::Days { count, into } => self.days_end(count, from, into),
            Left::Work(amount) => self.work_end(amount, from),
            Left::Natural(time) => self.to_workday(from + time, TimeDelta::zero()),
            Left::LastDay(time) => self.to_workday(from + time, MIDNIGHT),
            Left::Continuous(time) => continuous(from + time),
        }
    }
}
