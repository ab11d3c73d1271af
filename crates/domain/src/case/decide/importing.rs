//! Taking a case of another system over.

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts};
use crate::case::{CaseImported, ImportedRecord, category_is_imported};

impl Case {
    /// The record decides alone; what it says is not judged by rules that it did not know.
    pub(super) fn import(&self, record: ImportedRecord, facts: &Facts) -> Decision {
        if self.status != CaseStatus::Unreported {
            return Err(CaseError::AlreadyRaised);
        }
        let policy = facts.policies.current();
        if policy.category(&record.category).is_none() && !category_is_imported(&record.category) {
            return Err(CaseError::UnknownCategory(record.category));
        }
        Ok(vec![CaseEvent::CaseImported(CaseImported {
            record,
            policy_version: policy.version(),
            by: facts.actor.clone(),
            at: facts.now,
        })])
    }
}
