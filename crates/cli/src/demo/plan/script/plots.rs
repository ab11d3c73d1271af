//! The stories beside the straight line, each from the report to where it stands at the end of the demo.

use chrono::Duration;
use whistle_app::{Amendment, Decision, Diversion, ExitForm, NotAccepting, ReportForDuty, Withdrawal};
use whistle_domain::actor::Role;
use whistle_domain::case::{Authority, NotAcceptedGround, SupervisionMeasure};

use super::super::plot::Plot;
use super::super::{Act, By};
use super::{Script, Stage};

/// Until the service has signed and called twice.
const CALLED_UP_MINUTES: i64 = 35;

impl Script<'_> {
    pub(super) fn tell_plot(&mut self, plot: Plot) {
        match plot {
            Plot::NotAccepted | Plot::Diverted | Plot::Withdrawn | Plot::Amended => self.at_the_door(plot),
            Plot::ReturnAsked | Plot::ReturnApproved | Plot::ReturnRefused | Plot::Determined => {
                self.dispute(plot);
            }
            Plot::ExtensionAsked | Plot::ExtensionGranted | Plot::ExtensionRefused => self.need_time(plot),
            Plot::ParkingAsked | Plot::ParkingRefused | Plot::Parked | Plot::Unparked => self.park(plot),
            Plot::Planned => self.plan(),
            Plot::Staged => self.work_by_stages(),
            Plot::Explained => self.explain(),
            Plot::Dissatisfied | Plot::Redone | Plot::Analysed | Plot::Prolonged | Plot::Transferred => {
                self.disappoint(plot);
            }
            Plot::ForcingAsked | Plot::ForceClosed | Plot::ForcingRefused => self.force(plot),
            Plot::ExclusionAsked | Plot::Excluded => self.exclude(plot),
            Plot::AppealAsked | Plot::AppealDecided => self.appeal(plot),
            Plot::Orphan | Plot::OrphanFound => self.orphan(plot),
            Plot::LookedBack | Plot::Relapsed => self.look_back(plot),
            Plot::Unsigned => self.dispatch(),
            Plot::CalledUp => self.be_called_up(),
            Plot::Reminded => self.supervise(SupervisionMeasure::Reminder),
            Plot::YellowCard => self.supervise(SupervisionMeasure::YellowCard),
            Plot::RedCard => self.supervise(SupervisionMeasure::RedCard),
            Plot::Written | Plot::Moved => self.supervise_in_writing(plot),
            Plot::Collective | Plot::Voting => self.complain_together(plot),
            Plot::Items | Plot::ItemsDone => self.strike_off(plot),
            Plot::JointAction => self.meet(),
            Plot::WordsAsked | Plot::Worded => self.word(plot),
            Plot::Duplicate | Plot::Again => {
                unreachable!("a second report is told with the case of the first")
            }
        }
    }

    /// Sends the departments and lets them come so far.
    pub(super) fn send(&mut self, stage: Stage) {
        self.dispatch();
        self.answer(stage, stage);
    }

    /// Lets the lead go on from one stage to another.
    pub(super) fn advance(&mut self, from: Stage, to: Stage) {
        for stage in [Stage::Signed, Stage::Reported, Stage::Accepted, Stage::Measured, Stage::FedBack] {
            if from < stage && stage <= to {
                self.step(stage, &self.lead.clone());
            }
        }
    }

    /// From the check to the resident's rating, without a hitch.
    pub(super) fn finish(&mut self) {
        self.verify(true);
        self.hear_yes();
        self.close();
        self.rate();
    }

    fn at_the_door(&mut self, plot: Plot) {
        match plot {
            Plot::NotAccepted => {
                let reason = self.line("not_accepted");
                self.by_hotline(NotAccepting { ground: NotAcceptedGround::Litigation, reason });
            }
            Plot::Diverted => {
                let reason = self.line("diverted");
                self.by_hotline(Diversion { to: Authority::Police, reason });
            }
            Plot::Withdrawn => {
                let reason = self.line("withdrawn");
                self.by_resident(Withdrawal { reason });
            }
            _ => {
                let told = self.tale.report.description.clone().unwrap_or_default();
                let description = Some(format!("{told}{}", self.line("amended")));
                self.by_resident(Amendment { title: None, description, photos: Vec::new() });
                self.send(Stage::Signed);
            }
        }
    }

    fn be_called_up(&mut self) {
        self.dispatch();
        let lead = self.lead.clone();
        let place = Some(self.say(|phrases| &phrases.place));
        let report = ReportForDuty { place, ..ReportForDuty::default() };
        self.by_unit(&lead, Duration::minutes(CALLED_UP_MINUTES), Act::on(&lead, report));
        self.advance(Stage::Reported, Stage::Measured);
    }

    fn by_hotline(&mut self, act: impl Into<Act>) {
        let gap = self.minutes(5, 90);
        self.push(gap, By::User(Role::Hotline.code().to_owned()), act);
    }

    fn by_resident(&mut self, act: impl Into<Act>) {
        let gap = self.minutes(10, 50);
        let resident = self.tale.resident.clone().map_or(By::Nobody, By::User);
        self.push(gap, resident, act);
        self.at_any_hour();
    }
}

/// Which way a story decides.
pub(super) const fn decision(approve: bool) -> Decision {
    if approve { Decision::Approve } else { Decision::Refuse }
}

/// The exits of a dissatisfied case, by the story that takes them.
pub(super) const fn exit(plot: Plot) -> Option<ExitForm> {
    match plot {
        Plot::Redone => Some(ExitForm::Redo),
        Plot::Analysed => Some(ExitForm::Analysis),
        Plot::Prolonged => Some(ExitForm::Extension),
        Plot::Transferred => Some(ExitForm::Transfer),
        _ => None,
    }
}
