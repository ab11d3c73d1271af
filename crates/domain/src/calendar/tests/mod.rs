//! The calendar against the notices, against other people's data, and against its own rules.

mod counting;
mod days;
mod marks;
mod properties;
mod warnings;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::*;
use crate::policy::Limit;

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// An instant as the clock on the wall in China shows it: `2026-02-13 17:00`.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    let format = if text.contains('.') { "%Y-%m-%d %H:%M:%S%.f" } else { "%Y-%m-%d %H:%M" };
    china::instant(NaiveDateTime::parse_from_str(text, format).expect("a local time"))
}

fn limit(text: &str) -> Limit {
    text.parse().expect("a limit")
}

fn due(text: &str, from: &str) -> Due {
    WorkCalendar::embedded().due(limit(text), at(from))
}
