//! Why petitions were decided as they were: words, which the fold does not keep.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::case::CaseEvent;
use whistle_domain::privacy::ProtectedText;

use super::{CaseView, PetitionView, SuspensionView};

/// What was said when something was decided.
#[derive(Debug)]
struct Ruled {
    kind: &'static str,
    /// Which petition, where several can be open at once.
    id: Option<Uuid>,
    reason: String,
    due_at: Option<DateTime<Utc>>,
}

/// The rulings of a case, oldest first.
#[derive(Debug, Default)]
pub(super) struct Rulings {
    petitions: Vec<Ruled>,
    /// On the parking that was asked for last.
    suspension: Option<String>,
}

impl Rulings {
    /// Takes in an event that decides something; the others say nothing here.
    pub(super) fn take_in(&mut self, event: &CaseEvent) {
        use CaseEvent as E;
        match event {
            E::ExtensionApproved(ruled) => {
                self.ruled("extension", Some(ruled.request), &ruled.reason, Some(ruled.due_at));
            }
            E::ExtensionRefused(ruled) => self.ruled("extension", Some(ruled.request), &ruled.reason, None),
            E::CaseForceClosed(ruled) => self.ruled("forced_closing", None, &ruled.reason, None),
            E::ForcedClosingRefused(ruled) => self.ruled("forced_closing", None, &ruled.reason, None),
            E::ExclusionRuled(ruled) => self.ruled("exclusion", None, &ruled.reason, None),
            E::ScoreAppealDecided(ruled) => {
                self.ruled("score_appeal", Some(ruled.appeal), &ruled.reason, None);
            }
            E::SuspensionRequested(_) => self.suspension = None,
            E::CaseSuspended(ruled) => self.suspension = Some(ruled.reason.shown.clone()),
            E::SuspensionRefused(ruled) => self.suspension = Some(ruled.reason.shown.clone()),
            _ => {}
        }
    }

    fn ruled(
        &mut self,
        kind: &'static str,
        id: Option<Uuid>,
        reason: &ProtectedText,
        due_at: Option<DateTime<Utc>>,
    ) {
        self.petitions.push(Ruled { kind, id, reason: reason.shown.clone(), due_at });
    }

    /// Of petitions that have no id one at a time is open, so that they are decided in the order in which they came.
    fn of(&mut self, petition: &PetitionView) -> Option<Ruled> {
        petition.approved?;
        let here = |ruled: &Ruled| ruled.kind == petition.kind && ruled.id == petition.id;
        let place = self.petitions.iter().position(here)?;
        Some(self.petitions.remove(place))
    }

    /// The case with what was said of its petitions.
    pub(super) fn told_of(mut self, view: CaseView) -> CaseView {
        let petitions = view.petitions.into_iter().map(|petition| match self.of(&petition) {
            Some(Ruled { reason, due_at, .. }) => {
                PetitionView { ruling_reason: Some(reason), due_at, ..petition }
            }
            None => petition,
        });
        let petitions = petitions.collect();
        let ruling_reason = self.suspension;
        let suspension = view.suspension.map(|parked| SuspensionView { ruling_reason, ..parked });
        CaseView { petitions, suspension, ..view }
    }
}
