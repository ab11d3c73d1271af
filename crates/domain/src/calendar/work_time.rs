//! 工作时: working time, to the microsecond. Eight hours of it make a working day.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::count::{WALK_DAYS_MAX, sane};
use super::{WorkCalendar, china};

/// Opening and closing of the two halves of a working day, in hours after midnight.
const HALVES: [(u32, u32); 2] = [(8, 12), (14, 18)];
/// 一个工作日为八个工作时.
pub(super) const WORK_HOURS_PER_DAY: i64 = 8;

fn halves(date: NaiveDate) -> [(DateTime<Utc>, DateTime<Utc>); 2] {
    let at = |hour| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour of the day");
        china::instant(date.and_time(time))
    };
    HALVES.map(|(opens, closes)| (at(opens), at(closes)))
}

/// The working time of this day that lies between two instants.
fn worked_on(date: NaiveDate, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
    let within = |(opens, closes): (DateTime<Utc>, DateTime<Utc>)| to.min(closes) - from.max(opens);
    halves(date).into_iter().map(within).map(|time| time.max(TimeDelta::zero())).sum()
}

impl WorkCalendar {
    /// The instant at which this much working time has passed since `from`. An amount that is used up exactly at the
    /// closing of an office ends there, and not when it opens again.
    pub(super) fn after_work(
        &self,
        amount: TimeDelta,
        from: DateTime<Utc>,
        mut seen: impl FnMut(NaiveDate, TimeDelta),
    ) -> DateTime<Utc> {
        let from = sane(from);
        if amount <= TimeDelta::zero() {
            return from;
        }
        let mut left = amount;
        for date in china::china_date(from).iter_days().take(WALK_DAYS_MAX) {
            if !self.is_workday(date) {
                seen(date, TimeDelta::zero());
                continue;
            }
            let at_first = left;
            for (opens, closes) in halves(date) {
                let begins = from.max(opens);
                let open = (closes - begins).max(TimeDelta::zero());
                if left <= open {
                    seen(date, at_first);
                    return begins + left;
                }
                left -= open;
            }
            seen(date, at_first - left);
        }
        // Only a calendar that knows no working day for decades leads here; whoever made it wants no end.
        from + TimeDelta::days(i64::try_from(WALK_DAYS_MAX).unwrap_or(i64::MAX))
    }

    /// The working time between two instants; none when `to` is not after `from`.
    pub(super) fn work_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        let (from, to) = (sane(from), sane(to));
        let days = china::china_date(from).iter_days().take_while(|date| china::china_midnight(*date) < to);
        let working = days.take(WALK_DAYS_MAX).filter(|date| self.is_workday(*date));
        working.map(|date| worked_on(date, from, to)).sum()
    }
}
