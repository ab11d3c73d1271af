//! 回音壁: who may say what about a case in public.

use super::grid::stage;
use super::scene::*;
use crate::actor::{Actor, Role};
use crate::case::*;

fn second_community() -> Actor {
    Actor { id: uuid::Uuid::from_u128(0xa9), role: Role::Community, unit: Some("community-1".to_owned()) }
}

fn propose(question: &str, answer: &str) -> CaseCommand {
    let (question, answer) = (question.to_owned(), answer.to_owned());
    CaseCommand::Echo(Echoing::Propose { question, answer })
}

#[test]
fn whoever_proposed_a_wording_does_not_approve_it() {
    let proposed = stage("closed").when(&community(), propose_echo());
    let published = proposed
        .refuses(&community(), rule_echo(true), &CaseError::SamePerson)
        .when(&second_community(), rule_echo(true));
    let (wording, _) = published.case.echo.published.as_ref().expect("it is on the wall");
    assert_eq!(wording.answer, "水管已经更换。");
    assert_eq!(published.case.echo.pending, None);
}

#[test]
fn a_wording_that_names_somebody_is_refused_wherever_the_name_stands() {
    let scene = stage("closed");
    for (question, answer) in [
        ("路灯不亮", "已联系13812345678处理"),
        ("3号楼2单元502室漏水", "已修复"),
        ("身份证11010519491231002X的居民反映漏水", "已修复"),
    ] {
        let refused = scene.decide(&community(), propose(question, answer));
        assert_eq!(refused, Err(CaseError::PersonalData), "{question} {answer}");
    }
}

#[test]
fn of_a_confidential_case_nothing_is_worded() {
    let mut scene = stage("closed");
    scene.case.report.as_mut().expect("it was reported").confidential = true;
    scene.refuses(&community(), propose_echo(), &CaseError::Confidential);
}

#[test]
fn one_wording_waits_at_a_time_and_a_refused_one_makes_room() {
    stage("closed")
        .when(&community(), propose_echo())
        .refuses(&second_community(), propose_echo(), &CaseError::AlreadyPending)
        .when(&second_community(), rule_echo(false))
        .when(&second_community(), propose_echo())
        .when(&community(), rule_echo(true))
        .when(&community(), retract_echo())
        .refuses(&community(), retract_echo(), &CaseError::NotPublished);
}

#[test]
fn a_wording_falls_when_the_case_goes_on() {
    let published =
        stage("closed").when(&community(), propose_echo()).when(&second_community(), rule_echo(true));
    let reopened = published.when(&supervisor(), reopen());
    assert_eq!(reopened.case.echo.published, None);
}

#[test]
fn every_stage_has_an_outcome() {
    let outcomes = [
        ("raised", "received"),
        ("endorsed", "received"),
        ("declined", "declined"),
        ("handled_locally", "checking"),
        ("filed", "received"),
        ("dispatched", "in_hand"),
        ("in_handling", "in_hand"),
        ("in_handling, plan", "planned"),
        ("verification", "checking"),
        ("callback", "checking"),
        ("dissatisfied", "dissatisfied"),
        ("closed", "resolved"),
        ("withdrawn", "withdrawn"),
        ("not_accepted", "not_accepted"),
        ("diverted", "diverted"),
        ("merged", "merged"),
    ];
    for (name, outcome) in outcomes {
        assert_eq!(stage(name).case.echo_outcome().code(), outcome, "{name}");
    }
    let EchoOutcome::Parked(_) = stage("suspended").case.echo_outcome() else { panic!("it is parked") };
}

#[test]
fn the_residents_last_word_tells_resolved_from_explained() {
    let unsolved = CaseCommand::RateCase {
        verdict: Verdict { solved: false, satisfaction: 1 },
        comment: text("还是不亮"),
    };
    let scene = stage("closed").when_all([unsolved]);
    assert_eq!(scene.case.echo_outcome(), EchoOutcome::Checking, "nothing was explained to them yet");
    let mut scene = scene.when_all([look_back(false)]);
    assert_eq!(scene.case.echo_outcome(), EchoOutcome::Explained);
    (scene.case.rating, scene.case.callback.answer) = (None, None);
    assert_eq!(scene.case.echo_outcome(), EchoOutcome::Done);
    scene.case.closure.as_mut().expect("it is closed").forced = true;
    assert_eq!(scene.case.echo_outcome(), EchoOutcome::ClosedByForce);
}

#[test]
fn every_outcome_has_a_name_of_its_own_and_an_answer() {
    for outcome in EchoOutcome::ALL {
        assert_eq!(EchoOutcome::from_code(outcome.code()), Some(outcome));
        assert!(outcome.answer(None, false).ends_with('。'), "{outcome:?}");
    }
    assert_eq!(
        EchoOutcome::InHand.answer(Some("城管局"), true),
        "尚未解决，正在由城管局办理，已超过承诺时限，正在督促办理。"
    );
    assert_eq!(EchoOutcome::InHand.answer(None, false), "尚未解决，正在办理。");
    assert_eq!(EchoOutcome::Resolved.answer(Some("城管局"), true), "已由城管局办结，诉求人确认问题已解决。");
}
