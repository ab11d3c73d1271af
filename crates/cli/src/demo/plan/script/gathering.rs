//! 督办、联名、销号、会同: those above, many people, many items, many units.

use chrono::{DateTime, Duration};
use uuid::Uuid;
use whistle_app::{
    HouseholdVote, ItemForm, ItemList, ItemRestoration, Joining, JointMeeting, JointResult,
    RectificationClaim, RectificationOrder, Reinspection, Representation, SignIn, SupervisionEnd,
    SupervisionOrder, SupervisionReply,
};
use whistle_domain::actor::Role;
use whistle_domain::case::{HazardLevel, SupervisionMeasure};
use whistle_domain::policy::Limit;

use super::super::super::cast;
use super::super::plot::Plot;
use super::super::{Act, By};
use super::{Script, Stage};

impl Script<'_> {
    pub(super) fn supervise(&mut self, measure: SupervisionMeasure) {
        self.send(Stage::Accepted);
        self.order_supervision(measure);
    }

    fn order_supervision(&mut self, measure: SupervisionMeasure) {
        let reason = self.line(&format!("supervise_{}", measure_name(measure)));
        let order = SupervisionOrder { measure, department: None, reason };
        self.by_supervisor(600, 1200, order);
    }

    pub(super) fn supervise_in_writing(&mut self, plot: Plot) {
        self.supervise(SupervisionMeasure::Written);
        let reply = SupervisionReply { supervision: Uuid::nil(), reply: self.line("supervise_reply") };
        let lead = self.lead.clone();
        self.by_unit(&lead, Duration::hours(4), Act::about(0, reply));
        if plot == Plot::Moved {
            self.advance(Stage::Accepted, Stage::FedBack);
            let reason = self.line("supervise_lifted");
            self.by_supervisor(30, 200, Act::about(0, SupervisionEnd { supervision: Uuid::nil(), reason }));
            self.finish();
        }
    }

    pub(super) fn complain_together(&mut self, plot: Plot) {
        let households = usize::try_from(self.chance.between(22, 36)).expect("not negative");
        let first_phone = self.chance.between(200, 900);
        for (household, phone) in (0..households).zip(first_phone..) {
            let joining = Joining {
                name: Some(format!("演示住户{:02}", household + 1)),
                phone: Some(format!("19900000{phone:03}")),
                household: Some(format!(
                    "{}-{}-{}01",
                    household / 12 + 1,
                    household / 6 % 2 + 1,
                    household % 6 + 1
                )),
            };
            let gap = Duration::seconds(self.chance.between(90, 600));
            self.push(gap, By::User(cast::grid_worker(&self.tale.community)), joining);
        }
        let complainant = Uuid::nil();
        self.by_community(30, 90, Act::about(2, Representation { complainant }));
        self.send(Stage::FedBack);
        self.verify(true);
        let voters = if plot == Plot::Voting { households * 2 / 3 } else { households };
        for nth in 0..voters {
            let satisfaction = self.grade().max(2);
            let comment = self.chance.percent(30).then(|| self.comment(satisfaction));
            let vote = HouseholdVote { complainant, solved: satisfaction > 2, satisfaction, comment };
            let gap = Duration::seconds(self.chance.between(60, 400));
            self.push(gap, By::User(Role::Hotline.code().to_owned()), Act::about(nth, vote));
        }
        if plot == Plot::Collective {
            self.hear_yes();
            self.close();
            self.rate();
        }
    }

    /// An inspection of lifts: each is ordered to be put right, claimed, and looked at by others.
    pub(super) fn strike_off(&mut self, plot: Plot) {
        self.endorse();
        let count = usize::try_from(self.chance.between(10, 18)).expect("not negative");
        let items = (0..count).map(|nth| self.lift(nth)).collect();
        self.by_community(20, 200, ItemList { items });
        self.order();
        self.answer(Stage::Accepted, Stage::Accepted);
        let done = plot == Plot::ItemsDone;
        let (ordered, claimed) = if done { (count, count) } else { (count - 2, count * 3 / 5) };
        for nth in 0..ordered {
            let (unit, requirement) = (self.lead.clone(), self.line("item_requirement"));
            let order =
                RectificationOrder { item: Uuid::nil(), unit, requirement, within: Limit::WorkingDays(5) };
            self.by_dispatcher(1, 4, Act::about(nth, order));
        }
        for nth in 0..claimed {
            self.put_right(nth, Duration::minutes(70));
        }
        for nth in 0..claimed {
            // The second fails first; what was only claimed waits for its inspection.
            if nth == 1 {
                self.reinspect(nth, false);
                if done {
                    self.put_right(nth, Duration::hours(3));
                    self.reinspect(nth, true);
                }
            } else if done || nth + 2 < claimed {
                self.reinspect(nth, true);
            }
        }
        if done {
            self.advance(Stage::Accepted, Stage::FedBack);
            self.finish();
        } else {
            let reason = self.line("item_restored");
            self.by_dispatcher(60, 300, Act::about(0, ItemRestoration { item: Uuid::nil(), reason }));
        }
    }

    fn lift(&mut self, nth: usize) -> ItemForm {
        let title = format!("{}号楼{}单元电梯：{}", nth / 2 + 1, nth % 2 + 1, self.line("item_title"));
        let hazard = if self.chance.percent(20) { HazardLevel::Major } else { HazardLevel::General };
        ItemForm { title, hazard: Some(hazard) }
    }

    fn put_right(&mut self, nth: usize, gap: Duration) {
        let (result, evidence) = (self.line("item_claimed"), self.evidence());
        let claim = RectificationClaim { item: Uuid::nil(), result, evidence };
        let lead = self.lead.clone();
        self.by_unit(&lead, gap, Act::about(nth, claim));
    }

    fn reinspect(&mut self, nth: usize, passed: bool) {
        let note = Some(self.line(if passed { "item_passed" } else { "item_failed" }));
        let evidence = self.evidence();
        let inspection = Reinspection { item: Uuid::nil(), passed, note, evidence };
        self.by_supervisor(10, 40, Act::about(nth, inspection));
    }

    /// Everybody is called to the place; the last of them does not come.
    pub(super) fn meet(&mut self) {
        self.send(Stage::Reported);
        let meeting = JointMeeting {
            meets_at: DateTime::UNIX_EPOCH + Duration::hours(26),
            place: self.line("meeting_place"),
            purpose: self.line("meeting_purpose"),
            units: Vec::new(),
        };
        self.by_dispatcher(30, 120, meeting);
        let units: Vec<_> = std::iter::once(&self.lead).chain(&self.tale.co_handlers).cloned().collect();
        let (_, present) = units.split_last().expect("the lead is among them");
        for (nth, unit) in present.iter().enumerate() {
            let person = Some(format!("演示经办员{:02}", self.chance.between(1, 20)));
            let gap = if nth == 0 { Duration::hours(26) } else { Duration::minutes(6) };
            self.by_unit(unit, gap, Act::about(0, SignIn { action: Uuid::nil(), person }));
        }
        let result = self.line("meeting_result");
        self.by_dispatcher(60, 150, Act::about(0, JointResult { action: Uuid::nil(), result }));
        self.advance(Stage::Reported, Stage::Accepted);
    }
}

/// What the texts of a measure are called.
const fn measure_name(measure: SupervisionMeasure) -> &'static str {
    match measure {
        SupervisionMeasure::Reminder => "reminder",
        SupervisionMeasure::YellowCard => "yellow_card",
        SupervisionMeasure::RedCard => "red_card",
        SupervisionMeasure::Written | SupervisionMeasure::Elevated => "written",
    }
}
