//! The check in the field, the resident's answer, closing and rating.

use chrono::Duration;
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
fn a_resident_who_is_not_content_has_it_handled_again() {
    let scene = stage("callback").when_all([unreached(), answer(false, 1)]).then(CaseStatus::Dissatisfied);
    assert_eq!(scene.last_events(2), ["CallbackAnswered", "DissatisfactionRecorded"]);
    let scene = scene.when_all([settle(Exit::Redo)]).then(CaseStatus::InHandling);
    assert_eq!(scene.case.callback, CallbackRecord::default(), "the next round counts afresh");
    scene
        .then_dispatches(&[DispatchState::Rework, DispatchState::Verified, DispatchState::Issued])
        .when_all([feedback(LEAD)])
        .then(CaseStatus::Verification)
        .when_all([pass()])
        .then_dispatches(&[DispatchState::Verified, DispatchState::Verified, DispatchState::Issued]);
}

/// Before there were exits, an answer "not solved" was followed by the rework at once. Such logs stay.
#[test]
fn in_an_old_log_an_answer_not_solved_and_its_rework_lead_back_to_handling() {
    let mut case = stage("callback").case;
    let (by, at, verdict) = (hotline(), start(), Verdict { solved: false, satisfaction: 1 });
    let (comment, answered_by) = (text("还漏"), by.clone());
    case.evolve(&CaseEvent::CallbackAnswered(CallbackAnswered { verdict, comment, by: answered_by, at }));
    assert_eq!(case.status, CaseStatus::Callback);
    case.evolve(&CaseEvent::ReworkOrdered(ReworkOrdered { dispatches: vec![LEAD], reason: None, by, at }));
    assert_eq!((case.status, case.reworks), (CaseStatus::InHandling, 1));
    assert_eq!(case.callback, CallbackRecord::default());
    assert_eq!(case.dispatch(LEAD).map(|lead| lead.state), Some(DispatchState::Rework));
    assert_eq!(case.dissatisfactions, []);
}

#[test]
fn a_local_handling_that_solved_nothing_goes_back_to_the_neighbourhood() {
    let scene = stage("handled_locally").when_all([answer(false, 2)]).then(CaseStatus::Raised);
    assert_eq!(scene.case.local_handling, None);
    assert_eq!(scene.case.reworks, 1);
    scene.when_all([endorse(), issue()]).then(CaseStatus::Dispatched);
}

#[rstest]
#[case("callback", vec![unreached(), answer(true, 3)])]
#[case("handled_locally", vec![answer(true, 3)])]
fn a_resident_who_answered_is_not_asked_again_until_a_better_answer_comes(
    #[case] stage_name: &str,
    #[case] calls: Vec<CaseCommand>,
) {
    assert_eq!(CaseError::AlreadyAnswered.class(), ErrorClass::WrongState);
    let mut scene = stage(stage_name).when_all(calls);
    for another in [answer(true, 5), answer(false, 1), unreached()] {
        scene = scene.refuses(&hotline(), another, &CaseError::AlreadyAnswered);
    }
    assert_eq!(scene.case.callback.answer.map(|verdict| verdict.satisfaction), Some(3));
    scene.when_all([close()]).then(CaseStatus::Closed);
}

#[test]
fn a_new_round_asks_the_resident_anew() {
    stage("callback").when_all([
        answer(false, 1),
        settle(Exit::Redo),
        feedback(LEAD),
        pass(),
        answer(true, 4),
        close(),
    ]);
}

#[test]
fn dissatisfaction_names_who_heard_of_it_and_rework_who_ordered_it() {
    let scene = stage("dissatisfied");
    assert_eq!(scene.case.dissatisfactions[0].0.by, hotline());
    let scene = scene.when_all([settle(Exit::Redo)]);
    let Some(CaseEvent::ReworkOrdered(ordered)) = scene.history.last() else { panic!("no rework") };
    assert_eq!((&ordered.by, &ordered.reason), (&supervisor(), &Some(text("经研判"))));
}

#[test]
fn a_low_satisfaction_makes_a_solved_case_dissatisfied_as_far_as_the_policy_says() {
    for satisfaction in 1..=5 {
        let expected = if satisfaction <= 2 { CaseStatus::Dissatisfied } else { CaseStatus::Callback };
        stage("callback").when_all([answer(true, satisfaction)]).then(expected);
        let lenient = stage("callback").with_rules("dissatisfied_max = 0");
        lenient.when_all([answer(true, satisfaction), close()]).then(CaseStatus::Closed);
    }
    stage("handled_locally").when_all([answer(true, 1), close()]).then(CaseStatus::Closed);
}

#[rstest]
#[case("callback")]
#[case("handled_locally")]
fn closing_needs_an_answer_or_three_attempts_to_get_one(#[case] stage_name: &str) {
    let mut scene = stage(stage_name);
    for attempts in 0..3 {
        let refusal = CaseError::CallbackMissing { attempts, required: 3 };
        scene = scene.refuses(&supervisor(), close(), &refusal).when_all([unreached()]);
        scene = scene.later(Duration::hours(2));
    }
    scene.when_all([close()]).then(CaseStatus::Closed);
}

#[test]
fn attempts_that_lie_too_near_to_each_other_count_once() {
    let called_twice = stage("callback").when_all([unreached(), unreached()]).later(Duration::minutes(118));
    let refusal = CaseError::CallbackMissing { attempts: 2, required: 3 };
    // Two hours lie between the first call and the third, less than that between the third and the fourth.
    let called_often =
        called_twice.when_all([unreached(), unreached()]).refuses(&supervisor(), close(), &refusal);
    called_often.later(Duration::minutes(119)).when_all([unreached(), close()]).then(CaseStatus::Closed);
}

#[test]
fn the_policy_says_how_many_attempts_are_enough_and_how_far_they_lie_apart() {
    let scene = stage("callback").with_rules("callback_attempts_min = 1\ncallback_spacing = \"1h\"");
    let refusal = CaseError::CallbackMissing { attempts: 0, required: 1 };
    scene.refuses(&supervisor(), close(), &refusal).when_all([unreached(), close()]).then(CaseStatus::Closed);
}

#[test]
fn attempts_of_an_earlier_round_do_not_count() {
    let again = [answer(false, 1), settle(Exit::Redo), feedback(LEAD), pass()];
    let scene = stage("callback").when_all([unreached()]).later(Duration::hours(3)).when_all([unreached()]);
    let refusal = CaseError::CallbackMissing { attempts: 0, required: 3 };
    scene.when_all(again).then(CaseStatus::Callback).refuses(&supervisor(), close(), &refusal);
}

#[test]
fn a_resident_who_was_not_reached_two_hundred_times_may_still_answer() {
    let mut scene = stage("callback");
    for _ in 0..ENTRIES_MAX {
        scene = scene.when_all([unreached()]);
    }
    let full = CaseError::TooMany { max: ENTRIES_MAX };
    scene
        .refuses(&hotline(), unreached(), &full)
        .when_all([answer(true, 5), close()])
        .then(CaseStatus::Closed);
}

#[test]
fn where_the_policy_asks_for_evidence_nothing_is_found_good_without() {
    let asking = "evidence_required = true";
    let bare = CaseCommand::HandleLocally { result: text("修好"), evidence: Vec::new(), level: None };
    let raised = stage("raised").with_rules(asking);
    raised.refuses(&community(), bare, &CaseError::EvidenceMissing).when_all([handle_locally()]);
    let fed_back = |dispatch| {
        act(dispatch, DispatchAction::SubmitFeedback { result: text("已更换"), evidence: Vec::new() })
    };
    let unseen = stage("in_handling").with_rules(asking).when_all([fed_back(LEAD), fed_back(CO_HANDLER)]);
    let (note, evidence) = (text("已恢复"), vec![text("照片")]);
    let seen = CaseCommand::Verify { passed: true, note, evidence, rework: Vec::new() };
    let unseen = unseen.refuses(&grid_worker(), pass(), &CaseError::EvidenceMissing);
    unseen.when_all([seen, answer(true, 5), close()]).then(CaseStatus::Closed);
    stage("verification").with_rules(asking).when_all([pass(), answer(true, 5), close()]);
}

#[test]
fn a_check_that_could_not_be_made_judges_nothing_and_may_be_made_again() {
    let scene = stage("verification").when_all([check_impossible(), check_impossible()]);
    assert_eq!((scene.case.status, scene.case.impossible_checks), (CaseStatus::Verification, 2));
    let scene = scene.when_all([fail(&[]), feedback(LEAD)]);
    assert_eq!(scene.case.impossible_checks, 0, "the next round counts afresh");
    let own = stage("verification");
    own.refuses(&officer(WATER), check_impossible(), &CaseError::OwnHandling);
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
