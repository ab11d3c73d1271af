//! Time limits as a policy writes them: `3wd`, `4wh`, `2h`, `30min`, `7d`.

use std::fmt;
use std::str::FromStr;

use chrono::Duration;
use serde::{Deserialize, Serialize};

/// The largest count in one limit: more than two years of working days, and far from any overflow.
pub const LIMIT_COUNT_MAX: u16 = 999;

/// A time limit with its own arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Limit {
    /// 工作日, legal working days: `3wd`.
    WorkingDays(u16),
    /// 工作时, accumulated working hours, eight of which make a working day: `4wh`.
    WorkHours(u16),
    /// Continuous hours, day and night: `2h`.
    Hours(u16),
    /// Continuous minutes; `0min` means at once.
    Minutes(u16),
    /// 自然日, natural days: `7d`.
    Days(u16),
}

/// Why a limit cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time limit; write 3wd, 4wh, 2h, 30min or 7d with a count of 1 to {LIMIT_COUNT_MAX}")]
pub struct LimitUnreadable(String);

impl Limit {
    /// How long the limit is by name, to compare limits of different arithmetics: eight working hours are a working
    /// day, and a working day is a day. When a limit ends, [`WorkCalendar::due`](crate::calendar::WorkCalendar::due)
    /// says.
    pub fn nominal(self) -> Duration {
        match self {
            Self::WorkingDays(count) | Self::Days(count) => Duration::hours(24 * i64::from(count)),
            Self::WorkHours(count) => Duration::hours(3 * i64::from(count)),
            Self::Hours(count) => Duration::hours(i64::from(count)),
            Self::Minutes(count) => Duration::minutes(i64::from(count)),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WorkingDays(count) => write!(f, "{count}wd"),
            Self::WorkHours(count) => write!(f, "{count}wh"),
            Self::Hours(count) => write!(f, "{count}h"),
            Self::Minutes(count) => write!(f, "{count}min"),
            Self::Days(count) => write!(f, "{count}d"),
        }
    }
}

impl FromStr for Limit {
    type Err = LimitUnreadable;

    fn from_str(text: &str) -> Result<Self, LimitUnreadable> {
        let unreadable = || LimitUnreadable(text.chars().take(40).collect());
        let unit_at = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(unreadable)?;
        let (digits, unit) = text.split_at(unit_at);
        let count: u16 = digits.parse().map_err(|_| unreadable())?;
        let limit = match unit {
            "wd" => Self::WorkingDays(count),
            "wh" => Self::WorkHours(count),
            "h" => Self::Hours(count),
            "min" => Self::Minutes(count),
            "d" => Self::Days(count),
            _ => return Err(unreadable()),
        };
        let at_once = limit == Self::Minutes(0);
        if (1..=LIMIT_COUNT_MAX).contains(&count) || at_once { Ok(limit) } else { Err(unreadable()) }
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

impl TryFrom<String> for Limit {
    type Error = LimitUnreadable;

    fn try_from(text: String) -> Result<Self, LimitUnreadable> {
        text.parse()
    }
}
