//! How a case ends, and how it is supervised.

use uuid::Uuid;

use crate::actor::Code;
use crate::case::{ExclusionGround, SupervisionMeasure, Takeover};
use crate::policy::Limit;
use crate::privacy::ProtectedText;

/// Judge how the case ends.
#[derive(Debug, Clone, PartialEq)]
pub enum Judging {
    /// 无法核查.
    VerificationImpossible {
        /// Why.
        note: ProtectedText,
    },
    /// The exit of a dissatisfied case.
    SettleDissatisfaction {
        /// Which, and what it takes.
        exit: Exit,
        /// Why.
        reason: ProtectedText,
    },
    /// 强制结案申请.
    RequestForcedClosing {
        /// Why.
        reason: ProtectedText,
    },
    /// 强制结案审批.
    RuleForcedClosing {
        /// Yes or no.
        approve: bool,
        /// Why.
        reason: ProtectedText,
    },
    /// 剔除申请.
    RequestExclusion {
        /// On which ground.
        ground: ExclusionGround,
        /// Why.
        reason: ProtectedText,
    },
    /// 剔除审批.
    RuleExclusion {
        /// Yes or no.
        approve: bool,
        /// Why.
        reason: ProtectedText,
    },
    /// 申诉, by a unit that was sent.
    AppealScore {
        /// The identity that the appeal will have.
        appeal: Uuid,
        /// Why.
        reason: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 申诉处理.
    DecideScoreAppeal {
        /// Which.
        appeal: Uuid,
        /// Whether the unit is right.
        approve: bool,
        /// Why.
        reason: ProtectedText,
    },
    /// 回头看.
    LookBack {
        /// Whether the problem is back.
        relapsed: bool,
        /// What was seen.
        note: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
    /// 重新办理.
    Reopen {
        /// Why.
        reason: ProtectedText,
    },
}

/// How a dissatisfied case goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    /// 重办.
    Redo,
    /// 研判销号.
    Analysis,
    /// 延期: redone with more time.
    Extension {
        /// The identity of the extension.
        request: Uuid,
        /// How much longer, from the end of the clock, or from now where that has passed.
        length: Limit,
    },
    /// 移交.
    Transfer(Takeover),
}

/// 督办.
#[derive(Debug, Clone, PartialEq)]
pub enum Supervising {
    /// Take a rung of the ladder.
    Issue {
        /// The identity that it will have.
        supervision: Uuid,
        /// Which rung.
        measure: SupervisionMeasure,
        /// The unit that must move; the lead where none is named.
        department: Option<Code>,
        /// Why, and what is asked.
        reason: ProtectedText,
        /// Leaders linked to the unit, by code of person.
        copied_to: Vec<Code>,
    },
    /// 督办回复, by the unit.
    Answer {
        /// Which.
        supervision: Uuid,
        /// The answer.
        reply: ProtectedText,
    },
    /// 解除督办.
    Lift {
        /// Which.
        supervision: Uuid,
        /// Why.
        reason: ProtectedText,
    },
}
