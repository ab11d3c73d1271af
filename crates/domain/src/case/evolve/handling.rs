//! Dispatches: issued, moved, taken back, and the joint actions of their units.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::case::{
    Case, CaseEvent, CaseStatus, ClockKind, DeadlineRecomputed, Dispatch, DispatchIssued, DispatchRecalled,
    DispatchState, Escalation, FeedbackSubmitted, JointAction, RecallCause, Reclocked,
};

impl Case {
    pub(super) fn take_handling(&mut self, event: &CaseEvent) {
        self.meet_clock(event);
        match event {
            CaseEvent::DispatchIssued(issued) => self.take_dispatch(issued),
            CaseEvent::OrphanDeclared(declared) => self.orphan = Some(declared.clone()),
            CaseEvent::DispatchRecalled(recalled) => self.take_recall(recalled),
            CaseEvent::DispatchSigned(signed) => self.on_dispatch(signed.dispatch, signed.by, |dispatch| {
                dispatch.state = DispatchState::Signed;
                dispatch.signed_at = Some(signed.at);
                dispatch.signed_automatically = signed.automatic;
            }),
            CaseEvent::DutyEscalated(escalated) => self.change_dispatch(escalated.dispatch, |dispatch| {
                dispatch.escalated = Some(Escalation {
                    step: escalated.step,
                    unit: escalated.unit.clone(),
                    person: escalated.person.clone(),
                    why: escalated.why.clone(),
                    at: escalated.at,
                    next_at: escalated.next_at,
                });
            }),
            CaseEvent::DepartmentReported(reported) => {
                self.on_dispatch(reported.dispatch, reported.by, |dispatch| {
                    dispatch.state = DispatchState::Reported;
                    dispatch.reported_at = Some(reported.at);
                });
                self.advance();
            }
            CaseEvent::DispatchAccepted(accepted) => {
                self.on_dispatch(accepted.dispatch, accepted.by, |dispatch| {
                    dispatch.state = DispatchState::Accepted;
                    dispatch.accepted_at = Some(accepted.at);
                });
            }
            CaseEvent::ResidentContacted(contacted) => {
                self.on_dispatch(contacted.dispatch, contacted.by.id, |dispatch| {
                    dispatch.contacts = dispatch.contacts.saturating_add(1);
                    dispatch.contacted_at.get_or_insert(contacted.at);
                });
            }
            CaseEvent::MeasureRecorded(measure) => {
                self.on_dispatch(measure.dispatch, measure.by, |dispatch| dispatch.measures += 1);
                self.note_evidence(&measure.evidence);
            }
            CaseEvent::FeedbackSubmitted(feedback) => self.take_feedback(feedback),
            CaseEvent::OverdueExplained(explained) => {
                self.on_dispatch(explained.dispatch, explained.by.id, |dispatch| {
                    dispatch.overdue_explained += 1;
                });
            }
            _ => {}
        }
    }

    fn take_dispatch(&mut self, issued: &DispatchIssued) {
        self.dispatches.push(new_dispatch(issued));
        if issued.role.mandatory() || self.status == CaseStatus::Filed {
            self.status = CaseStatus::Dispatched;
        }
    }

    fn take_recall(&mut self, recalled: &DispatchRecalled) {
        self.change_dispatch(recalled.dispatch, |dispatch| {
            dispatch.state = DispatchState::Recalled;
            dispatch.recalled = Some(recalled.cause);
            dispatch.borne_by.clone_from(&recalled.borne_by);
            dispatch.discharged_at = Some(recalled.at);
        });
        // Any other recall is followed by the dispatch of whoever takes over.
        if recalled.cause == RecallCause::Released {
            self.advance();
        }
    }

    fn take_feedback(&mut self, feedback: &FeedbackSubmitted) {
        self.on_dispatch(feedback.dispatch, feedback.by, |dispatch| {
            dispatch.state = DispatchState::FeedbackSubmitted;
            dispatch.fed_back_at = Some(feedback.at);
        });
        self.impossible_checks = 0;
        self.note_evidence(&feedback.evidence);
        self.advance();
    }

    pub(super) fn take_joint_action(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::JointActionScheduled(scheduled) => {
                let (signed_in, held_at) = (Vec::new(), None);
                self.joint_actions.push(JointAction { scheduled: scheduled.clone(), signed_in, held_at });
            }
            CaseEvent::JointActionSignedIn(signed_in) => {
                if let Some(action) = self.joint_action_mut(signed_in.action) {
                    action.signed_in.push((signed_in.unit.clone(), signed_in.at));
                }
            }
            CaseEvent::JointActionHeld(held) => {
                if let Some(action) = self.joint_action_mut(held.action) {
                    action.held_at = Some(held.at);
                }
            }
            _ => {}
        }
    }

    fn joint_action_mut(&mut self, id: Uuid) -> Option<&mut JointAction> {
        self.joint_actions.iter_mut().find(|action| action.scheduled.action == id)
    }

    /// A change that an account of the unit made.
    pub(super) fn on_dispatch(&mut self, id: Uuid, by: Uuid, change: impl FnOnce(&mut Dispatch)) {
        self.change_dispatch(id, |dispatch| {
            if !by.is_nil() && !dispatch.handlers.contains(&by) {
                dispatch.handlers.push(by);
            }
            change(dispatch);
        });
    }

    pub(super) fn change_dispatch(&mut self, id: Uuid, change: impl FnOnce(&mut Dispatch)) {
        if let Some(dispatch) = self.dispatches.iter_mut().find(|dispatch| dispatch.id == id) {
            change(dispatch);
        }
    }

    pub(super) fn take_deadline(&mut self, recomputed: &DeadlineRecomputed) {
        let (new, mark) = (recomputed.new, recomputed.provisional);
        self.change_dispatch(recomputed.dispatch, |dispatch| {
            let clocks = &mut dispatch.clocks;
            match recomputed.clock {
                ClockKind::SignIn => (clocks.sign_due_at, clocks.provisional.sign_in) = (new, mark),
                ClockKind::Report => (clocks.report_due_at, clocks.provisional.report) = (new, mark),
                ClockKind::Contact => (clocks.contact_due_at, clocks.provisional.contact) = (Some(new), mark),
                ClockKind::Close => {
                    (clocks.due_at, clocks.provisional.close) = (Some(new), mark);
                    clocks.warn_at = recomputed.warn_at;
                }
            }
        });
    }

    pub(super) fn reclock(&mut self, clocks: &[Reclocked], at: DateTime<Utc>) {
        for reclocked in clocks {
            self.change_dispatch(reclocked.dispatch, |dispatch| {
                dispatch.clocks = reclocked.clocks;
                dispatch.clocked_at = at;
            });
        }
    }
}

pub(super) fn new_dispatch(issued: &DispatchIssued) -> Dispatch {
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
        first_due_at: issued.clocks.due_at,
        round_the_clock: issued.round_the_clock,
        signed_at: None,
        reported_at: None,
        accepted_at: None,
        fed_back_at: None,
        contacted_at: None,
        signed_automatically: false,
        escalated: None,
        recalled: None,
        borne_by: None,
        extensions: 0,
        overdue_explained: 0,
        discharged_at: None,
        contacts: 0,
        measures: 0,
        reworks: 0,
        handlers: Vec::new(),
        imported: false,
        clocked_at: issued.at,
        yellow_cards: 0,
        red_cards: 0,
        struck: Vec::new(),
    }
}
