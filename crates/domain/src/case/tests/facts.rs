//! What a case contributes to reports, told by the case's own life.

use chrono::Duration;
use uuid::Uuid;

use super::scene::*;
use crate::case::*;
use crate::report::{Count, Fact, Standing, Subject, Tally};

const CASE: Uuid = Uuid::from_u128(0xca5e);

fn facts(scene: &Scene) -> Vec<Fact> {
    scene.case.facts(CASE)
}

fn case_fact(scene: &Scene) -> Option<Fact> {
    facts(scene).into_iter().find(|fact| fact.subject == Subject::Case)
}

fn of(scene: &Scene, dispatch: Uuid) -> Vec<Fact> {
    facts(scene).into_iter().filter(|fact| fact.id == dispatch).collect()
}

#[track_caller]
fn only(scene: &Scene, dispatch: Uuid) -> Fact {
    let [fact] = of(scene, dispatch).try_into().expect("one fact");
    fact
}

fn sent() -> Scene {
    given().when_all([raise(), endorse(), file(), issue()])
}

/// Sent to one department, which reported and fed back.
fn handled() -> Scene {
    let alone = send(&[(LEAD, WATER, DispatchRole::Lead)]);
    given().when_all([raise(), endorse(), file(), alone]).when_all([
        sign(LEAD),
        report(LEAD),
        accept(LEAD),
        feedback(LEAD),
    ])
}

#[test]
fn a_case_before_its_dispatch_is_not_due() {
    assert_eq!(facts(&given()), []);
    assert_eq!(facts(&given().when_all([raise(), endorse(), file()])), []);
}

#[test]
fn each_dispatch_that_is_awaited_is_a_fact_and_those_notified_are_none() {
    let scene = sent();
    let found = facts(&scene);
    let units: Vec<_> = found.iter().map(|fact| (fact.subject, fact.unit.as_deref())).collect();
    assert_eq!(
        units,
        [(Subject::Case, None), (Subject::Dispatch, Some(WATER)), (Subject::Dispatch, Some(ROADS))]
    );
    let case = case_fact(&scene).expect("a fact of the case");
    assert_eq!((case.due_at, case.counted_at), (scene.case.due_at(), scene.case.due_at().expect("an end")));
    assert_eq!((case.issued, case.standing), (2, Standing::Owed));
    assert!(case.whistle.expect("a whistle was blown").local_attempt);
}

#[test]
fn a_department_is_done_when_it_has_fed_back_and_not_when_others_have_looked() {
    let scene = handled();
    let fed_back_at = scene.dispatch(LEAD).fed_back_at;
    assert_eq!(only(&scene, LEAD).closed_at, fed_back_at);
    assert_eq!(case_fact(&scene).expect("a fact").closed_at, None);
    let closed = scene.later(Duration::days(2)).when_all([pass(), answer(true, 5), close()]);
    assert_eq!(only(&closed, LEAD).closed_at, fed_back_at);
    assert_eq!(case_fact(&closed).expect("a fact").closed_at, closed.case.closure.map(|closure| closure.at));
}

#[test]
fn a_rework_opens_a_dispatch_again() {
    let scene = handled().when_all([fail(&[LEAD])]);
    let fact = only(&scene, LEAD);
    assert_eq!((fact.closed_at, fact.feedbacks, fact.reworks), (None, 1, 1));
    let again = scene.when_all([feedback(LEAD)]);
    let fact = only(&again, LEAD);
    assert_eq!((fact.closed_at.is_some(), fact.feedbacks, fact.reworks), (true, 2, 1));
}

#[test]
fn a_dispatch_handed_on_in_time_is_issued_and_not_due() {
    let scene =
        sent().when_all([sign(LEAD), request_return(LEAD, Some(GAS)), rule_return(LEAD, true, Some(GAS))]);
    let fact = only(&scene, LEAD);
    assert_eq!((fact.standing, fact.returns.asked, fact.returns.approved), (Standing::HandedOn, 1, 1));
    let tally = Tally::of(&fact, Some(scene.now + Duration::days(99)));
    assert_eq!((tally.get(Count::Issued), tally.get(Count::Due)), (1, 0));
}

#[test]
fn a_lost_deadline_counts_to_whoever_a_ruling_lays_it_on() {
    let scene = sent()
        .when_all([sign(LEAD), request_return(LEAD, Some(GAS))])
        .later(Duration::days(30))
        .when_all([rule_return(LEAD, true, Some(GAS))]);
    let [held, borne] = of(&scene, LEAD).try_into().expect("two facts");
    assert_eq!((held.unit.as_deref(), held.standing), (Some(WATER), Standing::HandedOn));
    let desk = scene.dispatch(LEAD).borne_by.clone();
    assert_eq!((borne.unit, borne.standing, borne.borne), (desk, Standing::Owed, true));
    assert_eq!(borne.signing, None, "it never had to sign");
    assert!(borne.closed_at > borne.due_at);
}

#[test]
fn what_nobody_was_sent_for_counts_when_it_ended() {
    let declined = given().when_all([raise(), decline()]);
    let fact = case_fact(&declined).expect("a fact");
    assert_eq!((fact.standing, fact.whistle), (Standing::TurnedAway, None));
    let refused = given().when_all([raise(), endorse(), not_accept()]);
    let fact = case_fact(&refused).expect("a fact");
    assert!(fact.whistle.expect("a whistle").rejected);
    let local = given().when_all([raise(), handle_locally(), answer(true, 4), close()]);
    let fact = case_fact(&local).expect("a fact");
    assert!(fact.local && fact.standing == Standing::Owed && fact.closed_at == Some(fact.counted_at));
}

#[test]
fn a_resident_who_was_not_asked_is_still_to_be_asked() {
    let scene = handled();
    assert!(!only(&scene, LEAD).resident.due);
    let scene = scene.when_all([pass()]);
    assert!(only(&scene, LEAD).resident.due);
    let scene = scene.when_all([answer(true, 3), close()]);
    assert_eq!(only(&scene, LEAD).resident.verdict, Some(Verdict { solved: true, satisfaction: 3 }));
}

#[test]
fn what_was_said_to_be_done_and_was_not_is_a_false_closure() {
    let closed = handled().when_all([pass(), answer(true, 5), close()]);
    assert!(!only(&closed, LEAD).false_closure);
    assert!(only(&closed.clone().when_all([reopen()]), LEAD).false_closure);
    let unsolved = handled().when_all([pass(), answer(false, 1)]);
    assert!(only(&unsolved, LEAD).false_closure);
}

#[test]
fn an_exclusion_and_a_parking_are_on_every_fact_of_the_case() {
    let excluded = sent().when_all([request_exclusion()]).when(&second_supervisor(), rule_exclusion(true));
    assert!(facts(&excluded).iter().all(|fact| fact.excluded));
    let until = start() + Duration::days(20);
    let parked = sent()
        .when_all([sign(LEAD), report(LEAD), accept(LEAD), request_suspension(until)])
        .when(&second_supervisor(), rule_suspension(true));
    assert!(facts(&parked).iter().all(|fact| fact.parked));
}
