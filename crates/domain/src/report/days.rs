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

/// A day, a month or a year, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Piece {
    /// Which.
    pub grain: Grain,
    /// Its first day.
    pub start: NaiveDate,
}

/// The days from `from` up to, but not including, `to`, in as few pieces as possible: whole years, then months, then
/// days. None if there is no day.
pub fn pieces(from: NaiveDate, to: NaiveDate) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = from;
    while start < to {
        let fits = |grain: &Grain| grain.start_of(start) == start && grain.end_of(start) <= to;
        let grain = Grain::ALL.into_iter().rev().find(fits).unwrap_or(Grain::Day);
        pieces.push(Piece { grain, start });
        start = grain.end_of(start);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{china_date, china_midnight};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn a_long_period_is_cut_into_few_pieces() {
        let cut = pieces(day(2024, 11, 29), day(2026, 2, 3));
        let cut: Vec<_> = cut.iter().map(|piece| (piece.grain.code(), piece.start)).collect();
        assert_eq!(
            cut,
            [
                ("day", day(2024, 11, 29)),
                ("day", day(2024, 11, 30)),
                ("month", day(2024, 12, 1)),
                ("year", day(2025, 1, 1)),
                ("month", day(2026, 1, 1)),
                ("day", day(2026, 2, 1)),
                ("day", day(2026, 2, 2)),
            ]
        );
        assert_eq!(pieces(day(2026, 2, 3), day(2026, 2, 3)), []);
        assert_eq!(pieces(day(2026, 2, 4), day(2026, 2, 3)), []);
    }

    #[test]
    fn a_day_begins_at_midnight_in_shanghai() {
        let midnight = china_midnight(day(2026, 2, 3));
        assert_eq!(midnight.to_rfc3339(), "2026-02-02T16:00:00+00:00");
        assert_eq!(china_date(midnight), day(2026, 2, 3));
        assert_eq!(china_date(midnight - chrono::TimeDelta::nanoseconds(1)), day(2026, 2, 2));
    }
}
