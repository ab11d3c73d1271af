//! Parts of the district's days, and periods cut into as few pieces as possible.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};

use crate::calendar::{china_date, china_midnight};

/// How long a part of a day is, hours.
const HOURS: i64 = 2;

/// Two hours of a day: the smallest piece of which sums are kept. Deadlines are midnights, noons and full hours of work more
/// often than anything else (three in four), and what is due at an instant counts in the piece that begins with it: of a
/// piece that is broken, little is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DayPart {
    /// The day.
    pub day: NaiveDate,
    /// Which: 0 to 11.
    pub part: u8,
}

impl DayPart {
    /// The last part of a day.
    pub const LAST: u8 = 11;

    /// The one in which an instant lies.
    pub fn of(instant: DateTime<Utc>) -> Self {
        let day = china_date(instant);
        let part = (instant - china_midnight(day)).num_hours() / HOURS;
        Self { day, part: u8::try_from(part).map_or(0, |part| part.min(Self::LAST)) }
    }

    /// The first that does not begin before an instant.
    pub fn not_before(instant: DateTime<Utc>) -> Self {
        let part = Self::of(instant);
        if part.start() < instant { part.next() } else { part }
    }

    /// Where it begins.
    pub fn start(self) -> DateTime<Utc> {
        let midnight = china_midnight(self.day);
        midnight.checked_add_signed(TimeDelta::hours(HOURS * i64::from(self.part))).unwrap_or(midnight)
    }

    /// The one after it. There is none after the end of time.
    #[must_use]
    pub fn next(self) -> Self {
        if self.part < Self::LAST {
            Self { part: self.part + 1, ..self }
        } else {
            self.day.succ_opt().map_or(self, |day| Self { day, part: 0 })
        }
    }
}

/// What sums are kept of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// So many parts of a day, from its beginning: one to eleven.
    Parts(u8),
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

    /// The name in the read models, where a day says what is in its parts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Parts(_) | Self::Day => "day",
            Self::TenDays => "ten_days",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The first day of the piece of this grain in which the day lies.
    pub fn start_of(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Parts(_) | Self::Day => Some(day),
            Self::TenDays => day.with_day(day.day0().min(20) / 10 * 10 + 1),
            Self::Month => day.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        first.unwrap_or(day)
    }

    fn end_of(self, start: NaiveDate) -> NaiveDate {
        let next = match self {
            Self::Parts(_) | Self::Day => start.succ_opt(),
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

impl Run {
    /// Of how many parts of each day, from its beginning; 0 for whole days.
    pub fn parts(&self) -> i16 {
        match self.grain {
            Grain::Parts(parts) => i16::from(parts),
            _ => 0,
        }
    }
}

/// The parts from `from` up to, but not including, `to`, as the sum of a few pieces: whole years and months, and at
/// either end by how much these are off, which is added or taken out again: ten days at most once or twice, days at most
/// five times, parts of one day. None if there is no part.
pub fn runs(from: DayPart, to: DayPart) -> Vec<Run> {
    if from >= to {
        return Vec::new();
    }
    let mut runs = of_days(from.day, to.day);
    let begun = |DayPart { day, part }, added| {
        (part > 0).then_some(Run { grain: Grain::Parts(part), first: day, last: day, added })
    };
    runs.extend(begun(from, false));
    runs.extend(begun(to, true));
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

    fn part(year: i32, month: u32, day: u32, part: u8) -> DayPart {
        DayPart { day: NaiveDate::from_ymd_opt(year, month, day).expect("a day"), part }
    }

    fn day(year: i32, month: u32, day: u32) -> DayPart {
        part(year, month, day, 0)
    }

    fn told(from: DayPart, to: DayPart) -> Vec<String> {
        let told = |Run { grain, first, last, added }: Run| {
            let sign = if added { '+' } else { '-' };
            match grain {
                Grain::Parts(parts) => format!("{sign}{parts}/12 {first} {last}"),
                grain => format!("{sign}{} {first} {last}", grain.code()),
            }
        };
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
            told(part(2026, 8, 14, 2), part(2026, 11, 19, 1)),
            [
                "-day 2026-08-11 2026-08-13",
                "-day 2026-11-19 2026-11-20",
                "-ten_days 2026-08-01 2026-08-01",
                "-ten_days 2026-11-21 2026-11-21",
                "+month 2026-08-01 2026-11-01",
                "-2/12 2026-08-14 2026-08-14",
                "+1/12 2026-11-19 2026-11-19",
            ]
        );
        assert_eq!(told(day(2026, 2, 3), day(2026, 2, 3)), Vec::<String>::new());
        assert_eq!(told(part(2026, 2, 3, 2), part(2026, 2, 3, 2)), Vec::<String>::new());
        assert_eq!(told(part(2026, 2, 3, 2), part(2026, 2, 3, 1)), Vec::<String>::new());
    }

    #[test]
    fn pieces_add_up_to_every_part_once_and_are_few() {
        let first = day(2023, 12, 1);
        let parts: Vec<DayPart> =
            std::iter::successors(Some(first), |part| Some(part.next())).take(12 * 430).collect();
        // Some: that is each part, of one day or another.
        for (place, from) in parts.iter().enumerate().step_by(17) {
            for to in parts[place..].iter().step_by(5) {
                // By how much the number of times that a part is counted differs from that of the one before.
                let (mut changes, mut pieces) = (BTreeMap::new(), 0);
                for Run { grain, first, last, added } in runs(*from, *to) {
                    let ends = match grain {
                        Grain::Parts(parts) => DayPart { day: last, part: parts },
                        _ => DayPart { day: grain.end_of(last), part: 0 },
                    };
                    let sign = if added { 1 } else { -1 };
                    *changes.entry(DayPart { day: first, part: 0 }).or_insert(0) += sign;
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
    fn a_day_begins_at_midnight_in_shanghai_and_has_twelve_parts() {
        let second = TimeDelta::seconds(1);
        let midnight = day(2026, 2, 3).start();
        assert_eq!(midnight.to_rfc3339(), "2026-02-02T16:00:00+00:00");
        assert_eq!(DayPart::of(midnight), day(2026, 2, 3));
        assert_eq!(DayPart::of(midnight - second), part(2026, 2, 2, 11));
        assert_eq!(DayPart::not_before(midnight), day(2026, 2, 3));
        let noon = part(2026, 2, 3, 6).start();
        assert_eq!(noon.to_rfc3339(), "2026-02-03T04:00:00+00:00");
        assert_eq!(DayPart::of(noon), part(2026, 2, 3, 6));
        assert_eq!(DayPart::of(noon - second), part(2026, 2, 3, 5));
        assert_eq!(DayPart::not_before(noon - second), part(2026, 2, 3, 6));
        assert_eq!(DayPart::not_before(noon + second), part(2026, 2, 3, 7));
        assert_eq!(part(2026, 2, 3, 11).next(), day(2026, 2, 4));
    }

    #[test]
    fn at_the_ends_of_time_there_is_a_part_too() {
        for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let part = DayPart::of(instant);
            assert!(part.next() >= part);
            assert!(DayPart::not_before(instant) >= part);
            runs(DayPart::of(DateTime::<Utc>::MIN_UTC), part);
        }
    }
}
