//! Is it good? The check, the resident, the end, and looking back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Reclocked;
use crate::actor::{Actor, Code};
use crate::case::{Level, Verdict};
use crate::privacy::ProtectedText;

/// Somebody outside the handling unit looked and found it good.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationPassed {
    /// What was seen.
    pub note: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// Who looked.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Somebody outside the handling unit looked and found it wanting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationFailed {
    /// What is wanting.
    pub note: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// The dispatches that go back for rework.
    pub reworked: Vec<Uuid>,
    /// Who looked.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The resident was not reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallbackUnanswered {
    /// What was tried.
    pub note: ProtectedText,
    /// Who tried.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The resident answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallbackAnswered {
    /// Solved and satisfied?
    pub verdict: Verdict,
    /// In their words.
    pub comment: ProtectedText,
    /// Who asked.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The resident says that it is not solved: it is handled again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReworkOrdered {
    /// The dispatches that go back for rework; none when the handling was local.
    pub dispatches: Vec<Uuid>,
    /// Why, where no answer of the resident beside it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ProtectedText>,
    /// Who ordered it, or recorded the answer that did.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The case is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseClosed {
    /// The closing words.
    pub reason: ProtectedText,
    /// The level at which it was resolved (逐级化解): the one that held a case without departments, and the
    /// district for every case that was dispatched.
    pub resolved_at_level: Level,
    /// 回头看: when it is looked at again, by the policy of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub look_back_at: Vec<DateTime<Utc>>,
    /// Who closed it.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The resident rated the result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseRated {
    /// Solved and satisfied?
    pub verdict: Verdict,
    /// In their words.
    pub comment: ProtectedText,
    /// When.
    pub at: DateTime<Utc>,
}

/// 无法核查: it could not be judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationImpossible {
    /// Why.
    pub note: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 不满意: the resident is not content; the case leaves by one of four exits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DissatisfactionRecorded {
    /// What the resident said.
    pub verdict: Verdict,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The exit by which a dissatisfied case went on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DissatisfactionSettled {
    /// Which.
    pub exit: DissatisfactionExit,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The four exits of a dissatisfied case (domain section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DissatisfactionExit {
    /// 重办.
    Redo,
    /// 研判销号: nothing more can be done, and why.
    Analysis,
    /// 延期: it is redone with more time.
    Extension,
    /// 移交: another unit takes over.
    Transfer,
}

impl DissatisfactionExit {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Redo, Self::Analysis, Self::Extension, Self::Transfer];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Redo => "redo",
            Self::Analysis => "analysis",
            Self::Extension => "extension",
            Self::Transfer => "transfer",
        }
    }
}

/// 强制结案申请.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ForcedClosingRequested {
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 强制结案不予批准.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ForcedClosingRefused {
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 强制结案: closed by two persons, without the resident.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseForceClosed {
    /// Why.
    pub reason: ProtectedText,
    /// The level at which it ended.
    pub resolved_at_level: Level,
    /// 回头看: when it is looked at again, by the policy of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub look_back_at: Vec<DateTime<Utc>>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 剔除申请: it should not count in the scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExclusionRequested {
    /// On which ground.
    pub ground: ExclusionGround,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a case does not count in the scores (domain section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionGround {
    /// 涉法涉诉.
    Litigation,
    /// 信访终结.
    PetitionEnded,
    /// 政策之外.
    OutsidePolicy,
    /// 重点工程, 本级无法解决.
    KeyProject,
    /// 恶意重复.
    Malicious,
    /// 其他.
    Other,
}

impl ExclusionGround {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Litigation,
        Self::PetitionEnded,
        Self::OutsidePolicy,
        Self::KeyProject,
        Self::Malicious,
        Self::Other,
    ];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Litigation => "litigation",
            Self::PetitionEnded => "petition_ended",
            Self::OutsidePolicy => "outside_policy",
            Self::KeyProject => "key_project",
            Self::Malicious => "malicious",
            Self::Other => "other",
        }
    }
}

/// 剔除审批; the case stays in sight and on the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExclusionRuled {
    /// Whether it is left out.
    pub approved: bool,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 申诉: the unit contests what the case cost it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScoreAppealed {
    /// Identity of the appeal.
    pub appeal: Uuid,
    /// The unit.
    pub department: Code,
    /// Why.
    pub reason: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 申诉处理.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScoreAppealDecided {
    /// Which appeal.
    pub appeal: Uuid,
    /// Whether the unit is right.
    pub upheld: bool,
    /// Why.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 回头看.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookBackDone {
    /// Whether the problem is back.
    pub relapsed: bool,
    /// What was seen.
    pub note: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// 重新办理: a closed case goes on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseReopened {
    /// Why, in one word.
    pub cause: ReopeningCause,
    /// Why, in words.
    pub reason: ProtectedText,
    /// The dispatches that go back for rework; none when no department was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dispatches: Vec<Uuid>,
    /// Their clocks from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Reclocked>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a closed case goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReopeningCause {
    /// 反弹: it is back.
    Relapse,
    /// 督查责令.
    Order,
    /// 诉求人要求.
    Resident,
}

impl ReopeningCause {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Relapse, Self::Order, Self::Resident];

    /// The name on the wire and in the read models.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Relapse => "relapse",
            Self::Order => "order",
            Self::Resident => "resident",
        }
    }
}
