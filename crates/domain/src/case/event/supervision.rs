//! 督办: those above make things move.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Actor, Code};
use crate::privacy::ProtectedText;

/// 督办.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisionIssued {
    /// Identity.
    pub supervision: Uuid,
    /// Which rung of the ladder.
    pub measure: SupervisionMeasure,
    /// The unit that must move.
    pub department: Code,
    /// Why, and what is asked.
    pub reason: ProtectedText,
    /// By when a written answer is due, where one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_due_at: Option<DateTime<Utc>>,
    /// Leaders linked to the unit who get a copy, by code of person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied_to: Vec<Code>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The rungs of supervision (domain section 2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisionMeasure {
    /// 催办.
    Reminder,
    /// 黄牌.
    YellowCard,
    /// 红牌.
    RedCard,
    /// 督办单: a written answer is due.
    Written,
    /// 提级督办.
    Elevated,
}

impl SupervisionMeasure {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Reminder, Self::YellowCard, Self::RedCard, Self::Written, Self::Elevated];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::YellowCard => "yellow_card",
            Self::RedCard => "red_card",
            Self::Written => "written",
            Self::Elevated => "elevated",
        }
    }
}

/// 督办回复.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisionAnswered {
    /// Which.
    pub supervision: Uuid,
    /// The answer.
    pub reply: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 解除督办.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisionLifted {
    /// Which.
    pub supervision: Uuid,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}
