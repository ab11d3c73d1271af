//! Sending departments.

use std::collections::HashSet;

use super::clocks::clocks;
use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_room};
use crate::case::{DispatchIssued, DispatchRole, DispatchTarget, IssueDispatches, Milestone, PlanAgreed};
use crate::policy::{PolicySet, Stage};
use crate::privacy::ProtectedText;

impl Case {
    /// Every clock starts here, at the issue, and never at the signature: a department gains nothing by not signing.
    pub(super) fn issue_dispatches(&self, issue: IssueDispatches, facts: &Facts) -> Decision {
        let mut events = Vec::with_capacity(issue.targets.len() + 1);
        let (clocks, stages) = if let Some(filing) = &self.filing {
            self.expect_status(&[CaseStatus::Filed])?;
            let policy = self.policy(facts)?;
            (
                clocks(policy, &filing.category, filing.kind, facts.now, facts)?,
                stages(policy, &filing.category, facts),
            )
        } else {
            let filed = self.filing_for(None, None, facts)?;
            let policy = facts.policies.current();
            let begun = (
                clocks(policy, &filed.category, filed.kind, facts.now, facts)?,
                stages(policy, &filed.category, facts),
            );
            events.push(CaseEvent::CaseFiled(filed));
            begun
        };
        let mut targets = issue.targets;
        expect_room(targets.len().saturating_sub(1))?;
        expect_one_lead_and_nobody_twice(&targets)?;
        targets.sort_by_key(|target| target.role);
        events.extend(targets.into_iter().map(|target| {
            CaseEvent::DispatchIssued(DispatchIssued {
                dispatch: target.dispatch,
                department: target.department,
                role: target.role,
                instruction: issue.instruction.clone(),
                line_owner: issue.line_owner.clone(),
                territorial_owner: issue.territorial_owner.clone(),
                clocks,
                at: facts.now,
            })
        }));
        // A case with a plan of its own keeps it.
        events.extend(stages.filter(|_| self.plan.is_none()).map(CaseEvent::PlanAgreed));
        Ok(events)
    }
}

fn expect_one_lead_and_nobody_twice(targets: &[DispatchTarget]) -> Result<(), CaseError> {
    if targets.iter().filter(|target| target.role == DispatchRole::Lead).count() != 1 {
        return Err(CaseError::NotOneLead);
    }
    let mut seen = HashSet::new();
    match targets.iter().find(|target| !seen.insert(target.department.as_str())) {
        Some(twice) => Err(CaseError::DepartmentTwice(twice.department.clone())),
        None => Ok(()),
    }
}

/// The stages that the policy gives to a category (制止、处罚、拆除), as a plan that starts now.
pub(super) fn stages(policy: &PolicySet, category: &str, facts: &Facts) -> Option<PlanAgreed> {
    let stages = &policy.category(category)?.stages;
    let milestone = |stage: &Stage| Milestone {
        title: ProtectedText::plain(stage.title.clone()),
        due_at: facts.due(stage.limit, facts.now),
    };
    (!stages.is_empty()).then(|| PlanAgreed {
        milestones: stages.iter().map(milestone).collect(),
        note: ProtectedText::default(),
        by_policy: true,
        progress_due_at: None,
        by: facts.actor.clone(),
        at: facts.now,
    })
}
