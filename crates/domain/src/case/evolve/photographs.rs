//! Which photographs a case has, and which of them its resident is shown.

use chrono::{DateTime, Utc};

use crate::case::{Case, CaseEvent, CasePhoto, Photo, PhotoStep};
use crate::privacy::ProtectedText;

impl Case {
    /// Beside what the event does to the case.
    pub(super) fn note_photos(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::WhistleRaised(raised) => self.add_reported(&raised.photos, raised.raised_at),
            CaseEvent::WhistleAmended(amended) => self.add_reported(&amended.photos, amended.at),
            event => {
                if let Some((step, pieces, at)) = evidence(event) {
                    for photo in pieces.iter().filter_map(Photo::of_evidence) {
                        self.add_photo(photo, step, at);
                    }
                }
            }
        }
        if found_good(event) {
            let work = self.photos.iter_mut().filter(|photo| photo.step != PhotoStep::Petition);
            work.for_each(|photo| photo.told = true);
        }
    }

    fn add_reported(&mut self, photos: &[Photo], at: DateTime<Utc>) {
        for photo in photos {
            self.add_photo(photo.clone(), PhotoStep::Report, at);
        }
    }

    /// A picture that is shown twice is one picture.
    fn add_photo(&mut self, photo: Photo, step: PhotoStep, at: DateTime<Utc>) {
        if self.photos.iter().all(|known| known.photo.id != photo.id) {
            self.photos.push(CasePhoto { photo, step, at, told: step == PhotoStep::Report });
        }
    }
}

/// The pieces of evidence that an event holds.
fn evidence(event: &CaseEvent) -> Option<(PhotoStep, &[ProtectedText], DateTime<Utc>)> {
    use CaseEvent as E;
    use PhotoStep as S;
    Some(match event {
        E::HandledLocally(handled) => (S::LocalHandling, &handled.evidence, handled.at),
        E::MeasureRecorded(measure) => (S::Measure, &measure.evidence, measure.at),
        E::FeedbackSubmitted(feedback) => (S::Feedback, &feedback.evidence, feedback.at),
        E::MilestoneReached(reached) => (S::Milestone, &reached.evidence, reached.at),
        E::RectificationClaimed(claimed) => (S::Rectification, &claimed.evidence, claimed.at),
        E::ItemReinspected(inspected) => (S::Reinspection, &inspected.evidence, inspected.at),
        E::VerificationPassed(passed) => (S::Verification, &passed.evidence, passed.at),
        E::VerificationFailed(failed) => (S::Verification, &failed.evidence, failed.at),
        E::LookBackDone(done) => (S::LookBack, &done.evidence, done.at),
        E::ScoreAppealed(appeal) => (S::Petition, &appeal.evidence, appeal.at),
        E::SuspensionRequested(request) => (S::Petition, &request.proof, request.at),
        _ => return None,
    })
}

/// Whether somebody found the work good who did not do it. A closing by force says nothing about the work.
const fn found_good(event: &CaseEvent) -> bool {
    match event {
        CaseEvent::VerificationPassed(_) | CaseEvent::CaseClosed(_) => true,
        CaseEvent::LookBackDone(done) => !done.relapsed,
        _ => false,
    }
}
