//! Random but lawful histories of cases, decided by the domain itself.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use cqrs_es::Aggregate;
use sqlx::PgPool;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{
    Case, CaseCommand, CaseEvent, CaseStatus, DispatchAction, DispatchRole, DispatchState, DispatchTarget,
    Exit, Facts, IssueDispatches, Judging, Level, Location, RaiseWhistle, Verdict,
};
use whistle_domain::clock::{Clock, MovedClock};
use whistle_domain::geography::{Crs, Place};
use whistle_domain::policy::{PolicyLibrary, PolicySet, WhistleKind};
use whistle_domain::privacy::ProtectedText;
use whistle_testkit::TestDatabase;

use crate::database::{MIGRATIONS, pool};
use crate::ids::new_id;
use crate::log::{Append, EventLog, LogSettings, NewEvent, StreamId};
use crate::projections::{Projections, projections};

/// More than any of these tests needs; a bound, not a pause.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
pub(crate) const DEPARTMENTS: [&str; 4] = ["water", "housing", "police", "roads"];
pub(crate) const AREAS: [[&str; 3]; 3] =
    [["district", "east", "e1"], ["district", "east", "e2"], ["district", "west", "w1"]];
/// A story is over before it is recorded: up to 31 commands, 3000 minutes apart.
const STORY_MAX: TimeDelta = TimeDelta::minutes(31 * 3000);
const TITLES: [&str; 5] = ["路灯不亮", "幸福里3号楼漏水", "噪音扰民，夜间施工", "井盖缺失", "楼道堆放杂物"];

/// A database with a log, and what is needed to fill it.
pub(crate) struct World {
    pub(crate) database: TestDatabase,
    pub(crate) pool: PgPool,
    pub(crate) log: EventLog,
    pub(crate) clock: Arc<MovedClock>,
    policies: Arc<PolicyLibrary>,
}

/// Projections at work; they stop with the value.
pub(crate) struct AtWork {
    pub(crate) projections: Projections,
    pub(crate) stop: CancellationToken,
    pub(crate) loops: Vec<JoinHandle<()>>,
}

impl World {
    pub(crate) async fn create() -> Self {
        let database = TestDatabase::create(&MIGRATIONS).await;
        let pool = pool(database.url(), 8).unwrap();
        let begin = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        let clock = Arc::new(MovedClock::starting_at(begin + STORY_MAX));
        let log = EventLog::start(database.url(), pool.clone(), clock.clone(), LogSettings::default());
        let policy = PolicySet::parse(include_str!("../../../../../policy/default.toml")).unwrap();
        Self { database, pool, log, clock, policies: Arc::new(PolicyLibrary::new([policy]).unwrap()) }
    }

    /// Appends `count` random histories, several at a time.
    pub(crate) async fn tell(&self, count: u64, seed: u64) -> Vec<Story> {
        let mut told = Vec::new();
        let seeds: Vec<u64> = (0..count).map(|number| seed * 1_000_000 + number).collect();
        for some in seeds.chunks(16) {
            told.extend(futures::future::join_all(some.iter().map(|seed| self.tell_one(*seed))).await);
        }
        told
    }

    async fn tell_one(&self, seed: u64) -> Story {
        let mut story = Story::new(seed, self.clock.now() - STORY_MAX);
        for _ in 0..=story.dice.below(30) {
            let (command, actor) = if story.dice.below(3) == 0 && story.version > 0 {
                story.side_move()
            } else {
                story.next_command(&self.policies)
            };
            story.now += TimeDelta::minutes(story.dice.below(3000).cast_signed());
            let facts = Facts {
                now: story.now,
                actor: actor.clone(),
                policies: self.policies.clone(),
                // As if nobody had published the year: some ends are provisional.
                calendar: Arc::new(WorkCalendar::embedded().before_year(2026)),
            };
            if let Ok(events) = story.case.decide(command, &facts)
                && !events.is_empty()
            {
                story.record(&self.log, actor, events).await;
            }
        }
        story
    }

    /// Keeps every projection up to date, as one process does.
    pub(crate) fn work(&self) -> AtWork {
        let (work, stop) = (Projections::new(self.pool.clone()), CancellationToken::new());
        let start = |projection| {
            let (work, log, stop) = (work.clone(), self.log.clone(), stop.clone());
            tokio::spawn(async move { work.run(projection, log, stop).await })
        };
        let loops = projections().into_iter().map(start).collect();
        AtWork { projections: work, stop, loops }
    }

    /// The last position of the log.
    pub(crate) async fn head(&self) -> i64 {
        sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM events")
            .fetch_one(&self.pool)
            .await
            .unwrap()
    }

    /// Appends raw bytes as an event of a stream of its own, as a newer or broken writer might.
    pub(crate) async fn append_raw(&self, kind: &'static str, event_type: &str, payload: Vec<u8>) -> i64 {
        let event = NewEvent { event_type: event_type.to_owned(), occurred_at: self.clock.now(), payload };
        let stream = StreamId { kind, id: new_id() };
        append(&self.log, stream, 0, Actor::anonymous_resident(), vec![event]).await
    }
}

impl AtWork {
    /// Waits until everything in the log was taken in.
    pub(crate) async fn catch_up(&self, world: &World) {
        self.projections.wait_until(world.head().await, PATIENCE).await.unwrap();
    }

    /// Stops the loops and waits for them to end.
    pub(crate) async fn finish(self) {
        self.stop.cancel();
        for ended in futures::future::join_all(self.loops).await {
            ended.unwrap();
        }
    }
}

async fn append(log: &EventLog, stream: StreamId, version: u32, actor: Actor, events: Vec<NewEvent>) -> i64 {
    let (command_id, request_digest) = (new_id(), None);
    let append = Append { command_id, stream, expected_version: version, actor, request_digest, events };
    log.append(append).await.unwrap().last_position
}

/// A case in the making.
pub(crate) struct Story {
    pub(crate) id: Uuid,
    pub(crate) case: Case,
    pub(crate) version: u32,
    pub(crate) position: i64,
    pub(super) now: DateTime<Utc>,
    pub(super) dice: Dice,
}

impl Story {
    fn new(seed: u64, now: DateTime<Utc>) -> Self {
        let dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        Self { id: new_id(), case: Case::default(), version: 0, position: 0, now, dice }
    }

    async fn record(&mut self, log: &EventLog, actor: Actor, events: Vec<CaseEvent>) {
        let new = |event: &CaseEvent| NewEvent {
            event_type: event.name().to_owned(),
            occurred_at: self.now,
            payload: serde_json::to_vec(event).unwrap(),
        };
        let stored = events.iter().map(new).collect();
        let stream = StreamId { kind: Case::TYPE, id: self.id };
        self.position = append(log, stream, self.version, actor, stored).await;
        self.version += u32::try_from(events.len()).unwrap();
        for event in &events {
            self.case.evolve(event);
        }
    }

    fn next_command(&mut self, policies: &PolicyLibrary) -> (CaseCommand, Actor) {
        let community = Actor { id: new_id(), role: Role::Community, unit: Some("e1".to_owned()) };
        let text = ProtectedText::plain("好");
        let dice = &mut self.dice;
        let command = match self.case.status {
            CaseStatus::Unreported => CaseCommand::RaiseWhistle(raise(dice, policies)),
            CaseStatus::Raised | CaseStatus::Declined if dice.below(10) == 0 => {
                CaseCommand::DeclineWhistle { reason: text }
            }
            CaseStatus::Raised | CaseStatus::Endorsed if dice.below(6) == 0 => {
                CaseCommand::HandleLocally { result: text, evidence: Vec::new(), level: None }
            }
            CaseStatus::Raised | CaseStatus::Declined if dice.below(4) == 0 => {
                CaseCommand::Escalate { to: Level::ALL[dice.pick(5)], reason: text }
            }
            CaseStatus::Raised | CaseStatus::Declined => {
                CaseCommand::EndorseWhistle { note: text, local_attempt: None }
            }
            CaseStatus::Endorsed if dice.below(3) == 0 => {
                CaseCommand::FileCase { category: None, kind: None }
            }
            CaseStatus::Endorsed | CaseStatus::Filed => CaseCommand::IssueDispatches(issue(dice)),
            CaseStatus::Dispatched | CaseStatus::InHandling => return self.act(),
            CaseStatus::Verification => CaseCommand::Verify {
                passed: dice.below(3) > 0,
                note: text,
                evidence: Vec::new(),
                rework: Vec::new(),
            },
            CaseStatus::Callback | CaseStatus::HandledLocally if dice.below(2) == 0 => {
                let verdict = Verdict { solved: dice.below(4) > 0, satisfaction: 4 };
                CaseCommand::RecordCallback {
                    verdict: Some(verdict).filter(|_| dice.below(3) > 0),
                    comment: text,
                }
            }
            CaseStatus::Callback | CaseStatus::HandledLocally => CaseCommand::CloseCase { reason: text },
            CaseStatus::Dissatisfied => {
                let exit = Exit::Redo;
                CaseCommand::Judge(Judging::SettleDissatisfaction { exit, reason: text })
            }
            CaseStatus::Closed
            | CaseStatus::NotAccepted
            | CaseStatus::Diverted
            | CaseStatus::Merged
            | CaseStatus::Withdrawn => {
                CaseCommand::RateCase { verdict: Verdict { solved: true, satisfaction: 5 }, comment: text }
            }
        };
        (command, community)
    }

    /// Something that a department does: mostly the next step of a random dispatch.
    fn act(&mut self) -> (CaseCommand, Actor) {
        let text = ProtectedText::plain("好");
        let dispatch = &self.case.dispatches[self.dice.pick(self.case.dispatches.len())];
        let action = match dispatch.state {
            DispatchState::Issued => DispatchAction::Sign,
            DispatchState::Signed => {
                DispatchAction::ReportForDuty { place: text, person: None, arrived_at: None }
            }
            DispatchState::Reported => DispatchAction::Accept,
            _ if self.dice.below(3) == 0 => {
                DispatchAction::RecordMeasure { measure: text, evidence: Vec::new() }
            }
            _ => DispatchAction::SubmitFeedback { result: text, evidence: Vec::new() },
        };
        let officer = Actor { id: new_id(), role: Role::Department, unit: Some(dispatch.department.clone()) };
        (CaseCommand::OnDispatch { dispatch: dispatch.id, action }, officer)
    }
}

fn raise(dice: &mut Dice, policies: &PolicyLibrary) -> RaiseWhistle {
    let area = AREAS[dice.pick(AREAS.len())];
    let categories = policies.current().categories();
    RaiseWhistle {
        number: format!("FT20260601-{:06}", dice.below(1_000_000)),
        title: ProtectedText::plain(TITLES[dice.pick(TITLES.len())]),
        description: ProtectedText::plain("居民来电\u{0}反映"),
        category: categories[dice.pick(categories.len())].code.clone(),
        kind: Some(WhistleKind::ALL[dice.pick(5)]),
        source: "resident".to_owned(),
        location: Location {
            grid: format!("{}-g{}", area[2], dice.below(3)),
            territorial_unit: area[2].to_owned(),
            area: area.map(str::to_owned).to_vec(),
            address: Some(ProtectedText::plain("永乐街12号")),
            place: (area[2] == "e1").then(|| Place::given(113.1, 28.2, Crs::Gcj02).unwrap()),
        },
        subject: new_id(),
        reporter: None,
        confidential: dice.below(5) == 0,
        earlier: Vec::new(),
        photos: Vec::new(),
    }
}

fn issue(dice: &mut Dice) -> IssueDispatches {
    let first = dice.pick(DEPARTMENTS.len());
    let roles = [DispatchRole::Notified, DispatchRole::Lead, DispatchRole::CoHandler];
    let target = |(at, role): (usize, DispatchRole)| DispatchTarget {
        dispatch: new_id(),
        department: DEPARTMENTS[(first + at) % DEPARTMENTS.len()].to_owned(),
        role,
    };
    let wanted = roles.into_iter().filter(|role| *role == DispatchRole::Lead || dice.below(2) == 0);
    IssueDispatches {
        targets: wanted.enumerate().map(target).collect(),
        instruction: ProtectedText::plain("请到场处置"),
        line_owner: "water".to_owned(),
        territorial_owner: "east".to_owned(),
    }
}

/// A small pseudo-random sequence (xorshift): the same seed tells the same story.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound
    }

    fn pick(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).unwrap())).unwrap()
    }
}
