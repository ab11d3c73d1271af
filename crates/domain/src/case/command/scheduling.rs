//! Parking and planning, and what runs out by itself.

use chrono::{DateTime, Utc};

use crate::actor::Code;
use crate::case::{Milestone, SuspensionGround};
use crate::privacy::ProtectedText;

/// Park the case, or work it off by plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Scheduling {
    /// 挂账申请.
    RequestSuspension {
        /// Which sort of obstacle.
        ground: SuspensionGround,
        /// The obstacle, and what would lift it.
        reason: ProtectedText,
        /// What shows it.
        proof: Vec<ProtectedText>,
        /// When it is looked at again.
        review_at: DateTime<Utc>,
    },
    /// 挂账审批.
    RuleSuspension {
        /// Yes or no.
        approve: bool,
        /// Why.
        reason: ProtectedText,
    },
    /// 挂账复核.
    ReviewSuspension {
        /// What was found.
        finding: ProtectedText,
        /// When it is looked at again.
        review_at: DateTime<Utc>,
    },
    /// 解除挂账.
    LiftSuspension {
        /// Why.
        reason: ProtectedText,
    },
    /// 计划.
    AgreePlan {
        /// The milestones.
        milestones: Vec<Milestone>,
        /// What is planned.
        note: ProtectedText,
    },
    /// 节点完成.
    ReachMilestone {
        /// Which, counted from one.
        milestone: u32,
        /// What was reached.
        note: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 进展.
    ReportProgress {
        /// What was done.
        progress: ProtectedText,
    },
}

/// Somebody to be called when an emergency is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainStep {
    /// The unit.
    pub unit: Code,
    /// The person on duty there, by code.
    pub person: Option<Code>,
    /// Why it is them.
    pub why: String,
}
