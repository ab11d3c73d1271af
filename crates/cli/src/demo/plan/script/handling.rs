//! What departments do, from signing to feeding back.

use chrono::Duration;
use whistle_app::{Acceptance, Feedback, Measure, ReportForDuty, Signature};
use whistle_domain::actor::Code;

use super::super::Act;
use super::{Script, Stage};

impl Script<'_> {
    /// What every department does, stage by stage, the lead first.
    pub(super) fn answer(&mut self, lead: Stage, others: Stage) {
        for stage in [Stage::Signed, Stage::Reported, Stage::Accepted, Stage::Measured, Stage::FedBack] {
            if lead >= stage {
                self.step(stage, &self.lead.clone());
            }
            if others >= stage {
                for unit in self.tale.co_handlers.clone() {
                    self.step(stage, &unit);
                }
            }
            if stage == Stage::Signed {
                self.take_note(lead);
            }
        }
    }

    /// Some of those who are only told say that they know.
    fn take_note(&mut self, lead: Stage) {
        for unit in self.tale.notified.clone() {
            if lead > Stage::Issued && self.chance.percent(55) {
                self.by_duty_desk(&unit, Duration::minutes(25), Act::on(&unit, Signature));
            }
        }
    }

    pub(super) fn step(&mut self, stage: Stage, unit: &Code) {
        let clocks = self.tale.clocks;
        let leads = *unit == self.lead;
        let soon = self.limit() / 30;
        match stage {
            Stage::Issued => {}
            Stage::Signed => {
                let sign_in = clocks.sign_in.nominal();
                // Who works late signs late too, and mostly finds that the service has signed.
                let (least, most) = if self.late { (70, 180) } else { (10, 80) };
                let own = self.share(sign_in.min(self.limit() / 6), least, most);
                let gap = if leads { own } else { soon.min(sign_in / 20) };
                self.by_duty_desk(unit, gap, Act::on(unit, Signature));
            }
            Stage::Reported => {
                let within = self.share(clocks.report.nominal().min(self.limit() / 4), 10, 85);
                let place = Some(self.say(|phrases| &phrases.place));
                let person = Some(format!("演示经办员{:02}", self.chance.between(1, 20)));
                let input = ReportForDuty { place, person, time: None };
                self.by_unit(unit, if leads { within } else { soon }, Act::on(unit, input));
            }
            Stage::Accepted => self.by_unit(unit, soon, Act::on(unit, Acceptance)),
            Stage::Measured if leads => {
                for text in self.tale.story.measure.clone() {
                    let gap = self.work();
                    let measure = self.tale.blanks.fill(&text);
                    self.by_unit(unit, gap, Act::on(unit, Measure { measure, evidence: Vec::new() }));
                }
            }
            Stage::Measured => {
                let measure = "配合牵头单位到场处置，落实本单位职责。".to_owned();
                self.by_unit(unit, soon, Act::on(unit, Measure { measure, evidence: Vec::new() }));
            }
            Stage::FedBack => {
                let gap = if leads { self.work() } else { soon };
                self.feed_back(unit, gap);
            }
        }
    }

    pub(super) fn feed_back(&mut self, unit: &Code, gap: Duration) {
        let result = self.tell(|story| &story.result);
        let evidence =
            (0..self.chance.between(1, 3)).map(|_| self.say(|phrases| &phrases.evidence)).collect();
        self.by_unit(unit, gap, Act::on(unit, Feedback { result: Some(result), evidence }));
    }

    pub(super) fn measure(&mut self) {
        let (unit, gap) = (self.lead.clone(), self.limit() / 20);
        let measure = format!("返工：{}", self.tell(|story| &story.measure));
        self.by_unit(&unit, gap, Act::on(&unit, Measure { measure, evidence: Vec::new() }));
    }

    pub(super) fn rework(&mut self) {
        self.measure();
        let gap = self.limit() / 20;
        self.feed_back(&self.lead.clone(), gap);
    }
}
