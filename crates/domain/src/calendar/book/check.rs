//! What a sound arrangement is.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};

use super::{CALENDAR_TEXT_CHARS_MAX, CalendarRefusal, YearArrangement};
use crate::calendar::{DayKind, LocalDay, china_date, statutory};

/// Years that are arranged.
const YEARS: std::ops::RangeInclusive<i32> = 2004..=2099;
/// The first year of the law that gives thirteen days.
const LAW_SINCE: i32 = 2025;
/// How far back an extra day may lie, in days: what is declared late moves no promise, but is told.
const LOCAL_DAYS_BACK_MAX: i64 = 31;
/// How far ahead an extra day may lie, in days.
const LOCAL_DAYS_AHEAD_MAX: i64 = 400;

/// Refuses an arrangement, whose days are in order, that cannot be one.
pub(super) fn arrangement(given: &YearArrangement, now: DateTime<Utc>) -> Result<(), CalendarRefusal> {
    let year = given.year;
    if !YEARS.contains(&year) {
        return Err(CalendarRefusal::YearOutOfRange { year });
    }
    text("the source", &given.source)?;
    if given.published_on > china_date(now) {
        return Err(CalendarRefusal::NotOutYet { published_on: given.published_on });
    }
    for day in &given.days {
        let date = day.date;
        if date.year() != year {
            return Err(CalendarRefusal::OutsideYear { date, year });
        }
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        if day.kind == DayKind::Work && !weekend {
            return Err(CalendarRefusal::SaysNothing { date });
        }
        text("the festival of a day", &day.festival)?;
    }
    if let Some(pair) = given.days.windows(2).find(|pair| pair[0].date == pair[1].date) {
        return Err(CalendarRefusal::Twice { date: pair[0].date });
    }
    if year >= LAW_SINCE { statutory_days_are_off(given) } else { Ok(()) }
}

fn statutory_days_are_off(given: &YearArrangement) -> Result<(), CalendarRefusal> {
    let off = |date| given.days.iter().any(|day| day.date == date && day.kind == DayKind::Off);
    let first = NaiveDate::from_ymd_opt(given.year, 1, 1).expect("every year has a first of January");
    for date in first.iter_days().take_while(|date| date.year() == given.year) {
        if let Some(festival) = statutory::festival(date).filter(|_| !off(date)) {
            return Err(CalendarRefusal::StatutoryDayMissing { date, festival });
        }
    }
    Ok(())
}

/// Refuses an extra day that cannot be meant.
pub(super) fn local_day(given: &LocalDay, now: DateTime<Utc>) -> Result<(), CalendarRefusal> {
    text("the reason", &given.reason)?;
    let (date, today) = (given.date, china_date(now));
    let near = today - TimeDelta::days(LOCAL_DAYS_BACK_MAX)..=today + TimeDelta::days(LOCAL_DAYS_AHEAD_MAX);
    if near.contains(&date) { Ok(()) } else { Err(CalendarRefusal::LocalDayOutOfRange { date }) }
}

fn text(field: &'static str, text: &str) -> Result<(), CalendarRefusal> {
    let sound = !text.trim().is_empty()
        && text.chars().count() <= CALENDAR_TEXT_CHARS_MAX
        && !text.chars().any(char::is_control);
    if sound { Ok(()) } else { Err(CalendarRefusal::Text { field }) }
}
