//! Whatever is commanded, by whomever and when: what must always hold.

use std::collections::{BTreeSet, HashSet, VecDeque};

use chrono::Duration;
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use uuid::Uuid;

use super::moves::{CASE_MOVES, DISPATCH_MOVES, Seen};
use super::scene::*;
use crate::actor::Actor;
use crate::case::*;
use crate::geography::{Crs, Place};
use crate::policy::WhistleKind;
use crate::privacy::Sealed;

/// One command of each sort, enough to make every move.
fn alphabet() -> Vec<CaseCommand> {
    let mut commands = vec![
        raise(),
        raise_emergency(),
        endorse(),
        decline(),
        handle_locally(),
        escalate(Level::Community),
        file(),
        file_as(WhistleKind::Emergency),
        issue(),
        pass(),
        fail(&[]),
        fail(&[CO_HANDLER]),
        fail(&[LEAD, CO_HANDLER]),
        unreached(),
        answer(true, 4),
        answer(false, 1),
        close(),
        rate(3),
    ];
    for dispatch in [LEAD, CO_HANDLER, NOTIFIED] {
        commands.extend([sign, report, accept, measure, feedback].map(|action| action(dispatch)));
    }
    commands
}

/// What decides which commands succeed; counters that only grow are left out.
fn essence(case: &Case) -> impl Eq + std::hash::Hash + use<> {
    let dispatches: Vec<_> = case.dispatches.iter().map(|held| (held.id, held.state)).collect();
    let attempts = case.callback.unanswered_at.len().min(CALLBACK_ATTEMPTS_MIN);
    let callback = (attempts, case.callback.answer.is_some());
    (case.status, case.kind(), case.level, dispatches, callback, case.rating.is_some())
}

#[test]
fn every_reachable_move_is_in_the_table_and_every_move_of_the_table_is_reachable() {
    let mut seen = Seen::default();
    let mut met = HashSet::from([essence(&Case::default())]);
    let mut waiting = VecDeque::from([given()]);
    while let Some(scene) = waiting.pop_front() {
        for command in alphabet() {
            let Ok(events) = scene.decide(&usual_actor(&command), command) else { continue };
            let mut next = scene.clone();
            for event in &events {
                let before = next.case.clone();
                next.case.evolve(event);
                seen.note(&before, event, &next.case);
            }
            if met.insert(essence(&next.case)) {
                waiting.push_back(next);
            }
        }
    }
    assert_eq!(seen.case, CASE_MOVES.iter().copied().collect::<BTreeSet<_>>());
    assert_eq!(seen.dispatch, DISPATCH_MOVES.iter().copied().collect::<BTreeSet<_>>());
    assert!(met.len() > 200, "only {} situations were met", met.len());
}

/// What is tried next.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a few dozen are made per run")]
enum Try {
    /// One of the commands that would succeed now, if there is one.
    Possible(Index),
    /// Anything, by anybody.
    Wild(Actor, CaseCommand),
}

fn dispatch_ids() -> impl Strategy<Value = Uuid> {
    select(vec![LEAD, CO_HANDLER, NOTIFIED, STRANGE])
}

fn targets() -> impl Strategy<Value = CaseCommand> {
    let roles = vec![DispatchRole::Lead, DispatchRole::CoHandler, DispatchRole::Notified];
    let target = (select(vec![WATER, ROADS, STREET]), select(roles));
    prop::collection::vec(target, 0..4).prop_map(|chosen| {
        let ids = [LEAD, CO_HANDLER, NOTIFIED];
        let named: Vec<_> = ids.into_iter().zip(chosen).map(|(id, (unit, role))| (id, unit, role)).collect();
        send(&named)
    })
}

fn reports() -> impl Strategy<Value = CaseCommand> {
    let place = (-180.0..=180.0f64, -90.0..=90.0f64, select(vec![Crs::Cgcs2000, Crs::Gcj02]));
    let place =
        prop::option::of(place.prop_map(|(lon, lat, crs)| Place::given(lon, lat, crs).expect("in range")));
    let category = select(vec!["0301", "0901", "1001", "9999"]);
    let kind = prop::option::of(select(WhistleKind::ALL.to_vec()));
    (place, category, kind, any::<bool>(), "\\PC{0,20}").prop_map(|(place, category, kind, named, title)| {
        let sealed = Sealed {
            subject: whistle().subject,
            alg: "xchacha20poly1305".to_owned(),
            ciphertext: "AAEC".to_owned(),
        };
        CaseCommand::RaiseWhistle(RaiseWhistle {
            title: text(&title),
            category: category.to_owned(),
            kind,
            location: Location { place, ..whistle().location },
            reporter: named.then_some(Reporter { name: Some(sealed), phone: None }),
            confidential: named,
            ..whistle()
        })
    })
}

fn commands() -> impl Strategy<Value = CaseCommand> {
    let category = prop::option::of(select(vec!["0301", "1001", "9999"]));
    let kind = prop::option::of(select(WhistleKind::ALL.to_vec()));
    let arrival = (dispatch_ids(), prop::option::of(-600_000_000..600_000_000_i64));
    prop_oneof![
        3 => select(alphabet()),
        1 => reports(),
        1 => targets(),
        1 => select(Level::ALL.to_vec()).prop_map(escalate),
        1 => (category, kind).prop_map(|(category, kind)| {
            CaseCommand::FileCase { category: category.map(str::to_owned), kind }
        }),
        1 => prop::collection::vec(dispatch_ids(), 0..3).prop_map(|named| fail(&named)),
        1 => (any::<bool>(), 0..8u8).prop_map(|(solved, satisfaction)| answer(solved, satisfaction)),
        1 => (0..8u8).prop_map(rate),
        1 => arrival.prop_map(|(id, offset)| {
            report_at(id, offset.map(|offset| start() + Duration::microseconds(offset)))
        }),
    ]
}

fn actors() -> impl Strategy<Value = Actor> {
    let two_posts = Actor { unit: Some("community-1".to_owned()), ..officer(ROADS) };
    select(vec![
        Actor::anonymous_resident(),
        community(),
        grid_worker(),
        hotline(),
        dispatcher(),
        supervisor(),
        officer(WATER),
        officer(ROADS),
        officer(STREET),
        two_posts,
    ])
}

/// A try, and the microseconds that pass before it.
fn tries() -> impl Strategy<Value = Vec<(Try, i64)>> {
    let possible = any::<Index>().prop_map(Try::Possible);
    let wild = (actors(), commands()).prop_map(|(actor, command)| Try::Wild(actor, command));
    let one = prop_oneof![2 => possible, 1 => wild];
    prop::collection::vec((one, 0..90_000_000_i64), 1..80)
}

/// The command and whoever gives it; none when nothing is possible any more.
fn choose(scene: &Scene, choice: Try) -> Option<(Actor, CaseCommand)> {
    match choice {
        Try::Wild(actor, command) => Some((actor, command)),
        Try::Possible(index) => {
            let usual = alphabet().into_iter().map(|command| (usual_actor(&command), command));
            let mut possible: Vec<_> =
                usual.filter(|(actor, command)| scene.decide(actor, command.clone()).is_ok()).collect();
            (!possible.is_empty()).then(|| possible.swap_remove(index.index(possible.len())))
        }
    }
}

/// Gives the command the way the command framework does, and takes in what happened.
fn give(scene: &mut Scene, actor: &Actor, command: CaseCommand) -> Result<Vec<CaseEvent>, CaseError> {
    let facts = Facts { now: scene.now, actor: actor.clone(), policies: scene.policies.clone() };
    let sink = EventSink::default();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without threads");
    runtime.block_on(async {
        scene.case.handle(command, &facts, &sink).await?;
        Ok(sink.collect().await)
    })
}

fn check_events(before: &Case, events: &[CaseEvent], actor: &Actor) {
    let mut seen = Seen::default();
    let mut folded = before.clone();
    for event in events {
        let earlier = folded.clone();
        folded.evolve(event);
        seen.note(&earlier, event, &folded);
        let bytes = serde_json::to_vec(event).expect("an event can be written");
        let read: CaseEvent = serde_json::from_slice(&bytes).expect("an event can be read");
        assert_eq!(&read, event);
        assert_eq!(serde_json::to_vec(&read).expect("an event can be written"), bytes, "{event:?}");
        if judges(event) {
            assert!(!had_a_hand(before, actor), "{actor:?} judged their own handling: {event:?}");
        }
        assert!(before.status != CaseStatus::Declined, "a declined case took {event:?}");
        assert!(
            before.status != CaseStatus::Closed || matches!(event, CaseEvent::CaseRated(_)),
            "a closed case took {event:?}"
        );
    }
    assert!(seen.case.iter().all(|made| CASE_MOVES.contains(made)), "{:?}", seen.case);
    assert!(seen.dispatch.iter().all(|made| DISPATCH_MOVES.contains(made)), "{:?}", seen.dispatch);
}

/// Told from the dispatches alone, and not by asking the code that is under test.
fn had_a_hand(case: &Case, actor: &Actor) -> bool {
    let acting = case.dispatches.iter().filter(|held| held.role != DispatchRole::Notified);
    let mut units_and_people = acting.map(|held| (Some(&held.department), &held.handlers));
    units_and_people.any(|(unit, people)| {
        unit == actor.unit.as_ref() || (!actor.id.is_nil() && people.contains(&actor.id))
    })
}

fn judges(event: &CaseEvent) -> bool {
    matches!(
        event,
        CaseEvent::VerificationPassed(_)
            | CaseEvent::VerificationFailed(_)
            | CaseEvent::CallbackUnanswered(_)
            | CaseEvent::CallbackAnswered(_)
            | CaseEvent::CaseClosed(_)
    )
}

fn check_case(before: &Case, scene: &Scene) {
    let case = &scene.case;
    assert!(case.level >= before.level, "the level went down");
    assert!(!before.status.terminal() || case.status == before.status, "a terminal status was left");
    assert!(before.rating.is_none() || case.rating == before.rating, "a rating was changed");
    assert!(case.rating.is_none() || case.closure.is_some(), "rated before it was closed");
    let leads = case.dispatches.iter().filter(|held| held.role == DispatchRole::Lead).count();
    assert_eq!(leads, usize::from(!case.dispatches.is_empty()));
    let departments: HashSet<_> = case.dispatches.iter().map(|held| &held.department).collect();
    assert_eq!(departments.len(), case.dispatches.len(), "a department was sent twice");
    for held in &case.dispatches {
        let filing = case.filing.as_ref().expect("a dispatched case was filed");
        let pinned = scene.policies.version(filing.policy_version).expect("the pinned policy");
        let limits = pinned.clocks_for(&filing.category, filing.kind).expect("limits");
        assert_eq!(held.clocks.sign_due_at, limits.sign_in.due(held.issued_at));
        assert_eq!(held.clocks.report_due_at, limits.report.due(held.issued_at));
        assert_eq!(held.clocks.contact_due_at, limits.contact.map(|limit| limit.due(held.issued_at)));
        assert_eq!(held.clocks.due_at, limits.close.map(|limit| limit.due(held.issued_at)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_breaks_the_rules(tries in tries(), newer_policy_at in 0..40usize) {
        let mut scene = given();
        for (at, (choice, microseconds)) in tries.into_iter().enumerate() {
            if at == newer_policy_at {
                scene = scene.under(&[1, 2]);
            }
            scene.now += Duration::microseconds(microseconds);
            let Some((actor, command)) = choose(&scene, choice) else { continue };
            let before = scene.case.clone();
            match give(&mut scene, &actor, command.clone()) {
                Err(refusal) => prop_assert_eq!(&scene.case, &before, "{:?} refused: {}", command, refusal),
                Ok(events) => {
                    check_events(&before, &events, &actor);
                    scene.history.extend(events);
                }
            }
            let mut folded = Case::default();
            scene.history.iter().for_each(|event| folded.evolve(event));
            prop_assert_eq!(&folded, &scene.case, "the fold of the events is not the state");
            check_case(&before, &scene);
        }
        let state = serde_json::to_vec(&scene.case).expect("a state can be written");
        let read: Case = serde_json::from_slice(&state).expect("a state can be read");
        prop_assert_eq!(read, scene.case);
    }

    #[test]
    fn a_coordinate_survives_the_log_to_the_last_bit(lon in -180.0..=180.0f64, lat in -90.0..=90.0f64) {
        let place = Place::given(lon, lat, Crs::Gcj02).expect("in range");
        let bytes = serde_json::to_vec(&place).expect("a place can be written");
        prop_assert_eq!(serde_json::from_slice::<Place>(&bytes).expect("a place can be read"), place);
    }
}
