//! The events of a case. They are kept for ever: fields are only added, and each has a golden file under
//! `crates/domain/golden/` that must stay readable.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{DispatchClocks, DispatchRole, Level, Reporter, Verdict};
use crate::actor::{Actor, Code};
use crate::geography::Place;
use crate::policy::{PolicyVersion, WhistleKind};
use crate::privacy::{ProtectedText, Sealed};

/// Whatever can happen to a case. Personal data is in here only as [`Sealed`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(
    clippy::large_enum_variant,
    reason = "one is made per command and moved at once; boxing would only hide it"
)]
pub enum CaseEvent {
    /// 吹哨.
    WhistleRaised(WhistleRaised),
    /// 社区审核通过.
    WhistleEndorsed(WhistleEndorsed),
    /// 社区不予支持.
    WhistleDeclined(WhistleDeclined),
    /// 就地化解.
    HandledLocally(HandledLocally),
    /// 逐级上报.
    EscalatedToLevel(EscalatedToLevel),
    /// 立案.
    CaseFiled(CaseFiled),
    /// 派单.
    DispatchIssued(DispatchIssued),
    /// 签收.
    DispatchSigned(DispatchSigned),
    /// 报到.
    DepartmentReported(DepartmentReported),
    /// 接单.
    DispatchAccepted(DispatchAccepted),
    /// 处置措施.
    MeasureRecorded(MeasureRecorded),
    /// 办理反馈.
    FeedbackSubmitted(FeedbackSubmitted),
    /// 核查通过.
    VerificationPassed(VerificationPassed),
    /// 核查不通过, 返工.
    VerificationFailed(VerificationFailed),
    /// 回访未接通.
    CallbackUnanswered(CallbackUnanswered),
    /// 回访.
    CallbackAnswered(CallbackAnswered),
    /// 重办.
    ReworkOrdered(ReworkOrdered),
    /// 结案.
    CaseClosed(CaseClosed),
    /// 群众评价.
    CaseRated(CaseRated),
}

/// A problem was reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleRaised {
    /// The case number.
    pub number: String,
    /// One line.
    pub title: ProtectedText,
    /// The whole story.
    pub description: ProtectedText,
    /// Category as reported.
    pub category: Code,
    /// Kind as reported.
    pub kind: WhistleKind,
    /// Channel: `resident`, `hotline`, `visit`, ….
    pub source: String,
    /// Where it is.
    pub location: Location,
    /// The data subject whose key seals what is sealed here.
    pub subject: Uuid,
    /// Who reported it; `None` for an anonymous report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Reporter>,
    /// Whether the reporter's identity stays with the intake.
    #[serde(default)]
    pub confidential: bool,
    /// The account that raised it.
    pub raised_by: Actor,
    /// When.
    pub raised_at: DateTime<Utc>,
}

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// The leaf grid.
    pub grid: Code,
    /// The unit responsible for that grid at the time.
    pub territorial_unit: Code,
    /// The units from the district down to that unit at the time: whose area the case lies in.
    pub area: Vec<Code>,
    /// Address; to the building in clear, to the door sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<ProtectedText>,
    /// The point, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// The neighbourhood stands behind the whistle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleEndorsed {
    /// Why.
    pub note: ProtectedText,
    /// What the neighbourhood tried itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_attempt: Option<ProtectedText>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// The neighbourhood does not stand behind the whistle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhistleDeclined {
    /// Why; told to the resident.
    pub reason: ProtectedText,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Handled without departments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandledLocally {
    /// What was done.
    pub result: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// At which level.
    pub level: Level,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Passed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EscalatedToLevel {
    /// From which level.
    pub from: Level,
    /// To which level.
    pub to: Level,
    /// Why.
    pub reason: ProtectedText,
    /// When.
    pub at: DateTime<Utc>,
}

/// Category, kind and policy version are pinned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseFiled {
    /// Category after classification.
    pub category: Code,
    /// Kind after classification.
    pub kind: WhistleKind,
    /// The policy version under which the case is judged from now on.
    pub policy_version: PolicyVersion,
    /// When.
    pub at: DateTime<Utc>,
}

/// A department must report for duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchIssued {
    /// Identity of the dispatch.
    pub dispatch: Uuid,
    /// The unit that must act.
    pub department: Code,
    /// Lead, co-handler or notified.
    pub role: DispatchRole,
    /// What is asked of it.
    pub instruction: ProtectedText,
    /// The unit responsible by trade (行业主管).
    pub line_owner: Code,
    /// The unit responsible by territory (属地管理).
    pub territorial_owner: Code,
    /// By when.
    pub clocks: DispatchClocks,
    /// When: the start of every clock.
    pub at: DateTime<Utc>,
}

/// Signed for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchSigned {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// The department reported for duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartmentReported {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// Where it reported: the site, or `online`.
    pub place: ProtectedText,
    /// Who reported, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Sealed>,
    /// When they arrived, as the department says; clocks are judged by `at`.
    pub arrived_at: DateTime<Utc>,
    /// By which account.
    pub by: Uuid,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// The department takes the matter as its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DispatchAccepted {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureRecorded {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// What.
    pub measure: ProtectedText,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// The department says that it is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeedbackSubmitted {
    /// Which dispatch.
    pub dispatch: Uuid,
    /// The result.
    pub result: ProtectedText,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<ProtectedText>,
    /// By which account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

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

impl CaseEvent {
    /// The type under which the event is kept.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::WhistleRaised(_) => "WhistleRaised",
            Self::WhistleEndorsed(_) => "WhistleEndorsed",
            Self::WhistleDeclined(_) => "WhistleDeclined",
            Self::HandledLocally(_) => "HandledLocally",
            Self::EscalatedToLevel(_) => "EscalatedToLevel",
            Self::CaseFiled(_) => "CaseFiled",
            Self::DispatchIssued(_) => "DispatchIssued",
            Self::DispatchSigned(_) => "DispatchSigned",
            Self::DepartmentReported(_) => "DepartmentReported",
            Self::DispatchAccepted(_) => "DispatchAccepted",
            Self::MeasureRecorded(_) => "MeasureRecorded",
            Self::FeedbackSubmitted(_) => "FeedbackSubmitted",
            Self::VerificationPassed(_) => "VerificationPassed",
            Self::VerificationFailed(_) => "VerificationFailed",
            Self::CallbackUnanswered(_) => "CallbackUnanswered",
            Self::CallbackAnswered(_) => "CallbackAnswered",
            Self::ReworkOrdered(_) => "ReworkOrdered",
            Self::CaseClosed(_) => "CaseClosed",
            Self::CaseRated(_) => "CaseRated",
        }
    }
}
