//! Is it good? The check in the field, the resident's answer, closing, the resident's rating.

use uuid::Uuid;

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts};
use crate::case::{
    CALLBACK_ATTEMPTS_MIN, CallbackAnswered, CallbackUnanswered, CaseClosed, CaseRated, Level, ReworkOrdered,
    Verdict, VerificationFailed, VerificationPassed,
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
            return Ok(vec![CaseEvent::CallbackUnanswered(CallbackUnanswered { note: comment, by, at })]);
        };
        expect_satisfaction(verdict)?;
        let answered = CaseEvent::CallbackAnswered(CallbackAnswered { verdict, comment, by: by.clone(), at });
        if verdict.solved {
            return Ok(vec![answered]);
        }
        // No reason of its own: it stands in the answer beside it.
        let rework = ReworkOrdered { dispatches: self.to_rework(&[])?, reason: None, by, at };
        Ok(vec![answered, CaseEvent::ReworkOrdered(rework)])
    }

    pub(super) fn close(&self, reason: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Callback, CaseStatus::HandledLocally])?;
        self.expect_outsider(facts)?;
        let attempts = self.callback.unanswered_at.len();
        if self.callback.answer.is_none() && attempts < CALLBACK_ATTEMPTS_MIN {
            return Err(CaseError::CallbackMissing { attempts, required: CALLBACK_ATTEMPTS_MIN });
        }
        let resolved_at_level = self.resolving_level();
        let (by, at) = (facts.actor.clone(), facts.now);
        Ok(vec![CaseEvent::CaseClosed(CaseClosed { reason, resolved_at_level, by, at })])
    }

    pub(super) fn rate(&self, verdict: Verdict, comment: ProtectedText, facts: &Facts) -> Decision {
        self.expect_status(&[CaseStatus::Closed])?;
        expect_satisfaction(verdict)?;
        if self.rating.is_some() {
            return Err(CaseError::AlreadyRated);
        }
        Ok(vec![CaseEvent::CaseRated(CaseRated { verdict, comment, at: facts.now })])
    }

    /// The level that a closing case counts for (逐级化解). Whatever needed a department counts for the district,
    /// because departments are the district's and routing does not say which of them sit in a street.
    fn resolving_level(&self) -> Level {
        if self.dispatches.is_empty() { self.level } else { Level::District }
    }

    /// Nobody judges their own unit's handling.
    fn expect_outsider(&self, facts: &Facts) -> Result<(), CaseError> {
        if self.handled_by(&facts.actor) { Err(CaseError::OwnHandling) } else { Ok(()) }
    }

    /// The dispatches that go back, each once: those that were named, else the lead; none when no department was
    /// sent.
    fn to_rework(&self, named: &[Uuid]) -> Result<Vec<Uuid>, CaseError> {
        if named.is_empty() {
            return Ok(self.lead().map(|lead| lead.id).into_iter().collect());
        }
        let mandatory = |id: &Uuid| self.mandatory().any(|dispatch| dispatch.id == *id);
        if let Some(other) = named.iter().find(|id| !mandatory(id)) {
            return Err(CaseError::NotReworkable(*other));
        }
        let asked = self.mandatory().map(|dispatch| dispatch.id).filter(|id| named.contains(id));
        Ok(asked.collect())
    }
}

fn expect_satisfaction(verdict: Verdict) -> Result<(), CaseError> {
    match verdict.satisfaction {
        1..=5 => Ok(()),
        other => Err(CaseError::SatisfactionOutOfRange(other)),
    }
}
