//! What is asked for and decided: returns, extensions, parking, plans, exclusions, supervision.

use crate::actor::Actor;
use crate::case::{
    Case, CaseEvent, Dispute, Petition, Plan, PlannedMilestone, ReturnRuling, Ruling, Supervision, Suspension,
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

impl Case {
    pub(super) fn take_dispatch_petition(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::ReturnRequested(request) => {
                self.disputes.push(Dispute { request: request.clone(), ruling: None });
                self.on_dispatch(request.dispatch, request.by.id, |_| {});
            }
            CaseEvent::ReturnApproved(ruling) | CaseEvent::ReturnRefused(ruling) => self.take_ruling(ruling),
            CaseEvent::LeadDetermined(ruling) => {
                self.take_ruling(ruling);
                self.determined = Some(ruling.clone());
            }
            CaseEvent::ExtensionRequested(request) => {
                self.extensions.push(Petition::open(request.clone()));
                self.on_dispatch(request.dispatch, request.by.id, |_| {});
            }
            CaseEvent::ExtensionApproved(approved) => {
                self.answer_extension(approved.request, ruling(true, &approved.by, approved.at));
                self.change_dispatch(approved.dispatch, |dispatch| {
                    dispatch.extensions += 1;
                    dispatch.clocks.due_at = Some(approved.due_at);
                    dispatch.clocks.warn_at = approved.warn_at;
                    dispatch.clocks.provisional.close = approved.provisional;
                });
            }
            CaseEvent::ExtensionRefused(refused) => {
                self.answer_extension(refused.request, ruling(false, &refused.by, refused.at));
            }
            _ => {}
        }
    }

    fn answer_extension(&mut self, request: Uuid, ruling: Ruling) {
        if let Some(petition) = self.extensions.iter_mut().find(|held| held.request.request == request) {
            petition.ruling = Some(ruling);
        }
    }

    fn take_ruling(&mut self, ruling: &ReturnRuling) {
        let asked = |dispute: &&mut Dispute| dispute.request.request == ruling.request;
        if let Some(dispute) = self.disputes.iter_mut().find(asked) {
            dispute.ruling = Some(ruling.clone());
        }
    }

    pub(super) fn take_suspension(&mut self, event: &CaseEvent) {
        if let CaseEvent::SuspensionRequested(request) = event {
            self.suspensions.push(Suspension {
                review_at: request.review_at,
                petition: Petition::open(request.clone()),
                reviews: 0,
                lifted_at: None,
            });
            return;
        }
        let Some(suspension) = self.suspensions.last_mut() else { return };
        match event {
            CaseEvent::CaseSuspended(suspended) => {
                suspension.petition.ruling = Some(ruling(true, &suspended.by, suspended.at));
                suspension.review_at = suspended.review_at;
            }
            CaseEvent::SuspensionRefused(refused) => {
                suspension.petition.ruling = Some(ruling(false, &refused.by, refused.at));
            }
            CaseEvent::SuspensionReviewed(reviewed) => {
                suspension.reviews += 1;
                suspension.review_at = reviewed.review_at;
            }
            CaseEvent::SuspensionLifted(lifted) => {
                suspension.lifted_at = Some(lifted.at);
                let since = suspension.petition.ruling.as_ref().map(|ruling| ruling.at);
                self.reclock(&lifted.clocks);
                if let (Some(since), Some(plan)) = (since, &mut self.plan) {
                    plan.stood_still(since, lifted.at);
                }
            }
            _ => {}
        }
    }

    pub(super) fn take_plan(&mut self, event: &CaseEvent) {
        match (event, &mut self.plan) {
            (CaseEvent::PlanAgreed(agreed), plan) => {
                let planned = |milestone: &crate::case::Milestone| PlannedMilestone {
                    milestone: milestone.clone(),
                    reached_at: None,
                };
                let drawn_up = plan.as_ref().map_or(0, |plan| plan.drawn_up) + 1;
                *plan = Some(Plan {
                    drawn_up,
                    milestones: agreed.milestones.iter().map(planned).collect(),
                    by_policy: agreed.by_policy,
                    agreed_at: agreed.at,
                    progress_due_at: agreed.progress_due_at,
                    progress_reports: 0,
                });
            }
            (CaseEvent::MilestoneReached(reached), Some(plan)) => {
                let at = usize::try_from(reached.milestone).unwrap_or(usize::MAX).wrapping_sub(1);
                if let Some(planned) = plan.milestones.get_mut(at) {
                    planned.reached_at = Some(reached.at);
                }
                self.note_evidence(&reached.evidence);
            }
            (CaseEvent::ProgressReported(progress), Some(plan)) => {
                plan.progress_reports += 1;
                plan.progress_due_at = plan.progress_due_at.map(|_| progress.next_due_at);
            }
            _ => {}
        }
    }

    pub(super) fn take_petition(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::ForcedClosingRequested(request) => {
                self.forced_closings.push(Petition::open(request.clone()));
            }
            CaseEvent::ForcedClosingRefused(refused) => {
                if let Some(petition) = self.forced_closings.last_mut() {
                    petition.ruling = Some(ruling(false, &refused.by, refused.at));
                }
            }
            CaseEvent::ExclusionRequested(request) => self.exclusions.push(Petition::open(request.clone())),
            CaseEvent::ExclusionRuled(ruled) => {
                if let Some(petition) = self.exclusions.last_mut() {
                    petition.ruling = Some(ruling(ruled.approved, &ruled.by, ruled.at));
                }
            }
            CaseEvent::ScoreAppealed(appeal) => self.score_appeals.push(Petition::open(appeal.clone())),
            CaseEvent::ScoreAppealDecided(decided) => {
                let asked = |petition: &&mut Petition<crate::case::ScoreAppealed>| {
                    petition.request.appeal == decided.appeal
                };
                if let Some(petition) = self.score_appeals.iter_mut().find(asked) {
                    petition.ruling = Some(ruling(decided.upheld, &decided.by, decided.at));
                }
            }
            _ => {}
        }
    }

    pub(super) fn take_supervision(&mut self, event: &CaseEvent) {
        let mut change = |id, change: fn(&mut Supervision, DateTime<Utc>), at| {
            if let Some(found) = self.supervisions.iter_mut().find(|held| held.issued.supervision == id) {
                change(found, at);
            }
        };
        match event {
            CaseEvent::SupervisionIssued(issued) => self.supervisions.push(Supervision {
                issued: issued.clone(),
                answered_at: None,
                lifted_at: None,
            }),
            CaseEvent::SupervisionAnswered(answered) => {
                change(answered.supervision, |held, at| held.answered_at = Some(at), answered.at);
            }
            CaseEvent::SupervisionLifted(lifted) => {
                change(lifted.supervision, |held, at| held.lifted_at = Some(at), lifted.at);
            }
            _ => {}
        }
    }
}

fn ruling(approved: bool, by: &Actor, at: DateTime<Utc>) -> Ruling {
    Ruling { approved, by: by.clone(), at }
}
