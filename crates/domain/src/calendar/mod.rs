//! The working calendar: which days are working days, and when a limit ends that is counted in them.
//!
//! A calendar is data. The years that came with the program lie in `days.csv`; later ones are published while the
//! service runs. Of a year that nobody has published only the weekends and the statutory days are known, and whatever
//! is counted through such a year is provisional.

pub mod book;
mod china;
mod count;
mod day;
mod file;
mod pause;
mod provisional;
mod statutory;
mod steps;
#[cfg(test)]
pub(crate) mod tests;
mod warning;
mod work_time;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};

pub use china::{china, china_date, china_midnight};
pub use day::{CalendarDay, Day, DayKind, DayReason, LocalDay};
pub use file::{CALENDAR_BYTES_MAX, CALENDAR_DAYS_MAX, CalendarFileProblem, read_days};
pub use provisional::Provisional;
pub use steps::Step;

/// First and last year that came with the program.
pub const EMBEDDED_YEARS: std::ops::RangeInclusive<i32> = 2004..=2026;

/// Every day of 2004 to 2026 on which it was not the weekday that decided whether people work.
///
/// 2024 to 2026 are the three notices themselves. Earlier years come from `chinesecalendar`; what it leaves out, and
/// the two days on which the other sources err, the tests name.
const EMBEDDED_DAYS: &str = include_str!("days.csv");

/// The end of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last instant that is still in time.
    pub at: DateTime<Utc>,
    /// The day in China on which that is: for working days the last of them, although [`at`](Self::at) is the midnight
    /// at which it ends.
    pub date: NaiveDate,
    /// Whether days of an unpublished year were asked whether they are working days.
    pub provisional: bool,
}

/// Which days are working days. Immutable; shared behind an [`Arc`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkCalendar {
    /// What was ordered for each published year, in the order of the days.
    years: BTreeMap<i32, Arc<[CalendarDay]>>,
    local: BTreeMap<NaiveDate, LocalDay>,
}

impl WorkCalendar {
    /// The years that came with the program.
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<WorkCalendar>> = LazyLock::new(|| {
            let days = read_days(EMBEDDED_DAYS.as_bytes()).expect("the tests read the embedded days");
            let of_year = |year: i32| days.iter().filter(move |day| day.date.year() == year).cloned();
            let published = EMBEDDED_YEARS
                .fold(WorkCalendar::default(), |known, year| known.with_year(year, of_year(year).collect()));
            Arc::new(published)
        });
        EMBEDDED.clone()
    }

    /// The same calendar with this arrangement of a year instead of what it knew of it. Days of other years say
    /// nothing.
    #[must_use]
    pub fn with_year(mut self, year: i32, mut days: Vec<CalendarDay>) -> Self {
        days.sort_by_key(|day| day.date);
        self.years.insert(year, days.into());
        self
    }

    /// The same calendar as it was before this year, and any later one, was published.
    #[must_use]
    pub fn before_year(&self, year: i32) -> Self {
        let years = self.years.range(..year).map(|(year, days)| (*year, days.clone())).collect();
        Self { years, local: self.local.clone() }
    }

    /// The same calendar with an extra day of this place, which wins over everything else.
    #[must_use]
    pub fn with_local_day(mut self, day: LocalDay) -> Self {
        self.local.insert(day.date, day);
        self
    }

    /// Whether it is known which days of this year are working days.
    pub fn published(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// What was ordered for a published year, in the order of the days.
    pub fn year(&self, year: i32) -> Option<&[CalendarDay]> {
        self.years.get(&year).map(AsRef::as_ref)
    }

    /// The published years, in order.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = i32> {
        self.years.keys().copied()
    }

    /// The extra days of this place, in order.
    pub fn local_days(&self) -> impl Iterator<Item = &LocalDay> {
        self.local.values()
    }

    /// Whether people work on this day.
    pub fn is_workday(&self, date: NaiveDate) -> bool {
        self.day(date).work
    }

    /// Whether people work on this day, and why.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        if let Some(local) = self.local.get(&date) {
            return Day::new(local.kind, DayReason::Local(&local.reason));
        }
        if let Some(days) = self.years.get(&date.year()) {
            if let Ok(at) = days.binary_search_by_key(&date, |day| day.date) {
                return Day::new(days[at].kind, DayReason::Ordered(&days[at].festival));
            }
        } else if let Some(festival) = statutory::festival(date) {
            return Day::new(DayKind::Off, DayReason::Statutory(festival));
        }
        match date.weekday() {
            Weekday::Sat | Weekday::Sun => Day::new(DayKind::Off, DayReason::Weekday),
            _ => Day::new(DayKind::Work, DayReason::Weekday),
        }
    }

    /// Whether the years of all these days are published.
    fn certain(&self, first: NaiveDate, last: NaiveDate) -> bool {
        (first.year()..=last.year()).all(|year| self.published(year))
    }
}
