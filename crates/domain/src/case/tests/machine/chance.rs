//! Random commands by everybody, at random times: the rules hold whatever comes.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use chrono::Duration;
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use super::alphabet::alphabet;
use super::facts::check_facts;
use super::retelling::check_retelling;
use crate::actor::{Actor, Role};
use crate::case::tests::cast::usual_actor;
use crate::case::tests::moves::{CaseMove, DispatchMove, Seen, case_moves, dispatch_moves};
use crate::case::tests::scene::*;
use crate::case::*;
use crate::geography::{Crs, Place};

static CASE: LazyLock<BTreeSet<CaseMove>> = LazyLock::new(case_moves);
static DISPATCH: LazyLock<BTreeSet<DispatchMove>> = LazyLock::new(dispatch_moves);

/// What is tried next.
#[derive(Debug, Clone)]
enum Try {
    /// One of the commands that succeed now, by somebody suitable; with the next step of the main line before all.
    Possible(Index),
    /// Anything, by anybody.
    Wild(Actor, Index),
}

fn tries() -> impl Strategy<Value = Vec<(Try, i64)>> {
    let possible = any::<Index>().prop_map(Try::Possible);
    let wild = (actors(), any::<Index>()).prop_map(|(actor, index)| Try::Wild(actor, index));
    let one = prop_oneof![3 => possible, 1 => wild];
    let pause = prop_oneof![8 => 0..600i64, 2 => 0..90_000i64, 1 => 0..4_000_000i64];
    prop::collection::vec((one, pause), 1..70)
}

/// Every role, in units that handle and in others, and people with two posts.
fn actors() -> impl Strategy<Value = Actor> {
    let units =
        vec![Some(WATER), Some(ROADS), Some(STREET), Some(GAS), Some("centre"), Some("community-1"), None];
    let roles: Vec<_> = Role::ACCOUNTS.into_iter().chain([Role::System]).collect();
    let known = vec![officer(WATER).id, officer(ROADS).id, officer(GAS).id, supervisor().id, dispatcher().id];
    let ids = prop_oneof![select(known), Just(Uuid::nil()), (1..4u128).prop_map(Uuid::from_u128)];
    (ids, select(roles), select(units)).prop_map(|(id, role, unit)| Actor {
        id,
        role,
        unit: unit.map(str::to_owned),
    })
}

fn suitable(case: &Case, command: &CaseCommand) -> Actor {
    let unit = |department: Option<&str>| department.map_or_else(dispatcher, officer);
    match command {
        CaseCommand::OnDispatch { dispatch, .. } => {
            unit(case.dispatch(*dispatch).map(|held| held.department.as_str()))
        }
        CaseCommand::Rule { .. } => second_supervisor(),
        CaseCommand::Supervise(Supervising::Answer { supervision, .. }) => {
            let held = case.supervisions.iter().find(|held| held.issued.supervision == *supervision);
            unit(held.map(|held| held.issued.department.as_str()))
        }
        _ => usual_actor(command),
    }
}

/// The command and whoever gives it; none when nothing is possible any more.
fn choose(scene: &Scene, choice: Try, fresh: u128) -> Option<(Actor, CaseCommand)> {
    let mut commands = alphabet(&scene.case, scene.now, fresh);
    match choice {
        Try::Wild(actor, index) => Some((actor, commands.swap_remove(index.index(commands.len())))),
        Try::Possible(index) => {
            let given = commands.into_iter().map(|command| (suitable(&scene.case, &command), command));
            let succeeds = |(actor, command): &(Actor, CaseCommand)| {
                scene.decide(actor, command.clone()).is_ok_and(|events| !events.is_empty())
            };
            let mut possible: Vec<_> = given.filter(succeeds).collect();
            (!possible.is_empty()).then(|| possible.swap_remove(index.index(possible.len())))
        }
    }
}

/// Gives the command the way the command framework does, and takes in what happened.
fn give(
    runtime: &Runtime,
    scene: &mut Scene,
    actor: &Actor,
    command: CaseCommand,
) -> Result<Vec<CaseEvent>, CaseError> {
    let facts = Facts {
        now: scene.now,
        actor: actor.clone(),
        policies: scene.policies.clone(),
        calendar: scene.calendar.clone(),
    };
    let sink = EventSink::default();
    runtime.block_on(async {
        scene.case.handle(command, &facts, &sink).await?;
        Ok(sink.collect().await)
    })
}

fn check_events(before: &Case, events: &[CaseEvent], actor: &Actor, policies: &Facts) {
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
        check_decider(before, event, actor);
        check_level(before, event, actor, policies);
        if earlier.status == CaseStatus::Closed && folded.status != CaseStatus::Closed {
            assert!(matches!(event, CaseEvent::CaseReopened(_)), "{event:?} left a closed case");
        }
    }
    let untold: Vec<_> = seen.case.difference(&CASE).collect();
    assert!(untold.is_empty(), "{untold:?}");
    let untold: Vec<_> = seen.dispatch.difference(&DISPATCH).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// Told from the dispatches alone, and not by asking the code that is under test.
fn had_a_hand(case: &Case, actor: &Actor) -> bool {
    let acting = case.dispatches.iter().filter(|held| {
        let took_it = held.accepted_at.is_some() || held.state != DispatchState::Recalled;
        held.role != DispatchRole::Notified && took_it
    });
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
            | CaseEvent::VerificationImpossible(_)
            | CaseEvent::CallbackUnanswered(_)
            | CaseEvent::CallbackAnswered(_)
            | CaseEvent::HouseholdVoted(_)
            | CaseEvent::ItemReinspected(_)
            | CaseEvent::ItemStruckOff(_)
            | CaseEvent::LookBackDone(_)
            | CaseEvent::CaseClosed(_)
    )
}

/// Whoever asked does not decide.
fn check_decider(before: &Case, event: &CaseEvent, actor: &Actor) {
    fn asked<R>(petitions: &[Petition<R>], by: impl Fn(&R) -> Uuid) -> Option<Uuid> {
        petitions.iter().rev().find(|petition| petition.pending()).map(|petition| by(&petition.request))
    }
    let asker = match event {
        CaseEvent::CaseSuspended(_) | CaseEvent::SuspensionRefused(_) => {
            before.suspensions.last().map(|held| held.petition.request.by.id)
        }
        CaseEvent::CaseForceClosed(_) | CaseEvent::ForcedClosingRefused(_) => {
            asked(&before.forced_closings, |request| request.by.id)
        }
        CaseEvent::ExclusionRuled(_) => asked(&before.exclusions, |request| request.by.id),
        CaseEvent::ReturnApproved(ruled)
        | CaseEvent::ReturnRefused(ruled)
        | CaseEvent::LeadDetermined(ruled) => before
            .disputes
            .iter()
            .find(|held| held.request.request == ruled.request)
            .map(|held| held.request.by.id),
        CaseEvent::ScoreAppealDecided(decided) => before
            .score_appeals
            .iter()
            .find(|held| held.request.appeal == decided.appeal)
            .map(|held| held.request.by.id),
        _ => None,
    };
    if let Some(asker) = asker.filter(|asker| !asker.is_nil()) {
        assert_ne!(asker, actor.id, "whoever asked decided: {event:?}");
    }
}

/// What the policy gives to some roles is done by no other.
fn check_level(before: &Case, event: &CaseEvent, actor: &Actor, facts: &Facts) {
    let pinned = before.filing.as_ref().map(|filing| filing.policy_version);
    let policy = pinned.and_then(|version| facts.policies.version(version));
    let approvals = &policy.unwrap_or_else(|| facts.policies.current()).rules().approvals;
    let level = match event {
        CaseEvent::LeadDetermined(_) => &approvals.determination,
        CaseEvent::ReturnApproved(_) | CaseEvent::ReturnRefused(_) => &approvals.first_return,
        CaseEvent::CaseSuspended(_) => &approvals.suspension,
        CaseEvent::CaseForceClosed(_) => &approvals.forced_closing,
        CaseEvent::ExclusionRuled(_) => &approvals.exclusion,
        CaseEvent::ScoreAppealDecided(_) => &approvals.score_appeal,
        CaseEvent::SupervisionIssued(issued) if issued.measure != SupervisionMeasure::Reminder => {
            &approvals.supervision
        }
        _ => return,
    };
    assert!(level.contains(&actor.role), "{actor:?} may not do this: {event:?}");
}

/// What may be done while a case is parked, told from the events and not from the commands.
fn happens_while_parked(event: &CaseEvent) -> bool {
    use CaseEvent as E;
    matches!(
        event,
        E::SuspensionReviewed(_)
            | E::SuspensionLifted(_)
            | E::PlanAgreed(_)
            | E::ProgressReported(_)
            | E::DispatchSigned(_)
            | E::ResidentContacted(_)
            | E::MeasureRecorded(_)
            | E::OverdueExplained(_)
            | E::ComplainantJoined(_)
            | E::RepresentativeChosen(_)
            | E::ItemsListed(_)
            | E::WhistleAmended(_)
            | E::WhistleWithdrawn(_)
            | E::CaseNotAccepted(_)
            | E::CaseDiverted(_)
            | E::CaseLinked(_)
            | E::CaseMerged(_)
            | E::DuplicateAbsorbed(_)
            | E::SupervisionIssued(_)
            | E::SupervisionAnswered(_)
            | E::SupervisionLifted(_)
            | E::EchoProposed(_)
            | E::EchoPublished(_)
            | E::EchoRefused(_)
            | E::EchoRetracted(_)
    )
}

fn check_case(before: &Case, events: &[CaseEvent], scene: &Scene) {
    let case = &scene.case;
    assert!(case.level >= before.level, "the level went down");
    assert!(!before.status.final_word() || case.status == before.status, "the last word was taken back");
    assert!(case.rating.is_none() || case.closure.is_some(), "rated and not closed");
    assert_eq!(case.closure.is_some(), case.status == CaseStatus::Closed);
    if before.suspended().is_some() {
        assert!(events.iter().all(happens_while_parked), "while parked: {events:?}");
    }
    check_dispatches(before, case);
    let lists = [
        case.dispatches.len(),
        case.disputes.len(),
        case.extensions.len(),
        case.suspensions.len(),
        case.forced_closings.len(),
        case.exclusions.len(),
        case.score_appeals.len(),
        case.supervisions.len(),
        case.joint_actions.len(),
        case.linked.len(),
        case.absorbed.len(),
    ];
    assert!(lists.iter().all(|entries| *entries <= ENTRIES_MAX), "{lists:?}");
    assert!(case.complainants.len() <= COMPLAINANTS_MAX && case.items.len() <= ITEMS_MAX);
    let households: Vec<_> = case.votes.iter().filter_map(|vote| vote.household.as_ref()).collect();
    let distinct: HashSet<_> = households.iter().collect();
    assert_eq!(households.len(), distinct.len(), "a household voted twice");
    assert!(
        case.dissatisfactions.iter().rev().skip(1).all(|(_, exit)| exit.is_some() || case.reopenings > 0),
        "dissatisfaction without an exit"
    );
    if case.status == CaseStatus::Callback {
        assert!(case.plan.as_ref().is_none_or(|plan| plan.awaited_milestones() == 0));
        assert!(case.items.iter().all(|item| item.state == ItemState::StruckOff));
    }
}

fn check_dispatches(before: &Case, case: &Case) {
    let held: Vec<_> = case.dispatches.iter().filter(|held| held.held()).collect();
    let leads = held.iter().filter(|held| held.role == DispatchRole::Lead).count();
    assert_eq!(leads, usize::from(!case.dispatches.is_empty()), "not one lead");
    let departments: HashSet<_> = held.iter().map(|held| &held.department).collect();
    assert_eq!(departments.len(), held.len(), "a unit holds two dispatches");
    for earlier in before.dispatches.iter().filter(|earlier| !earlier.held()) {
        assert_eq!(case.dispatch(earlier.id), Some(earlier), "a recalled dispatch moved");
    }
    for now in &case.dispatches {
        let Some(earlier) = before.dispatch(now.id) else { continue };
        assert_eq!((now.issued_at, now.first_due_at), (earlier.issued_at, earlier.first_due_at));
        assert!(earlier.signed_at.is_none() || now.signed_at == earlier.signed_at, "a signature moved");
    }
}

/// Clocks move by an extension, by the end of parking, by another category and by reopening, and by nothing else:
/// not by signing, not by a dispute.
fn check_clocks(before: &Case, events: &[CaseEvent], case: &Case) {
    let may_move = events.iter().any(|event| {
        matches!(
            event,
            CaseEvent::ExtensionApproved(_)
                | CaseEvent::SuspensionLifted(_)
                | CaseEvent::CaseReclassified(_)
                | CaseEvent::CaseReopened(_)
        )
    });
    if may_move || before.dispatches.is_empty() {
        return;
    }
    assert_eq!(case.due_at(), before.due_at(), "the case's clock moved: {events:?}");
    for earlier in &before.dispatches {
        let now = case.dispatch(earlier.id).expect("dispatches stay");
        assert_eq!(now.clocks, earlier.clocks, "clocks moved: {events:?}");
    }
}

/// What the service does by itself is done once, and never for a case that is parked or over.
fn check_timer(scene: &Scene) {
    if scene.case.status == CaseStatus::Unreported {
        return;
    }
    let chains = scene.case.dispatches.iter().map(|held| {
        (held.id, vec![ChainStep { unit: "duty-room".to_owned(), person: None, why: "duty".to_owned() }; 3])
    });
    let command = CaseCommand::KeepTime { chains: chains.collect() };
    let events = scene.decide(&service(), command.clone()).expect("time is kept without fail");
    let due = scene.case.timer_at().is_some_and(|at| at <= scene.now);
    assert!(due || events.is_empty(), "before the time: {events:?}");
    assert!(!scene.case.status.terminal() || events.is_empty(), "after the end: {events:?}");
    assert!(scene.case.suspended().is_none() || events.is_empty(), "while parked: {events:?}");
    let mut kept = scene.clone();
    for event in &events {
        kept.case.evolve(event);
    }
    assert_eq!(kept.decide(&service(), command), Ok(Vec::new()), "kept twice");
    assert!(kept.case.timer_at().is_none_or(|at| at > scene.now), "a timer stays behind");
}

fn struck(event: &CaseEvent) -> Option<&ClockSignal> {
    match event {
        CaseEvent::ReminderSent(signal)
        | CaseEvent::YellowCardIssued(signal)
        | CaseEvent::RedCardIssued(signal) => Some(signal),
        _ => None,
    }
}

/// A clock strikes once for each of its ends, never ahead of time, in the order of the instants, and nobody who owes
/// nothing is told that the end is near.
fn check_signals(before: &Case, events: &[CaseEvent], scene: &Scene) {
    let mut last = None;
    for event in events {
        let Some(signal) = struck(event) else { continue };
        assert!(signal.struck_at <= signal.at && signal.at == scene.now, "ahead of time: {event:?}");
        assert!(last <= Some(signal.struck_at), "out of order: {events:?}");
        last = Some(signal.struck_at);
        let dispatch = signal.dispatch.and_then(|id| before.dispatch(id));
        if signal.clock.of_dispatch() {
            let dispatch = dispatch.expect("the clock of a dispatch");
            assert!(dispatch.held() && dispatch.role != DispatchRole::Notified, "{event:?}");
            let late = matches!(event, CaseEvent::RedCardIssued(_));
            assert!(late || dispatch.owes_something(), "nothing is owed: {event:?}");
        }
    }
    let told = scene.history.iter().filter_map(|event| {
        let signal = struck(event)?;
        let dispatch = signal.dispatch.filter(|_| signal.clock.of_dispatch());
        Some((event.name(), signal.clock, dispatch, signal.milestone, signal.supervision, signal.due_at))
    });
    let told: Vec<_> = told.collect();
    assert_eq!(told.iter().collect::<HashSet<_>>().len(), told.len(), "a clock struck twice: {told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_breaks_the_rules(tries in tries(), newer_policy_at in 0..40usize) {
        let runtime = Builder::new_current_thread().build().expect("a runtime without threads");
        let mut scene = given();
        for (at, (choice, seconds)) in tries.into_iter().enumerate() {
            if at == newer_policy_at {
                scene = scene.under(&[1, 2]);
            }
            scene.now += Duration::seconds(seconds);
            let Some((actor, command)) = choose(&scene, choice, at as u128) else { continue };
            let before = scene.case.clone();
            match give(&runtime, &mut scene, &actor, command.clone()) {
                Err(refusal) => prop_assert_eq!(&scene.case, &before, "{:?} refused: {}", command, refusal),
                Ok(events) => {
                    let facts = Facts { now: scene.now, actor: actor.clone(), policies: scene.policies.clone(), calendar: scene.calendar.clone() };
                    check_events(&before, &events, &actor, &facts);
                    check_case(&before, &events, &scene);
                    check_clocks(&before, &events, &scene.case);
                    scene.history.extend(events.iter().cloned());
                    check_signals(&before, &events, &scene);
                }
            }
            check_timer(&scene);
            check_facts(&scene);
        }
        check_retelling(&scene);
        let mut folded = Case::default();
        for event in &scene.history {
            let bytes = serde_json::to_vec(event).expect("an event can be written");
            folded.evolve(&serde_json::from_slice(&bytes).expect("an event can be read"));
        }
        prop_assert_eq!(&folded, &scene.case, "the fold of the events is not the state");
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
