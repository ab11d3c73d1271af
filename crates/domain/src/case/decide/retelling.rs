//! 假设推演: a case as it would have been judged by another policy or another calendar.
//!
//! The events are told again. What people did, they did when they did it; only the ends of clocks are counted anew,
//! from where they began, by the functions that counted them in the first place: an issue with its limits, an extension
//! by its own length, a parking with what was left, a deadline that was taken over as the deadline that it would have been.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::clocks::{Change, clocks_anew, clocks_of, limits};
use super::dispatching::stages;
use super::{Case, CaseError, CaseEvent, CaseStatus, Facts};
use crate::actor::Actor;
use crate::calendar::WorkCalendar;
use crate::case::{
    CaseFiled, CaseReclassified, CaseReopened, ClockKind, DeadlineRecomputed, DispatchClocks, DispatchIssued,
    ExtensionApproved, PlanAgreed, Reclocked, SuspensionLifted,
};
use crate::policy::{LibraryError, Limit, PolicyLibrary, PolicySet, PolicyVersion};

/// Another policy, another calendar, or both.
#[derive(Debug, Clone)]
pub struct Hypothesis {
    policies: Arc<PolicyLibrary>,
    /// The policy by which every case is judged; none where each is judged by the one that it pinned.
    pinned: Option<PolicyVersion>,
    calendar: Arc<WorkCalendar>,
}

impl Hypothesis {
    /// Every case is judged by the policy that it pinned, and by this calendar.
    pub const fn of_calendar(policies: Arc<PolicyLibrary>, calendar: Arc<WorkCalendar>) -> Self {
        Self { policies, pinned: None, calendar }
    }

    /// Every case is judged by this policy, whichever it pinned, and by this calendar.
    pub fn of_policy(policy: PolicySet, calendar: Arc<WorkCalendar>) -> Result<Self, LibraryError> {
        let pinned = Some(policy.version());
        Ok(Self { policies: Arc::new(PolicyLibrary::new([policy])?), pinned, calendar })
    }

    fn facts(&self, now: DateTime<Utc>) -> Facts {
        Facts {
            now,
            actor: Actor::anonymous_resident(),
            policies: Arc::clone(&self.policies),
            calendar: Arc::clone(&self.calendar),
        }
    }
}

impl Case {
    /// The case as it would have been after `history`. None where it cannot be judged: the policy does not know its
    /// category, or gives it no deadline where one was extended.
    pub fn retold<'a>(
        history: impl IntoIterator<Item = &'a CaseEvent>,
        hypothesis: &Hypothesis,
    ) -> Option<Self> {
        let mut case = Self::default();
        for event in history {
            let other = case.told_otherwise(event, hypothesis).ok()?;
            case.evolve(other.as_ref().unwrap_or(event));
        }
        Some(case)
    }

    /// The event as it would have been; nothing where it would have been the same.
    fn told_otherwise(
        &self,
        event: &CaseEvent,
        hypothesis: &Hypothesis,
    ) -> Result<Option<CaseEvent>, CaseError> {
        use CaseEvent as E;
        let other = match event {
            E::CaseFiled(filed) => E::CaseFiled(filed_otherwise(filed, hypothesis)?),
            E::CaseReclassified(changed) => E::CaseReclassified(self.reclassified(changed, hypothesis)?),
            E::DispatchIssued(issued) => {
                let clocks = self.clocks_issued(issued, hypothesis)?;
                E::DispatchIssued(DispatchIssued { clocks, ..issued.clone() })
            }
            E::ExtensionApproved(approved) => E::ExtensionApproved(self.extended(approved, hypothesis)?),
            E::SuspensionLifted(lifted) => {
                let parked = self.suspended().ok_or(CaseError::NotSuspended)?;
                let clocks = self.clocks_after(parked, &hypothesis.facts(lifted.at))?;
                E::SuspensionLifted(SuspensionLifted { clocks, ..lifted.clone() })
            }
            E::CaseReopened(reopened) => E::CaseReopened(self.reopened(reopened, hypothesis)?),
            E::DeadlineRecomputed(recounted) => E::DeadlineRecomputed(self.recounted(recounted)?),
            E::PlanAgreed(agreed) if agreed.by_policy => E::PlanAgreed(self.staged(agreed, hypothesis)?),
            _ => return Ok(None),
        };
        Ok(Some(other))
    }

    /// Whoever is sent first starts the clock of the case; whoever is sent later, or takes over, keeps its end.
    fn clocks_issued(
        &self,
        issued: &DispatchIssued,
        hypothesis: &Hypothesis,
    ) -> Result<DispatchClocks, CaseError> {
        let facts = hypothesis.facts(issued.at);
        let fresh = clocks_of(issued.round_the_clock, self.limits(&facts)?, &facts);
        if self.status == CaseStatus::Filed || self.dispatches.is_empty() {
            return Ok(fresh);
        }
        let handed_over = self.dispatches.iter().rfind(|from| {
            from.recalled.is_some() && from.discharged_at == Some(issued.at) && from.role == issued.role
        });
        Ok(fresh.closing_like(handed_over.or_else(|| self.lead()).map(|from| &from.clocks)))
    }

    fn extended(
        &self,
        approved: &ExtensionApproved,
        hypothesis: &Hypothesis,
    ) -> Result<ExtensionApproved, CaseError> {
        let calendar = &hypothesis.calendar;
        let dispatch = self.dispatch(approved.dispatch).ok_or(CaseError::DispatchNotFound)?;
        let previous_due_at = dispatch.clocks.due_at.ok_or(CaseError::NoDeadline)?;
        let asked = self.extensions.iter().find(|held| held.request.request == approved.request);
        let due = if let Some(petition) = asked {
            calendar.extended(petition.request.length, previous_due_at)
        } else {
            // 延期整改: nobody asked for it; it runs from the decision where the clock had run out before.
            let begun = |due_at: DateTime<Utc>| due_at.max(approved.at);
            let limit = self.closing_limit(hypothesis)?;
            let from = begun(previous_due_at);
            calendar.moved(limit, begun(approved.previous_due_at), approved.due_at, from)
        };
        Ok(ExtensionApproved {
            previous_due_at,
            due_at: due.at,
            warn_at: None,
            provisional: None,
            ..approved.clone()
        })
    }

    fn closing_limit(&self, hypothesis: &Hypothesis) -> Result<Limit, CaseError> {
        let filing = self.filing.as_ref().ok_or(CaseError::NotFound)?;
        let limits = self.limits(&hypothesis.facts(filing.at))?;
        limits.close.ok_or(CaseError::NoDeadline)
    }

    fn reclassified(
        &self,
        changed: &CaseReclassified,
        hypothesis: &Hypothesis,
    ) -> Result<CaseReclassified, CaseError> {
        let filing = self.filing.as_ref().ok_or(CaseError::NotFound)?;
        let facts = hypothesis.facts(changed.at);
        let policy = self.policy(&facts)?;
        let change = Change {
            old: limits(policy, &filing.category, filing.kind)?,
            new: limits(policy, &changed.category, changed.kind)?,
            whole_from: self.first_issued_at().unwrap_or(changed.at),
            calendar: &facts.calendar,
        };
        let clocks = self.awaited().map(|dispatch| change.of(dispatch)).collect();
        Ok(CaseReclassified { clocks, ..changed.clone() })
    }

    /// Whoever starts again starts with new clocks.
    fn reopened(&self, reopened: &CaseReopened, hypothesis: &Hypothesis) -> Result<CaseReopened, CaseError> {
        if reopened.clocks.is_empty() {
            return Ok(reopened.clone());
        }
        let facts = hypothesis.facts(reopened.at);
        let limits = self.limits(&facts)?;
        let fresh = |held: &Reclocked| {
            let dispatch = self.dispatch(held.dispatch).ok_or(CaseError::DispatchNotFound)?;
            Ok(Reclocked { clocks: clocks_anew(dispatch, limits, &facts), ..held.clone() })
        };
        let clocks = reopened.clocks.iter().map(fresh).collect::<Result<_, CaseError>>()?;
        Ok(CaseReopened { clocks, ..reopened.clone() })
    }

    /// The calendar of the hypothesis knew the year from the beginning: what was counted stays.
    fn recounted(&self, recounted: &DeadlineRecomputed) -> Result<DeadlineRecomputed, CaseError> {
        let dispatch = self.dispatch(recounted.dispatch).ok_or(CaseError::DispatchNotFound)?;
        let clocks = dispatch.clocks;
        let end = match recounted.clock {
            ClockKind::SignIn => Some(clocks.sign_due_at),
            ClockKind::Report => Some(clocks.report_due_at),
            ClockKind::Contact => clocks.contact_due_at,
            ClockKind::Close => clocks.due_at,
        };
        let end = end.ok_or(CaseError::NoDeadline)?;
        Ok(DeadlineRecomputed { old: end, new: end, ..recounted.clone() })
    }

    /// The stages that the policy gives, where it gives any.
    fn staged(&self, agreed: &PlanAgreed, hypothesis: &Hypothesis) -> Result<PlanAgreed, CaseError> {
        let facts = hypothesis.facts(agreed.at);
        let category = self.category().unwrap_or_default();
        let stages = stages(self.policy(&facts)?, category, &facts);
        let milestones = stages.map_or_else(|| agreed.milestones.clone(), |plan| plan.milestones);
        Ok(PlanAgreed { milestones, ..agreed.clone() })
    }
}

fn filed_otherwise(filed: &CaseFiled, hypothesis: &Hypothesis) -> Result<CaseFiled, CaseError> {
    let policy_version = hypothesis.pinned.unwrap_or(filed.policy_version);
    let policy = hypothesis.policies.version(policy_version);
    let policy = policy.ok_or(CaseError::UnknownPolicy(policy_version))?;
    limits(policy, &filed.category, filed.kind)?;
    Ok(CaseFiled { policy_version, ..filed.clone() })
}
