//! What can be asked of a case. Personal data arrives here already sealed; who acts and when comes in
//! [`Facts`](super::Facts).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{DispatchRole, Level, Location, Reporter, Verdict};
use crate::actor::Code;
use crate::policy::WhistleKind;
use crate::privacy::{ProtectedText, Sealed};

/// Whatever can be asked of a case.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one is made per request and moved at once; boxing would only hide it"
)]
pub enum CaseCommand {
    /// Report a problem.
    RaiseWhistle(RaiseWhistle),
    /// Stand behind it.
    EndorseWhistle {
        /// Why.
        note: ProtectedText,
        /// What the neighbourhood tried itself.
        local_attempt: Option<ProtectedText>,
    },
    /// Do not stand behind it.
    DeclineWhistle {
        /// Why; told to the resident.
        reason: ProtectedText,
    },
    /// Solve it without departments.
    HandleLocally {
        /// What was done.
        result: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
        /// At which level, where it is not the one that holds the case.
        level: Option<Level>,
    },
    /// Pass it up.
    Escalate {
        /// To which level; must be above the present one.
        to: Level,
        /// Why.
        reason: ProtectedText,
    },
    /// Pin category, kind and policy version.
    FileCase {
        /// Category, where the reported one was wrong.
        category: Option<Code>,
        /// Kind, where the reported one was wrong.
        kind: Option<WhistleKind>,
    },
    /// Send departments; files the case first where that was not done.
    IssueDispatches(IssueDispatches),
    /// Act on one dispatch.
    OnDispatch {
        /// Which.
        dispatch: Uuid,
        /// What.
        action: DispatchAction,
    },
    /// Say whether the handling is good.
    Verify {
        /// Good or not.
        passed: bool,
        /// What was seen.
        note: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
        /// Which dispatches go back when it is not good; the lead where none is named.
        rework: Vec<Uuid>,
    },
    /// Record an attempt to ask the resident.
    RecordCallback {
        /// The answer; `None` when nobody was reached.
        verdict: Option<Verdict>,
        /// In their words, or what was tried.
        comment: ProtectedText,
    },
    /// End the case.
    CloseCase {
        /// The closing words.
        reason: ProtectedText,
    },
    /// The resident's verdict.
    RateCase {
        /// Solved and satisfied?
        verdict: Verdict,
        /// In their words.
        comment: ProtectedText,
    },
}

/// Report a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct RaiseWhistle {
    /// The number that was drawn for it.
    pub number: String,
    /// One line.
    pub title: ProtectedText,
    /// The whole story.
    pub description: ProtectedText,
    /// Category code; must be known to the current policy.
    pub category: Code,
    /// Kind; the category's default where it is not given.
    pub kind: Option<WhistleKind>,
    /// Channel.
    pub source: String,
    /// Where it is, resolved to a grid.
    pub location: Location,
    /// Whose key seals what is sealed here.
    pub subject: Uuid,
    /// Who reports; `None` for an anonymous report.
    pub reporter: Option<Reporter>,
    /// Whether the reporter's identity stays with the intake.
    pub confidential: bool,
}

/// Send departments.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueDispatches {
    /// Who must act; exactly one leads, nobody twice.
    pub targets: Vec<DispatchTarget>,
    /// What is asked of them.
    pub instruction: ProtectedText,
    /// The unit responsible by trade, from the routing.
    pub line_owner: Code,
    /// The unit responsible by territory, from the routing.
    pub territorial_owner: Code,
}

/// One department to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchTarget {
    /// The identity that its dispatch will have.
    pub dispatch: Uuid,
    /// The unit.
    pub department: Code,
    /// Its part.
    pub role: DispatchRole,
}

/// What a department does with its dispatch.
#[derive(Debug, Clone, PartialEq)]
pub enum DispatchAction {
    /// 签收.
    Sign,
    /// 报到.
    ReportForDuty {
        /// Where.
        place: ProtectedText,
        /// Who, sealed.
        person: Option<Sealed>,
        /// When they arrived; now where it is not said.
        arrived_at: Option<DateTime<Utc>>,
    },
    /// 接单.
    Accept,
    /// 处置措施.
    RecordMeasure {
        /// What was done.
        measure: ProtectedText,
    },
    /// 办理反馈.
    SubmitFeedback {
        /// The result.
        result: ProtectedText,
        /// What shows it.
        evidence: Vec<ProtectedText>,
    },
}
