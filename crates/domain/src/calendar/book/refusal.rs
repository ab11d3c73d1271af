//! Why the calendar stays as it is.

use chrono::NaiveDate;

use super::CALENDAR_TEXT_CHARS_MAX;
use crate::case::ErrorClass;

/// Why nothing was published or declared. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarRefusal {
    /// A year that nobody arranges.
    #[error("{year} is not between 2004 and 2099")]
    YearOutOfRange {
        /// The year.
        year: i32,
    },
    /// The days are those of another year too. The last days of December belong to the year in which they lie, also where
    /// the notice for the next year moves them.
    #[error("{date} is not in {year}; publish it with the days of its own year")]
    OutsideYear {
        /// The day.
        date: NaiveDate,
        /// The year.
        year: i32,
    },
    /// The same day twice.
    #[error("{date} is there twice")]
    Twice {
        /// The day.
        date: NaiveDate,
    },
    /// A working day that is one anyway.
    #[error("{date} is a working day without being ordered to be one")]
    SaysNothing {
        /// The day.
        date: NaiveDate,
    },
    /// A day that the law gives off is not there.
    #[error("{date} ({festival}) is a day off by law and is missing")]
    StatutoryDayMissing {
        /// The day.
        date: NaiveDate,
        /// Its festival.
        festival: &'static str,
    },
    /// A text is missing, or too long.
    #[error("{field} must have 1 to {CALENDAR_TEXT_CHARS_MAX} characters")]
    Text {
        /// Which.
        field: &'static str,
    },
    /// A notice of the future.
    #[error("the notice cannot have come out on {published_on}, which is yet to come")]
    NotOutYet {
        /// When it is said to have come out.
        published_on: NaiveDate,
    },
    /// An extra day so far away must be a mistake.
    #[error("{date} is more than a month ago, or more than 400 days ahead")]
    LocalDayOutOfRange {
        /// The day.
        date: NaiveDate,
    },
    /// There is no such extra day.
    #[error("{date} is no extra day of this place")]
    NotDeclared {
        /// The day.
        date: NaiveDate,
    },
}

impl CalendarRefusal {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::YearOutOfRange { .. } => "year_out_of_range",
            Self::OutsideYear { .. } => "day_outside_year",
            Self::Twice { .. } => "day_twice",
            Self::SaysNothing { .. } => "day_says_nothing",
            Self::StatutoryDayMissing { .. } => "statutory_day_missing",
            Self::Text { .. } => "calendar_text",
            Self::NotOutYet { .. } => "notice_in_the_future",
            Self::LocalDayOutOfRange { .. } => "local_day_out_of_range",
            Self::NotDeclared { .. } => "not_found",
        }
    }

    /// What kind of refusal it is.
    pub const fn class(&self) -> ErrorClass {
        match self {
            Self::NotDeclared { .. } => ErrorClass::NotFound,
            _ => ErrorClass::RuleBroken,
        }
    }
}
