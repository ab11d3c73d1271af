//! 红黄绿灯: how a running clock looks, at one glance.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Longest warning before the end of a clock.
pub const WARNING_HOURS_MAX: i64 = 24;
/// The warning is at most this part of the clock: a fifth. A clock of five days or more warns for the whole of
/// [`WARNING_HOURS_MAX`], a shorter one for less, so that a two-hour clock does not start yellow.
pub const WARNING_FRACTION: i64 = 5;
/// Reworks from which a case is purple whatever its clock says.
pub const PURPLE_REWORKS_MIN: u32 = 3;

/// The lamp of a clock. What is not dispatched, is closed, or is only notified has no clock and no lamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lamp {
    /// 绿灯: time enough.
    Green,
    /// 黄灯: the warning before the end has begun. For a clock of which no warning is known, at most 24 hours are left, or at
    /// most a fifth of a clock shorter than five days.
    Yellow,
    /// 红灯: overdue.
    Red,
    /// 灰灯: parked; the clock stands still.
    Grey,
    /// 紫灯: overdue by more than the whole limit, or sent back three times.
    Purple,
}

impl Lamp {
    /// Every lamp, from calm to alarming.
    pub const ALL: [Self; 5] = [Self::Green, Self::Yellow, Self::Red, Self::Grey, Self::Purple];

    /// The name on the wire and in SQL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Grey => "grey",
            Self::Purple => "purple",
        }
    }

    /// The lamp with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lamp| lamp.code() == code)
    }

    /// The lamp of a clock that stands still while its case is parked, and else runs.
    pub fn of(
        parked: bool,
        issued_at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        warn_at: Option<DateTime<Utc>>,
        reworks: u32,
        at: DateTime<Utc>,
    ) -> Self {
        if parked { Self::Grey } else { Self::judge(issued_at, due_at, warn_at, reworks, at) }
    }

    /// The lamp, at the instant `at`, of a running clock that started at `issued_at`, warns from `warn_at` on and
    /// ends at `due_at`, which is itself still in time. Clocks from before there was a calendar know no warning. Instants count in whole microseconds, as the database keeps them.
    ///
    /// The SQL function `lamp` (migration 4) judges alike; a property test holds the two together.
    pub fn judge(
        issued_at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        warn_at: Option<DateTime<Utc>>,
        reworks: u32,
        at: DateTime<Utc>,
    ) -> Self {
        let [issued, due, now] =
            [issued_at, due_at, at].map(|instant| i128::from(instant.timestamp_micros()));
        let (limit, left) = (due - issued, due - now);
        if reworks >= PURPLE_REWORKS_MIN || (left < 0 && -left > limit) {
            Self::Purple
        } else if left < 0 {
            Self::Red
        } else if warn_at.map_or_else(
            || {
                left <= i128::from(WARNING_HOURS_MAX) * MICROSECONDS_PER_HOUR
                    && left * i128::from(WARNING_FRACTION) <= limit
            },
            |warn_at| at.timestamp_micros() >= warn_at.timestamp_micros(),
        ) {
            Self::Yellow
        } else {
            Self::Green
        }
    }
}

const MICROSECONDS_PER_HOUR: i128 = 3_600_000_000;

#[cfg(test)]
mod tests {
    use chrono::Duration;
    use rstest::rstest;

    use super::*;

    fn lamp(limit_minutes: i64, minutes_since_issue: i64, reworks: u32) -> Lamp {
        let issued_at = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        let after = |minutes| issued_at + Duration::minutes(minutes);
        Lamp::judge(issued_at, after(limit_minutes), None, reworks, after(minutes_since_issue))
    }

    const DAY: i64 = 24 * 60;

    #[rstest]
    #[case::fresh(10 * DAY, 0, 0, Lamp::Green)]
    #[case::a_minute_before_the_last_day(10 * DAY, 9 * DAY - 1, 0, Lamp::Green)]
    #[case::the_last_day(10 * DAY, 9 * DAY, 0, Lamp::Yellow)]
    #[case::five_days_warn_for_one(5 * DAY, 4 * DAY, 0, Lamp::Yellow)]
    #[case::a_short_clock_is_not_born_yellow(100, 0, 0, Lamp::Green)]
    #[case::a_minute_before_the_last_fifth(100, 79, 0, Lamp::Green)]
    #[case::the_last_fifth(100, 80, 0, Lamp::Yellow)]
    #[case::the_due_instant_is_in_time(100, 100, 0, Lamp::Yellow)]
    #[case::overdue(100, 101, 0, Lamp::Red)]
    #[case::overdue_by_the_limit(100, 200, 0, Lamp::Red)]
    #[case::overdue_by_more_than_the_limit(100, 201, 0, Lamp::Purple)]
    #[case::two_reworks_change_nothing(100, 0, 2, Lamp::Green)]
    #[case::three_reworks(100, 0, 3, Lamp::Purple)]
    #[case::without_a_limit_late_is_too_late(0, 1, 0, Lamp::Purple)]
    fn a_lamp_follows_its_clock(
        #[case] limit_minutes: i64,
        #[case] minutes_since_issue: i64,
        #[case] reworks: u32,
        #[case] expected: Lamp,
    ) {
        assert_eq!(lamp(limit_minutes, minutes_since_issue, reworks), expected);
    }

    #[rstest]
    #[case::a_minute_before_the_warning(59, Lamp::Green)]
    #[case::the_warning(60, Lamp::Yellow)]
    #[case::the_due_instant(100, Lamp::Yellow)]
    #[case::overdue(101, Lamp::Red)]
    fn a_warning_that_is_known_is_what_counts(#[case] minutes: i64, #[case] expected: Lamp) {
        let issued_at = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        let after = |minutes| issued_at + Duration::minutes(minutes);
        let lamp = Lamp::judge(issued_at, after(100), Some(after(60)), 0, after(minutes));
        assert_eq!(lamp, expected);
    }

    #[test]
    fn the_ends_of_time_overflow_nothing() {
        let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
        assert_eq!(Lamp::judge(first, last, None, 0, first), Lamp::Green);
        assert_eq!(Lamp::judge(last, first, None, 0, last), Lamp::Purple);
        assert_eq!(
            Lamp::of(true, last, first, None, 9, last),
            Lamp::Grey,
            "nothing runs out while a case is parked"
        );
        assert_eq!(Lamp::of(false, last, first, None, 0, last), Lamp::Purple);
    }

    #[test]
    fn a_lamp_is_found_by_its_name() {
        for lamp in Lamp::ALL {
            assert_eq!(Lamp::from_code(lamp.code()), Some(lamp));
            assert_eq!(serde_json::to_value(lamp).unwrap(), lamp.code());
        }
        assert_eq!(Lamp::from_code("pink"), None);
    }
}
