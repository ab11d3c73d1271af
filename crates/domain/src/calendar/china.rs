//! Local time of mainland China.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// Asia/Shanghai; there has been no summer time since 1991.
const CHINA_OFFSET_SECONDS: i32 = 8 * 3600;

/// The offset of Asia/Shanghai.
pub fn china() -> FixedOffset {
    FixedOffset::east_opt(CHINA_OFFSET_SECONDS).expect("eight hours are a valid offset")
}

/// The day that it is in China at this instant.
pub fn china_date(at: DateTime<Utc>) -> NaiveDate {
    local(at).date()
}

/// The instant at which this day begins in China.
pub fn china_midnight(date: NaiveDate) -> DateTime<Utc> {
    instant(date.and_time(NaiveTime::MIN))
}

/// The clock on the wall in China. At the ends of time, where it would have no date, it stands still.
pub(super) fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc().checked_add_offset(china()).unwrap_or(NaiveDateTime::MAX)
}

/// The instant at which the clock on the wall shows this.
pub(super) fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    local.checked_sub_offset(china()).unwrap_or(NaiveDateTime::MIN).and_utc()
}
