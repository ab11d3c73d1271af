//! 回音壁: two people and a check for personal data stand before every word that is published.

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_room};
use crate::case::{EchoProposed, EchoPublished, EchoRefused, EchoRetracted, Echoing};
use crate::privacy::redact;

/// Where a wording of one's own makes sense. Of a matter that ended without having been handled the wall says so, and
/// there is nothing to add.
const TOLD: &[CaseStatus] = &[
    CaseStatus::Raised,
    CaseStatus::Endorsed,
    CaseStatus::HandledLocally,
    CaseStatus::Filed,
    CaseStatus::Dispatched,
    CaseStatus::InHandling,
    CaseStatus::Verification,
    CaseStatus::Callback,
    CaseStatus::Dissatisfied,
    CaseStatus::Closed,
];

impl Case {
    pub(super) fn echo(&self, echoing: Echoing, facts: &Facts) -> Decision {
        self.expect_status(TOLD)?;
        let (by, at) = (facts.actor.clone(), facts.now);
        let event = match echoing {
            Echoing::Propose { question, answer } => {
                if self.report.as_ref().is_some_and(|report| report.confidential) {
                    return Err(CaseError::Confidential);
                }
                expect_room(self.echo.proposals.try_into().unwrap_or(usize::MAX))?;
                if self.echo.pending.is_some() {
                    return Err(CaseError::AlreadyPending);
                }
                expect_nobody_in([&question, &answer])?;
                CaseEvent::EchoProposed(EchoProposed { question, answer, by, at })
            }
            Echoing::Rule { approve, reason } => {
                let proposed = self.echo.pending.as_ref().ok_or(CaseError::NothingPending)?;
                if proposed.by.id == facts.actor.id {
                    return Err(CaseError::SamePerson);
                }
                if approve {
                    // The detectors may have learnt something since it was proposed.
                    expect_nobody_in([&proposed.question, &proposed.answer])?;
                    CaseEvent::EchoPublished(EchoPublished { reason, by, at })
                } else {
                    CaseEvent::EchoRefused(EchoRefused { reason, by, at })
                }
            }
            Echoing::Retract { reason } => {
                if self.echo.published.is_none() {
                    return Err(CaseError::NotPublished);
                }
                CaseEvent::EchoRetracted(EchoRetracted { reason, by, at })
            }
        };
        Ok(vec![event])
    }
}

fn expect_nobody_in(texts: [&str; 2]) -> Result<(), CaseError> {
    if texts.iter().any(|text| redact(text).found) { Err(CaseError::PersonalData) } else { Ok(()) }
}
