//! An end that ran into a year of which nobody knew the working days.

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};

use super::{Due, WorkCalendar, china_date};
use crate::policy::Limit;

/// What a provisional end was counted from, so that it can be counted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provisional {
    /// An instant since when the clock ran without interruption.
    pub from: DateTime<Utc>,
    /// The limit, whose arithmetic is that of the clock. The clock may have been parked or extended, and then does not
    /// end where this limit does.
    pub limit: Limit,
    /// The first year that was not published when the end was counted.
    pub year: i32,
}

impl WorkCalendar {
    /// The mark of an end that was counted from `from`; none where every day was known.
    pub fn mark(&self, limit: Limit, from: DateTime<Utc>, due: Due) -> Option<Provisional> {
        let years = china_date(from).year()..=china_date(due.at).year();
        let year = years.into_iter().find(|year| !self.published(*year)).filter(|_| due.provisional)?;
        Some(Provisional { from, limit, year })
    }

    /// Where a clock ends that was counted before the year of its mark was published; none while it still is not.
    pub fn recounted(&self, mark: Provisional, due: DateTime<Utc>) -> Option<Due> {
        let before = self.published(mark.year).then(|| self.before_year(mark.year))?;
        Some(self.recount(&before, mark.limit, mark.from, due))
    }
}
