//! Ends that were counted again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::calendar::Provisional;

/// 重算期限: an end that was provisional is counted again, now that the working days of its year are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeadlineRecomputed {
    /// Of which dispatch.
    pub dispatch: Uuid,
    /// Which of its clocks.
    pub clock: ClockKind,
    /// The end before.
    pub old: DateTime<Utc>,
    /// The end now.
    pub new: DateTime<Utc>,
    /// When the warning before it begins; for the closing alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_at: Option<DateTime<Utc>>,
    /// What it is counted from, where it is still provisional: a later year is unpublished too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Provisional>,
    /// Why.
    pub reason: RecountReason,
    /// The year that was published.
    pub year: i32,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why an end was counted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecountReason {
    /// 年度节假日安排发布.
    CalendarPublished,
}

/// A clock of a dispatch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// 签收.
    SignIn,
    /// 报到.
    Report,
    /// 联系.
    Contact,
    /// 办结.
    Close,
}

impl ClockKind {
    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Report => "report",
            Self::Contact => "contact",
            Self::Close => "close",
        }
    }
}

/// A clock that runs towards a provisional end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvisionalClock {
    /// Of which dispatch.
    pub dispatch: Uuid,
    /// Which of its clocks.
    pub clock: ClockKind,
    /// What the end was counted from.
    pub mark: Provisional,
    /// The end.
    pub due_at: DateTime<Utc>,
    /// When the dispatch was issued.
    pub issued_at: DateTime<Utc>,
    /// Whether it stands still, because the case is parked.
    pub standing: bool,
}
