//! Parking, plans and what runs out by itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Reclocked;
use crate::actor::Actor;
use crate::privacy::ProtectedText;

/// 挂账申请: it cannot be done now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuspensionRequested {
    /// Which sort of obstacle.
    pub ground: SuspensionGround,
    /// The obstacle, and what would lift it.
    pub reason: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proof: Vec<ProtectedText>,
    /// When it is looked at again.
    pub review_at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why work is impossible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspensionGround {
    /// 工程.
    Engineering,
    /// 季节.
    Season,
    /// 资金.
    Funds,
    /// 权属.
    Ownership,
    /// 政策.
    Policy,
}

impl SuspensionGround {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Engineering, Self::Season, Self::Funds, Self::Ownership, Self::Policy];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Engineering => "engineering",
            Self::Season => "season",
            Self::Funds => "funds",
            Self::Ownership => "ownership",
            Self::Policy => "policy",
        }
    }
}

/// 挂账: parked by somebody else than asked for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseSuspended {
    /// Why it was approved.
    pub reason: ProtectedText,
    /// When it is looked at again.
    pub review_at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 挂账不予批准.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuspensionRefused {
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 挂账复核: the obstacle is still there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuspensionReviewed {
    /// What was found.
    pub finding: ProtectedText,
    /// When it is looked at again.
    pub review_at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 解除挂账: work goes on, with the time that was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuspensionLifted {
    /// Why.
    pub reason: ProtectedText,
    /// The clocks from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Reclocked>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 计划: the stages of the work, each with an end of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanAgreed {
    /// The milestones, first due first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// What is planned.
    pub note: ProtectedText,
    /// By when progress is reported next; only for planned work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress_due_at: Option<DateTime<Utc>>,
    /// Whether the policy gave the stages to the category, and nobody agreed on them: their limits count, but the check
    /// in the field alone says whether the work is done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_policy: bool,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// A stage of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// What is to be reached.
    pub title: ProtectedText,
    /// By when.
    pub due_at: DateTime<Utc>,
}

/// A stage is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MilestoneReached {
    /// Which, counted from one.
    pub milestone: u32,
    /// What was reached.
    pub note: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 进展: how the plan comes along.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgressReported {
    /// What was done.
    pub progress: ProtectedText,
    /// By when progress is reported next.
    pub next_due_at: DateTime<Utc>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}
