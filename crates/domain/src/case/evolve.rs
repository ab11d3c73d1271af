//! Taking an event in. Whatever was decided has happened: nothing here can refuse.

use uuid::Uuid;

use super::{
    CallbackRecord, Case, CaseEvent, CaseStatus, Closure, DepartmentReported, Dispatch, DispatchIssued,
    DispatchState, Endorsement, FeedbackSubmitted, Filing, LocalHandling, Rating, Report, WhistleRaised,
};

impl Case {
    /// Takes `event` in.
    pub fn evolve(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::WhistleRaised(raised) => self.take_report(raised),
            CaseEvent::WhistleEndorsed(endorsed) => {
                self.endorsement = Some(Endorsement { by: endorsed.by.clone(), at: endorsed.at });
                self.status = CaseStatus::Endorsed;
            }
            CaseEvent::WhistleDeclined(_) => self.status = CaseStatus::Declined,
            CaseEvent::HandledLocally(handled) => {
                self.level = handled.level;
                self.local_handling = Some(LocalHandling { by: handled.by.clone(), at: handled.at });
                self.status = CaseStatus::HandledLocally;
            }
            CaseEvent::EscalatedToLevel(escalated) => self.level = escalated.to,
            CaseEvent::CaseFiled(filed) => {
                self.filing = Some(Filing {
                    category: filed.category.clone(),
                    kind: filed.kind,
                    policy_version: filed.policy_version,
                    at: filed.at,
                });
                self.status = CaseStatus::Filed;
            }
            CaseEvent::DispatchIssued(issued) => {
                self.dispatches.push(new_dispatch(issued));
                self.status = CaseStatus::Dispatched;
            }
            CaseEvent::DispatchSigned(signed) => self.on_dispatch(signed.dispatch, signed.by, |dispatch| {
                dispatch.state = DispatchState::Signed;
                dispatch.signed_at = Some(signed.at);
            }),
            CaseEvent::DepartmentReported(reported) => self.take_report_for_duty(reported),
            CaseEvent::DispatchAccepted(accepted) => {
                self.on_dispatch(accepted.dispatch, accepted.by, |dispatch| {
                    dispatch.state = DispatchState::Accepted;
                    dispatch.accepted_at = Some(accepted.at);
                });
            }
            CaseEvent::MeasureRecorded(measure) => {
                self.on_dispatch(measure.dispatch, measure.by, |dispatch| dispatch.measures += 1);
            }
            CaseEvent::FeedbackSubmitted(feedback) => self.take_feedback(feedback),
            CaseEvent::VerificationPassed(_) => {
                for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatch.role.mandatory()) {
                    dispatch.state = DispatchState::Verified;
                }
                self.callback = CallbackRecord::default();
                self.status = CaseStatus::Callback;
            }
            CaseEvent::VerificationFailed(failed) => self.send_back(&failed.reworked),
            CaseEvent::CallbackUnanswered(unanswered) => self.callback.unanswered_at.push(unanswered.at),
            CaseEvent::CallbackAnswered(answered) => self.callback.answer = Some(answered.verdict),
            CaseEvent::ReworkOrdered(ordered) => self.send_back(&ordered.dispatches),
            CaseEvent::CaseClosed(closed) => {
                // Also those merely notified: nothing can be asked of anybody any more.
                for dispatch in &mut self.dispatches {
                    dispatch.state = DispatchState::Discharged;
                    dispatch.discharged_at = Some(closed.at);
                }
                self.closure = Some(Closure { at: closed.at, resolved_at_level: closed.resolved_at_level });
                self.status = CaseStatus::Closed;
            }
            CaseEvent::CaseRated(rated) => {
                self.rating = Some(Rating { verdict: rated.verdict, at: rated.at });
            }
        }
    }

    fn take_report(&mut self, raised: &WhistleRaised) {
        self.report = Some(Report {
            number: raised.number.clone(),
            title: raised.title.clone(),
            description: raised.description.clone(),
            category: raised.category.clone(),
            kind: raised.kind,
            source: raised.source.clone(),
            location: raised.location.clone(),
            reporter: raised.reporter.clone(),
            subject: raised.subject,
            confidential: raised.confidential,
            raised_by: raised.raised_by.clone(),
            raised_at: raised.raised_at,
        });
        self.status = CaseStatus::Raised;
    }

    fn take_report_for_duty(&mut self, reported: &DepartmentReported) {
        self.on_dispatch(reported.dispatch, reported.by, |dispatch| {
            dispatch.state = DispatchState::Reported;
            dispatch.reported_at = Some(reported.at);
        });
        if self.mandatory().all(|dispatch| dispatch.reported_at.is_some()) {
            self.status = CaseStatus::InHandling;
        }
    }

    fn take_feedback(&mut self, feedback: &FeedbackSubmitted) {
        self.on_dispatch(feedback.dispatch, feedback.by, |dispatch| {
            dispatch.state = DispatchState::FeedbackSubmitted;
            dispatch.fed_back_at = Some(feedback.at);
        });
        let answered = |dispatch: &Dispatch| {
            matches!(dispatch.state, DispatchState::FeedbackSubmitted | DispatchState::Verified)
        };
        if self.mandatory().all(answered) {
            self.status = CaseStatus::Verification;
        }
    }

    /// Back to handling; a case that no department had goes back to the neighbourhood.
    fn send_back(&mut self, dispatches: &[Uuid]) {
        self.reworks += 1;
        self.callback = CallbackRecord::default();
        for dispatch in self.dispatches.iter_mut().filter(|dispatch| dispatches.contains(&dispatch.id)) {
            dispatch.state = DispatchState::Rework;
            dispatch.reworks += 1;
        }
        if self.dispatches.is_empty() {
            self.local_handling = None;
            self.status = CaseStatus::Raised;
        } else {
            self.status = CaseStatus::InHandling;
        }
    }

    fn on_dispatch(&mut self, id: Uuid, by: Uuid, change: impl FnOnce(&mut Dispatch)) {
        if let Some(dispatch) = self.dispatches.iter_mut().find(|dispatch| dispatch.id == id) {
            if !dispatch.handlers.contains(&by) {
                dispatch.handlers.push(by);
            }
            change(dispatch);
        }
    }
}

fn new_dispatch(issued: &DispatchIssued) -> Dispatch {
    Dispatch {
        id: issued.dispatch,
        department: issued.department.clone(),
        role: issued.role,
        instruction: issued.instruction.clone(),
        line_owner: issued.line_owner.clone(),
        territorial_owner: issued.territorial_owner.clone(),
        state: DispatchState::Issued,
        issued_at: issued.at,
        clocks: issued.clocks,
        signed_at: None,
        reported_at: None,
        accepted_at: None,
        fed_back_at: None,
        discharged_at: None,
        measures: 0,
        reworks: 0,
        handlers: Vec::new(),
    }
}
