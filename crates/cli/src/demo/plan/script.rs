//! What happens in a case, step by step, and how long each step takes.

use chrono::Duration;
use whistle_app::{
    Callback, Dispatches, Endorsement, Escalation, ExitForm, Filing, LocalHandling, Rating, Refusal,
    ReportForDuty, Settlement, Verification,
};
use whistle_domain::actor::{Code, Role};
use whistle_domain::case::Level;
use whistle_domain::policy::{Limit, WhistleKind};

use super::super::cast;
use super::super::splitmix::SplitMix64;
use super::super::stories::{Phrases, Story};
use super::fate::Fate;
use super::tale::Tale;
use super::{Act, By};

/// The closing limit that is played where the policy sets none, and the longest that is played through.
const PLAYED_LIMIT_MAX: Duration = Duration::days(20);
/// Attempts after which a case is closed without an answer.
const CALLBACK_ATTEMPTS: usize = 3;
/// One case in so many is handled too late, percent.
const LATE_PERCENT: i64 = 16;

/// A step, and the time since the one before.
pub(super) struct Move {
    pub(super) gap: Duration,
    /// Whether it waits for office hours.
    pub(super) office: bool,
    pub(super) by: By,
    pub(super) act: Act,
}

/// How far a department comes with its dispatch.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Issued,
    Signed,
    Reported,
    Accepted,
    Measured,
    FedBack,
}

/// Everything that happens in a case of this fate.
pub(super) fn write(tale: &Tale, fate: Fate, phrases: &Phrases, chance: &mut SplitMix64) -> Vec<Move> {
    let late = fate == Fate::Closed && chance.percent(LATE_PERCENT);
    let mut script = Script { tale, phrases, chance, late, moves: Vec::new() };
    script.raise();
    match fate {
        Fate::Raised => {}
        Fate::Declined => script.decline(),
        Fate::Endorsed => script.endorse(),
        Fate::Filed => {
            script.endorse_unless_urgent();
            script.file();
        }
        Fate::HandledLocally => {
            script.handle_locally();
            if script.chance.percent(40) {
                script.miss_resident();
            }
        }
        Fate::LocallyClosed => script.solve_locally(),
        under_way => {
            script.dispatch();
            script.play(under_way);
        }
    }
    script.moves
}

struct Script<'a> {
    tale: &'a Tale,
    phrases: &'a Phrases,
    chance: &'a mut SplitMix64,
    late: bool,
    moves: Vec<Move>,
}

impl Script<'_> {
    fn play(&mut self, fate: Fate) {
        let (lead, others) = match fate {
            Fate::Issued => (Stage::Issued, Stage::Issued),
            Fate::Signed => (Stage::Signed, Stage::Issued),
            Fate::PartlyReported => (Stage::Reported, Stage::Signed),
            Fate::Reported => (Stage::Reported, Stage::Reported),
            Fate::Accepted => (Stage::Accepted, Stage::Measured),
            Fate::Measured => (Stage::Measured, Stage::FedBack),
            _ => (Stage::FedBack, Stage::FedBack),
        };
        self.answer(lead, others);
        match fate {
            Fate::Reworking => {
                self.verify(false);
                if self.chance.percent(50) {
                    self.measure();
                }
            }
            Fate::ReworkedThrice => {
                for _ in 0..2 {
                    self.verify(false);
                    self.rework();
                }
                self.verify(false);
            }
            Fate::Callback => {
                self.verify(true);
                for _ in 0..self.chance.between(0, 2) {
                    self.miss_resident();
                }
            }
            Fate::Closed => self.conclude(),
            _ => {}
        }
    }

    fn raise(&mut self) {
        let report = Box::new(self.tale.report.clone());
        self.moves.push(Move {
            gap: Duration::zero(),
            office: false,
            by: self.tale.reported_by.clone(),
            act: Act::Raise(report),
        });
    }

    fn decline(&mut self) {
        let reason = self.say(|phrases| &phrases.decline);
        self.by_community(30, 400, Act::Decline(Refusal { reason }));
    }

    fn endorse(&mut self) {
        if self.chance.percent(12) {
            let (to, reason) = (Level::Street, self.say(|phrases| &phrases.escalate));
            self.by_community(20, 200, Act::Escalate(Escalation { to, reason }));
        }
        let note = Some(self.say(|phrases| &phrases.endorse));
        let local_attempt = self.chance.percent(70).then(|| self.say(|phrases| &phrases.attempt));
        self.by_community(10, 240, Act::Endorse(Endorsement { note, local_attempt }));
    }

    /// An emergency waits for nobody's endorsement.
    fn endorse_unless_urgent(&mut self) {
        if !self.urgent() {
            self.endorse();
        }
    }

    fn file(&mut self) {
        self.by_dispatcher(5, 60, Act::File(Filing::default()));
    }

    fn dispatch(&mut self) {
        self.endorse_unless_urgent();
        if self.chance.percent(50) {
            self.file();
        }
        let instruction = Some(self.say(|phrases| &phrases.instruction));
        let input = Dispatches {
            lead: self.tale.lead.clone(),
            co_handlers: self.tale.co_handlers.clone(),
            notify: self.tale.notified.clone(),
            instruction,
        };
        self.by_dispatcher(5, 90, Act::Dispatch(input));
    }

    fn handle_locally(&mut self) {
        let result = Some(self.tell(|story| &story.local));
        let evidence = vec![self.say(|phrases| &phrases.evidence)];
        let level = Some(*self.chance.pick(&[Level::Building, Level::Compound, Level::Community]));
        let input = LocalHandling { result, evidence, level };
        self.by_community(60, 900, Act::HandleLocally(input));
    }

    /// 小事不出小区; where the resident does not agree it is tried once more, a level up.
    fn solve_locally(&mut self) {
        self.handle_locally();
        if self.chance.percent(12) {
            self.hear_no();
            let result = Some(self.tell(|story| &story.local));
            let input = LocalHandling { result, evidence: Vec::new(), level: Some(Level::Community) };
            self.by_community(120, 900, Act::HandleLocally(input));
        }
        self.hear_yes();
        let reason = self.say(|phrases| &phrases.local_close);
        self.by_community(5, 90, Act::Close { reason });
        self.rate();
    }

    /// What every department does, stage by stage, the lead first.
    fn answer(&mut self, lead: Stage, others: Stage) {
        for stage in [Stage::Signed, Stage::Reported, Stage::Accepted, Stage::Measured, Stage::FedBack] {
            if lead >= stage {
                self.step(stage, &self.tale.lead.clone());
            }
            if stage == Stage::Signed {
                self.take_note(lead);
            }
            if others >= stage {
                for unit in self.tale.co_handlers.clone() {
                    self.step(stage, &unit);
                }
            }
        }
    }

    /// Some of those who are only told say that they know.
    fn take_note(&mut self, lead: Stage) {
        for unit in self.tale.notified.clone() {
            if lead > Stage::Issued && self.chance.percent(55) {
                self.by_unit(&unit.clone(), Duration::minutes(25), Act::Sign { unit });
            }
        }
    }

    fn step(&mut self, stage: Stage, unit: &Code) {
        let clocks = self.tale.clocks;
        let leads = *unit == self.tale.lead;
        let soon = self.limit() / 30;
        let acted = unit.clone();
        match stage {
            Stage::Issued => {}
            Stage::Signed => {
                let within = self.share(clocks.sign_in.length().min(self.limit() / 6), 10, 85);
                self.by_unit(unit, if leads { within } else { soon }, Act::Sign { unit: acted });
            }
            Stage::Reported => {
                let within = self.share(clocks.report.length().min(self.limit() / 4), 10, 85);
                let place = Some(self.say(|phrases| &phrases.place));
                let person = Some(format!("演示经办员{:02}", self.chance.between(1, 20)));
                let input = ReportForDuty { place, person, time: None };
                self.by_unit(unit, if leads { within } else { soon }, Act::Report { unit: acted, input });
            }
            Stage::Accepted => self.by_unit(unit, soon, Act::Accept { unit: acted }),
            Stage::Measured if leads => {
                for text in self.tale.story.measure.clone() {
                    let gap = self.work();
                    let measure = self.tale.blanks.fill(&text);
                    self.by_unit(unit, gap, Act::Measure { unit: unit.clone(), measure });
                }
            }
            Stage::Measured => {
                let measure = "配合牵头单位到场处置,落实本单位职责。".to_owned();
                self.by_unit(unit, soon, Act::Measure { unit: acted, measure });
            }
            Stage::FedBack => {
                let gap = if leads { self.work() } else { soon };
                self.feed_back(unit, gap);
            }
        }
    }

    fn feed_back(&mut self, unit: &Code, gap: Duration) {
        let result = self.tell(|story| &story.result);
        let evidence =
            (0..self.chance.between(1, 3)).map(|_| self.say(|phrases| &phrases.evidence)).collect();
        self.by_unit(unit, gap, Act::FeedBack { unit: unit.clone(), result, evidence });
    }

    fn measure(&mut self) {
        let (unit, gap) = (self.tale.lead.clone(), self.limit() / 20);
        let measure = format!("返工:{}", self.tell(|story| &story.measure));
        self.by_unit(&unit.clone(), gap, Act::Measure { unit, measure });
    }

    fn rework(&mut self) {
        self.measure();
        let gap = self.limit() / 20;
        self.feed_back(&self.tale.lead.clone(), gap);
    }

    fn conclude(&mut self) {
        if self.chance.percent(14) {
            self.verify(false);
            self.rework();
        }
        self.verify(true);
        if self.chance.percent(10) {
            self.hear_no();
            self.settle();
            self.rework();
            self.verify(true);
        }
        if self.chance.percent(10) {
            for _ in 0..CALLBACK_ATTEMPTS {
                self.miss_resident();
            }
        } else {
            self.hear_yes();
        }
        let reason = self.say(|phrases| &phrases.close);
        let act = Act::Close { reason };
        if self.chance.percent(50) {
            self.by_community(5, 120, act);
        } else {
            self.by_dispatcher(5, 120, act);
        }
        self.rate();
    }

    fn verify(&mut self, passed: bool) {
        let note = Some(self.say(|phrases| if passed { &phrases.verified } else { &phrases.failed }));
        let evidence = vec![self.say(|phrases| &phrases.evidence)];
        let input =
            Verification { passed: Some(passed), impossible: false, note, evidence, rework: Vec::new() };
        let gap = self.share((self.limit() / 12).min(Duration::days(1)), 20, 100);
        let community = &self.tale.community;
        let user =
            if self.chance.percent(60) { cast::grid_worker(community) } else { cast::community(community) };
        self.push(gap, By::User(user), Act::Verify(input));
    }

    fn miss_resident(&mut self) {
        let comment = Some(self.say(|phrases| &phrases.unanswered));
        let input = Callback { reached: false, solved: None, satisfaction: None, comment };
        let gap = Duration::minutes(self.chance.between(180, 900));
        self.call_back(gap, input);
    }

    fn hear_no(&mut self) {
        let comment = Some(self.say(|phrases| &phrases.unsolved));
        let satisfaction = Some(if self.chance.percent(60) { 1 } else { 2 });
        let input = Callback { reached: true, solved: Some(false), satisfaction, comment };
        let gap = self.after_the_work();
        self.call_back(gap, input);
    }

    /// A dissatisfied case is done again, with the resident's own words as the reason.
    fn settle(&mut self) {
        let reason = self.say(|phrases| &phrases.unsolved);
        let act = Act::Settle(Settlement { exit: ExitForm::Redo, reason, length: None, to: None });
        self.by_dispatcher(10, 120, act);
    }

    fn hear_yes(&mut self) {
        if self.chance.percent(15) {
            self.miss_resident();
        }
        let grade = self.grade().max(3);
        let comment = Some(self.comment(grade));
        let input = Callback { reached: true, solved: Some(true), satisfaction: Some(grade), comment };
        let gap = self.after_the_work();
        self.call_back(gap, input);
    }

    fn call_back(&mut self, gap: Duration, input: Callback) {
        let hotline = By::User(Role::Hotline.code().to_owned());
        let by = if self.chance.percent(60) { hotline } else { self.community() };
        self.push(gap, by, Act::CallBack(input));
    }

    /// Residents with an account mostly rate what became of their case.
    fn rate(&mut self) {
        let Some(resident) = self.tale.resident.clone().filter(|_| self.chance.percent(85)) else { return };
        let satisfaction = self.grade();
        let comment = self.chance.percent(70).then(|| self.comment(satisfaction));
        let input = Rating { solved: satisfaction > 1, satisfaction, comment };
        let gap = Duration::minutes(self.chance.between(20, 60 * 48));
        self.moves.push(Move { gap, office: false, by: By::User(resident), act: Act::Rate(input) });
    }

    fn grade(&mut self) -> u8 {
        match self.chance.between(0, 99) {
            0..38 => 5,
            38..68 => 4,
            68..84 => 3,
            84..93 => 2,
            _ => 1,
        }
    }

    fn comment(&mut self, grade: u8) -> String {
        let comments = self.phrases.comments.get(&grade.to_string());
        comments.map(|comments| self.chance.pick(comments).clone()).unwrap_or_default()
    }

    /// One of the lead's stretches of work: they add up to a part of the limit, or, late, to more than it.
    fn work(&mut self) -> Duration {
        let stretches = i32::try_from(self.tale.story.measure.len()).expect("a story has few measures") + 1;
        let (least, most) = if self.late { (110, 170) } else { (12, 45) };
        self.share(self.limit(), least, most) / stretches
    }

    fn after_the_work(&mut self) -> Duration {
        self.share((self.limit() / 10).min(Duration::days(1)), 20, 100)
    }

    /// The closing limit as far as it is played through.
    fn limit(&self) -> Duration {
        self.tale.clocks.close.map_or(PLAYED_LIMIT_MAX, Limit::length).min(PLAYED_LIMIT_MAX)
    }

    /// A part of `whole`, in percent.
    fn share(&mut self, whole: Duration, least: i64, most: i64) -> Duration {
        Duration::seconds((whole.num_seconds() * self.chance.between(least, most) / 100).max(30))
    }

    fn say(&mut self, phrases: impl FnOnce(&Phrases) -> &Vec<String>) -> String {
        self.chance.pick(phrases(self.phrases)).clone()
    }

    /// One of the story's texts, with this case's words in it.
    fn tell(&mut self, texts: impl FnOnce(&Story) -> &Vec<String>) -> String {
        let tale = self.tale;
        tale.blanks.fill(self.chance.pick::<String>(texts(&tale.story)))
    }

    fn urgent(&self) -> bool {
        self.tale.kind == WhistleKind::Emergency
    }

    fn community(&self) -> By {
        By::User(cast::community(&self.tale.community))
    }

    fn by_community(&mut self, minutes_min: i64, minutes_max: i64, act: Act) {
        let gap = self.minutes(minutes_min, minutes_max);
        self.push(gap, self.community(), act);
    }

    /// One of two dispatchers.
    fn by_dispatcher(&mut self, minutes_min: i64, minutes_max: i64, act: Act) {
        let gap = self.minutes(minutes_min, minutes_max);
        let dispatcher = cast::numbered(Role::Dispatcher, if self.chance.percent(70) { 1 } else { 2 });
        self.push(gap, By::User(dispatcher), act);
    }

    fn by_unit(&mut self, unit: &Code, gap: Duration, act: Act) {
        self.push(gap, By::User(cast::department(unit)), act);
    }

    /// Emergencies go about ten times as fast.
    fn minutes(&mut self, least: i64, most: i64) -> Duration {
        let seconds = self.chance.between(least * 60, most * 60);
        Duration::seconds(if self.urgent() { seconds / 10 } else { seconds })
    }

    fn push(&mut self, gap: Duration, by: By, act: Act) {
        let gap = gap.max(Duration::seconds(20));
        self.moves.push(Move { gap, office: !self.urgent(), by, act });
    }
}
