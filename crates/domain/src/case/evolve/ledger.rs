//! What the ledger wants to know: the latest measure, and who found it good.

use crate::case::{Case, CaseEvent};

impl Case {
    /// Beside what the event does to the case.
    pub(super) fn note_for_ledger(&mut self, event: &CaseEvent) {
        let notes = &mut self.ledger;
        match event {
            CaseEvent::MeasureRecorded(recorded) => notes.measure = Some(recorded.measure.clone()),
            CaseEvent::FeedbackSubmitted(feedback) => notes.measure = Some(feedback.result.clone()),
            CaseEvent::HandledLocally(handled) => notes.measure = Some(handled.result.clone()),
            CaseEvent::VerificationPassed(passed) => notes.reviewer = Some(passed.by.clone()),
            CaseEvent::VerificationFailed(_) | CaseEvent::ReworkOrdered(_) | CaseEvent::CaseReopened(_) => {
                notes.reviewer = None;
            }
            CaseEvent::CaseClosed(closed) => {
                notes.reviewer.get_or_insert_with(|| closed.by.clone());
            }
            CaseEvent::CaseForceClosed(closed) => {
                notes.reviewer.get_or_insert_with(|| closed.by.clone());
            }
            CaseEvent::ItemStruckOff(struck_off) => {
                notes.item_reviewers.insert(struck_off.item, struck_off.by.clone());
            }
            CaseEvent::ItemRestored(restored) => {
                notes.item_reviewers.remove(&restored.item);
            }
            _ => {}
        }
    }
}
