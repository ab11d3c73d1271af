//! Is it good? The check in the field, the resident's answer, closing, the resident's rating.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_room};
use crate::case::{
    CallbackAnswered, CallbackUnanswered, CaseClosed, CaseRated, DissatisfactionRecorded, ItemState, Level,
    Plan, ReworkOrdered, Verdict, VerificationFailed, VerificationPassed,
};
use crate::privacy::ProtectedText;

impl Case {
    pub(super) fn verify(
        &self,
        passed: bool,
        note: ProtectedText,
        evidence: Vec<ProtectedText>,
        rework: &[Uuid],
        facts: &Facts,
    ) -> Decision {
        self.expect_status(&[CaseStatus::Verification])?;
        self.expect_outsider(facts)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        if passed && !rework.is_empty() {
            return Err(CaseError::ReworkOfPassed);
        }
        if passed {
            self.expect_worked_off()?;
            if self.rules(facts)?.evidence_required && self.recorded.evidence == 0 && evidence.is_empty() {
                return Err(CaseError::EvidenceMissing);
            }
            return Ok(vec![CaseEvent::VerificationPassed(VerificationPassed { note, evidence, by, at })]);
        }
        let reworked = self.to_rework(rework)?;
        Ok(vec![CaseEvent::VerificationFailed(VerificationFailed { note, evidence, reworked, by, at })])
    }

    pub(super) fn record_callback(
        &self,
        verdict: Option<Verdict>,
        comment: ProtectedText,
        facts: &Facts,
    ) -> Decision {
        self.expect_status(&[CaseStatus::Callback, CaseStatus::HandledLocally])?;
        if self.callback.answer.is_some() {
            return Err(CaseError::AlreadyAnswered);
        }
        self.expect_outsider(facts)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        let Some(verdict) = verdict else {
            expect_room(self.callback.unanswered_at.len())?;
            return Ok(vec![CaseEvent::CallbackUnanswered(CallbackUnanswered { note: comment, by, at })]);
        };
        expect_satisfaction(verdict)?;
        let answered = CaseEvent::CallbackAnswered(CallbackAnswered { verdict, comment, by: by.clone(), at });
        let content = verdict.solved && verdict.satisfaction > self.rules(facts)?.dissatisfied_max;
        if content || (verdict.solved && self.dispatches.is_empty()) {
            return Ok(vec![answered]);
        }
        if self.dispatches.is_empty() {
            // Handled by the neighbourhood, and not solved: back to it. The reason stands in the answer beside it.
            let rework = ReworkOrdered { dispatches: Vec::new(), reason: None, by, at };
            return Ok(vec![answered, CaseEvent::ReworkOrdered(rework)]);
        }
        let recorded = DissatisfactionRecorded { verdict, by, at };
        Ok(vec![answered, CaseEvent::DissatisfactionRecorded(recorded)])
    }

    pub(super) fn close(&self, reason: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Callback, CaseStatus::HandledLocally])?;
        self.expect_outsider(facts)?;
        self.expect_worked_off()?;
        let rules = self.rules(facts)?;
        let attempts = self.callback.attempts(rules.callback_spacing, &facts.calendar);
        let required = rules.callback_attempts_min.try_into().unwrap_or(usize::MAX);
        if self.callback.answer.is_none() && attempts < required {
            return Err(CaseError::CallbackMissing { attempts, required });
        }
        if rules.evidence_required && self.recorded.evidence == 0 {
            return Err(CaseError::EvidenceMissing);
        }
        let resolved_at_level = self.resolving_level();
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::CaseClosed(CaseClosed {
            reason,
            resolved_at_level,
            look_back_at: self.look_backs_from(facts)?,
            by,
            at,
        })])
    }

    pub(super) fn rate(&self, verdict: Verdict, comment: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Closed])?;
        expect_satisfaction(verdict)?;
        if self.rating.is_some() {
            return Err(CaseError::AlreadyRated);
        }
        Ok(vec![CaseEvent::CaseRated(CaseRated { verdict, comment, at: facts.now })])
    }

    /// When a case that is closed now is looked at again.
    pub(super) fn look_backs_from(&self, facts: &Facts) -> Result<Vec<DateTime<Utc>>, CaseError> {
        Ok(self.rules(facts)?.look_back.iter().map(|limit| facts.due(*limit, facts.now)).collect())
    }

    /// The level that a closing case counts for (逐级化解). Whatever needed a department counts for the district,
    /// because departments are the district's and routing does not say which of them sit in a street.
    pub(super) fn resolving_level(&self) -> Level {
        if self.dispatches.is_empty() { self.level } else { Level::District }
    }

    /// Nothing that was listed or planned is left over.
    pub(super) fn expect_worked_off(&self) -> Result<(), CaseError> {
        let milestones = self.plan.as_ref().map_or(0, Plan::awaited_milestones);
        if milestones > 0 {
            return Err(CaseError::MilestonesOpen(milestones));
        }
        match self.items.iter().filter(|item| item.state != ItemState::StruckOff).count() {
            0 => Ok(()),
            open => Err(CaseError::ItemsOpen(open)),
        }
    }

    /// The dispatches that go back, each once: those that were named, else the lead; none when no department was
    /// sent.
    pub(super) fn to_rework(&self, named: &[Uuid]) -> Result<Vec<Uuid>, CaseError> {
        if named.is_empty() {
            return Ok(self.lead().map(|lead| lead.id).into_iter().collect());
        }
        let mandatory = |id: &Uuid| self.awaited().any(|dispatch| dispatch.id == *id);
        if let Some(other) = named.iter().find(|id| !mandatory(id)) {
            return Err(CaseError::NotReworkable(*other));
        }
        let asked = self.awaited().map(|dispatch| dispatch.id).filter(|id| named.contains(id));
        Ok(asked.collect())
    }
}

pub(super) fn expect_satisfaction(verdict: Verdict) -> Result<(), CaseError> {
    match verdict.satisfaction {
        1..=5 => Ok(()),
        other => Err(CaseError::SatisfactionOutOfRange(other)),
    }
}
