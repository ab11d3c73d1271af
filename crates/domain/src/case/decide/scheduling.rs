//! 挂账与计划: parking a case, and working it off by stages.

use chrono::{DateTime, Duration, Utc};

use super::directing::AT_WORK;
use super::{
    Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_approver, expect_level, expect_room,
};
use crate::actor::Role;
use crate::case::{
    CaseSuspended, MILESTONES_MAX, Milestone, MilestoneReached, Plan, PlanAgreed, ProgressReported,
    Scheduling, Suspension, SuspensionLifted, SuspensionRefused, SuspensionRequested, SuspensionReviewed,
};
use crate::policy::WhistleKind;
use crate::privacy::ProtectedText;

impl Case {
    pub(super) fn schedule(&self, scheduling: Scheduling, facts: &Facts) -> Decision {
        let (by, at) = (facts.actor.clone(), facts.now);
        let event = match scheduling {
            Scheduling::RequestSuspension { ground, reason, proof, review_at } => {
                self.expect_status(&[CaseStatus::Filed, CaseStatus::Dispatched, CaseStatus::InHandling])?;
                self.expect_no_emergency()?;
                expect_room(self.suspensions.len())?;
                if self.asked_suspension().is_some() {
                    return Err(CaseError::AlreadyPending);
                }
                if proof.is_empty() {
                    return Err(CaseError::EvidenceMissing);
                }
                self.expect_review_in_time(review_at, facts)?;
                CaseEvent::SuspensionRequested(SuspensionRequested {
                    ground,
                    reason,
                    proof,
                    review_at,
                    by,
                    at,
                })
            }
            Scheduling::RuleSuspension { approve, reason } => {
                let asked = self.asked_suspension().ok_or(CaseError::NothingPending)?;
                let approvals = &self.rules(facts)?.approvals;
                expect_approver(&approvals.suspension, &asked.petition.request.by, facts)?;
                if approve {
                    self.expect_status(&[CaseStatus::Filed, CaseStatus::Dispatched, CaseStatus::InHandling])?;
                    self.expect_no_emergency()?;
                    let review_at = asked.review_at;
                    self.expect_review_in_time(review_at, facts)?;
                    CaseEvent::CaseSuspended(CaseSuspended { reason, review_at, by, at })
                } else {
                    CaseEvent::SuspensionRefused(SuspensionRefused { reason, by, at })
                }
            }
            Scheduling::ReviewSuspension { finding, review_at } => {
                let parked = self.suspended().ok_or(CaseError::NotSuspended)?;
                // Whoever prolongs it grants it anew.
                expect_level(&self.rules(facts)?.approvals.suspension, facts)?;
                expect_room(parked.reviews.try_into().unwrap_or(usize::MAX))?;
                self.expect_review_in_time(review_at, facts)?;
                CaseEvent::SuspensionReviewed(SuspensionReviewed { finding, review_at, by, at })
            }
            Scheduling::LiftSuspension { reason } => {
                let parked = self.suspended().ok_or(CaseError::NotSuspended)?;
                let clocks = self.clocks_after(parked, facts)?;
                CaseEvent::SuspensionLifted(SuspensionLifted { reason, clocks, by, at })
            }
            Scheduling::AgreePlan { milestones, note } => return self.agree_plan(milestones, note, facts),
            Scheduling::ReachMilestone { milestone, note, evidence } => {
                self.expect_status(AT_WORK)?;
                let plan = self.plan.as_ref().ok_or(CaseError::NoPlan)?;
                let index = usize::try_from(milestone).unwrap_or(usize::MAX).wrapping_sub(1);
                let planned = plan.milestones.get(index).ok_or(CaseError::MilestoneUnknown(milestone))?;
                if planned.reached_at.is_some() {
                    return Err(CaseError::MilestoneReachedAlready(milestone));
                }
                if evidence.is_empty() {
                    return Err(CaseError::EvidenceMissing);
                }
                CaseEvent::MilestoneReached(MilestoneReached { milestone, note, evidence, by, at })
            }
            Scheduling::ReportProgress { progress } => {
                self.expect_status(AT_WORK)?;
                let plan = self.plan.as_ref().ok_or(CaseError::NoPlan)?;
                expect_room(plan.progress_reports.try_into().unwrap_or(usize::MAX))?;
                let next_due_at = facts.due(self.rules(facts)?.progress_every, at);
                CaseEvent::ProgressReported(ProgressReported { progress, next_due_at, by, at })
            }
        };
        Ok(vec![event])
    }

    fn asked_suspension(&self) -> Option<&Suspension> {
        self.suspensions.last().filter(|suspension| suspension.petition.pending())
    }

    fn expect_review_in_time(&self, review_at: DateTime<Utc>, facts: &Facts) -> Result<(), CaseError> {
        let days_max = self.rules(facts)?.suspension_review_days_max;
        if review_at <= facts.now || review_at > facts.now + Duration::days(days_max.into()) {
            return Err(CaseError::ReviewOutOfRange { days_max });
        }
        Ok(())
    }

    /// A plan may be drawn up anew as long as nothing of it was reached and nothing is late. Planned work owes a report
    /// on its progress from then on.
    fn agree_plan(&self, milestones: Vec<Milestone>, note: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Filed, CaseStatus::Dispatched, CaseStatus::InHandling])?;
        if milestones.is_empty() {
            return Err(CaseError::Nothing);
        }
        if milestones.len() > MILESTONES_MAX {
            return Err(CaseError::TooMany { max: MILESTONES_MAX });
        }
        let begun = |plan: &Plan| plan.milestones.iter().position(|planned| planned.reached_at.is_some());
        if let Some(reached) = self.plan.as_ref().and_then(begun) {
            let reached = u32::try_from(reached + 1).unwrap_or(u32::MAX);
            return Err(CaseError::MilestoneReachedAlready(reached));
        }
        if let Some(plan) = &self.plan {
            // Those who are judged by a plan do not draw it up anew, and nobody does to hide that it is late.
            if facts.actor.role == Role::Department {
                return Err(CaseError::WrongLevel);
            }
            if plan.late_at(facts.now) {
                return Err(CaseError::AfterExpiry);
            }
            expect_room(plan.drawn_up.try_into().unwrap_or(usize::MAX))?;
        }
        let ends = std::iter::once(facts.now).chain(milestones.iter().map(|milestone| milestone.due_at));
        if !ends.clone().zip(ends.skip(1)).all(|(before, after)| before < after) {
            return Err(CaseError::MilestonesUnordered);
        }
        let planned = self.kind() == Some(WhistleKind::Key);
        let next = facts.due(self.rules(facts)?.progress_every, facts.now);
        let owed = self.plan.as_ref().and_then(|plan| plan.progress_due_at);
        let progress_due_at = planned.then(|| owed.unwrap_or(next));
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::PlanAgreed(PlanAgreed {
            milestones,
            note,
            by_policy: false,
            progress_due_at,
            by,
            at,
        })])
    }
}
