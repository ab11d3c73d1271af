//! What can be asked of a case. Personal data arrives here already sealed; who acts and when comes in
//! [`Facts`](super::Facts).

mod collecting;
mod dispatching;
mod echoing;
mod handling;
mod judging;
mod scheduling;
mod screening;

use uuid::Uuid;

use crate::actor::Code;
use crate::case::{ClosedMatter, ImportedRecord, Level, Location, Photo, Reporter, Verdict};
use crate::policy::WhistleKind;
use crate::privacy::ProtectedText;

pub use collecting::*;
pub use dispatching::*;
pub use echoing::*;
pub use handling::*;
pub use judging::*;
pub use scheduling::*;
pub use screening::*;

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
    /// Put the report right, or end the case before departments are sent.
    Screen(Screening),
    /// Change who is sent, or bring them together.
    Direct(Directing),
    /// Decide what a department asked for.
    Rule {
        /// On which dispatch.
        dispatch: Uuid,
        /// What is decided.
        ruling: DispatchRuling,
    },
    /// Park the case, or work it off by plan.
    Schedule(Scheduling),
    /// Judge how the case ends.
    Judge(Judging),
    /// 督办.
    Supervise(Supervising),
    /// Many people, many items.
    Collect(Collecting),
    /// 回音壁.
    Echo(Echoing),
    /// Whatever has run out by now. Given by the service itself, as often as it likes.
    KeepTime {
        /// Who is called when an emergency is not answered: the chain of each dispatch's unit.
        chains: Vec<(Uuid, Vec<ChainStep>)>,
    },
    /// Take a case of another system over; only as the beginning of a case.
    ImportCase(Box<ImportedRecord>),
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
    /// Closed cases that it may repeat, as far as anybody knows of them. Which of them it does is decided; that there is
    /// one never stands in its way.
    pub earlier: Vec<ClosedMatter>,
    /// Photographs of it.
    pub photos: Vec<Photo>,
}
