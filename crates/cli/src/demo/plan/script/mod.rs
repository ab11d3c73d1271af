//! What happens in a case, step by step, and how long each step takes.
//!
//! The straight line is told here, and by [`handling`] and [`asking`]; each of the other rooms tells some of the stories
//! beside it.

mod asking;
mod disputes;
mod endings;
mod gathering;
mod handling;
mod plots;
mod waiting;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use whistle_app::{Closing, Dispatches, Endorsement, Escalation, Filing, LocalHandling, Refusal};
use whistle_domain::actor::{Code, Role};
use whistle_domain::calendar::{WorkCalendar, china_date, china_midnight};
use whistle_domain::case::Level;
use whistle_domain::policy::{Limit, WhistleKind};

use super::super::cast;
use super::super::splitmix::SplitMix64;
use super::super::stories::{Phrases, Stories, Story};
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
    /// How long after the step before it still makes sense, where a rule says so.
    pub(super) within: Option<Duration>,
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
pub(super) fn write(tale: &Tale, fate: Fate, stories: &Stories, chance: &mut SplitMix64) -> Vec<Move> {
    let late = fate == Fate::Closed && chance.percent(LATE_PERCENT);
    let mut script = Script::of(tale, stories, chance);
    script.late = late;
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
        Fate::Plot(plot) => script.tell_plot(plot),
        under_way => {
            script.dispatch();
            script.play(under_way);
        }
    }
    script.moves
}

/// What happens to a second report of a matter: it becomes part of the case of the first.
pub(super) fn duplicate(tale: &Tale, host: usize, stories: &Stories, chance: &mut SplitMix64) -> Vec<Move> {
    let mut script = Script::of(tale, stories, chance);
    script.raise();
    let act = Act::Merge { into: host, reason: script.line("merge") };
    script.by_dispatcher(20, 50, act);
    script.moves
}

/// What happens when a matter is back after it was closed: everything once more.
pub(super) fn again(tale: &Tale, stories: &Stories, chance: &mut SplitMix64) -> Vec<Move> {
    let mut script = Script::of(tale, stories, chance);
    script.begin(Act::RaiseAgain(Box::new(tale.report.clone())));
    script.dispatch();
    script.play(Fate::Closed);
    script.moves
}

struct Script<'a> {
    tale: &'a Tale,
    stories: &'a Stories,
    phrases: &'a Phrases,
    chance: &'a mut SplitMix64,
    /// The unit that leads now.
    lead: Code,
    late: bool,
    moves: Vec<Move>,
}

impl<'a> Script<'a> {
    fn of(tale: &'a Tale, stories: &'a Stories, chance: &'a mut SplitMix64) -> Self {
        let (phrases, lead) = (&stories.phrases, tale.lead.clone());
        Self { tale, stories, phrases, chance, lead, late: false, moves: Vec::new() }
    }

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
        self.begin(Act::Raise(Box::new(self.tale.report.clone())));
    }

    fn begin(&mut self, act: Act) {
        let by = self.tale.reported_by.clone();
        self.moves.push(Move { gap: Duration::zero(), within: None, office: false, by, act });
    }

    fn decline(&mut self) {
        let reason = self.say(|phrases| &phrases.decline);
        self.by_community(30, 400, Refusal { reason });
    }

    fn endorse(&mut self) {
        if self.chance.percent(12) {
            let (to, reason) = (Level::Street, self.say(|phrases| &phrases.escalate));
            self.by_community(20, 200, Escalation { to, reason });
        }
        let note = Some(self.say(|phrases| &phrases.endorse));
        let local_attempt = self.chance.percent(70).then(|| self.say(|phrases| &phrases.attempt));
        self.by_community(10, 240, Endorsement { note, local_attempt });
    }

    /// An emergency waits for nobody's endorsement.
    fn endorse_unless_urgent(&mut self) {
        if !self.urgent() {
            self.endorse();
        }
    }

    fn file(&mut self) {
        self.by_dispatcher(5, 60, Filing::default());
    }

    fn dispatch(&mut self) {
        self.endorse_unless_urgent();
        self.order();
    }

    /// Sends the departments, with or without filing first.
    fn order(&mut self) {
        if self.chance.percent(50) {
            self.file();
        }
        let instruction = Some(self.say(|phrases| &phrases.instruction));
        let input = Dispatches {
            lead: self.lead.clone(),
            co_handlers: self.tale.co_handlers.clone(),
            notify: self.tale.notified.clone(),
            instruction,
        };
        self.by_dispatcher(5, 90, input);
    }

    fn handle_locally(&mut self) {
        let result = Some(self.tell(|story| &story.local));
        let evidence = vec![self.say(|phrases| &phrases.evidence)];
        let level = Some(*self.chance.pick(&[Level::Building, Level::Compound, Level::Community]));
        let input = LocalHandling { result, evidence, level };
        self.by_community(60, 900, input);
    }

    /// 小事不出小区; where the resident does not agree it is tried once more, a level up.
    fn solve_locally(&mut self) {
        self.handle_locally();
        if self.chance.percent(12) {
            self.hear_no();
            let result = Some(self.tell(|story| &story.local));
            let input = LocalHandling { result, evidence: Vec::new(), level: Some(Level::Community) };
            self.by_community(120, 900, input);
        }
        self.hear_yes();
        let reason = self.say(|phrases| &phrases.local_close);
        self.by_community(5, 90, Closing { reason: Some(reason) });
        self.rate();
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
        self.close();
        self.rate();
    }

    fn close(&mut self) {
        let reason = self.say(|phrases| &phrases.close);
        let act = Closing { reason: Some(reason) };
        if self.chance.percent(50) {
            self.by_community(5, 120, act);
        } else {
            self.by_dispatcher(5, 120, act);
        }
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
        self.tale.clocks.close.map_or(PLAYED_LIMIT_MAX, Limit::nominal).min(PLAYED_LIMIT_MAX)
    }

    /// The longest that the closing limit can take, whenever it begins: over the Spring Festival of 2026, the longest there
    /// is.
    fn longest_limit(&self) -> Duration {
        let Some(limit) = self.tale.clocks.close else { return PLAYED_LIMIT_MAX };
        let calendar = WorkCalendar::embedded();
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date");
        let begins = first.iter_days().map(china_midnight).take_while(|at| china_date(*at).year() == 2026);
        let length = |from: DateTime<Utc>| calendar.due(limit, from).at - from;
        begins.map(length).max().unwrap_or(PLAYED_LIMIT_MAX)
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

    /// A text for what happens beside the straight line, with this case's words in it.
    fn line(&mut self, purpose: &str) -> String {
        let text = self.chance.pick(self.stories.lines(purpose));
        self.tale.blanks.fill(text)
    }

    fn evidence(&mut self) -> Vec<String> {
        vec![self.say(|phrases| &phrases.evidence)]
    }

    fn urgent(&self) -> bool {
        self.tale.kind == WhistleKind::Emergency
    }

    fn community(&self) -> By {
        By::User(cast::community(&self.tale.community))
    }

    fn by_community(&mut self, minutes_min: i64, minutes_max: i64, act: impl Into<Act>) {
        let gap = self.minutes(minutes_min, minutes_max);
        self.push(gap, self.community(), act);
    }

    /// One of two dispatchers.
    fn by_dispatcher(&mut self, minutes_min: i64, minutes_max: i64, act: impl Into<Act>) {
        let gap = self.minutes(minutes_min, minutes_max);
        let dispatcher = cast::numbered(Role::Dispatcher, if self.chance.percent(70) { 1 } else { 2 });
        self.push(gap, By::User(dispatcher), act);
    }

    fn by_supervisor(&mut self, minutes_min: i64, minutes_max: i64, act: impl Into<Act>) {
        let gap = self.minutes(minutes_min, minutes_max);
        self.push(gap, By::User(Role::Supervisor.code().to_owned()), act);
    }

    fn by_unit(&mut self, unit: &Code, gap: Duration, act: impl Into<Act>) {
        self.push(gap, By::User(cast::department(unit)), act);
    }

    /// By the duty desk of a unit, which answers at any hour.
    fn by_duty_desk(&mut self, unit: &Code, gap: Duration, act: impl Into<Act>) {
        self.by_unit(unit, gap, act);
        self.at_any_hour();
    }

    /// The last step does not wait for office hours.
    fn at_any_hour(&mut self) {
        if let Some(last) = self.moves.last_mut() {
            last.office = false;
        }
    }

    /// The last step makes sense only so long after the one before.
    fn within(&mut self, within: Duration) {
        if let Some(last) = self.moves.last_mut() {
            last.within = Some(within);
        }
    }

    /// Emergencies go about ten times as fast.
    fn minutes(&mut self, least: i64, most: i64) -> Duration {
        let seconds = self.chance.between(least * 60, most * 60);
        Duration::seconds(if self.urgent() { seconds / 10 } else { seconds })
    }

    fn push(&mut self, gap: Duration, by: By, act: impl Into<Act>) {
        let gap = gap.max(Duration::seconds(20));
        let office = !self.urgent();
        self.moves.push(Move { gap, within: None, office, by, act: act.into() });
    }
}
