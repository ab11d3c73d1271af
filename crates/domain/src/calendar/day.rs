//! One day of a calendar.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether people work on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// 休.
    Off,
    /// 班.
    Work,
}

impl DayKind {
    /// The name on the wire and in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Work => "work",
        }
    }
}

/// A day for which the arrangement of its year says whether people work (放假调休).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// The day in China.
    pub date: NaiveDate,
    /// Off, or a working day that makes up for one.
    pub kind: DayKind,
    /// The festival to which it belongs, in Chinese.
    pub festival: String,
    /// The notice that ordered it, or where it is taken from.
    pub basis: String,
}

/// An extra day of this place: a regional feast, a typhoon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalDay {
    /// The day in China.
    pub date: NaiveDate,
    /// Off or work.
    pub kind: DayKind,
    /// Why, in Chinese.
    pub reason: String,
}

/// A day as a calendar knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'a> {
    /// Whether people work.
    pub work: bool,
    /// Why.
    pub reason: DayReason<'a>,
}

/// What decides whether people work on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayReason<'a> {
    /// The weekday alone.
    Weekday,
    /// The arrangement of the year, for this festival.
    Ordered(&'a str),
    /// The law, for this festival; the year has no arrangement yet.
    Statutory(&'static str),
    /// This place, for this reason.
    Local(&'a str),
}

impl<'a> Day<'a> {
    pub(super) const fn new(kind: DayKind, reason: DayReason<'a>) -> Self {
        Self { work: matches!(kind, DayKind::Work), reason }
    }

    /// What a machine may tell it by.
    pub const fn code(&self) -> &'static str {
        match (self.reason, self.work) {
            (DayReason::Weekday, true) => "workday",
            (DayReason::Weekday, false) => "weekend",
            (DayReason::Ordered(_), true) => "make_up",
            (DayReason::Ordered(_), false) => "festival",
            (DayReason::Statutory(_), _) => "statutory",
            (DayReason::Local(_), true) => "local_work",
            (DayReason::Local(_), false) => "local_off",
        }
    }

    /// In Chinese, for people.
    pub fn note(&self) -> String {
        match (self.reason, self.work) {
            (DayReason::Weekday, true) => "工作日".to_owned(),
            (DayReason::Weekday, false) => "周末".to_owned(),
            (DayReason::Ordered(festival), true) => format!("调休上班({festival})"),
            (DayReason::Ordered(festival), false) => format!("{festival}放假"),
            (DayReason::Statutory(festival), _) => format!("{festival}法定假日(当年安排尚未公布)"),
            (DayReason::Local(reason), true) => format!("本地上班({reason})"),
            (DayReason::Local(reason), false) => format!("本地放假({reason})"),
        }
    }
}
