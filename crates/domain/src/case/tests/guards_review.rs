//! The check in the field, the resident's answer, closing and rating.

use rstest::rstest;

use super::grid::stage;
use super::scene::*;
use crate::actor::Actor;
use crate::case::*;

/// What may only be done by somebody without a hand in the handling, and where.
fn judgements() -> [(&'static str, CaseCommand); 6] {
    [
        ("verification", pass()),
        ("verification", fail(&[])),
        ("callback", unreached()),
        ("callback", answer(true, 5)),
        ("callback", answer(false, 1)),
        ("callback, answered", close()),
    ]
}

#[test]
fn nobody_judges_the_handling_of_their_own_unit() {
    for (stage_name, command) in judgements() {
        for unit in [WATER, ROADS] {
            let colleague = Actor { id: uuid::Uuid::from_u128(0xc0), ..officer(unit) };
            stage(stage_name).refuses(&colleague, command.clone(), &CaseError::OwnHandling);
        }
    }
}

#[test]
fn nobody_judges_what_they_handled_from_another_post_of_theirs() {
    for (stage_name, command) in judgements() {
        for unit in [Some("community-1".to_owned()), None] {
            let elsewhere = Actor { unit, ..officer(ROADS) };
            stage(stage_name).refuses(&elsewhere, command.clone(), &CaseError::OwnHandling);
        }
    }
}

#[test]
fn a_unit_that_was_merely_notified_may_judge_even_after_it_signed() {
    for (stage_name, command) in judgements() {
        stage(stage_name).when_all([sign(NOTIFIED)]).when(&officer(STREET), command);
    }
}

#[test]
fn a_refusal_for_the_wrong_stage_comes_before_one_for_the_wrong_person() {
    let refusal =
        CaseError::WrongStatus { found: CaseStatus::InHandling, expected: &[CaseStatus::Verification] };
    stage("in_handling").refuses(&officer(WATER), pass(), &refusal);
}

#[test]
fn a_check_that_fails_sends_back_the_lead_where_nobody_is_named() {
    stage("verification").when_all([fail(&[])]).then(CaseStatus::InHandling).then_dispatches(&[
        DispatchState::Rework,
        DispatchState::FeedbackSubmitted,
        DispatchState::Issued,
    ]);
}

#[test]
fn rework_touches_the_named_dispatches_and_no_other() {
    let before = stage("verification");
    let after = before.clone().when_all([fail(&[CO_HANDLER])]).then(CaseStatus::InHandling);
    assert_eq!(after.dispatch(LEAD), before.dispatch(LEAD));
    assert_eq!(after.dispatch(NOTIFIED), before.dispatch(NOTIFIED));
    let sent_back =
        Dispatch { state: DispatchState::Rework, reworks: 1, ..before.dispatch(CO_HANDLER).clone() };
    assert_eq!(after.dispatch(CO_HANDLER), &sent_back);
    assert_eq!(after.case.reworks, 1);
}

#[test]
fn a_dispatch_that_is_named_twice_is_sent_back_once() {
    let scene = stage("verification").when_all([fail(&[CO_HANDLER, LEAD, CO_HANDLER])]);
    let Some(CaseEvent::VerificationFailed(failed)) = scene.history.last() else { panic!("no failed check") };
    assert_eq!(failed.reworked, [LEAD, CO_HANDLER]);
}

#[rstest]
#[case::notified(&[LEAD, NOTIFIED])]
#[case::strange(&[STRANGE])]
fn only_those_who_handled_can_be_sent_back(#[case] named: &[uuid::Uuid]) {
    let wrong = *named.last().expect("a name");
    let refusal = CaseError::NotReworkable(wrong);
    assert_eq!(refusal.class(), ErrorClass::RuleBroken);
    stage("verification").refuses(&grid_worker(), fail(named), &refusal);
}

#[test]
fn a_check_that_passes_sends_nothing_back() {
    assert_eq!(CaseError::ReworkOfPassed.class(), ErrorClass::RuleBroken);
    for named in [LEAD, STRANGE] {
        let CaseCommand::Verify { note, evidence, .. } = pass() else { unreachable!("it is a check") };
        let contradiction = CaseCommand::Verify { passed: true, note, evidence, rework: vec![named] };
        stage("verification").refuses(&grid_worker(), contradiction, &CaseError::ReworkOfPassed);
    }
}

#[test]
fn feedback_after_rework_leads_back_to_verification() {
    stage("verification")
        .when_all([fail(&[LEAD, CO_HANDLER]), measure(LEAD), feedback(LEAD)])
        .then(CaseStatus::InHandling)
        .when_all([feedback(CO_HANDLER)])
        .then(CaseStatus::Verification)
        .when_all([pass()])
        .then(CaseStatus::Callback);
}

#[test]
fn a_resident_whose_problem_is_not_solved_has_it_handled_again() {
    let scene = stage("callback").when_all([unreached(), answer(false, 1)]).then(CaseStatus::InHandling);
    let names: Vec<_> = scene.history.iter().rev().take(2).map(CaseEvent::name).collect();
    assert_eq!(names, ["ReworkOrdered", "CallbackAnswered"]);
    assert_eq!(scene.case.callback, CallbackRecord::default(), "the next round counts afresh");
    scene
        .then_dispatches(&[DispatchState::Rework, DispatchState::Verified, DispatchState::Issued])
        .when_all([feedback(LEAD)])
        .then(CaseStatus::Verification)
        .when_all([pass()])
        .then_dispatches(&[DispatchState::Verified, DispatchState::Verified, DispatchState::Issued]);
}

#[test]
fn a_local_handling_that_solved_nothing_goes_back_to_the_neighbourhood() {
    let scene = stage("handled_locally").when_all([answer(false, 2)]).then(CaseStatus::Raised);
    assert_eq!(scene.case.local_handling, None);
    assert_eq!(scene.case.reworks, 1);
    scene.when_all([endorse(), issue()]).then(CaseStatus::Dispatched);
}

#[rstest]
#[case("callback", vec![unreached(), answer(true, 2)])]
#[case("handled_locally", vec![answer(true, 2)])]
fn a_resident_who_answered_is_not_asked_again_until_a_better_answer_comes(
    #[case] stage_name: &str,
    #[case] calls: Vec<CaseCommand>,
) {
    assert_eq!(CaseError::AlreadyAnswered.class(), ErrorClass::WrongState);
    let mut scene = stage(stage_name).when_all(calls);
    for another in [answer(true, 5), answer(false, 1), unreached()] {
        scene = scene.refuses(&hotline(), another, &CaseError::AlreadyAnswered);
    }
    assert_eq!(scene.case.callback.answer.map(|verdict| verdict.satisfaction), Some(2));
    scene.when_all([close()]).then(CaseStatus::Closed);
}

#[test]
fn a_new_round_asks_the_resident_anew() {
    stage("callback").when_all([answer(false, 1), feedback(LEAD), pass(), answer(true, 4), close()]);
}

#[test]
fn rework_after_a_callback_names_who_recorded_the_answer() {
    let scene = stage("callback").when_all([answer(false, 1)]);
    let Some(CaseEvent::ReworkOrdered(ordered)) = scene.history.last() else { panic!("no rework") };
    assert_eq!((&ordered.by, &ordered.reason), (&hotline(), &None));
}

#[test]
fn a_problem_that_is_solved_is_closed_however_dissatisfied_the_resident() {
    stage("callback").when_all([answer(true, 1), close()]).then(CaseStatus::Closed);
}

#[rstest]
#[case("callback")]
#[case("handled_locally")]
fn closing_needs_an_answer_or_enough_attempts_to_get_one(#[case] stage_name: &str) {
    let mut scene = stage(stage_name);
    for attempts in 0..CALLBACK_ATTEMPTS_MIN {
        let refusal = CaseError::CallbackMissing { attempts, required: CALLBACK_ATTEMPTS_MIN };
        scene = scene.refuses(&supervisor(), close(), &refusal).when_all([unreached()]);
    }
    assert_eq!(CALLBACK_ATTEMPTS_MIN, 3);
    scene.when_all([close()]).then(CaseStatus::Closed);
}

#[test]
fn attempts_of_an_earlier_round_do_not_count() {
    let scene = stage("callback").when_all([unreached(), unreached(), unreached(), answer(false, 1)]);
    let scene = scene.when_all([feedback(LEAD), pass()]).then(CaseStatus::Callback);
    let refusal = CaseError::CallbackMissing { attempts: 0, required: CALLBACK_ATTEMPTS_MIN };
    scene.refuses(&supervisor(), close(), &refusal);
}

#[test]
fn a_case_remembers_the_level_that_resolved_it() {
    let level = |scene: Scene| scene.case.closure.expect("a closure").resolved_at_level;
    assert_eq!(level(stage("closed")), Level::District);
    assert_eq!(level(stage("handled_locally, answered").when_all([close()])), Level::Building);
    let raised = stage("raised").when_all([escalate(Level::Community), handle_locally()]);
    assert_eq!(level(raised.when_all([answer(true, 5), close()])), Level::Community);
}

#[test]
fn satisfaction_runs_from_one_to_five() {
    for satisfaction in 0..=u8::MAX {
        let commands = [("callback", answer(true, satisfaction)), ("closed", rate(satisfaction))];
        for (stage_name, command) in commands {
            let scene = stage(stage_name);
            if (1..=5).contains(&satisfaction) {
                scene.when_all([command]);
            } else {
                let refusal = CaseError::SatisfactionOutOfRange(satisfaction);
                scene.refuses(&hotline(), command, &refusal);
            }
        }
    }
}

#[test]
fn a_case_is_rated_once_and_only_after_it_is_closed() {
    let scene = stage("closed").when_all([rate(2)]).then(CaseStatus::Closed);
    assert_eq!(scene.case.rating.as_ref().map(|rating| rating.verdict.satisfaction), Some(2));
    scene.refuses(&Actor::anonymous_resident(), rate(5), &CaseError::AlreadyRated);
}
