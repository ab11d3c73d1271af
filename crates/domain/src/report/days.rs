//! Days of the district's clock, and periods cut into as few of them as possible.

use chrono::{Datelike, Days, Months, NaiveDate};

/// What sums are kept of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// Days.
    Day,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

impl Grain {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    /// The name in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The first day of the piece of this grain in which the day lies.
    pub fn start_of(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Day => Some(day),
            Self::Month => day.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        first.unwrap_or(day)
    }

    fn end_of(self, start: NaiveDate) -> NaiveDate {
        let next = match self {
            Self::Day => start.checked_add_days(Days::new(1)),
            Self::Month => start.checked_add_months(Months::new(1)),
            Self::Year => start.checked_add_months(Months::new(12)),
        };
        next.unwrap_or(NaiveDate::MAX)
    }
}

/// Days, months or years, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Which of the three.
    pub grain: Grain,
    /// The first day of the first.
    pub first: NaiveDate,
    /// The first day of the last.
    pub last: NaiveDate,
    /// Whether they are added, or taken out again.
    pub added: bool,
}

/// The days from `from` up to, but not including, `to`, as the sum of a few pieces: whole years and months, from the
/// beginning of the month that is nearest to `from` to that which is nearest to `to`, and the days by which these are off,
/// which are added or taken out again. None if there is no day.
pub fn runs(from: NaiveDate, to: NaiveDate) -> Vec<Run> {
    let (begin, end) = (nearest_month(from), nearest_month(to));
    if begin >= end {
        return days(from, to, true).into_iter().collect();
    }
    let mut runs = months(begin, end);
    runs.extend(days(from, begin, true).or(days(begin, from, false)));
    runs.extend(days(end, to, true).or(days(to, end, false)));
    runs
}

/// The beginning of a month that is nearest to a day.
fn nearest_month(day: NaiveDate) -> NaiveDate {
    let start = Grain::Month.start_of(day);
    let next = Grain::Month.end_of(start);
    if day - start <= next - day { start } else { next }
}

fn days(from: NaiveDate, to: NaiveDate, added: bool) -> Option<Run> {
    let last = to.pred_opt().filter(|last| from <= *last)?;
    Some(Run { grain: Grain::Day, first: from, last, added })
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
    use super::*;
    use crate::calendar::{china_date, china_midnight};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn told(from: NaiveDate, to: NaiveDate) -> Vec<String> {
        let sign = |run: &Run| if run.added { '+' } else { '-' };
        let told = |run: Run| format!("{}{} {} {}", sign(&run), run.grain.code(), run.first, run.last);
        runs(from, to).into_iter().map(told).collect()
    }

    #[test]
    fn a_long_period_is_cut_into_few_pieces() {
        assert_eq!(
            told(day(2022, 10, 29), day(2026, 2, 3)),
            [
                "+month 2022-11-01 2022-12-01",
                "+year 2023-01-01 2025-01-01",
                "+month 2026-01-01 2026-01-01",
                "+day 2022-10-29 2022-10-31",
                "+day 2026-02-01 2026-02-02",
            ]
        );
        assert_eq!(
            told(day(2026, 8, 4), day(2026, 11, 23)),
            ["+month 2026-08-01 2026-11-01", "-day 2026-08-01 2026-08-03", "-day 2026-11-23 2026-11-30"]
        );
        assert_eq!(told(day(2026, 2, 3), day(2026, 2, 3)), Vec::<String>::new());
        assert_eq!(told(day(2026, 2, 4), day(2026, 2, 3)), Vec::<String>::new());
    }

    #[test]
    fn pieces_add_up_to_every_day_once_and_are_never_more_days_than_half_a_month_at_either_end() {
        let first = day(2023, 12, 1);
        let at = |number: u64| first.checked_add_days(Days::new(number)).expect("a day");
        for (from, to) in (0..430).flat_map(|from| (from..430).map(move |to| (at(from), at(to)))) {
            let (mut counted, mut single) = (std::collections::BTreeMap::new(), 0);
            for run in runs(from, to) {
                let mut piece = run.first;
                while piece <= run.last {
                    let end = run.grain.end_of(piece);
                    let mut within = piece;
                    while within < end {
                        *counted.entry(within).or_insert(0) += if run.added { 1 } else { -1 };
                        within = Grain::Day.end_of(within);
                    }
                    single += u32::from(run.grain == Grain::Day);
                    piece = end;
                }
            }
            counted.retain(|_, times| *times != 0);
            assert!(counted.values().all(|times| *times == 1), "{from} {to}");
            assert!(counted.keys().copied().eq(from.iter_days().take_while(|day| *day < to)), "{from} {to}");
            assert!(single <= 31, "{single} days: {from} {to}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight_in_shanghai() {
        let midnight = china_midnight(day(2026, 2, 3));
        assert_eq!(midnight.to_rfc3339(), "2026-02-02T16:00:00+00:00");
        assert_eq!(china_date(midnight), day(2026, 2, 3));
        assert_eq!(china_date(midnight - chrono::TimeDelta::nanoseconds(1)), day(2026, 2, 2));
    }
}
