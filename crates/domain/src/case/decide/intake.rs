//! From report to filing.

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts};
use crate::actor::Code;
use crate::case::{
    CaseFiled, ClosedMatter, EscalatedToLevel, HandledLocally, Level, RaiseWhistle, WhistleDeclined,
    WhistleEndorsed, WhistleRaised,
};
use crate::policy::WhistleKind;
use crate::privacy::ProtectedText;

impl Case {
    pub(super) fn raise(&self, raise: RaiseWhistle, facts: &Facts) -> Decision {
        if self.status != CaseStatus::Unreported {
            return Err(CaseError::AlreadyRaised);
        }
        let policy = facts.policies.current();
        let Some(category) = policy.category(&raise.category) else {
            return Err(CaseError::UnknownCategory(raise.category));
        };
        let rules = policy.rules();
        let repeats = raise.location.spot().and_then(|spot| {
            ClosedMatter::newest_repeated(&raise.earlier, &raise.category, &spot, facts.now, rules)
        });
        Ok(vec![CaseEvent::WhistleRaised(WhistleRaised {
            number: raise.number,
            title: raise.title,
            description: raise.description,
            kind: raise.kind.unwrap_or(category.kind),
            category: raise.category,
            source: raise.source,
            location: raise.location,
            subject: raise.subject,
            reporter: raise.reporter,
            confidential: raise.confidential,
            raised_by: facts.actor.clone(),
            raised_at: facts.now,
            repeats,
            photos: raise.photos,
        })])
    }

    pub(super) fn endorse(
        &self,
        note: ProtectedText,
        local_attempt: Option<ProtectedText>,
        facts: &Facts,
    ) -> Decision {
        self.expect_status(&[CaseStatus::Raised])?;
        let emergency = self.kind() == Some(WhistleKind::Emergency);
        if self.rules(facts)?.local_attempt_required && local_attempt.is_none() && !emergency {
            return Err(CaseError::LocalAttemptMissing);
        }
        Ok(vec![CaseEvent::WhistleEndorsed(WhistleEndorsed {
            note,
            local_attempt,
            by: facts.actor.clone(),
            at: facts.now,
        })])
    }

    pub(super) fn decline(&self, reason: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Raised])?;
        Ok(vec![CaseEvent::WhistleDeclined(WhistleDeclined {
            reason,
            by: facts.actor.clone(),
            at: facts.now,
        })])
    }

    pub(super) fn handle_locally(
        &self,
        result: ProtectedText,
        evidence: Vec<ProtectedText>,
        level: Option<Level>,
        facts: &Facts,
    ) -> Decision {
        self.expect_status(&[CaseStatus::Raised, CaseStatus::Endorsed])?;
        let level = level.unwrap_or(self.level);
        if level < self.level {
            return Err(CaseError::NotUpwards { from: self.level, to: level });
        }
        self.expect_worked_off()?;
        if self.rules(facts)?.evidence_required && evidence.is_empty() {
            return Err(CaseError::EvidenceMissing);
        }
        Ok(vec![CaseEvent::HandledLocally(HandledLocally {
            result,
            evidence,
            level,
            by: facts.actor.clone(),
            at: facts.now,
        })])
    }

    pub(super) fn escalate(&self, to: Level, reason: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Raised, CaseStatus::Endorsed])?;
        if to <= self.level {
            return Err(CaseError::NotUpwards { from: self.level, to });
        }
        Ok(vec![CaseEvent::EscalatedToLevel(EscalatedToLevel {
            from: self.level,
            to,
            reason,
            at: facts.now,
        })])
    }

    pub(super) fn file(&self, category: Option<Code>, kind: Option<WhistleKind>, facts: &Facts) -> Decision {
        Ok(vec![CaseEvent::CaseFiled(self.filing_for(category, kind, facts)?)])
    }

    /// The filing of a case that is ready for it. An emergency needs no endorsement: 先处置.
    pub(super) fn filing_for(
        &self,
        category: Option<Code>,
        kind: Option<WhistleKind>,
        facts: &Facts,
    ) -> Result<CaseFiled, CaseError> {
        let report = self.report.as_ref().ok_or(CaseError::NotFound)?;
        let kind = kind.unwrap_or(report.kind);
        let emergency = kind == WhistleKind::Emergency;
        self.expect_status(if emergency {
            &[CaseStatus::Endorsed, CaseStatus::Raised]
        } else {
            &[CaseStatus::Endorsed]
        })?;
        let category = category.unwrap_or_else(|| report.category.clone());
        let policy = facts.policies.current();
        if policy.category(&category).is_none() {
            return Err(CaseError::UnknownCategory(category));
        }
        Ok(CaseFiled { category, kind, policy_version: policy.version(), at: facts.now })
    }
}
