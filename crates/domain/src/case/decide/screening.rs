//! Putting a report right, and ending a case before departments are sent.

use super::{Case, CaseError, CaseEvent, CaseStatus, Decision, Facts, expect_room};
use crate::case::{
    AMENDMENTS_MAX, COMPLAINANTS_MAX, CaseDiverted, CaseLinked, CaseMerged, CaseNotAccepted,
    DuplicateAbsorbed, Screening, WhistleAmended, WhistleWithdrawn,
};

/// Where no department was sent yet.
const BEFORE_DISPATCH: &[CaseStatus] = &[CaseStatus::Raised, CaseStatus::Endorsed, CaseStatus::Filed];
/// Where a matter can still take others in: before its result is judged.
const ABSORBING: &[CaseStatus] = &[
    CaseStatus::Raised,
    CaseStatus::Endorsed,
    CaseStatus::Filed,
    CaseStatus::Dispatched,
    CaseStatus::InHandling,
];

impl Case {
    pub(super) fn screen(&self, screening: Screening, facts: &Facts) -> Decision {
        let (by, at) = (facts.actor.clone(), facts.now);
        let event = match screening {
            Screening::Amend { title, description, photos } => {
                self.expect_status(&[
                    CaseStatus::Raised,
                    CaseStatus::Endorsed,
                    CaseStatus::Filed,
                    CaseStatus::Dispatched,
                    CaseStatus::InHandling,
                ])?;
                if title.is_none() && description.is_none() && photos.is_empty() {
                    return Err(CaseError::Nothing);
                }
                if usize::try_from(self.recorded.amendments).unwrap_or(usize::MAX) >= AMENDMENTS_MAX {
                    return Err(CaseError::TooMany { max: AMENDMENTS_MAX });
                }
                CaseEvent::WhistleAmended(WhistleAmended { title, description, photos, by, at })
            }
            Screening::Withdraw { reason } => {
                self.expect_status(BEFORE_DISPATCH)?;
                if !self.complainants.is_empty() || !self.absorbed.is_empty() {
                    return Err(CaseError::OthersComplain);
                }
                CaseEvent::WhistleWithdrawn(WhistleWithdrawn { reason, by, at })
            }
            Screening::NotAccept { ground, reason } => {
                self.expect_status(BEFORE_DISPATCH)?;
                CaseEvent::CaseNotAccepted(CaseNotAccepted { ground, reason, by, at })
            }
            Screening::Divert { to, reason } => {
                self.expect_status(BEFORE_DISPATCH)?;
                CaseEvent::CaseDiverted(CaseDiverted { to, reason, by, at })
            }
            Screening::Link { other, reason } => {
                expect_room(self.linked.len())?;
                if self.linked.contains(&other) {
                    return Err(CaseError::LinkedAlready);
                }
                CaseEvent::CaseLinked(CaseLinked { other, reason, by, at })
            }
            Screening::MergeInto { own, into, into_number, reason } => {
                self.expect_status(BEFORE_DISPATCH)?;
                // Two cases that have taken each other in would otherwise both end: the older one goes on.
                if self.absorbed.contains(&into) && own < into {
                    return Err(CaseError::LinkedAlready);
                }
                CaseEvent::CaseMerged(CaseMerged { into, into_number, reason, by, at })
            }
            Screening::Absorb { from, from_number, complainants } => {
                self.expect_status(ABSORBING)?;
                expect_room(self.absorbed.len())?;
                // Whoever is here already, under their own key, is not counted twice.
                let known = |subject| {
                    self.report.as_ref().is_some_and(|report| report.subject == subject)
                        || self.complainants.iter().any(|held| held.subject == subject)
                };
                let complainants: Vec<_> =
                    complainants.into_iter().filter(|complainant| !known(complainant.subject)).collect();
                if self.absorbed.contains(&from) && complainants.is_empty() {
                    return Ok(Vec::new());
                }
                if self.complainants.len() + complainants.len() > COMPLAINANTS_MAX {
                    return Err(CaseError::TooMany { max: COMPLAINANTS_MAX });
                }
                CaseEvent::DuplicateAbsorbed(DuplicateAbsorbed { from, from_number, complainants, by, at })
            }
        };
        Ok(vec![event])
    }
}
