//! How a case ends otherwise than well, what does not count, and what comes back.

use chrono::Duration;
use whistle_app::{
    EchoProposal, EchoRuling, Exclusion, ExclusionRulingForm, ExitForm, ForcedClosing, ForcedClosingRuling,
    LookingBack, Orphanage, ScoreAppeal, ScoreAppealRuling, Settlement, Transfer, Verification,
};
use whistle_domain::case::ExclusionGround;
use whistle_domain::policy::Limit;

use uuid::Uuid;

use super::super::super::cast;
use super::super::plot::Plot;
use super::super::{Act, By};
use super::plots::{decision, exit};
use super::{Script, Stage};

/// Owns matters that are nobody's duty.
const ORPHANS_OWNER: &str = "d-dispatch";
/// Grounds for leaving a case out of the scores, and what their texts are called.
const GROUNDS: [(ExclusionGround, &str); 3] = [
    (ExclusionGround::OutsidePolicy, "outside_policy"),
    (ExclusionGround::KeyProject, "key_project"),
    (ExclusionGround::Litigation, "litigation"),
];
/// After so many days a closed case may be looked at again: thirty, and the longest run of days off that may follow.
const LOOK_BACK_DAYS: i64 = 40;

impl Script<'_> {
    pub(super) fn disappoint(&mut self, plot: Plot) {
        self.send(Stage::FedBack);
        self.verify(true);
        self.hear_no();
        let Some(exit) = exit(plot) else { return };
        let to = self.tale.spare.first().filter(|_| exit == ExitForm::Transfer).cloned();
        let settlement = Settlement {
            exit,
            reason: self.line(match exit {
                ExitForm::Redo => "exit_redo",
                ExitForm::Analysis => "exit_analysis",
                ExitForm::Extension => "exit_extension",
                ExitForm::Transfer => "exit_transfer",
            }),
            length: (exit == ExitForm::Extension).then_some(Limit::WorkingDays(3)),
            to: to.clone(),
        };
        self.by_supervisor(30, 300, settlement);
        match exit {
            ExitForm::Redo => {
                self.rework();
                self.finish();
            }
            ExitForm::Analysis => {}
            ExitForm::Extension => self.measure(),
            ExitForm::Transfer => {
                self.lead = to.unwrap_or_else(|| self.lead.clone());
                self.advance(Stage::Issued, Stage::Reported);
            }
        }
    }

    /// Nobody can judge it; the neighbourhood asks for an end.
    pub(super) fn force(&mut self, plot: Plot) {
        self.send(Stage::FedBack);
        for _ in 0..2 {
            let note = Some(self.line("impossible"));
            let check = Verification { impossible: true, note, ..Verification::default() };
            let worker = By::User(cast::grid_worker(&self.tale.community));
            self.push(Duration::hours(20), worker, check);
        }
        let reason = self.line("force_reason");
        self.by_community(30, 240, ForcedClosing { reason });
        if plot != Plot::ForcingAsked {
            let approve = plot == Plot::ForceClosed;
            let reason = self.line(if approve { "force_approved" } else { "force_refused" });
            self.by_supervisor(60, 600, ForcedClosingRuling { decision: decision(approve), reason });
        }
    }

    pub(super) fn exclude(&mut self, plot: Plot) {
        self.send(Stage::Measured);
        let (ground, name) = *self.chance.pick(&GROUNDS);
        let reason = self.line(&format!("exclude_{name}"));
        self.by_community(60, 400, Exclusion { ground, reason });
        if plot == Plot::ExclusionAsked {
            return;
        }
        let reason = self.line("exclude_approved");
        self.by_supervisor(60, 600, ExclusionRulingForm { decision: decision(true), reason });
        self.advance(Stage::Measured, Stage::FedBack);
        self.finish();
    }

    pub(super) fn appeal(&mut self, plot: Plot) {
        self.send(Stage::FedBack);
        self.finish();
        let appeal = ScoreAppeal { reason: self.line("appeal_reason"), evidence: self.evidence() };
        let lead = self.lead.clone();
        self.by_unit(&lead, Duration::hours(22), appeal);
        if plot == Plot::AppealDecided {
            let approve = self.chance.percent(50);
            let reason = self.line(if approve { "appeal_upheld" } else { "appeal_refused" });
            let ruling = ScoreAppealRuling { appeal: Uuid::nil(), decision: decision(approve), reason };
            self.by_supervisor(120, 900, Act::about(0, ruling));
        }
    }

    /// The neighbourhood finds words for the wall; somebody else checks that they tell of nobody.
    pub(super) fn word(&mut self, plot: Plot) {
        self.send(Stage::FedBack);
        self.finish();
        let words = EchoProposal { question: self.line("echo_question"), answer: self.line("echo_answer") };
        self.by_community(60, 400, words);
        if plot == Plot::Worded {
            let reason = self.line("echo_approved");
            self.by_supervisor(60, 600, EchoRuling { decision: decision(true), reason });
        }
    }

    pub(super) fn orphan(&mut self, plot: Plot) {
        self.endorse();
        self.file();
        let reason = self.line("orphan");
        self.by_dispatcher(30, 200, Orphanage { reason });
        if plot == Plot::OrphanFound {
            let transfer = Transfer { to: self.lead.clone(), reason: self.line("orphan_found") };
            let minutes = 60 * 24;
            self.by_dispatcher(minutes, minutes * 2, Act::on(&ORPHANS_OWNER.to_owned(), transfer));
            self.advance(Stage::Issued, Stage::FedBack);
            self.finish();
        }
    }

    pub(super) fn look_back(&mut self, plot: Plot) {
        self.send(Stage::FedBack);
        self.verify(true);
        self.hear_yes();
        self.close();
        let relapsed = plot == Plot::Relapsed;
        let note = Some(self.line(if relapsed { "look_back_relapsed" } else { "look_back_holds" }));
        let evidence = self.evidence();
        let minutes = LOOK_BACK_DAYS * 24 * 60;
        self.by_community(minutes, minutes + 60 * 30, LookingBack { relapsed, note, evidence });
        if relapsed {
            self.measure();
        }
    }
}
