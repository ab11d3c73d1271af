//! 挂账、计划、逾期: what takes longer.

use chrono::{DateTime, Duration};
use whistle_app::{
    MilestoneForm, MilestoneReport, OverdueForm, PlanForm, Progress, Resumption, SuspensionRequest,
    SuspensionReview, SuspensionRuling,
};
use whistle_domain::case::SuspensionGround;

use super::super::Act;
use super::super::plot::Plot;
use super::plots::decision;
use super::{Script, Stage};

/// Grounds for parking, and what their texts are called.
const GROUNDS: [(SuspensionGround, &str); 5] = [
    (SuspensionGround::Season, "season"),
    (SuspensionGround::Funds, "funds"),
    (SuspensionGround::Engineering, "engineering"),
    (SuspensionGround::Ownership, "ownership"),
    (SuspensionGround::Policy, "policy"),
];
/// When the milestones of a plan are due, days after it was agreed.
const MILESTONE_DAYS: [i64; 4] = [12, 30, 60, 120];

impl Script<'_> {
    pub(super) fn park(&mut self, plot: Plot) {
        self.send(Stage::Accepted);
        let (ground, name) = *self.chance.pick(&GROUNDS);
        let days = self.chance.between(40, 85);
        let request = SuspensionRequest {
            ground,
            reason: self.line(&format!("park_{name}")),
            proof: vec![self.line(&format!("proof_{name}"))],
            review_at: DateTime::UNIX_EPOCH + Duration::days(days),
        };
        let (lead, gap) = (self.lead.clone(), self.limit() / 20);
        self.by_unit(&lead, gap, request);
        if plot == Plot::ParkingAsked {
            return;
        }
        let approve = plot != Plot::ParkingRefused;
        let reason = self.line(if approve { "park_approved" } else { "park_refused" });
        self.by_supervisor(60, 600, SuspensionRuling { decision: decision(approve), reason });
        match plot {
            Plot::ParkingRefused => self.advance(Stage::Accepted, Stage::Measured),
            Plot::Parked if self.chance.percent(50) => {
                let (finding, days) = (self.line("park_reviewed"), Duration::days(60));
                let review_at = DateTime::UNIX_EPOCH + days;
                let minutes = 60 * 24 * 20;
                self.by_supervisor(minutes, minutes * 2, SuspensionReview { finding, review_at });
            }
            Plot::Unparked => {
                let reason = self.line("park_lifted");
                let minutes = 60 * 24 * 8;
                self.by_supervisor(minutes, minutes * 2, Resumption { reason });
                self.advance(Stage::Accepted, Stage::FedBack);
                self.finish();
            }
            _ => {}
        }
    }

    pub(super) fn plan(&mut self) {
        self.send(Stage::Accepted);
        let milestone = |(at, days): (usize, i64)| MilestoneForm {
            title: self.stories.lines("milestones")[at].clone(),
            due_at: DateTime::UNIX_EPOCH + Duration::days(days),
        };
        let milestones = MILESTONE_DAYS.into_iter().enumerate().map(milestone).collect();
        let plan = PlanForm { milestones, note: Some(self.line("plan")) };
        let lead = self.lead.clone();
        self.by_unit(&lead, Duration::hours(30), plan);
        self.reach(1, Duration::days(7));
        let progress = self.line("progress");
        self.by_unit(&lead, Duration::days(6), Progress { progress });
        if self.chance.percent(60) {
            self.reach(2, Duration::days(5));
        }
    }

    /// 制止、处罚、拆除: the first is reached within hours, the last is still to come.
    pub(super) fn work_by_stages(&mut self) {
        self.send(Stage::Accepted);
        self.reach(1, Duration::hours(2));
        self.reach(2, Duration::days(4));
    }

    fn reach(&mut self, milestone: u32, gap: Duration) {
        let note = Some(self.line("milestone_reached"));
        let evidence = self.evidence();
        let lead = self.lead.clone();
        self.by_unit(&lead, gap, MilestoneReport { milestone, note, evidence });
    }

    pub(super) fn explain(&mut self) {
        self.send(Stage::Measured);
        let form = OverdueForm {
            reason: self.line("overdue_reason"),
            measures_taken: self.line("overdue_measures"),
            next_plan: self.line("overdue_plan"),
        };
        let (lead, gap) = (self.lead.clone(), self.longest_limit() + Duration::hours(2));
        self.by_unit(&lead, gap, Act::on(&lead, form));
    }
}
