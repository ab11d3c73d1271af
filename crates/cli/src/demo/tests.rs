//! The seed on a real PostgreSQL.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::os::unix::fs::PermissionsExt;

use uuid::Uuid;
use whistle_app::{AsOf, Caller, PageRequest};
use whistle_domain::case::{
    Case, CaseEvent, CaseStatus, DispatchState, ItemState, Register, Supervision, SupervisionMeasure,
};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::database::{MIGRATIONS, pool};
use whistle_store::log::{READ_EVENTS_MAX, RecordedEvent};
use whistle_store::vault::KeyFile;
use whistle_testkit::TestDatabase;

use super::cast::Entry;
use super::*;

/// A database and a data directory for one test.
struct Site {
    database: TestDatabase,
    pool: Pool,
    directory: tempfile::TempDir,
}

impl Site {
    async fn new() -> Self {
        let database = TestDatabase::create(&MIGRATIONS).await;
        let pool = pool(database.url(), 8).unwrap();
        Self { database, pool, directory: tempfile::tempdir().unwrap() }
    }

    async fn house(&self) -> DemoHouse<'_> {
        let keys = KeyFile::load_or_create(&self.directory.path().join("keys")).unwrap();
        let vault = Vault::new(self.pool.clone(), keys);
        vault.check().await.unwrap();
        DemoHouse {
            database_url: self.database.url(),
            pool: self.pool.clone(),
            vault,
            data_dir: self.directory.path(),
        }
    }

    async fn events(&self) -> Vec<RecordedEvent> {
        let log = self.house().await.log(Arc::new(MovedClock::starting_at(now())));
        let events = log.read_after(0, READ_EVENTS_MAX).await.unwrap();
        assert!(events.len() < READ_EVENTS_MAX as usize, "the demo fits one page");
        events
    }

    fn entries(&self) -> Vec<Entry> {
        let text = std::fs::read(self.directory.path().join(cast::FILE)).unwrap();
        serde_json::from_slice(&text).unwrap()
    }
}

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-20T16:40:00+08:00").unwrap().to_utc()
}

fn folded(events: &[RecordedEvent]) -> HashMap<Uuid, Case> {
    let mut cases: HashMap<Uuid, Case> = HashMap::new();
    for recorded in events.iter().filter(|event| event.stream_type == "case") {
        let event: CaseEvent = serde_json::from_slice(&recorded.payload).unwrap();
        cases.entry(recorded.stream_id).or_default().evolve(&event);
    }
    cases
}

/// The lamps that running clocks show now.
fn lamps(cases: &HashMap<Uuid, Case>) -> BTreeMap<&'static str, usize> {
    let mut lamps = BTreeMap::new();
    for case in cases.values().filter(|case| !case.status.terminal()) {
        let Some((lead, due_at)) = case.lead().zip(case.due_at()) else { continue };
        let (parked, warn_at) = (case.suspended().is_some(), lead.warn_at().expect("it has an end"));
        let lamp = Lamp::of(parked, lead.issued_at, warn_at, due_at, case.reworks, now());
        *lamps.entry(lamp.code()).or_default() += 1;
    }
    lamps
}

#[tokio::test]
async fn the_seed_shows_everything_that_a_case_can_be() {
    let site = Site::new().await;
    let report = seed_until(&site.house().await, now(), usize::MAX).await.unwrap();
    assert_eq!(report.cases, 300);
    let events = site.events().await;
    let cases = folded(&events);
    assert_eq!(cases.len(), 300);

    for status in CaseStatus::ALL {
        assert!(cases.values().any(|case| case.status == status), "no case is {status:?}");
    }
    let states: BTreeSet<DispatchState> =
        cases.values().flat_map(|case| case.dispatches.iter().map(|dispatch| dispatch.state)).collect();
    assert_eq!(states.len(), DispatchState::ALL.len(), "{states:?}");
    let lamps = lamps(&cases);
    assert!(
        Lamp::ALL.iter().all(|lamp| lamps.get(lamp.code()).is_some_and(|count| *count >= 4)),
        "{lamps:?}"
    );
    let kinds: BTreeSet<WhistleKind> = cases.values().filter_map(Case::kind).collect();
    assert_eq!(kinds.len(), WhistleKind::ALL.len());
    let grades: BTreeSet<u8> = cases
        .values()
        .filter_map(|case| case.rating.as_ref())
        .map(|rating| rating.verdict.satisfaction)
        .collect();
    assert_eq!(grades, BTreeSet::from([1, 2, 3, 4, 5]));

    let some = |what: &str, found: fn(&Case) -> bool| {
        assert!(cases.values().filter(|case| found(case)).count() >= 5, "too few cases are {what}");
    };
    some("anonymous", |case| case.report.as_ref().is_some_and(|report| report.reporter.is_none()));
    some("confidential", |case| case.report.as_ref().is_some_and(|report| report.confidential));
    some("reworked", |case| case.reworks > 0);
    some("of several departments", |case| case.dispatches.len() > 1);
    some("masked", |case| case.report.as_ref().is_some_and(|report| report.description.original.is_some()));
    some("closed without an answer", |case| case.closure.is_some() && case.callback.answer.is_none());
    some("located in GCJ-02", |case| {
        let place = case.report.as_ref().and_then(|report| report.location.place.as_ref());
        place.is_some_and(|place| place.original.is_some())
    });
}

#[tokio::test]
async fn every_register_is_served_with_entries() {
    let site = Site::new().await;
    let house = site.house().await;
    seed_until(&house, now(), usize::MAX).await.unwrap();
    let clock = Arc::new(MovedClock::starting_at(now()));
    let reference = furnish(&site.pool, &*clock).await.unwrap();
    let accounts = Accounts::new(site.pool.clone(), clock.clone());
    let supervisor = accounts.by_username("supervisor").await.unwrap().unwrap();
    let app = house.app(&clock, accounts, reference).unwrap();
    let workers = whistle_worker::Workers::start(app.projections(), app.log(), clock);
    let last = site.events().await.last().unwrap().position;
    app.projections().wait_until(last, std::time::Duration::from_mins(1)).await.unwrap();
    let page = PageRequest { cursor: None, limit: 200 };
    let supervisor = Caller::from(&supervisor);
    for register in Register::ALL {
        let entries = app.register(&supervisor, register, &page, AsOf::default()).await.unwrap().items.len();
        assert!(entries >= 2, "{entries} on {}", register.code());
    }
    workers.stop(std::time::Duration::from_secs(10)).await.unwrap();
}

/// What happens in the stories beside the straight line.
const TOLD: [&str; 49] = [
    "WhistleAmended",
    "WhistleWithdrawn",
    "CaseNotAccepted",
    "CaseDiverted",
    "CaseMerged",
    "DuplicateAbsorbed",
    "OrphanDeclared",
    "DispatchRecalled",
    "DutyEscalated",
    "ResidentContacted",
    "OverdueExplained",
    "JointActionScheduled",
    "JointActionSignedIn",
    "JointActionHeld",
    "ReturnRequested",
    "ReturnApproved",
    "ReturnRefused",
    "LeadDetermined",
    "ExtensionRequested",
    "ExtensionApproved",
    "ExtensionRefused",
    "SuspensionRequested",
    "CaseSuspended",
    "SuspensionRefused",
    "SuspensionReviewed",
    "SuspensionLifted",
    "PlanAgreed",
    "MilestoneReached",
    "ProgressReported",
    "VerificationImpossible",
    "DissatisfactionRecorded",
    "ForcedClosingRequested",
    "CaseForceClosed",
    "ForcedClosingRefused",
    "ExclusionRequested",
    "ExclusionRuled",
    "ScoreAppealed",
    "ScoreAppealDecided",
    "LookBackDone",
    "CaseReopened",
    "SupervisionAnswered",
    "SupervisionLifted",
    "RepresentativeChosen",
    "ItemsListed",
    "ItemReinspected",
    "ItemStruckOff",
    "ItemRestored",
    "EchoProposed",
    "EchoPublished",
];

#[tokio::test]
async fn every_story_beside_the_straight_line_is_told() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), usize::MAX).await.unwrap();
    let events = site.events().await;
    let told: BTreeSet<&str> = events.iter().map(|event| event.event_type.as_str()).collect();
    let missing: Vec<_> = TOLD.into_iter().filter(|event| !told.contains(event)).collect();
    assert_eq!(missing, [] as [&str; 0]);

    let cases = folded(&events);
    let some = |what: &str, found: fn(&Case) -> bool| {
        assert!(cases.values().any(found), "no case {what}");
    };
    some("is a precedent", |case| case.disputes.iter().any(|dispute| dispute.ruling.is_some()));
    some("is parked with proof", |case| {
        case.suspended().is_some_and(|parked| !parked.petition.request.proof.is_empty())
    });
    some("has reached a part of its plan", |case| {
        let reached = case.plan.iter().flat_map(|plan| &plan.milestones);
        let (done, open): (Vec<_>, Vec<_>) = reached.partition(|planned| planned.reached_at.is_some());
        !done.is_empty() && !open.is_empty()
    });
    some("was voted on by twenty households", |case| case.votes.len() >= 20);
    some("is of several reports and many households", |case| {
        !case.absorbed.is_empty() && (20..=40).contains(&case.complainants.len())
    });
    some("has a part of its items struck off", |case| {
        let struck = case.items.iter().filter(|item| item.state == ItemState::StruckOff).count();
        0 < struck && struck < case.items.len()
    });
    some("had a red card that a leader got a copy of", |case| {
        let red = |held: &Supervision| {
            held.issued.measure == SupervisionMeasure::RedCard && !held.issued.copied_to.is_empty()
        };
        case.supervisions.iter().any(red)
    });
    some("had a written supervision that was answered", |case| {
        case.supervisions.iter().any(|held| held.answered_at.is_some())
    });
    some("was met about with somebody absent", |case| {
        case.joint_actions
            .iter()
            .any(|action| action.held_at.is_some() && action.signed_in.len() < action.scheduled.units.len())
    });
    some("was closed although the service had to sign for its unit", |case| {
        let late = case.dispatches.iter().any(|dispatch| dispatch.signed_automatically);
        late && case.status == CaseStatus::Closed && case.orphan.is_none()
    });
    some("came back", |case| case.reopenings > 0);
    let repeats: Vec<(&Case, Uuid)> =
        cases.values().filter_map(|case| Some((case, case.report.as_ref()?.repeats?))).collect();
    assert!(repeats.len() >= 5, "{} cases repeat another", repeats.len());
    for (case, earlier) in repeats {
        let (report, earlier) = (case.report.as_ref().expect("a report"), &cases[&earlier]);
        let closings = earlier.rounds.iter().map(|round| &round.closure).chain(&earlier.closure);
        assert!(closings.into_iter().any(|closure| closure.at < report.raised_at));
        assert_eq!(earlier.category(), Some(report.category.as_str()));
    }
    let exits = cases.values().flat_map(|case| &case.dissatisfactions);
    let exits: BTreeSet<String> =
        exits.filter_map(|(_, exit)| exit.as_ref().map(|exit| format!("{:?}", exit.exit))).collect();
    assert_eq!(exits.len(), 4, "{exits:?}");
}

#[tokio::test]
async fn the_seed_can_be_made_on_a_sunday_night() {
    let site = Site::new().await;
    let night = DateTime::parse_from_rfc3339("2026-11-22T03:15:00+08:00").unwrap().to_utc();
    seed_until(&site.house().await, night, usize::MAX).await.unwrap();
    let cases = folded(&site.events().await);
    assert_eq!(cases.len(), 300);
    let mut registers: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in cases.values().flat_map(Case::registers) {
        *registers.entry(entry.register.code()).or_default() += 1;
    }
    let shown = |register: &Register| registers.get(register.code()).is_some_and(|count| *count >= 2);
    assert!(Register::ALL.iter().all(shown), "{registers:?}");
}

#[tokio::test]
async fn the_seeded_log_is_sound_and_its_time_never_goes_back() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), usize::MAX).await.unwrap();
    let events = site.events().await;
    assert!(events.is_sorted_by_key(|event| event.recorded_at));
    let apart =
        events.iter().find(|event| event.occurred_at != event.recorded_at || event.recorded_at >= now());
    assert_eq!(apart, None);
    let log = site.house().await.log(Arc::new(MovedClock::starting_at(now())));
    let verification = log.verify(|_| {}).await.unwrap();
    assert_eq!(verification.problems, []);
    assert_eq!(verification.events, u64::try_from(events.len()).unwrap());
}

#[tokio::test]
async fn a_second_seed_adds_nothing() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), usize::MAX).await.unwrap();
    let (events, told) =
        (site.events().await.len(), std::fs::read(site.directory.path().join(cast::FILE)).unwrap());
    let later = now() + chrono::Duration::days(3);
    let report = seed_until(&site.house().await, later, usize::MAX).await.unwrap();
    assert_eq!((report.cases, report.commands), (0, 0));
    assert_eq!(site.events().await.len(), events);
    assert_eq!(std::fs::read(site.directory.path().join(cast::FILE)).unwrap(), told);
}

#[tokio::test]
async fn an_interrupted_seed_is_completed_as_it_was_planned() {
    let (whole, broken) = (Site::new().await, Site::new().await);
    seed_until(&whole.house().await, now(), usize::MAX).await.unwrap();
    seed_until(&broken.house().await, now(), 700).await.unwrap();
    let told = broken.entries().len();
    let later = now() + chrono::Duration::hours(30);
    let report = seed_until(&broken.house().await, later, usize::MAX).await.unwrap();
    assert_eq!(report.cases, 300);
    assert_eq!(broken.entries().len(), told);
    let shape = |events: Vec<RecordedEvent>| -> Vec<(String, DateTime<Utc>)> {
        events.into_iter().map(|event| (event.event_type, event.recorded_at)).collect()
    };
    assert_eq!(shape(broken.events().await), shape(whole.events().await));
}

#[tokio::test]
async fn a_log_of_others_is_left_alone() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), 20).await.unwrap();
    std::fs::remove_file(site.directory.path().join(MARKER)).unwrap();
    let refusal = seed_until(&site.house().await, now(), usize::MAX).await.unwrap_err();
    assert!(refusal.to_string().contains("not the demo's"), "{refusal}");
    let events = site.events().await.iter().filter(|event| event.stream_type == "case").count();
    assert!((20..60).contains(&events), "{events}");
}

#[tokio::test]
async fn the_accounts_are_told_to_their_owner_alone_and_let_in() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), 1).await.unwrap();
    let file = site.directory.path().join(cast::FILE);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let entries = site.entries();
    for role in whistle_domain::actor::Role::ACCOUNTS {
        assert!(entries.iter().any(|entry| entry.role == role), "nobody is {role:?}");
    }
    let units: BTreeSet<_> = entries
        .iter()
        .filter(|entry| entry.role == whistle_domain::actor::Role::Department)
        .map(|entry| entry.unit.clone())
        .collect();
    assert!(units.len() > 10);
    let accounts = Accounts::new(site.pool.clone(), Arc::new(MovedClock::starting_at(now())));
    for entry in
        entries.iter().filter(|entry| ["resident01", "dispatcher", "admin"].contains(&&*entry.username))
    {
        let by_password =
            accounts.authenticate_password(&entry.username, &entry.password).await.unwrap().unwrap();
        let by_token = accounts.authenticate_token(&entry.token).await.unwrap().unwrap();
        assert_eq!(by_password, by_token);
        assert_eq!(by_token.role, entry.role);
    }
}

#[tokio::test]
async fn lost_accounts_are_told_anew_and_the_old_tokens_end() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), 1).await.unwrap();
    let before = site.entries();
    std::fs::remove_file(site.directory.path().join(cast::FILE)).unwrap();
    seed_until(&site.house().await, now(), 1).await.unwrap();
    let after = site.entries();
    let names = |entries: &[Entry]| entries.iter().map(|entry| entry.username.clone()).collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
    let accounts = Accounts::new(site.pool.clone(), Arc::new(MovedClock::starting_at(now())));
    assert!(accounts.authenticate_token(&before[0].token).await.unwrap().is_none());
    assert!(accounts.authenticate_token(&after[0].token).await.unwrap().is_some());
}

#[tokio::test]
async fn the_demo_has_leaders_and_somebody_on_duty_now() {
    let site = Site::new().await;
    seed_until(&site.house().await, now(), 1).await.unwrap();
    let (history, _) = whistle_store::organisation::load_history(&site.pool).await.unwrap();
    let chain = history.escalation_chain("s1-c1", now());
    let called: Vec<(&str, bool, &str)> =
        chain.iter().map(|step| (step.unit.as_str(), step.person.is_some(), step.why.code())).collect();
    assert_eq!(
        called,
        [
            ("s1-c1", true, "on_duty"),
            ("s1-c1", true, "leader_in_charge"),
            ("s1", true, "on_duty"),
            ("yunqi", false, "on_duty"),
            ("d-dispatch", true, "on_duty"),
            ("d-dispatch", true, "leader_in_charge"),
        ]
    );
}
