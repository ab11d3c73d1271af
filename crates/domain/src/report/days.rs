//! Half days of the district's clock, and periods cut into as few pieces as possible.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};

use crate::calendar::{china_date, china_midnight};

/// How long a morning is.
const MORNING: TimeDelta = TimeDelta::hours(12);

/// A morning, from midnight to noon, or the rest of the day: the smallest pieces of which sums are kept. Deadlines are
/// midnights and noons more often than anything else (three in four), and what is due at an instant counts in the
/// piece that begins with it: a piece holds little but what is due at its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HalfDay {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is the second half.
    pub afternoon: bool,
}

impl HalfDay {
    /// The one in which an instant lies.
    pub fn of(instant: DateTime<Utc>) -> Self {
        let day = china_date(instant);
        Self { day, afternoon: instant - china_midnight(day) >= MORNING }
    }

    /// The first that does not begin before an instant.
    pub fn from(instant: DateTime<Utc>) -> Self {
        let half = Self::of(instant);
        if half.start() < instant { half.next() } else { half }
    }

    /// Where it begins.
    pub fn start(self) -> DateTime<Utc> {
        let midnight = china_midnight(self.day);
        if self.afternoon { midnight.checked_add_signed(MORNING).unwrap_or(midnight) } else { midnight }
    }

    /// The one after it. There is none after the end of time.
    #[must_use]
    pub fn next(self) -> Self {
        if self.afternoon {
            self.day.succ_opt().map_or(self, |day| Self { day, afternoon: false })
        } else {
            Self { afternoon: true, ..self }
        }
    }
}

/// What sums are kept of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// Mornings. What is left of a day is its afternoon.
    Morning,
    /// Days.
    Day,
    /// 旬: the first ten days of a month, the ten after them, and the rest.
    TenDays,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

impl Grain {
    /// Those of whole days.
    pub const OF_DAYS: [Self; 4] = [Self::Day, Self::TenDays, Self::Month, Self::Year];

    /// The name in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Day => "day",
            Self::TenDays => "ten_days",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The first day of the piece of this grain in which the day lies.
    pub fn start_of(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Morning | Self::Day => Some(day),
            Self::TenDays => day.with_day(day.day0().min(20) / 10 * 10 + 1),
            Self::Month => day.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        first.unwrap_or(day)
    }

    fn end_of(self, start: NaiveDate) -> NaiveDate {
        let next = match self {
            Self::Morning | Self::Day => start.succ_opt(),
            Self::TenDays if start.day() < 21 => start.checked_add_days(Days::new(10)),
            Self::TenDays => return Self::Month.end_of(Self::Month.start_of(start)),
            Self::Month => start.checked_add_months(Months::new(1)),
            Self::Year => start.checked_add_months(Months::new(12)),
        };
        next.unwrap_or(NaiveDate::MAX)
    }

    /// The beginning of a piece of this grain that is nearest to a day.
    fn nearest_start(self, day: NaiveDate) -> NaiveDate {
        let start = self.start_of(day);
        let next = self.end_of(start);
        if day - start <= next - day { start } else { next }
    }
}

/// Pieces of one grain, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Which.
    pub grain: Grain,
    /// The first day of the first.
    pub first: NaiveDate,
    /// The first day of the last.
    pub last: NaiveDate,
    /// Whether they are added, or taken out again.
    pub added: bool,
}

/// The half days from `from` up to, but not including, `to`, as the sum of a few pieces: whole years and months, and at
/// either end by how much these are off, which is added or taken out again: ten days at most once or twice, days at most
/// five times, a morning at most once. None if there is no half day.
pub fn runs(from: HalfDay, to: HalfDay) -> Vec<Run> {
    if from >= to {
        return Vec::new();
    }
    let mut runs = of_days(from.day, to.day);
    let morning = |half: HalfDay, added| {
        half.afternoon.then_some(Run { grain: Grain::Morning, first: half.day, last: half.day, added })
    };
    runs.extend(morning(from, false));
    runs.extend(morning(to, true));
    runs
}

fn of_days(from: NaiveDate, to: NaiveDate) -> Vec<Run> {
    let mut runs = Vec::new();
    let (mut begin, mut end) = (from, to);
    let mut fine = Grain::Day;
    for coarse in [Grain::TenDays, Grain::Month] {
        let (begins, ends) = (coarse.nearest_start(begin), coarse.nearest_start(end));
        if begins >= ends {
            break;
        }
        runs.extend(off(fine, begin, begins));
        runs.extend(off(fine, ends, end));
        (begin, end, fine) = (begins, ends, coarse);
    }
    if fine == Grain::Month {
        runs.extend(months(begin, end));
    } else {
        runs.extend(off(fine, begin, end));
    }
    runs
}

/// What lies between two days, which is taken out again where they are the wrong way round.
fn off(grain: Grain, from: NaiveDate, to: NaiveDate) -> Option<Run> {
    let (first, end) = (from.min(to), from.max(to));
    let last = end.pred_opt().filter(|last| first <= *last)?;
    Some(Run { grain, first, last: grain.start_of(last), added: from < to })
}

/// Whole months, as years where they are whole.
fn months(begin: NaiveDate, end: NaiveDate) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut start = begin;
    while start < end {
        let year = Grain::Year.start_of(start) == start && Grain::Year.end_of(start) <= end;
        let grain = if year { Grain::Year } else { Grain::Month };
        match runs.last_mut().filter(|run| run.grain == grain) {
            Some(run) => run.last = start,
            None => runs.push(Run { grain, first: start, last: start, added: true }),
        }
        start = grain.end_of(start);
    }
    runs
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn half(year: i32, month: u32, day: u32, afternoon: bool) -> HalfDay {
        HalfDay { day: NaiveDate::from_ymd_opt(year, month, day).expect("a day"), afternoon }
    }

    fn day(year: i32, month: u32, day: u32) -> HalfDay {
        half(year, month, day, false)
    }

    fn told(from: HalfDay, to: HalfDay) -> Vec<String> {
        let sign = |run: &Run| if run.added { '+' } else { '-' };
        let told = |run: Run| format!("{}{} {} {}", sign(&run), run.grain.code(), run.first, run.last);
        runs(from, to).into_iter().map(told).collect()
    }

    #[test]
    fn a_long_period_is_cut_into_few_pieces() {
        assert_eq!(
            told(day(2022, 10, 29), day(2026, 2, 3)),
            [
                "+day 2022-10-29 2022-10-31",
                "+day 2026-02-01 2026-02-02",
                "+month 2022-11-01 2022-12-01",
                "+year 2023-01-01 2025-01-01",
                "+month 2026-01-01 2026-01-01",
            ]
        );
        assert_eq!(
            told(half(2026, 8, 14, true), half(2026, 11, 19, true)),
            [
                "-day 2026-08-11 2026-08-13",
                "-day 2026-11-19 2026-11-20",
                "-ten_days 2026-08-01 2026-08-01",
                "-ten_days 2026-11-21 2026-11-21",
                "+month 2026-08-01 2026-11-01",
                "-morning 2026-08-14 2026-08-14",
                "+morning 2026-11-19 2026-11-19",
            ]
        );
        assert_eq!(told(day(2026, 2, 3), day(2026, 2, 3)), Vec::<String>::new());
        assert_eq!(told(half(2026, 2, 3, true), half(2026, 2, 3, true)), Vec::<String>::new());
        assert_eq!(told(half(2026, 2, 4, true), half(2026, 2, 3, true)), Vec::<String>::new());
    }

    #[test]
    fn pieces_add_up_to_every_half_day_once_and_are_few() {
        let first = day(2023, 12, 1);
        let halves: Vec<HalfDay> =
            std::iter::successors(Some(first), |half| Some(half.next())).take(900).collect();
        for (place, from) in halves.iter().enumerate() {
            for to in &halves[place..] {
                // By how much the number of times that a half day is counted differs from that of the one before.
                let (mut changes, mut pieces) = (BTreeMap::new(), 0);
                for Run { grain, first, last, added } in runs(*from, *to) {
                    let ends = match grain {
                        Grain::Morning => HalfDay { day: last, afternoon: true },
                        _ => HalfDay { day: grain.end_of(last), afternoon: false },
                    };
                    let sign = if added { 1 } else { -1 };
                    *changes.entry(HalfDay { day: first, afternoon: false }).or_insert(0) += sign;
                    *changes.entry(ends).or_insert(0) -= sign;
                    let starts = std::iter::successors(Some(first), |start| Some(grain.end_of(*start)));
                    if grain < Grain::Month {
                        pieces += starts.take_while(|start| *start <= last).count();
                    }
                }
                changes.retain(|_, change| *change != 0);
                let once = if from < to { BTreeMap::from([(*from, 1), (*to, -1)]) } else { BTreeMap::new() };
                assert_eq!(changes, once, "{from:?} {to:?}");
                assert!(pieces <= 14, "{pieces} pieces: {from:?} {to:?}");
            }
        }
    }

    #[test]
    fn a_day_begins_at_midnight_in_shanghai_and_its_afternoon_at_noon() {
        let second = TimeDelta::seconds(1);
        let midnight = day(2026, 2, 3).start();
        assert_eq!(midnight.to_rfc3339(), "2026-02-02T16:00:00+00:00");
        let noon = half(2026, 2, 3, true).start();
        assert_eq!(noon.to_rfc3339(), "2026-02-03T04:00:00+00:00");
        assert_eq!(HalfDay::of(midnight), day(2026, 2, 3));
        assert_eq!(HalfDay::of(midnight - second), half(2026, 2, 2, true));
        assert_eq!(HalfDay::of(noon), half(2026, 2, 3, true));
        assert_eq!(HalfDay::of(noon - second), day(2026, 2, 3));
        assert_eq!(HalfDay::from(midnight), day(2026, 2, 3));
        assert_eq!(HalfDay::from(midnight + second), half(2026, 2, 3, true));
        assert_eq!(HalfDay::from(noon + second), day(2026, 2, 4));
    }

    #[test]
    fn at_the_ends_of_time_there_is_a_half_day_too() {
        for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let half = HalfDay::of(instant);
            assert!(half.next() >= half);
            assert!(HalfDay::from(instant) >= half);
            runs(HalfDay::of(DateTime::<Utc>::MIN_UTC), half);
        }
    }
}
