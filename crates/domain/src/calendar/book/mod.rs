//! The calendars that were published, as the fold of the events of one stream, on top of the years that came with the
//! program.
//!
//! A published year may be published again, when the notice is corrected: that is a revision, and it moves no end that
//! was certain when it was promised. An extra day of this place can be withdrawn.

mod aggregate;
mod check;
mod refusal;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{CalendarDay, DayKind, EMBEDDED_YEARS, LocalDay, WorkCalendar};
pub use refusal::CalendarRefusal;

/// Longest text of a source, a festival or a reason, in characters.
pub const CALENDAR_TEXT_CHARS_MAX: usize = 200;

/// Everything that was published and declared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CalendarBook {
    years: BTreeMap<i32, CalendarYearPublished>,
    local: BTreeMap<NaiveDate, LocalDayDeclared>,
}

/// What can be asked of the book.
#[derive(Debug, Clone)]
pub enum CalendarCommand {
    /// 发布年度节假日安排. The same days again change nothing.
    Publish(YearArrangement),
    /// 本地放假 or 本地上班.
    DeclareLocalDay(LocalDay),
    /// The day is again what the notice says.
    WithdrawLocalDay {
        /// Which.
        date: NaiveDate,
    },
}

/// The arrangement of a year, as somebody hands it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearArrangement {
    /// The year.
    pub year: i32,
    /// The notice.
    pub source: String,
    /// When the notice came out.
    pub published_on: NaiveDate,
    /// Every day off, and every working day that makes up for one.
    pub days: Vec<ArrangedDay>,
}

/// A day of an arrangement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrangedDay {
    /// The day in China.
    pub date: NaiveDate,
    /// Off or work.
    pub kind: DayKind,
    /// The festival to which it belongs, in Chinese.
    pub festival: String,
}

/// Whatever can happen to the book. Kept for ever: fields are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CalendarEvent {
    /// 年度安排发布.
    CalendarYearPublished(CalendarYearPublished),
    /// 本地放假、上班.
    LocalDayDeclared(LocalDayDeclared),
    /// 撤销本地放假、上班.
    LocalDayWithdrawn(LocalDayWithdrawn),
}

/// It is known which days of a year are working days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarYearPublished {
    /// The year.
    pub year: i32,
    /// The notice that ordered it.
    pub source: String,
    /// When the notice came out.
    pub published_on: NaiveDate,
    /// How often the year was published, this time included; a year that came with the program was published once.
    pub revision: u32,
    /// Every day off, and every working day that makes up for one, in order.
    pub days: Vec<ArrangedDay>,
    /// Since when it is counted by.
    pub at: DateTime<Utc>,
}

/// A day is off, or a working day, in this place alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalDayDeclared {
    /// The day in China.
    pub date: NaiveDate,
    /// Off or work.
    pub kind: DayKind,
    /// Why, in Chinese.
    pub reason: String,
    /// When it was declared.
    pub at: DateTime<Utc>,
}

/// An extra day of this place is none any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalDayWithdrawn {
    /// The day in China.
    pub date: NaiveDate,
    /// When it was withdrawn.
    pub at: DateTime<Utc>,
}

impl CalendarBook {
    /// The calendar to count by: the years that came with the program, and everything in the book.
    pub fn calendar(&self) -> WorkCalendar {
        let mut calendar = WorkCalendar::clone(&WorkCalendar::embedded());
        for published in self.years.values() {
            let day = |day: &ArrangedDay| CalendarDay {
                date: day.date,
                kind: day.kind,
                festival: day.festival.clone(),
                basis: published.source.clone(),
            };
            calendar = calendar.with_year(published.year, published.days.iter().map(day).collect());
        }
        for declared in self.local.values() {
            let LocalDayDeclared { date, kind, reason, .. } = declared.clone();
            calendar = calendar.with_local_day(LocalDay { date, kind, reason });
        }
        calendar
    }

    /// What the book has of a year; none for a year that only came with the program.
    pub fn year(&self, year: i32) -> Option<&CalendarYearPublished> {
        self.years.get(&year)
    }

    /// The extra day on this date.
    pub fn local_day(&self, date: NaiveDate) -> Option<&LocalDayDeclared> {
        self.local.get(&date)
    }

    /// What happens when `command` is given at `now`.
    pub fn decide(
        &self,
        command: CalendarCommand,
        now: DateTime<Utc>,
    ) -> Result<Vec<CalendarEvent>, CalendarRefusal> {
        match command {
            CalendarCommand::Publish(arrangement) => self.publish(arrangement, now),
            CalendarCommand::DeclareLocalDay(day) => self.declare(day, now),
            CalendarCommand::WithdrawLocalDay { date } => {
                self.local_day(date).ok_or(CalendarRefusal::NotDeclared { date })?;
                Ok(vec![CalendarEvent::LocalDayWithdrawn(LocalDayWithdrawn { date, at: now })])
            }
        }
    }

    fn publish(
        &self,
        mut arrangement: YearArrangement,
        now: DateTime<Utc>,
    ) -> Result<Vec<CalendarEvent>, CalendarRefusal> {
        arrangement.days.sort_by_key(|day| day.date);
        check::arrangement(&arrangement, now)?;
        let YearArrangement { year, source, published_on, days } = arrangement;
        let mut revision = u32::from(EMBEDDED_YEARS.contains(&year));
        if let Some(known) = self.year(year) {
            if known.days == days {
                return Ok(Vec::new());
            }
            revision = known.revision;
        } else if revision > 0 && self.says_the_same(year, &days) {
            return Ok(Vec::new());
        }
        let (revision, at) = (revision + 1, now);
        let published = CalendarYearPublished { year, source, published_on, revision, days, at };
        Ok(vec![CalendarEvent::CalendarYearPublished(published)])
    }

    fn says_the_same(&self, year: i32, days: &[ArrangedDay]) -> bool {
        let calendar = self.calendar();
        let known = calendar.year(year).unwrap_or_default();
        known.len() == days.len()
            && known.iter().zip(days).all(|(known, day)| (known.date, known.kind) == (day.date, day.kind))
    }

    fn declare(&self, day: LocalDay, now: DateTime<Utc>) -> Result<Vec<CalendarEvent>, CalendarRefusal> {
        check::local_day(&day, now)?;
        let LocalDay { date, kind, reason } = day;
        if self.local_day(date).is_some_and(|known| known.kind == kind && known.reason == reason) {
            return Ok(Vec::new());
        }
        Ok(vec![CalendarEvent::LocalDayDeclared(LocalDayDeclared { date, kind, reason, at: now })])
    }

    /// Takes `event` in.
    pub fn evolve(&mut self, event: &CalendarEvent) {
        match event {
            CalendarEvent::CalendarYearPublished(published) => {
                self.years.insert(published.year, published.clone());
            }
            CalendarEvent::LocalDayDeclared(declared) => {
                self.local.insert(declared.date, declared.clone());
            }
            CalendarEvent::LocalDayWithdrawn(withdrawn) => {
                self.local.remove(&withdrawn.date);
            }
        }
    }
}
