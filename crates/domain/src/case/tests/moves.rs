//! Every move that a case and its dispatches can make: the one table behind the tests and the diagrams of
//! `docs/lifecycle.md`.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::case::CaseStatus::{
    Callback, Closed, Declined, Dispatched, Endorsed, Filed, HandledLocally, InHandling, Raised, Unreported,
    Verification,
};
use crate::case::DispatchState::{
    Accepted, Discharged, FeedbackSubmitted, Issued, Reported, Rework, Signed, Verified,
};
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

pub(super) const CASE_MOVES: &[CaseMove] = &[
    (Unreported, "WhistleRaised", Raised),
    (Raised, "WhistleEndorsed", Endorsed),
    (Raised, "WhistleDeclined", Declined),
    (Raised, "EscalatedToLevel", Raised),
    (Endorsed, "EscalatedToLevel", Endorsed),
    (Raised, "HandledLocally", HandledLocally),
    (Endorsed, "HandledLocally", HandledLocally),
    (Raised, "CaseFiled", Filed),
    (Endorsed, "CaseFiled", Filed),
    (Filed, "DispatchIssued", Dispatched),
    (Dispatched, "DispatchIssued", Dispatched),
    (Dispatched, "DispatchSigned", Dispatched),
    (InHandling, "DispatchSigned", InHandling),
    (Verification, "DispatchSigned", Verification),
    (Callback, "DispatchSigned", Callback),
    (Dispatched, "DepartmentReported", Dispatched),
    (Dispatched, "DepartmentReported", InHandling),
    (Dispatched, "DispatchAccepted", Dispatched),
    (InHandling, "DispatchAccepted", InHandling),
    (Dispatched, "MeasureRecorded", Dispatched),
    (InHandling, "MeasureRecorded", InHandling),
    (Dispatched, "FeedbackSubmitted", Dispatched),
    (InHandling, "FeedbackSubmitted", InHandling),
    (InHandling, "FeedbackSubmitted", Verification),
    (Verification, "VerificationPassed", Callback),
    (Verification, "VerificationFailed", InHandling),
    (HandledLocally, "CallbackUnanswered", HandledLocally),
    (Callback, "CallbackUnanswered", Callback),
    (HandledLocally, "CallbackAnswered", HandledLocally),
    (Callback, "CallbackAnswered", Callback),
    (HandledLocally, "ReworkOrdered", Raised),
    (Callback, "ReworkOrdered", InHandling),
    (HandledLocally, "CaseClosed", Closed),
    (Callback, "CaseClosed", Closed),
    (Closed, "CaseRated", Closed),
];

pub(super) const DISPATCH_MOVES: &[DispatchMove] = &[
    (None, "DispatchIssued", Issued, Part::Acting),
    (Some(Issued), "DispatchSigned", Signed, Part::Acting),
    (Some(Signed), "DepartmentReported", Reported, Part::Acting),
    (Some(Reported), "DispatchAccepted", Accepted, Part::Acting),
    (Some(Accepted), "MeasureRecorded", Accepted, Part::Acting),
    (Some(Accepted), "FeedbackSubmitted", FeedbackSubmitted, Part::Acting),
    (Some(FeedbackSubmitted), "VerificationPassed", Verified, Part::Acting),
    (Some(FeedbackSubmitted), "VerificationFailed", Rework, Part::Acting),
    (Some(Verified), "VerificationFailed", Rework, Part::Acting),
    (Some(Verified), "ReworkOrdered", Rework, Part::Acting),
    (Some(Rework), "MeasureRecorded", Rework, Part::Acting),
    (Some(Rework), "FeedbackSubmitted", FeedbackSubmitted, Part::Acting),
    (Some(Verified), "CaseClosed", Discharged, Part::Acting),
    (None, "DispatchIssued", Issued, Part::Notified),
    (Some(Issued), "DispatchSigned", Signed, Part::Notified),
    (Some(Issued), "CaseClosed", Discharged, Part::Notified),
    (Some(Signed), "CaseClosed", Discharged, Part::Notified),
];

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

fn named(event: &CaseEvent) -> Option<Uuid> {
    match event {
        CaseEvent::DispatchIssued(event) => Some(event.dispatch),
        CaseEvent::DispatchSigned(event) => Some(event.dispatch),
        CaseEvent::DepartmentReported(event) => Some(event.dispatch),
        CaseEvent::DispatchAccepted(event) => Some(event.dispatch),
        CaseEvent::MeasureRecorded(event) => Some(event.dispatch),
        CaseEvent::FeedbackSubmitted(event) => Some(event.dispatch),
        CaseEvent::WhistleRaised(_)
        | CaseEvent::WhistleEndorsed(_)
        | CaseEvent::WhistleDeclined(_)
        | CaseEvent::HandledLocally(_)
        | CaseEvent::EscalatedToLevel(_)
        | CaseEvent::CaseFiled(_)
        | CaseEvent::VerificationPassed(_)
        | CaseEvent::VerificationFailed(_)
        | CaseEvent::CallbackUnanswered(_)
        | CaseEvent::CallbackAnswered(_)
        | CaseEvent::ReworkOrdered(_)
        | CaseEvent::CaseClosed(_)
        | CaseEvent::CaseRated(_) => None,
    }
}
