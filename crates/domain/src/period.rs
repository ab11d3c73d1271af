//! Weeks, months and quarters as people in China count them: in Beijing time, weeks from Monday (GB/T 7408, ISO 8601).

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{china, china_midnight};

/// What the clocks in China show at this instant.
pub fn beijing(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&china())
}

/// A text that names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a period is written like 2026-W46, 2026-10 or 2026-Q3")]
pub struct PeriodUnreadable;

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month in which this instant lies.
    pub fn of(at: DateTime<Utc>) -> Self {
        let local = beijing(at);
        Self { year: local.year(), month: local.month() }
    }

    fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).expect("a month has a first day")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = PeriodUnreadable;

    fn from_str(text: &str) -> Result<Self, PeriodUnreadable> {
        let (year, month) = text.split_once('-').ok_or(PeriodUnreadable)?;
        let (year, month) = (year_of(year)?, digits(month, 2)?);
        if (1..=12).contains(&month) { Ok(Self { year, month }) } else { Err(PeriodUnreadable) }
    }
}

/// A week, a month or a quarter: what a report pack is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// From Monday to Sunday; a week belongs to the year in which its Thursday lies.
    Week {
        /// That year.
        year: i32,
        /// 1 to 53.
        week: u32,
    },
    /// A calendar month.
    Month(Month),
    /// Three months.
    Quarter {
        /// Year.
        year: i32,
        /// 1 to 4.
        quarter: u32,
    },
}

impl Period {
    /// The week in which this instant lies.
    pub fn week_of(at: DateTime<Utc>) -> Self {
        let week = beijing(at).iso_week();
        Self::Week { year: week.year(), week: week.week() }
    }

    /// The quarter in which this instant lies.
    pub fn quarter_of(at: DateTime<Utc>) -> Self {
        let local = beijing(at);
        Self::Quarter { year: local.year(), quarter: local.month0() / 3 + 1 }
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Week { year, week } => {
                NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).expect("the year has this week")
            }
            Self::Month(month) => month.first_day(),
            Self::Quarter { year, quarter } => {
                NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1).expect("a quarter has a first day")
            }
        }
    }

    /// The first day after it.
    pub fn end_day(self) -> NaiveDate {
        let first = self.first_day();
        let months = match self {
            Self::Week { .. } => return first + Days::new(7),
            Self::Month(_) => 1,
            Self::Quarter { .. } => 3,
        };
        first + chrono::Months::new(months)
    }

    /// From this instant on.
    pub fn from(self) -> DateTime<Utc> {
        china_midnight(self.first_day())
    }

    /// Before this instant.
    pub fn to(self) -> DateTime<Utc> {
        china_midnight(self.end_day())
    }

    /// The one before it: what 环比 compares with.
    #[must_use]
    pub fn previous(self) -> Self {
        let last_day = china_midnight(self.first_day()) - chrono::TimeDelta::seconds(1);
        match self {
            Self::Week { .. } => Self::week_of(last_day),
            Self::Month(_) => Self::Month(Month::of(last_day)),
            Self::Quarter { .. } => Self::quarter_of(last_day),
        }
    }

    /// The same of the year before: what 同比 compares with. None for the 53rd week where that year has none.
    pub fn year_before(self) -> Option<Self> {
        match self {
            Self::Week { year, week } => NaiveDate::from_isoywd_opt(year - 1, week, Weekday::Mon)
                .map(|_| Self::Week { year: year - 1, week }),
            Self::Month(month) => Some(Self::Month(Month { year: month.year - 1, ..month })),
            Self::Quarter { year, quarter } => Some(Self::Quarter { year: year - 1, quarter }),
        }
    }

    /// As official papers write it: `2026年第46周`, `2026年10月`, `2026年第三季度`.
    pub fn in_words(self) -> String {
        match self {
            Self::Week { year, week } => format!("{year}年第{week}周"),
            Self::Month(Month { year, month }) => format!("{year}年{month}月"),
            Self::Quarter { year, quarter } => {
                let word = ["一", "二", "三", "四"][usize::try_from(quarter - 1).unwrap_or(3).min(3)];
                format!("{year}年第{word}季度")
            }
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week { year, week } => write!(f, "{year:04}-W{week:02}"),
            Self::Month(month) => month.fmt(f),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodUnreadable;

    fn from_str(text: &str) -> Result<Self, PeriodUnreadable> {
        let (year, rest) = text.split_once('-').ok_or(PeriodUnreadable)?;
        if let Some(week) = rest.strip_prefix('W') {
            let (year, week) = (year_of(year)?, digits(week, 2)?);
            let known = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).is_some();
            return if known { Ok(Self::Week { year, week }) } else { Err(PeriodUnreadable) };
        }
        if let Some(quarter) = rest.strip_prefix('Q') {
            let (year, quarter) = (year_of(year)?, digits(quarter, 1)?);
            let known = (1..=4).contains(&quarter);
            return if known { Ok(Self::Quarter { year, quarter }) } else { Err(PeriodUnreadable) };
        }
        text.parse().map(Self::Month)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Years of four digits that are neither before the service's world nor too far in the future to reckon with.
fn year_of(text: &str) -> Result<i32, PeriodUnreadable> {
    let year = i32::try_from(digits(text, 4)?).map_err(|_range| PeriodUnreadable)?;
    if (1950..=9990).contains(&year) { Ok(year) } else { Err(PeriodUnreadable) }
}

fn digits(text: &str, count: usize) -> Result<u32, PeriodUnreadable> {
    if text.len() != count || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PeriodUnreadable);
    }
    text.parse().map_err(|_digits| PeriodUnreadable)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_month_begins_at_midnight_in_beijing() {
        assert_eq!(Month::of(instant("2026-10-31T15:59:59Z")).to_string(), "2026-10");
        assert_eq!(Month::of(instant("2026-10-31T16:00:00Z")).to_string(), "2026-11");
    }

    #[rstest]
    #[case("2026-W46", "2026-11-08T16:00:00Z", "2026-11-15T16:00:00Z", "2026-W45", Some("2025-W46"))]
    #[case("2026-W01", "2025-12-28T16:00:00Z", "2026-01-04T16:00:00Z", "2025-W52", Some("2025-W01"))]
    #[case("2026-W53", "2026-12-27T16:00:00Z", "2027-01-03T16:00:00Z", "2026-W52", None)]
    #[case("2026-01", "2025-12-31T16:00:00Z", "2026-01-31T16:00:00Z", "2025-12", Some("2025-01"))]
    #[case("2026-Q1", "2025-12-31T16:00:00Z", "2026-03-31T16:00:00Z", "2025-Q4", Some("2025-Q1"))]
    #[case("2026-Q4", "2026-09-30T16:00:00Z", "2026-12-31T16:00:00Z", "2026-Q3", Some("2025-Q4"))]
    fn a_period_knows_its_ends_and_its_neighbours(
        #[case] text: &str,
        #[case] from: &str,
        #[case] to: &str,
        #[case] previous: &str,
        #[case] year_before: Option<&str>,
    ) {
        let period: Period = text.parse().expect("a period");
        assert_eq!(period.to_string(), text);
        assert_eq!((period.from(), period.to()), (instant(from), instant(to)));
        assert_eq!(period.previous().to_string(), previous);
        assert_eq!(period.previous().to(), period.from());
        assert_eq!(period.year_before().map(|period| period.to_string()).as_deref(), year_before);
    }

    #[rstest]
    #[case("2026-W46", "2026年第46周")]
    #[case("2026-10", "2026年10月")]
    #[case("2026-Q3", "2026年第三季度")]
    fn a_period_is_written_as_official_papers_write_it(#[case] text: &str, #[case] words: &str) {
        assert_eq!(text.parse::<Period>().expect("a period").in_words(), words);
    }

    #[rstest]
    #[case("")]
    #[case("2026")]
    #[case("2026-13")]
    #[case("2026-00")]
    #[case("2026-1")]
    #[case("2025-W53")]
    #[case("2026-W00")]
    #[case("2026-Q5")]
    #[case("2026-Q")]
    #[case("26-10")]
    #[case("+026-10")]
    #[case("2026-10-01")]
    #[case("0000-01")]
    fn what_is_no_period_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<Period>(), Err(PeriodUnreadable));
    }
}
