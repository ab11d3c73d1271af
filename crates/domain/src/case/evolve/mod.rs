//! Taking an event in. Whatever was decided has happened: nothing here can refuse.
//!
//! The `match` is exhaustive, and it is the only one: whatever else must follow from the events, such as the read
//! models, follows from the state that they lead to.

mod collecting;
mod echoes;
mod handling;
mod imported;
mod intake;
mod ledger;
mod petitions;
mod photographs;
mod review;
mod striking;

use super::{Case, CaseEvent, CaseStatus, Dispatch, DispatchState};

impl Case {
    /// Takes `event` in.
    pub fn evolve(&mut self, event: &CaseEvent) {
        use CaseEvent as E;
        self.recorded.events = self.recorded.events.saturating_add(1);
        self.note_for_ledger(event);
        self.forget_outdated_echo(event);
        self.note_photos(event);
        match event {
            E::WhistleRaised(_)
            | E::WhistleAmended(_)
            | E::WhistleWithdrawn(_)
            | E::CaseNotAccepted(_)
            | E::CaseDiverted(_)
            | E::CaseMerged(_)
            | E::WhistleEndorsed(_)
            | E::WhistleDeclined(_)
            | E::HandledLocally(_)
            | E::EscalatedToLevel(_)
            | E::CaseFiled(_)
            | E::CaseReclassified(_) => self.take_intake(event),
            E::DispatchIssued(_)
            | E::OrphanDeclared(_)
            | E::DispatchRecalled(_)
            | E::DispatchSigned(_)
            | E::DutyEscalated(_)
            | E::DepartmentReported(_)
            | E::DispatchAccepted(_)
            | E::ResidentContacted(_)
            | E::MeasureRecorded(_)
            | E::FeedbackSubmitted(_)
            | E::OverdueExplained(_) => self.take_handling(event),
            E::JointActionScheduled(_) | E::JointActionSignedIn(_) | E::JointActionHeld(_) => {
                self.take_joint_action(event);
            }
            E::ReturnRequested(_)
            | E::ReturnApproved(_)
            | E::ReturnRefused(_)
            | E::LeadDetermined(_)
            | E::ExtensionRequested(_)
            | E::ExtensionApproved(_)
            | E::ExtensionRefused(_) => self.take_dispatch_petition(event),
            E::SuspensionRequested(_)
            | E::CaseSuspended(_)
            | E::SuspensionRefused(_)
            | E::SuspensionReviewed(_)
            | E::SuspensionLifted(_) => self.take_suspension(event),
            E::PlanAgreed(_) | E::MilestoneReached(_) | E::ProgressReported(_) => self.take_plan(event),
            E::VerificationPassed(_)
            | E::VerificationFailed(_)
            | E::VerificationImpossible(_)
            | E::CallbackUnanswered(_)
            | E::CallbackAnswered(_)
            | E::DissatisfactionRecorded(_)
            | E::DissatisfactionSettled(_)
            | E::ReworkOrdered(_) => self.take_review(event),
            E::CaseClosed(_)
            | E::CaseForceClosed(_)
            | E::CaseRated(_)
            | E::LookBackDone(_)
            | E::CaseReopened(_) => self.take_end(event),
            E::ForcedClosingRequested(_)
            | E::ForcedClosingRefused(_)
            | E::ExclusionRequested(_)
            | E::ExclusionRuled(_)
            | E::ScoreAppealed(_)
            | E::ScoreAppealDecided(_) => self.take_petition(event),
            E::SupervisionIssued(_) | E::SupervisionAnswered(_) | E::SupervisionLifted(_) => {
                self.take_supervision(event);
            }
            E::CaseLinked(_)
            | E::DuplicateAbsorbed(_)
            | E::ComplainantJoined(_)
            | E::RepresentativeChosen(_)
            | E::HouseholdVoted(_) => self.take_people(event),
            E::ItemsListed(_)
            | E::RectificationOrdered(_)
            | E::RectificationClaimed(_)
            | E::ItemReinspected(_)
            | E::ItemStruckOff(_)
            | E::ItemRestored(_) => self.take_items(event),
            E::CaseImported(imported) => self.take_import(imported),
            E::DeadlineRecomputed(recomputed) => self.take_deadline(recomputed),
            E::ReminderSent(_) | E::YellowCardIssued(_) | E::RedCardIssued(_) => self.take_signal(event),
            E::EchoProposed(_) | E::EchoPublished(_) | E::EchoRefused(_) | E::EchoRetracted(_) => {
                self.take_echo(event);
            }
        }
    }

    /// Where departments stand together: all have fed back, or all have reported, or not yet.
    fn advance(&mut self) {
        if !matches!(self.status, CaseStatus::Dispatched | CaseStatus::InHandling) {
            return;
        }
        let answered = |dispatch: &Dispatch| {
            matches!(dispatch.state, DispatchState::FeedbackSubmitted | DispatchState::Verified)
        };
        if self.awaited().next().is_none() {
            return;
        }
        if self.awaited().all(answered) {
            self.status = CaseStatus::Verification;
        } else if self.awaited().all(|dispatch| dispatch.imported || dispatch.reported_at.is_some()) {
            self.status = CaseStatus::InHandling;
        }
    }

    fn note_evidence<T>(&mut self, pieces: &[T]) {
        let pieces = u32::try_from(pieces.len()).unwrap_or(u32::MAX);
        self.recorded.evidence = self.recorded.evidence.saturating_add(pieces);
    }
}
