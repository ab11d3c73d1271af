//! 退单与延期: returns, the last word on them, and more time.

use chrono::{Duration, TimeDelta, TimeZone, Utc};
use rstest::rstest;

use super::grid::stage;
use super::scene::*;
use crate::actor::Actor;
use crate::calendar::WorkCalendar;
use crate::case::*;
use crate::policy::{Limit, WhistleKind};

fn asked_by_both() -> Scene {
    stage("dispatched").when_all([request_return(LEAD, Some(GAS)), request_return(CO_HANDLER, Some(POWER))])
}

fn rule(scene: Scene, dispatch: uuid::Uuid, approve: bool, unit: Option<&str>) -> Scene {
    scene.when(&second_supervisor(), rule_return(dispatch, approve, unit))
}

#[test]
fn a_dispatch_is_returned_within_a_working_day_and_not_a_moment_later() {
    let scene = stage("dispatched");
    // One working day after Monday the second of March: until Tuesday is over.
    let until = Utc.with_ymd_and_hms(2026, 3, 3, 16, 0, 0).single().expect("a midnight in China");
    let mut scene = scene.later(Duration::zero());
    scene.now = until;
    scene.clone().when_all([request_return(LEAD, None)]);
    scene.later(TimeDelta::microseconds(1)).refuses(
        &officer(WATER),
        request_return(LEAD, None),
        &CaseError::ReturnTooLate { until },
    );
}

#[test]
fn no_unit_returns_twice_in_one_case_not_even_when_it_is_sent_anew() {
    let refused = stage("dispatched, return refused");
    let refused = refused.refuses(&officer(WATER), request_return(LEAD, None), &CaseError::ReturnedAlready);
    // Roads takes over, and water is sent again, as a helper.
    let sent_anew = add(&[(ADDED, WATER, DispatchRole::CoHandler)]);
    let scene = refused.when_all([transfer(LEAD, GAS), sent_anew]);
    scene.refuses(&officer(WATER), request_return(ADDED, None), &CaseError::ReturnedAlready);
}

#[test]
fn an_emergency_is_not_returned_not_extended_and_not_parked() {
    let refusal = CaseError::NotForEmergencies;
    let scene = stage("dispatched, emergency").refuses(&officer(WATER), request_return(LEAD, None), &refusal);
    let scene = scene.when_all([sign(LEAD)]);
    let review_at = scene.now + Duration::days(9);
    scene.refuses(&officer(WATER), request_extension(LEAD, Limit::Days(1)), &refusal).refuses(
        &officer(WATER),
        request_suspension(review_at),
        &refusal,
    );
}

#[test]
fn what_became_an_emergency_is_neither_returned_nor_extended_nor_parked_after_all() {
    let emergency = || reclassify("0901", Some(WhistleKind::Emergency));
    let refusal = CaseError::NotForEmergencies;
    let returned = stage("dispatched, return asked").when_all([emergency()]);
    let returned = returned.refuses(&second_supervisor(), rule_return(LEAD, true, None), &refusal);
    rule(returned, LEAD, false, None);
    let extended = stage("reported, extension asked").when_all([emergency()]);
    let extended = extended.refuses(&second_supervisor(), rule_extension(LEAD, true), &refusal);
    extended.when(&second_supervisor(), rule_extension(LEAD, false));
    let parked = stage("dispatched, suspension asked").when_all([emergency()]);
    let parked = parked.refuses(&second_supervisor(), rule_suspension(true), &refusal);
    parked.when(&second_supervisor(), rule_suspension(false));
}

#[test]
fn a_dispatch_that_was_accepted_is_not_returned() {
    let expected = &[DispatchState::Issued, DispatchState::Signed, DispatchState::Reported];
    let refusal = CaseError::WrongDispatchState { found: DispatchState::Accepted, expected };
    stage("in_handling").refuses(&officer(WATER), request_return(LEAD, None), &refusal);
}

#[test]
fn a_dispatch_whose_return_is_asked_for_is_not_accepted_moved_or_released_before_the_ruling() {
    let scene = stage("dispatched").when_all([sign(LEAD), report(LEAD), request_return(LEAD, Some(GAS))]);
    let scene = scene
        .refuses(&officer(WATER), accept(LEAD), &CaseError::ReturnPending)
        .refuses(&dispatcher(), transfer(LEAD, POWER), &CaseError::ReturnPending)
        .refuses(&dispatcher(), declare_orphan(), &CaseError::ReturnPending);
    rule(scene, LEAD, false, None).when_all([accept(LEAD)]);
    let helper = stage("dispatched").when_all([request_return(CO_HANDLER, None)]);
    helper.refuses(&dispatcher(), release(CO_HANDLER), &CaseError::ReturnPending);
}

#[test]
fn a_return_names_another_unit_than_its_own() {
    let scene = stage("dispatched");
    let scene =
        scene.refuses(&officer(WATER), request_return(LEAD, Some(WATER)), &CaseError::OwnUnitProposed);
    let scene = scene.when_all([request_return(LEAD, None)]);
    let roads = CaseError::DepartmentTwice(ROADS.to_owned());
    scene
        .refuses(&second_supervisor(), rule_return(LEAD, true, None), &CaseError::UnitMissing)
        .refuses(&second_supervisor(), rule_return(LEAD, true, Some(WATER)), &CaseError::UnitUnchanged)
        .refuses(&second_supervisor(), rule_return(LEAD, true, Some(ROADS)), &roads);
}

#[test]
fn the_proposed_unit_takes_over_where_the_ruling_names_no_other() {
    let scene = rule(stage("dispatched, return asked"), LEAD, true, None);
    assert_eq!(scene.last_events(3), ["ReturnApproved", "DispatchRecalled", "DispatchIssued"]);
    let lead = scene.case.lead().expect("a lead");
    assert_eq!((lead.id, lead.department.as_str()), (TAKEN_OVER, GAS));
    assert_eq!(scene.dispatch(LEAD).recalled, Some(RecallCause::Returned));
    assert_eq!(scene.case.status, CaseStatus::Dispatched);
}

#[test]
fn the_clock_of_the_case_never_stops_in_a_dispute() {
    let scene = stage("dispatched, return asked");
    let due_at = scene.case.due_at();
    let scene = rule(scene.later(Duration::hours(20)), LEAD, true, None);
    assert_eq!(scene.case.due_at(), due_at, "the end of the case does not move");
    let (lead, taken_over) = (scene.dispatch(LEAD), scene.dispatch(TAKEN_OVER));
    let own = taken_over.clocks.sign_due_at - taken_over.issued_at;
    assert_eq!(own, lead.clocks.sign_due_at - lead.issued_at, "the new unit has its own time to sign");
}

#[test]
fn the_unit_that_lost_the_dispute_bears_the_time() {
    let scene = rule(stage("dispatched, return asked").later(Duration::hours(20)), LEAD, true, None);
    let (issued_at, taken_over_at) = (scene.dispatch(LEAD).issued_at, scene.dispatch(TAKEN_OVER).issued_at);
    let held = |scene: &Scene, dispatch| {
        scene.case.holdings().into_iter().find(|held| held.dispatch == dispatch).expect("a holding")
    };
    let (unit, to) = ("centre".to_owned(), Some(taken_over_at));
    let desk = Holding { dispatch: LEAD, unit, from: issued_at, to, disputed: true };
    assert_eq!(held(&scene, LEAD), desk, "the desk sent the wrong unit");
    let gas = held(&scene, TAKEN_OVER);
    assert_eq!((gas.unit.as_str(), gas.from, gas.to, gas.disputed), (GAS, taken_over_at, None, false));
    let refused = stage("dispatched, return refused");
    let water = held(&refused, LEAD);
    assert_eq!((water.unit.as_str(), water.to, water.disputed), (WATER, None, false), "it asked in vain");
    let ruling = refused.case.disputes[0].ruling.as_ref().expect("a ruling");
    assert_eq!(ruling.borne_by, WATER);
}

#[test]
fn the_second_request_of_a_case_forces_the_determination_which_only_the_senior_level_gives() {
    let scene = rule(asked_by_both(), LEAD, false, None);
    assert_eq!(scene.last_events(1), ["ReturnRefused"]);
    let scene = scene.refuses(&dispatcher(), rule_return(CO_HANDLER, false, None), &CaseError::WrongLevel);
    let scene = rule(scene, CO_HANDLER, false, None);
    assert_eq!(scene.last_events(1), ["LeadDetermined"]);
    assert!(scene.case.determined.is_some());
}

#[test]
fn the_first_request_is_ruled_by_the_desk_even_when_a_second_one_waits() {
    let scene = asked_by_both().when(&dispatcher(), rule_return(LEAD, false, None));
    assert_eq!(scene.last_events(1), ["ReturnRefused"]);
    assert_eq!(scene.case.determined, None);
}

#[test]
fn nothing_is_returned_after_the_determination() {
    let scene = stage("dispatched, determined").when_all([add_helper()]);
    scene.refuses(&officer(POWER), request_return(ADDED, None), &CaseError::Determined);
    let first_waits = rule(asked_by_both(), CO_HANDLER, false, None);
    first_waits.refuses(&dispatcher(), rule_return(LEAD, true, None), &CaseError::WrongLevel);
}

#[test]
fn a_ruling_is_due_four_working_hours_after_the_request() {
    let scene = stage("dispatched, return asked");
    let request = &scene.case.disputes[0].request;
    assert_eq!(request.ruling_due_at, WorkCalendar::embedded().due(Limit::WorkHours(4), request.at).at);
}

/// Everything that one person asks for and another decides: where, what is asked, and how it is decided.
fn petitions() -> Vec<(&'static str, Option<CaseCommand>, CaseCommand)> {
    let month = start() + Duration::days(30);
    vec![
        ("dispatched", Some(request_return(LEAD, Some(GAS))), rule_return(LEAD, true, None)),
        ("in_handling", Some(request_extension(LEAD, Limit::Days(1))), rule_extension(LEAD, true)),
        ("dispatched", Some(request_suspension(month)), rule_suspension(true)),
        ("callback", Some(request_forced_closing()), rule_forced_closing(true)),
        ("closed", Some(request_exclusion()), rule_exclusion(true)),
        ("closed", Some(appeal_score()), decide_score_appeal(true)),
    ]
}

#[test]
fn whoever_asked_does_not_decide_whatever_their_role() {
    for (stage_name, asked, decided) in petitions() {
        // Somebody with a second post, who asks for the unit and might decide as a supervisor.
        let asker = Actor { id: supervisor().id, ..officer(WATER) };
        let scene = stage(stage_name).when(&asker, asked.expect("a request"));
        let refusing = scene.refuses(&supervisor(), decided.clone(), &CaseError::SamePerson);
        refusing.when(&second_supervisor(), decided);
    }
}

#[test]
fn nobody_decides_whom_the_policy_does_not_name() {
    for (stage_name, asked, decided) in petitions() {
        let scene = stage(stage_name).when(&officer(WATER), asked.expect("a request"));
        for other in [officer(GAS), community(), hotline(), service()] {
            scene.clone().refuses(&other, decided.clone(), &CaseError::WrongLevel);
        }
    }
}

#[test]
fn nothing_is_decided_that_nobody_asked_for_and_nothing_twice() {
    for (stage_name, asked, decided) in petitions() {
        let unasked = stage(stage_name).decide(&second_supervisor(), decided.clone());
        assert!(matches!(unasked, Err(CaseError::NothingPending | CaseError::AppealUnknown)), "{unasked:?}");
        let scene = stage(stage_name).when(&officer(WATER), asked.expect("a request"));
        let scene = scene.when(&second_supervisor(), decided.clone());
        assert_eq!(scene.decide(&second_supervisor(), decided), Err(CaseError::NothingPending));
    }
}

#[test]
fn more_time_is_asked_for_before_the_clock_runs_out() {
    let mut scene = stage("in_handling");
    scene.now = scene.dispatch(LEAD).clocks.due_at.expect("a deadline");
    scene.clone().when_all([request_extension(LEAD, Limit::Days(1))]);
    let late = scene.later(TimeDelta::microseconds(1));
    late.refuses(&officer(WATER), request_extension(LEAD, Limit::Days(1)), &CaseError::AfterExpiry);
}

#[rstest]
#[case::within_both(Limit::WorkingDays(7), true)]
#[case::longer_than_the_policy_allows(Limit::WorkingDays(8), false)]
fn an_extension_is_as_long_as_the_policy_allows(#[case] length: Limit, #[case] possible: bool) {
    expect_length(&stage("in_handling"), length, possible, Limit::WorkingDays(7));
}

#[rstest]
#[case::as_long_as_the_limit(Limit::Days(9), true)]
#[case::longer_than_the_limit(Limit::Days(10), false)]
fn an_extension_is_never_longer_than_the_limit_that_it_extends(
    #[case] length: Limit,
    #[case] possible: bool,
) {
    let scene = stage("in_handling").with_rules("extension_max = \"30wd\"");
    expect_length(&scene, length, possible, Limit::WorkingDays(30));
}

#[track_caller]
fn expect_length(scene: &Scene, length: Limit, possible: bool, max: Limit) {
    let asked = scene.decide(&officer(WATER), request_extension(LEAD, length));
    assert_eq!(asked.is_ok(), possible);
    assert!(possible || asked == Err(CaseError::ExtensionTooLong { max }));
}

#[test]
fn an_extension_is_counted_from_the_end_of_the_clock_and_told_with_its_reason() {
    let scene = stage("reported, extension asked");
    let (before, first) = (scene.dispatch(LEAD).clocks.due_at, scene.dispatch(LEAD).first_due_at);
    let scene = scene.when(&second_supervisor(), rule_extension(LEAD, true));
    let lead = scene.dispatch(LEAD);
    assert_eq!(lead.clocks.due_at, before.map(|due_at| due_at + Duration::days(1)));
    assert_eq!((lead.first_due_at, lead.extensions), (first, 1));
    assert_eq!(scene.dispatch(CO_HANDLER).extensions, 0);
}

#[test]
fn the_second_extension_needs_the_further_level_and_a_third_is_impossible() {
    let request = |id: u128| {
        let (request, length) = (uuid::Uuid::from_u128(id), Limit::Days(1));
        act(LEAD, DispatchAction::RequestExtension { request, length, reason: text("等待材料") })
    };
    let scene = stage("in_handling").when_all([request(1)]).when(&dispatcher(), rule_extension(LEAD, true));
    let scene = scene.when_all([request(2)]);
    let scene = scene.refuses(&dispatcher(), rule_extension(LEAD, true), &CaseError::WrongLevel);
    let scene = scene.when(&supervisor(), rule_extension(LEAD, true));
    scene.refuses(&officer(WATER), request(3), &CaseError::ExtensionsExhausted { max: 2 });
}

#[test]
fn a_ruling_answers_the_request_of_its_own_dispatch() {
    let asked = [LEAD, CO_HANDLER].map(|dispatch| request_extension(dispatch, Limit::Days(1)));
    let scene = stage("in_handling").when_all(asked).when(&supervisor(), rule_extension(LEAD, true));
    assert_eq!(scene.case.extensions.iter().map(Petition::pending).collect::<Vec<_>>(), [false, true]);
    let scene = scene.when(&supervisor(), rule_extension(CO_HANDLER, false));
    assert_eq!(scene.case.extensions.iter().map(Petition::granted).collect::<Vec<_>>(), [true, false]);
    assert_eq!(scene.dispatch(CO_HANDLER).extensions, 0);
}

#[test]
fn planned_work_has_no_deadline_to_extend() {
    let filed = CaseCommand::FileCase { category: Some("1001".to_owned()), kind: Some(WhistleKind::Key) };
    let scene = stage("endorsed").when_all([filed, issue(), sign(LEAD)]);
    scene.refuses(&officer(WATER), request_extension(LEAD, Limit::Days(1)), &CaseError::NoDeadline);
}

#[test]
fn only_what_is_late_is_explained() {
    let scene = stage("in_handling").refuses(&officer(WATER), explain_overdue(LEAD), &CaseError::NotOverdue);
    let scene = scene.later(Duration::days(9)).when_all([explain_overdue(LEAD)]);
    assert_eq!(scene.dispatch(LEAD).overdue_explained, 1);
}
