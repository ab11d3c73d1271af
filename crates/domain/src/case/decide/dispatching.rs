//! Sending departments.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts};
use crate::case::{DispatchClocks, DispatchIssued, DispatchRole, DispatchTarget, IssueDispatches};
use crate::policy::{PolicyLibrary, PolicyVersion, WhistleKind};

impl Case {
    /// Every clock starts here, at the issue, and never at the signature: a department gains nothing by not signing
    /// (guard 1 of the lifecycle).
    pub(super) fn issue_dispatches(&self, issue: IssueDispatches, facts: &Facts) -> Decision {
        let mut events = Vec::with_capacity(issue.targets.len() + 1);
        let clocks = if let Some(filing) = &self.filing {
            self.expect_status(&[CaseStatus::Filed])?;
            clocks(&facts.policies, filing.policy_version, &filing.category, filing.kind, facts.now)?
        } else {
            let filed = self.filing_for(None, None, facts)?;
            let clocks =
                clocks(&facts.policies, filed.policy_version, &filed.category, filed.kind, facts.now)?;
            events.push(CaseEvent::CaseFiled(filed));
            clocks
        };
        let mut targets = issue.targets;
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

fn clocks(
    policies: &PolicyLibrary,
    version: PolicyVersion,
    category: &str,
    kind: WhistleKind,
    from: DateTime<Utc>,
) -> Result<DispatchClocks, CaseError> {
    let policy = policies.version(version).ok_or(CaseError::UnknownPolicy(version))?;
    let limits =
        policy.clocks_for(category, kind).ok_or_else(|| CaseError::UnknownCategory(category.to_owned()))?;
    Ok(DispatchClocks {
        sign_due_at: limits.sign_in.due(from),
        report_due_at: limits.report.due(from),
        contact_due_at: limits.contact.map(|limit| limit.due(from)),
        due_at: limits.close.map(|limit| limit.due(from)),
    })
}
