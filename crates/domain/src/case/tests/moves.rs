//! Every move that a case and its dispatches can make: the one table behind the tests and the diagrams of
//! `docs/lifecycle.md`.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::case::CaseStatus as S;
use crate::case::DispatchState as D;
use crate::case::{Case, CaseEvent, CaseStatus, DispatchState};

/// From a status, by an event, to a status.
pub(super) type CaseMove = (CaseStatus, &'static str, CaseStatus);

/// From a state (none before the issue), by an event, to a state; and whose dispatches move so.
pub(super) type DispatchMove = (Option<DispatchState>, &'static str, DispatchState, Part);

/// Whose dispatches make a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Lead and co-handlers.
    Acting,
    /// Those merely notified.
    Notified,
}

/// Moves to another status.
pub(super) const CASE_MOVES: &[CaseMove] = &[
    (S::Unreported, "WhistleRaised", S::Raised),
    (S::Unreported, "CaseImported", S::InHandling),
    (S::Unreported, "CaseImported", S::Closed),
    (S::Raised, "CaseDiverted", S::Diverted),
    (S::Raised, "CaseFiled", S::Filed),
    (S::Raised, "CaseMerged", S::Merged),
    (S::Raised, "CaseNotAccepted", S::NotAccepted),
    (S::Raised, "HandledLocally", S::HandledLocally),
    (S::Raised, "WhistleDeclined", S::Declined),
    (S::Raised, "WhistleEndorsed", S::Endorsed),
    (S::Raised, "WhistleWithdrawn", S::Withdrawn),
    (S::Endorsed, "CaseDiverted", S::Diverted),
    (S::Endorsed, "CaseFiled", S::Filed),
    (S::Endorsed, "CaseMerged", S::Merged),
    (S::Endorsed, "CaseNotAccepted", S::NotAccepted),
    (S::Endorsed, "HandledLocally", S::HandledLocally),
    (S::Endorsed, "WhistleWithdrawn", S::Withdrawn),
    (S::HandledLocally, "CaseClosed", S::Closed),
    (S::HandledLocally, "ReworkOrdered", S::Raised),
    (S::Filed, "CaseDiverted", S::Diverted),
    (S::Filed, "CaseForceClosed", S::Closed),
    (S::Filed, "CaseMerged", S::Merged),
    (S::Filed, "CaseNotAccepted", S::NotAccepted),
    (S::Filed, "DispatchIssued", S::Dispatched),
    (S::Filed, "WhistleWithdrawn", S::Withdrawn),
    (S::Dispatched, "CaseForceClosed", S::Closed),
    (S::Dispatched, "DepartmentReported", S::InHandling),
    (S::Dispatched, "DispatchRecalled", S::InHandling),
    (S::Dispatched, "DispatchRecalled", S::Verification),
    // Reopened after it was closed by force: a lead that never reported feeds back with the others.
    (S::Dispatched, "FeedbackSubmitted", S::Verification),
    (S::InHandling, "CaseForceClosed", S::Closed),
    (S::InHandling, "DispatchIssued", S::Dispatched),
    (S::InHandling, "DispatchRecalled", S::Verification),
    (S::InHandling, "FeedbackSubmitted", S::Verification),
    (S::Verification, "CaseForceClosed", S::Closed),
    (S::Verification, "VerificationFailed", S::InHandling),
    (S::Verification, "VerificationPassed", S::Callback),
    (S::Callback, "CaseClosed", S::Closed),
    (S::Callback, "CaseForceClosed", S::Closed),
    (S::Callback, "DissatisfactionRecorded", S::Dissatisfied),
    (S::Dissatisfied, "CaseClosed", S::Closed),
    (S::Dissatisfied, "CaseForceClosed", S::Closed),
    (S::Dissatisfied, "ReworkOrdered", S::InHandling),
    (S::Closed, "CaseReopened", S::Raised),
    (S::Closed, "CaseReopened", S::Filed),
    (S::Closed, "CaseReopened", S::InHandling),
];

/// Where a wording of a matter makes sense.
const TOLD: &[CaseStatus] = &[
    S::Raised,
    S::Endorsed,
    S::HandledLocally,
    S::Filed,
    S::Dispatched,
    S::InHandling,
    S::Verification,
    S::Callback,
    S::Dissatisfied,
    S::Closed,
];

/// Events that leave the status as it is, and where they happen.
pub(super) const STAYING: &[(&str, &[CaseStatus])] = &[
    ("WhistleAmended", &[S::Raised, S::Endorsed, S::Filed, S::Dispatched, S::InHandling]),
    ("EscalatedToLevel", &[S::Raised, S::Endorsed]),
    ("CaseReclassified", &[S::Filed, S::Dispatched, S::InHandling]),
    ("CaseLinked", EVERYWHERE),
    ("DuplicateAbsorbed", &[S::Raised, S::Endorsed, S::Filed, S::Dispatched, S::InHandling]),
    ("DispatchIssued", &[S::Dispatched, S::InHandling]),
    ("OrphanDeclared", &[S::Filed, S::Dispatched, S::InHandling]),
    ("DispatchRecalled", &[S::Dispatched, S::InHandling]),
    ("DispatchSigned", &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied]),
    ("DutyEscalated", &[S::Dispatched]),
    ("DepartmentReported", &[S::Dispatched]),
    ("DispatchAccepted", &[S::Dispatched, S::InHandling]),
    ("ResidentContacted", &[S::Dispatched, S::InHandling, S::Verification]),
    ("MeasureRecorded", &[S::Dispatched, S::InHandling]),
    ("FeedbackSubmitted", &[S::Dispatched, S::InHandling]),
    ("OverdueExplained", &[S::Dispatched, S::InHandling, S::Verification]),
    ("JointActionScheduled", &[S::Dispatched, S::InHandling]),
    (
        "JointActionSignedIn",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    (
        "JointActionHeld",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    ("ReturnRequested", &[S::Dispatched, S::InHandling]),
    ("ReturnApproved", &[S::Dispatched, S::InHandling]),
    (
        "ReturnRefused",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    (
        "LeadDetermined",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    ("ExtensionRequested", &[S::Dispatched, S::InHandling]),
    ("ExtensionApproved", &[S::Dispatched, S::InHandling]),
    (
        "ExtensionRefused",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    ("SuspensionRequested", &[S::Filed, S::Dispatched, S::InHandling]),
    ("CaseSuspended", &[S::Filed, S::Dispatched, S::InHandling]),
    (
        "SuspensionRefused",
        &[
            S::Filed,
            S::Dispatched,
            S::InHandling,
            S::Verification,
            S::Callback,
            S::Dissatisfied,
            S::Closed,
            S::Withdrawn,
            S::NotAccepted,
            S::Diverted,
            S::Merged,
        ],
    ),
    ("SuspensionReviewed", &[S::Filed, S::Dispatched, S::InHandling]),
    ("SuspensionLifted", &[S::Filed, S::Dispatched, S::InHandling]),
    ("PlanAgreed", &[S::Filed, S::Dispatched, S::InHandling]),
    ("MilestoneReached", &[S::Dispatched, S::InHandling]),
    ("ProgressReported", &[S::Dispatched, S::InHandling]),
    ("VerificationImpossible", &[S::Verification]),
    ("CallbackUnanswered", &[S::HandledLocally, S::Callback]),
    ("CallbackAnswered", &[S::HandledLocally, S::Callback]),
    ("DissatisfactionSettled", &[S::Dissatisfied]),
    (
        "ForcedClosingRequested",
        &[S::Filed, S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied],
    ),
    (
        "ForcedClosingRefused",
        &[
            S::Filed,
            S::Dispatched,
            S::InHandling,
            S::Verification,
            S::Callback,
            S::Dissatisfied,
            S::Closed,
            S::Withdrawn,
            S::NotAccepted,
            S::Diverted,
            S::Merged,
        ],
    ),
    (
        "ExclusionRequested",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    ("ExclusionRuled", EVERYWHERE),
    (
        "ScoreAppealed",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    (
        "ScoreAppealDecided",
        &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied, S::Closed],
    ),
    ("CaseRated", &[S::Closed]),
    ("LookBackDone", &[S::Closed]),
    (
        "SupervisionIssued",
        &[
            S::Raised,
            S::Endorsed,
            S::HandledLocally,
            S::Filed,
            S::Dispatched,
            S::InHandling,
            S::Verification,
            S::Callback,
            S::Dissatisfied,
        ],
    ),
    ("SupervisionAnswered", EVERYWHERE),
    ("SupervisionLifted", EVERYWHERE),
    ("ComplainantJoined", &[S::Raised, S::Endorsed, S::Filed, S::Dispatched, S::InHandling]),
    // A case of which others complain is not withdrawn.
    (
        "RepresentativeChosen",
        &[
            S::Raised,
            S::Declined,
            S::Endorsed,
            S::HandledLocally,
            S::Filed,
            S::Dispatched,
            S::InHandling,
            S::Verification,
            S::Callback,
            S::Dissatisfied,
            S::Closed,
            S::NotAccepted,
            S::Diverted,
            S::Merged,
        ],
    ),
    ("HouseholdVoted", &[S::Callback, S::Dissatisfied, S::Closed]),
    ("ItemsListed", &[S::Raised, S::Endorsed, S::Filed, S::Dispatched, S::InHandling]),
    ("RectificationOrdered", &[S::Dispatched, S::InHandling]),
    ("RectificationClaimed", &[S::Dispatched, S::InHandling]),
    ("ItemReinspected", &[S::Dispatched, S::InHandling, S::Verification]),
    ("ItemStruckOff", &[S::Dispatched, S::InHandling, S::Verification]),
    ("ItemRestored", &[S::Dispatched, S::InHandling, S::Verification]),
    ("ReminderSent", &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied]),
    ("YellowCardIssued", &[S::Dispatched, S::InHandling, S::Verification, S::Callback, S::Dissatisfied]),
    // A supervision may be unanswered before anybody was sent.
    (
        "RedCardIssued",
        &[
            S::Raised,
            S::Endorsed,
            S::HandledLocally,
            S::Filed,
            S::Dispatched,
            S::InHandling,
            S::Verification,
            S::Callback,
            S::Dissatisfied,
        ],
    ),
    ("EchoProposed", TOLD),
    ("EchoPublished", TOLD),
    ("EchoRefused", TOLD),
    ("EchoRetracted", TOLD),
];

/// Moves to another state, and the issue.
pub(super) const DISPATCH_MOVES: &[DispatchMove] = &[
    (None, "DispatchIssued", D::Issued, Part::Acting),
    (None, "CaseImported", D::Accepted, Part::Acting),
    (None, "CaseImported", D::Discharged, Part::Acting),
    (Some(D::Issued), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::Issued), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::Issued), "DispatchSigned", D::Signed, Part::Acting),
    (Some(D::Signed), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::Signed), "DepartmentReported", D::Reported, Part::Acting),
    (Some(D::Signed), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::Reported), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::Reported), "DispatchAccepted", D::Accepted, Part::Acting),
    (Some(D::Reported), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::Accepted), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::Accepted), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::Accepted), "FeedbackSubmitted", D::FeedbackSubmitted, Part::Acting),
    (Some(D::FeedbackSubmitted), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::FeedbackSubmitted), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::FeedbackSubmitted), "VerificationFailed", D::Rework, Part::Acting),
    (Some(D::FeedbackSubmitted), "VerificationPassed", D::Verified, Part::Acting),
    (Some(D::Rework), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::Rework), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::Rework), "FeedbackSubmitted", D::FeedbackSubmitted, Part::Acting),
    (Some(D::Verified), "CaseClosed", D::Discharged, Part::Acting),
    (Some(D::Verified), "CaseForceClosed", D::Discharged, Part::Acting),
    (Some(D::Verified), "DispatchRecalled", D::Recalled, Part::Acting),
    (Some(D::Verified), "ReworkOrdered", D::Rework, Part::Acting),
    (Some(D::Verified), "VerificationFailed", D::Rework, Part::Acting),
    (Some(D::Discharged), "CaseReopened", D::Rework, Part::Acting),
    (Some(D::Discharged), "CaseReopened", D::Verified, Part::Acting),
    (None, "DispatchIssued", D::Issued, Part::Notified),
    (Some(D::Issued), "CaseClosed", D::Discharged, Part::Notified),
    (Some(D::Issued), "CaseForceClosed", D::Discharged, Part::Notified),
    (Some(D::Issued), "DispatchRecalled", D::Recalled, Part::Notified),
    (Some(D::Issued), "DispatchSigned", D::Signed, Part::Notified),
    (Some(D::Signed), "CaseClosed", D::Discharged, Part::Notified),
    (Some(D::Signed), "CaseForceClosed", D::Discharged, Part::Notified),
    (Some(D::Signed), "DispatchRecalled", D::Recalled, Part::Notified),
];

/// Events about a dispatch of a lead or co-handler that leave its state as it is, and where they happen.
pub(super) const DISPATCH_STAYING: &[(&str, &[DispatchState])] = &[
    ("DutyEscalated", &[D::Signed]),
    ("ResidentContacted", &[D::Issued, D::Signed, D::Reported, D::Accepted, D::FeedbackSubmitted, D::Rework]),
    ("MeasureRecorded", &[D::Accepted, D::Rework]),
    ("OverdueExplained", &[D::Issued, D::Signed, D::Reported, D::Accepted, D::FeedbackSubmitted, D::Rework]),
    ("ReturnRequested", &[D::Issued, D::Signed, D::Reported]),
    ("ReturnApproved", &[D::Issued, D::Signed, D::Reported, D::Rework]),
    (
        "ReturnRefused",
        &[D::Issued, D::Signed, D::Reported, D::FeedbackSubmitted, D::Rework, D::Verified, D::Discharged],
    ),
    (
        "LeadDetermined",
        &[D::Issued, D::Signed, D::Reported, D::FeedbackSubmitted, D::Rework, D::Verified, D::Discharged],
    ),
    ("ExtensionRequested", &[D::Signed, D::Reported, D::Accepted, D::Rework]),
    ("ExtensionApproved", &[D::Signed, D::Reported, D::Accepted, D::Rework]),
    (
        "ExtensionRefused",
        &[
            D::Signed,
            D::Reported,
            D::Accepted,
            D::FeedbackSubmitted,
            D::Rework,
            D::Verified,
            D::Recalled,
            D::Discharged,
        ],
    ),
    // Nobody is reminded before the time to sign is over, and the service has signed by then.
    ("ReminderSent", &[D::Signed, D::Reported, D::Accepted, D::Rework]),
    ("YellowCardIssued", &[D::Issued, D::Signed, D::Reported, D::Accepted, D::Rework]),
    // What was fed back late, and a supervision without an answer, get theirs afterwards.
    (
        "RedCardIssued",
        &[D::Issued, D::Signed, D::Reported, D::Accepted, D::FeedbackSubmitted, D::Rework, D::Verified],
    ),
];

/// Once a case is raised.
const EVERYWHERE: &[CaseStatus] = &CaseStatus::ALL;

/// All moves of a case, those that stay included.
pub(super) fn case_moves() -> BTreeSet<CaseMove> {
    let staying =
        STAYING.iter().flat_map(|(event, at)| at.iter().map(move |status| (*status, *event, *status)));
    CASE_MOVES.iter().copied().chain(staying).collect()
}

/// All moves of dispatches, those that stay included.
pub(super) fn dispatch_moves() -> BTreeSet<DispatchMove> {
    let staying = DISPATCH_STAYING
        .iter()
        .flat_map(|(event, at)| at.iter().map(move |state| (Some(*state), *event, *state, Part::Acting)));
    DISPATCH_MOVES.iter().copied().chain(staying).collect()
}

/// Moves that were seen.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) case: BTreeSet<CaseMove>,
    pub(super) dispatch: BTreeSet<DispatchMove>,
}

impl Seen {
    /// What `event` made of `before`. Events that name a dispatch move it even where its state stays.
    pub(super) fn note(&mut self, before: &Case, event: &CaseEvent, after: &Case) {
        self.case.insert((before.status, event.name(), after.status));
        for dispatch in &after.dispatches {
            let from = before.dispatch(dispatch.id).map(|earlier| earlier.state);
            if from != Some(dispatch.state) || named(event) == Some(dispatch.id) {
                let part = if dispatch.role.mandatory() { Part::Acting } else { Part::Notified };
                self.dispatch.insert((from, event.name(), dispatch.state, part));
            }
        }
    }
}

/// The dispatch that an event is about, if it is about one.
fn named(event: &CaseEvent) -> Option<Uuid> {
    match event {
        CaseEvent::DispatchIssued(event) => Some(event.dispatch),
        CaseEvent::DispatchRecalled(event) => Some(event.dispatch),
        CaseEvent::DispatchSigned(event) => Some(event.dispatch),
        CaseEvent::DutyEscalated(event) => Some(event.dispatch),
        CaseEvent::DepartmentReported(event) => Some(event.dispatch),
        CaseEvent::DispatchAccepted(event) => Some(event.dispatch),
        CaseEvent::ResidentContacted(event) => Some(event.dispatch),
        CaseEvent::MeasureRecorded(event) => Some(event.dispatch),
        CaseEvent::FeedbackSubmitted(event) => Some(event.dispatch),
        CaseEvent::OverdueExplained(event) => Some(event.dispatch),
        CaseEvent::ReturnRequested(event) => Some(event.dispatch),
        CaseEvent::ReturnApproved(event)
        | CaseEvent::ReturnRefused(event)
        | CaseEvent::LeadDetermined(event) => Some(event.dispatch),
        CaseEvent::ExtensionRequested(event) => Some(event.dispatch),
        CaseEvent::ExtensionApproved(event) => Some(event.dispatch),
        CaseEvent::ExtensionRefused(event) => Some(event.dispatch),
        CaseEvent::ReminderSent(event)
        | CaseEvent::YellowCardIssued(event)
        | CaseEvent::RedCardIssued(event) => event.dispatch,
        _ => None,
    }
}
