//! The check, the resident's answer, the end, and going on after it.

use uuid::Uuid;

use crate::case::{
    CallbackRecord, Case, CaseEvent, CaseStatus, Closure, DispatchState, Rating, Round, Ruling,
};

impl Case {
    pub(super) fn take_review(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::VerificationPassed(passed) => {
                for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatch.awaited()) {
                    dispatch.state = DispatchState::Verified;
                }
                self.note_evidence(&passed.evidence);
                self.forget_answers();
                self.status = CaseStatus::Callback;
            }
            CaseEvent::VerificationFailed(failed) => {
                self.note_evidence(&failed.evidence);
                self.send_back(&failed.reworked);
            }
            CaseEvent::VerificationImpossible(_) => self.impossible_checks += 1,
            CaseEvent::CallbackUnanswered(unanswered) => self.callback.unanswered_at.push(unanswered.at),
            CaseEvent::CallbackAnswered(answered) => self.callback.answer = Some(answered.verdict),
            CaseEvent::DissatisfactionRecorded(recorded) => {
                self.dissatisfactions.push((recorded.clone(), None));
                self.status = CaseStatus::Dissatisfied;
            }
            CaseEvent::DissatisfactionSettled(settled) => {
                if let Some((_, exit)) = self.dissatisfactions.last_mut() {
                    *exit = Some(settled.clone());
                }
            }
            CaseEvent::ReworkOrdered(ordered) => self.send_back(&ordered.dispatches),
            _ => {}
        }
    }

    pub(super) fn take_end(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::CaseClosed(closed) => self.close_at(Closure {
                at: closed.at,
                resolved_at_level: closed.resolved_at_level,
                forced: false,
                look_back_at: closed.look_back_at.clone(),
            }),
            CaseEvent::CaseForceClosed(closed) => {
                if let Some(petition) = self.forced_closings.last_mut() {
                    petition.ruling = Some(Ruling { approved: true, by: closed.by.clone(), at: closed.at });
                }
                self.close_at(Closure {
                    at: closed.at,
                    resolved_at_level: closed.resolved_at_level,
                    forced: true,
                    look_back_at: closed.look_back_at.clone(),
                });
            }
            CaseEvent::CaseRated(rated) => {
                self.rating = Some(Rating { verdict: rated.verdict, at: rated.at });
            }
            CaseEvent::LookBackDone(done) => self.look_backs.push(done.clone()),
            CaseEvent::CaseReopened(reopened) => {
                self.reopenings += 1;
                let (due_at, rating) = (self.due_at(), self.rating.take());
                let closure = self.closure.take();
                self.rounds.extend(closure.map(|closure| Round { due_at, closure, rating }));
                self.look_backs.clear();
                // Those merely notified have heard of it, and stay discharged.
                for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatch.awaited()) {
                    dispatch.state = DispatchState::Verified;
                    dispatch.discharged_at = None;
                }
                self.reclock(&reopened.clocks, reopened.at);
                self.send_back(&reopened.dispatches);
            }
            _ => {}
        }
    }

    pub(super) fn close_at(&mut self, closure: Closure) {
        // Also those merely notified: nothing can be asked of anybody any more.
        for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatch.held()) {
            dispatch.state = DispatchState::Discharged;
            dispatch.discharged_at = Some(closure.at);
        }
        self.closure = Some(closure);
        self.status = CaseStatus::Closed;
    }

    /// Back to handling; a case that no department had goes back to the dispatcher where it was filed, else to the
    /// neighbourhood.
    fn send_back(&mut self, dispatches: &[Uuid]) {
        self.reworks += 1;
        self.forget_answers();
        for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatches.contains(&dispatch.id)) {
            dispatch.state = DispatchState::Rework;
            dispatch.reworks += 1;
        }
        if !self.dispatches.is_empty() {
            self.status = CaseStatus::InHandling;
        } else if self.filing.is_some() {
            self.status = CaseStatus::Filed;
        } else {
            self.local_handling = None;
            self.status = CaseStatus::Raised;
        }
    }

    /// A new round asks the resident and the households anew.
    fn forget_answers(&mut self) {
        self.callback = CallbackRecord::default();
        self.votes.clear();
    }
}
