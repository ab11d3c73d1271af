//! What happens by itself: the signature that nobody put, and the calls up the chain.

use chrono::{DateTime, Duration, TimeDelta, Utc};

use super::grid::stage;
use super::scene::*;
use crate::case::*;
use crate::policy::WhistleKind;

const CHAIN: &[&str] = &["duty-room", "leader", "district"];

/// Whether the service does anything but let clocks strike, of which `guards_clocks` tells.
fn does_something(scene: &Scene, command: &CaseCommand) -> bool {
    let events = scene.decide(&service(), command.clone()).expect("time is kept without fail");
    events.iter().any(|event| matches!(event, CaseEvent::DispatchSigned(_) | CaseEvent::DutyEscalated(_)))
}

/// At the instant at which the service does something next, if it ever does, its clocks having struck on the way.
fn before_the_next(mut scene: Scene, command: &CaseCommand) -> Option<Scene> {
    loop {
        scene.now = scene.case.timer_at()?;
        if does_something(&scene, command) {
            return Some(scene);
        }
        scene = scene.when(&service(), command.clone());
    }
}

fn next_at(scene: &Scene) -> Option<DateTime<Utc>> {
    before_the_next(scene.clone(), &keep_time(LEAD, CHAIN)).map(|scene| scene.now)
}

fn at_the_timer(scene: Scene) -> Scene {
    before_the_next(scene, &keep_time(LEAD, CHAIN)).expect("something to do")
}

fn keep(scene: Scene) -> Scene {
    at_the_timer(scene).when(&service(), keep_time(LEAD, CHAIN))
}

#[track_caller]
fn nothing_is_done(scene: Scene) -> Scene {
    assert!(!does_something(&scene, &keep_time(LEAD, CHAIN)), "the service did something");
    scene
}

/// An emergency with a lead alone.
fn emergency() -> Scene {
    given().when_all([raise_emergency(), send(&[(LEAD, WATER, DispatchRole::Lead)])])
}

#[test]
fn nobody_signs_before_the_limit_but_the_unit() {
    let mut scene = stage("dispatched");
    let due_at = scene.dispatch(LEAD).clocks.sign_due_at;
    assert_eq!(next_at(&scene), Some(due_at));
    scene.now = due_at - TimeDelta::microseconds(1);
    let scene = nothing_is_done(scene);
    let scene = scene.later(TimeDelta::microseconds(1)).when(&service(), keep_time(LEAD, CHAIN));
    assert_eq!(scene.dispatch(LEAD).signed_at, Some(due_at));
}

#[test]
fn what_is_not_signed_in_time_is_signed_by_the_service_exactly_once_and_flagged() {
    let scene = keep(stage("dispatched"));
    let (signed, carded) = ("DispatchSigned", "RedCardIssued");
    assert_eq!(scene.last_events(4), [signed, signed, carded, carded], "the lead and the helper");
    let kept = scene
        .clone()
        .then_dispatches(&[DispatchState::Signed, DispatchState::Signed, DispatchState::Issued])
        .nothing_happens(&service(), keep_time(LEAD, CHAIN));
    nothing_is_done(kept.later(Duration::days(30)));
    for dispatch in [LEAD, CO_HANDLER] {
        assert!(scene.dispatch(dispatch).signed_automatically);
        assert!(scene.dispatch(dispatch).handlers.is_empty(), "nobody of the unit had a hand in it");
    }
    assert_eq!(next_at(&scene), None, "an ordinary case calls nobody");
    let signed = stage("dispatched").when_all([sign(LEAD)]);
    assert!(!signed.dispatch(LEAD).signed_automatically);
}

#[test]
fn a_unit_whose_signature_the_service_put_reports_like_any_other() {
    keep(stage("dispatched")).when_all([report(LEAD), accept(LEAD)]).refuses(
        &officer(WATER),
        sign(LEAD),
        &CaseError::WrongDispatchState { found: DispatchState::Accepted, expected: &[DispatchState::Issued] },
    );
}

#[test]
fn an_unanswered_emergency_walks_the_chain_step_by_step_and_ends_with_it() {
    let mut scene = emergency();
    for (step, unit) in (1..).zip(CHAIN) {
        let due_at = next_at(&scene);
        scene = keep(scene);
        let last = |event: &&CaseEvent| matches!(event, CaseEvent::DutyEscalated(_));
        let Some(CaseEvent::DutyEscalated(called)) = scene.history.iter().rfind(last) else {
            panic!("nobody was called")
        };
        assert_eq!((called.step, called.unit.as_str(), Some(called.at)), (step, *unit, due_at));
        // Ten minutes for each step, and none after the last.
        let then = (step < 3).then(|| called.at + Duration::minutes(10));
        assert_eq!((called.next_at, next_at(&scene)), (then, then));
        scene = scene.nothing_happens(&service(), keep_time(LEAD, CHAIN));
    }
    nothing_is_done(scene.later(Duration::days(1)));
}

#[test]
fn a_chain_that_has_become_shorter_ends_with_its_last_and_leaves_no_timer_behind() {
    let scene = keep(keep(emergency()));
    let scene = at_the_timer(scene).when(&service(), keep_time(LEAD, &["duty-room"]));
    let escalated = scene.dispatch(LEAD).escalated.as_ref().expect("it was called");
    assert_eq!((escalated.step, escalated.next_at), (3, None));
    assert_eq!(next_at(&scene), None);
}

#[test]
fn what_is_found_to_be_an_emergency_late_is_called_for_at_once() {
    let signed = keep(stage("dispatched"));
    let scene =
        signed.later(Duration::minutes(30)).when_all([reclassify("0901", Some(WhistleKind::Emergency))]);
    assert!(next_at(&scene).is_some_and(|at| at <= scene.now), "at once");
    let scene = keep(scene);
    assert_eq!(scene.dispatch(LEAD).escalated.as_ref().map(|called| called.step), Some(1));
}

#[test]
fn the_chain_is_walked_no_further_once_the_unit_reports() {
    let scene = keep(keep(emergency()));
    assert_eq!(scene.dispatch(LEAD).escalated.as_ref().map(|called| called.step), Some(2));
    let scene = scene.when_all([report(LEAD)]);
    assert_eq!(next_at(&scene), None);
    nothing_is_done(scene.later(Duration::days(1)));
}

#[test]
fn an_emergency_whose_unit_signed_itself_calls_nobody() {
    let scene = emergency().when_all([sign(LEAD)]);
    assert_eq!(next_at(&scene), None);
    nothing_is_done(scene.later(Duration::days(1)));
}

#[test]
fn what_turned_out_to_be_no_emergency_calls_nobody_further() {
    let scene = keep(emergency()).when_all([reclassify("0301", Some(WhistleKind::Appeal))]);
    assert_eq!(next_at(&scene), None);
    nothing_is_done(scene.later(Duration::days(1)));
}

#[test]
fn a_unit_without_a_chain_is_signed_for_and_nobody_is_called() {
    let scene = at_the_timer(emergency()).when(&service(), keep_time(LEAD, &[]));
    assert_eq!(scene.last_events(2), ["DispatchSigned", "RedCardIssued"]);
    assert_eq!(next_at(&scene), None);
}

#[test]
fn nothing_happens_by_itself_while_a_case_is_parked_and_after_it_ended() {
    let month = start() + Duration::days(30);
    let parked = stage("dispatched").when_all([request_suspension(month), rule_suspension(true)]);
    let forced = stage("dispatched").when_all([request_forced_closing(), rule_forced_closing(true)]);
    for scene in [parked, forced] {
        assert_eq!(scene.case.timer_at(), None);
        scene.later(Duration::days(50)).nothing_happens(&service(), keep_time(LEAD, CHAIN));
    }
}

#[test]
fn a_parked_case_goes_on_with_the_time_to_sign_that_was_left() {
    let scene = stage("dispatched");
    let due_at = scene.dispatch(LEAD).clocks.sign_due_at;
    let month = scene.now + Duration::days(30);
    let scene = scene.when_all([request_suspension(month), rule_suspension(true)]);
    let scene = scene.later(Duration::days(3)).when_all([lift_suspension()]);
    assert_eq!(next_at(&scene), Some(due_at + Duration::days(3) + Duration::minutes(1)));
}

#[test]
fn a_dispatch_that_was_taken_back_is_not_signed_for() {
    let scene = stage("dispatched").when_all([transfer(LEAD, GAS), release(CO_HANDLER)]);
    let keep = keep_time(TAKEN_OVER, CHAIN);
    let scene = before_the_next(scene, &keep).expect("a new signature").when(&service(), keep);
    assert_eq!(scene.dispatch(LEAD).signed_at, None);
    assert!(scene.dispatch(TAKEN_OVER).signed_automatically);
}
