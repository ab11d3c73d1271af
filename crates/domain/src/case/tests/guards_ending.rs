//! How a case ends otherwise than by the resident's word, what does not count, and looking back.

use chrono::{Duration, TimeDelta};
use rstest::rstest;

use super::grid::stage;
use super::scene::*;
use crate::case::*;
use crate::policy::Limit;

/// The exit that was taken from the last dissatisfaction.
fn exit_of(scene: &Scene) -> Option<DissatisfactionExit> {
    scene.case.dissatisfactions.last().and_then(|(_, settled)| settled.as_ref().map(|settled| settled.exit))
}

#[rstest]
#[case::redone(settle(Exit::Redo), DissatisfactionExit::Redo, CaseStatus::InHandling)]
#[case::analysed(settle(Exit::Analysis), DissatisfactionExit::Analysis, CaseStatus::Closed)]
#[case::extended(settle_by_extension(Limit::Days(1)), DissatisfactionExit::Extension, CaseStatus::InHandling)]
#[case::transferred(
    settle(Exit::Transfer(takeover(GAS))),
    DissatisfactionExit::Transfer,
    CaseStatus::Dispatched
)]
fn a_dissatisfied_case_leaves_by_one_of_four_exits_and_the_exit_is_kept(
    #[case] command: CaseCommand,
    #[case] exit: DissatisfactionExit,
    #[case] status: CaseStatus,
) {
    let scene = stage("dissatisfied");
    assert_eq!(exit_of(&scene), None);
    let scene = scene.when_all([command]).then(status);
    assert_eq!(exit_of(&scene), Some(exit));
}

#[test]
fn no_fifth_way_leads_out_but_closing_by_force() {
    let scene = stage("dissatisfied");
    for command in [close(), answer(true, 5), pass(), rate(5), withdraw()] {
        let refused = scene.decide(&supervisor(), command.clone());
        assert!(matches!(refused, Err(CaseError::WrongStatus { .. })), "{command:?}");
    }
    scene
        .when_all([request_forced_closing()])
        .when(&second_supervisor(), rule_forced_closing(true))
        .then(CaseStatus::Closed);
}

#[test]
fn that_nothing_more_can_be_done_is_found_by_the_senior_level_and_by_nobody_who_handled_it() {
    let own = crate::actor::Actor { role: crate::actor::Role::Supervisor, ..officer(WATER) };
    stage("dissatisfied").refuses(&dispatcher(), settle(Exit::Analysis), &CaseError::WrongLevel).refuses(
        &own,
        settle(Exit::Analysis),
        &CaseError::OwnHandling,
    );
}

#[test]
fn more_time_as_an_exit_is_counted_from_the_end_of_the_clock_or_from_now() {
    let in_time = stage("dissatisfied");
    let due_at = in_time.dispatch(LEAD).clocks.due_at.expect("a deadline");
    let late = in_time.clone().later(Duration::days(12));
    for (scene, from) in [(in_time, due_at), (late.clone(), late.now)] {
        let scene = scene.when_all([settle_by_extension(Limit::Days(2))]);
        assert_eq!(scene.dispatch(LEAD).clocks.due_at, Some(from + Duration::days(2)));
        assert_eq!(scene.dispatch(LEAD).state, DispatchState::Rework);
    }
}

#[test]
fn more_time_as_an_exit_has_the_limits_of_any_extension() {
    let max = Limit::WorkingDays(7);
    let scene = stage("dissatisfied");
    let scene = scene.refuses(
        &supervisor(),
        settle_by_extension(Limit::Days(8)),
        &CaseError::ExtensionTooLong { max },
    );
    let scene = scene.refuses(&hotline(), settle_by_extension(Limit::Days(1)), &CaseError::WrongLevel);
    let again = [feedback(LEAD), pass(), answer(false, 1)];
    let mut scene = scene.when_all([settle_by_extension(Limit::Days(1))]).when_all(again.clone());
    scene = scene.refuses(&dispatcher(), settle_by_extension(Limit::Days(1)), &CaseError::WrongLevel);
    let scene = scene.when_all([settle_by_extension(Limit::Days(1))]).when_all(again);
    scene.refuses(
        &supervisor(),
        settle_by_extension(Limit::Days(1)),
        &CaseError::ExtensionsExhausted { max: 2 },
    );
}

#[test]
fn the_unit_that_takes_a_dissatisfied_case_over_starts_afresh_and_its_helpers_are_done() {
    let scene = stage("dissatisfied").when_all([settle(Exit::Transfer(takeover(GAS)))]);
    assert_eq!(
        scene.last_events(4),
        ["DissatisfactionSettled", "ReworkOrdered", "DispatchRecalled", "DispatchIssued"]
    );
    scene
        .when_all([sign(TAKEN_OVER), report(TAKEN_OVER), accept(TAKEN_OVER), feedback(TAKEN_OVER)])
        .then(CaseStatus::Verification);
}

#[test]
fn closing_by_force_takes_two_persons_and_is_remembered_as_such() {
    let scene = stage("callback").when(&supervisor(), request_forced_closing());
    let scene = scene.refuses(&supervisor(), rule_forced_closing(true), &CaseError::SamePerson);
    let scene = scene.when(&second_supervisor(), rule_forced_closing(true)).then(CaseStatus::Closed);
    assert_eq!(scene.last_events(1), ["CaseForceClosed"]);
    assert!(scene.case.closure.as_ref().is_some_and(|closure| closure.forced));
    assert!(stage("closed").case.closure.is_some_and(|closure| !closure.forced));
}

#[test]
fn a_case_closed_by_force_before_anybody_was_sent_goes_back_to_the_dispatcher_when_it_is_reopened() {
    let forced = stage("filed").when_all([request_forced_closing(), rule_forced_closing(true)]);
    let scene = forced.when_all([reopen()]).then(CaseStatus::Filed);
    scene.when_all([issue()]).then(CaseStatus::Dispatched);
}

#[test]
fn a_refused_forced_closing_leaves_the_case_as_it_was() {
    let scene = stage("dispatched, forced closing asked");
    let status = scene.case.status;
    let scene = scene.when_all([rule_forced_closing(false)]).then(status);
    assert!(scene.case.forced_closings.iter().all(|petition| !petition.pending() && !petition.granted()));
}

#[test]
fn an_excluded_case_stays_where_it_was_and_in_sight() {
    let before = stage("closed");
    let scene = stage("closed, excluded");
    assert!(scene.case.excluded() && !before.case.excluded());
    let exclusions = scene.case.exclusions.clone();
    assert_eq!(exclusions.len(), 1, "the exclusion is on the register with its ground");
    let recorded = before.case.recorded;
    let shown = Case { exclusions: Vec::new(), recorded, ..scene.case.clone() };
    assert_eq!(shown, before.case, "nothing else of it changed");
    scene.when_all([rate(1), reopen()]).then(CaseStatus::InHandling);
}

#[test]
fn a_round_that_ended_is_kept_when_the_case_goes_on() {
    let closed = stage("closed, rated");
    let (closure, rating, due_at) =
        (closed.case.closure.clone(), closed.case.rating.clone(), closed.case.due_at());
    let scene = closed.when_all([reopen()]);
    let round = scene.case.rounds.first().expect("a round");
    assert_eq!((Some(round.closure.clone()), round.rating.clone(), round.due_at), (closure, rating, due_at));
    assert_eq!((scene.case.closure, scene.case.rating), (None, None));
}

#[test]
fn a_helper_that_never_fed_back_owes_it_still_when_a_case_closed_by_force_goes_on() {
    let scene = stage("dispatched").when_all([request_forced_closing(), rule_forced_closing(true), reopen()]);
    assert_eq!(scene.dispatch(CO_HANDLER).state, DispatchState::Rework);
    assert_eq!(scene.dispatch(LEAD).state, DispatchState::Rework);
}

#[test]
fn each_look_back_waits_for_its_own_day() {
    let scene = stage("closed").later(Duration::days(31)).when_all([look_back(false)]);
    let from = scene.case.closure.as_ref().expect("closed").look_back_at[1];
    let scene = scene.refuses(&grid_worker(), look_back(false), &CaseError::LookBackTooEarly { from });
    scene.later(Duration::days(60)).when_all([look_back(false)]);
}

#[test]
fn a_resident_who_says_that_it_is_not_solved_calls_for_a_look_at_once() {
    let unsolved = || CaseCommand::RateCase {
        verdict: Verdict { solved: false, satisfaction: 1 },
        comment: text("还是不亮"),
    };
    let by_when = |scene: &Scene| {
        let entries = scene.case.registers();
        entries.into_iter().find(|entry| entry.register == Register::LookBack).and_then(|entry| entry.due_at)
    };
    let scene = stage("closed").later(Duration::days(2));
    let planned = scene.case.closure.as_ref().expect("closed").look_back_at.clone();
    assert_eq!(by_when(&scene), Some(planned[0]));
    let content = stage("closed").later(Duration::days(2)).when_all([rate(5)]);
    assert_eq!(by_when(&content), Some(planned[0]));
    let scene = scene.when_all([unsolved()]);
    assert_eq!(by_when(&scene), scene.case.rating.as_ref().map(|rating| rating.at));
    let scene = scene.later(Duration::hours(3)).when_all([look_back(false)]).then(CaseStatus::Closed);
    // That look does not stand for the one that the policy plans.
    assert_eq!(by_when(&scene), Some(planned[0]));
    scene.refuses(&grid_worker(), look_back(false), &CaseError::LookBackTooEarly { from: planned[0] });
    let scene = stage("closed").later(Duration::days(2)).when_all([unsolved(), look_back(true)]);
    assert_eq!(scene.then(CaseStatus::InHandling).case.rating, None);
}

#[test]
fn what_was_excluded_is_not_excluded_again() {
    stage("closed, exclusion asked").refuses(&dispatcher(), request_exclusion(), &CaseError::AlreadyPending);
    stage("closed, excluded").refuses(&dispatcher(), request_exclusion(), &CaseError::AlreadyPending);
    let refused = stage("closed, exclusion asked").when_all([rule_exclusion(false)]);
    assert!(!refused.case.excluded());
    refused.when_all([request_exclusion()]);
}

#[test]
fn only_a_unit_that_was_sent_to_act_appeals_and_has_one_appeal_waiting() {
    let scene = stage("closed").refuses(&officer(GAS), appeal_score(), &CaseError::NotSent);
    let scene =
        scene.refuses(&officer(STREET), appeal_score(), &CaseError::NotSent).when_all([appeal_score()]);
    scene.refuses(&officer(WATER), appeal_score(), &CaseError::AlreadyPending);
    // A unit that was sent in vain may say so as well.
    let returned =
        stage("dispatched, return asked").when(&second_supervisor(), rule_return(LEAD, true, None));
    returned.when(&officer(WATER), appeal_score());
}

#[test]
fn a_case_is_looked_at_again_after_thirty_days_and_not_before() {
    let mut scene = stage("closed");
    let from = scene.case.closure.as_ref().expect("a closure").at + Duration::days(30);
    scene.now = from - TimeDelta::microseconds(1);
    let scene = scene.refuses(&grid_worker(), look_back(false), &CaseError::LookBackTooEarly { from });
    let scene = scene.later(TimeDelta::microseconds(1));
    let scene = scene.refuses(&officer(WATER), look_back(false), &CaseError::OwnHandling);
    let scene = scene.when_all([look_back(false)]).then(CaseStatus::Closed);
    assert_eq!(scene.case.look_backs.len(), 1);
}

#[test]
fn a_relapse_reopens_the_case_with_new_clocks_and_forgets_the_rating() {
    let scene = stage("closed, rated").later(Duration::days(40));
    let reopened_at = scene.now;
    let scene = scene.when_all([look_back(true)]).then(CaseStatus::InHandling);
    assert_eq!(scene.last_events(2), ["LookBackDone", "CaseReopened"]);
    let Some(CaseEvent::CaseReopened(reopened)) = scene.history.last() else { panic!("not reopened") };
    assert_eq!(reopened.cause, ReopeningCause::Relapse);
    assert_eq!(
        (scene.case.rating.clone(), scene.case.closure.clone(), scene.case.reopenings),
        (None, None, 1)
    );
    assert_eq!(scene.case.due_at(), Some(reopened_at + Duration::days(9)));
    scene
        .then_dispatches(&[DispatchState::Rework, DispatchState::Verified, DispatchState::Discharged])
        .when_all([feedback(LEAD), pass(), answer(true, 5), close(), rate(2)])
        .then(CaseStatus::Closed);
}

#[test]
fn a_local_handling_that_did_not_last_goes_back_to_the_neighbourhood() {
    let closed = stage("handled_locally, answered").when_all([close()]).later(Duration::days(40));
    let scene = closed.when_all([look_back(true)]).then(CaseStatus::Raised);
    assert_eq!(scene.case.local_handling, None);
    scene.when_all([endorse(), issue()]).then(CaseStatus::Dispatched);
}

#[test]
fn another_category_after_reopening_counts_from_the_reopening() {
    let scene = stage("closed").later(Duration::days(100)).when_all([reopen()]);
    let due_at = scene.case.due_at();
    let scene = scene.when_all([reclassify("0901", None)]);
    // The limit for closing is the urgent one of the category, 6 hours instead of 9 days.
    let moved = due_at.map(|due_at| due_at - Duration::days(9) + Duration::hours(6));
    assert_eq!(scene.case.due_at(), moved);
}
