//! 挂账与计划: parking, and work by stages.

use chrono::{DateTime, Duration, TimeDelta, Utc};
use rstest::rstest;

use super::grid::stage;
use super::scene::*;
use crate::case::*;
use crate::policy::WhistleKind;

fn month() -> DateTime<Utc> {
    start() + Duration::days(30)
}

/// Parked from `since` on, and lifted `days` later.
fn parked_for(scene: Scene, days: i64) -> Scene {
    let review_at = scene.now + Duration::days(60);
    let scene = scene.when_all([request_suspension(review_at), rule_suspension(true)]);
    scene.later(Duration::days(days)).when_all([lift_suspension()])
}

#[rstest]
#[case::not_ahead(TimeDelta::zero(), false)]
#[case::just_ahead(TimeDelta::microseconds(1), true)]
#[case::in_ninety_days(TimeDelta::days(90), true)]
#[case::later(TimeDelta::days(90) + TimeDelta::microseconds(1), false)]
fn a_parked_case_is_looked_at_again_within_ninety_days(#[case] after: TimeDelta, #[case] possible: bool) {
    let refusal = Err(CaseError::ReviewOutOfRange { days_max: 90 });
    let asking = stage("in_handling");
    let asked = asking.decide(&officer(WATER), request_suspension(asking.now + after));
    assert!(asked.is_ok() == possible && (possible || asked == refusal));
    let parked = stage("suspended");
    let reviewed = parked.decide(&supervisor(), review_suspension(parked.now + after));
    assert!(reviewed.is_ok() == possible && (possible || reviewed == refusal));
}

#[test]
fn nothing_is_parked_whose_review_has_passed_while_it_waited() {
    let scene = stage("dispatched, suspension asked").later(Duration::days(31));
    let refusal = CaseError::ReviewOutOfRange { days_max: 90 };
    let scene = scene.refuses(&supervisor(), rule_suspension(true), &refusal);
    scene.when_all([rule_suspension(false)]);
}

#[test]
fn parking_needs_proof() {
    let bare = CaseCommand::Schedule(Scheduling::RequestSuspension {
        ground: SuspensionGround::Funds,
        reason: text("资金未到位"),
        proof: Vec::new(),
        review_at: month(),
    });
    stage("in_handling").refuses(&officer(WATER), bare, &CaseError::EvidenceMissing);
}

#[test]
fn clocks_keep_the_time_that_was_left_when_the_case_was_parked() {
    let scene = stage("in_handling");
    let before = scene.dispatch(LEAD).clocks;
    let scene = parked_for(scene, 20);
    let pause = Duration::days(20) + Duration::minutes(1);
    let after = scene.dispatch(LEAD).clocks;
    assert_eq!(after.due_at, before.due_at.map(|due_at| due_at + pause));
    assert_eq!(after.contact_due_at, before.contact_due_at.map(|due_at| due_at + pause));
}

#[test]
fn time_that_had_run_out_before_parking_stays_out() {
    let scene = stage("in_handling").later(Duration::days(8));
    let before = scene.dispatch(LEAD).clocks;
    let scene = parked_for(scene, 20);
    let after = scene.dispatch(LEAD).clocks;
    assert_eq!((after.sign_due_at, after.report_due_at), (before.sign_due_at, before.report_due_at));
    assert!(after.due_at > before.due_at);
}

#[test]
fn while_parked_nothing_is_demanded_and_the_obstacle_can_be_looked_at() {
    let scene = stage("suspended");
    for demanded in [feedback(LEAD), request_return(LEAD, None), issue(), transfer(LEAD, GAS), reach(1)] {
        let refused = scene.decide(&officer(WATER), demanded.clone());
        assert_eq!(refused, Err(CaseError::Suspended), "{demanded:?}");
    }
    let review_at = scene.now + Duration::days(40);
    scene
        .when_all([contact(LEAD), measure(LEAD), join(neighbour(NEIGHBOUR, None)), amend()])
        .when_all([supervise(SupervisionMeasure::Reminder, None), review_suspension(review_at)])
        .when_all([lift_suspension(), feedback(LEAD)]);
}

#[test]
fn a_parked_case_that_is_withdrawn_is_parked_no_more() {
    let parked = stage("filed").when_all([request_suspension(month()), rule_suspension(true)]);
    assert!(parked.case.suspended().is_some());
    let scene = parked.when_all([withdraw()]).then(CaseStatus::Withdrawn);
    assert_eq!(scene.case.suspended(), None);
    scene.refuses(&supervisor(), lift_suspension(), &CaseError::NotSuspended);
}

#[test]
fn a_refused_request_may_be_followed_by_another_but_not_a_waiting_one() {
    let scene = stage("dispatched, suspension asked");
    let scene = scene.refuses(&officer(ROADS), request_suspension(month()), &CaseError::AlreadyPending);
    let scene = scene.when_all([rule_suspension(false), request_suspension(month())]);
    assert_eq!(scene.case.suspensions.len(), 2);
}

#[test]
fn milestones_lie_ahead_each_after_the_one_before() {
    let days = |days: i64| start() + Duration::days(days);
    let scene = stage("in_handling");
    for due in [vec![days(0)], vec![days(20), days(10)], vec![days(10), days(10)]] {
        scene.clone().refuses(&officer(WATER), agree_plan(&due), &CaseError::MilestonesUnordered);
    }
    let many: Vec<_> = (1..=51).map(days).collect();
    let full = CaseError::TooMany { max: MILESTONES_MAX };
    scene
        .refuses(&officer(WATER), agree_plan(&[]), &CaseError::Nothing)
        .refuses(&officer(WATER), agree_plan(&many), &full)
        .when_all([agree_plan(&many[..50])]);
}

#[test]
fn a_plan_is_drawn_up_anew_only_until_something_of_it_was_reached() {
    let anew = || agree_plan(&[month(), month() + Duration::days(1)]);
    let scene = stage("in_handling, plan").refuses(&officer(WATER), anew(), &CaseError::WrongLevel);
    let late = scene.clone().later(Duration::days(400));
    late.refuses(&dispatcher(), anew(), &CaseError::AfterExpiry);
    let scene = scene.when(&dispatcher(), anew());
    assert_eq!(scene.case.plan.as_ref().map(Plan::open_milestones), Some(2));
    let scene = scene.when_all([reach(2)]);
    scene.refuses(&dispatcher(), agree_plan(&[month()]), &CaseError::MilestoneReachedAlready(2));
}

#[test]
fn a_milestone_is_reached_once_with_something_that_shows_it() {
    let bare = CaseCommand::Schedule(Scheduling::ReachMilestone {
        milestone: 1,
        note: text("已完成"),
        evidence: Vec::new(),
    });
    stage("in_handling, plan")
        .refuses(&officer(WATER), bare, &CaseError::EvidenceMissing)
        .refuses(&officer(WATER), reach(0), &CaseError::MilestoneUnknown(0))
        .refuses(&officer(WATER), reach(2), &CaseError::MilestoneUnknown(2))
        .when_all([reach(1)])
        .refuses(&officer(WATER), reach(1), &CaseError::MilestoneReachedAlready(1));
}

#[test]
fn an_open_milestone_keeps_the_check_from_passing() {
    let scene = stage("in_handling, plan").when_all([feedback(LEAD), feedback(CO_HANDLER)]);
    let scene = scene.refuses(&grid_worker(), pass(), &CaseError::MilestonesOpen(1));
    let scene = scene.when_all([fail(&[]), reach(1), feedback(LEAD), pass()]);
    scene.when_all([answer(true, 5), close()]).then(CaseStatus::Closed);
}

#[test]
fn planned_work_owes_a_report_on_its_progress_every_thirty_days() {
    let filed = CaseCommand::FileCase { category: Some("1001".to_owned()), kind: Some(WhistleKind::Key) };
    let scene = stage("endorsed").when_all([filed, issue()]);
    let agreed_at = scene.now;
    let scene = scene.when_all([agree_plan(&[month()])]);
    let owed = |scene: &Scene| scene.case.plan.as_ref().and_then(|plan| plan.progress_due_at);
    assert_eq!(owed(&scene), Some(agreed_at + Duration::days(30)));
    let scene = scene.later(Duration::days(10));
    let reported_at = scene.now;
    // Thirty days after the 12th of March is a Saturday: until Monday.
    assert_eq!(owed(&scene.when_all([progress()])), Some(reported_at + Duration::days(32)));
    assert_eq!(owed(&stage("in_handling, plan")), None, "ordinary work owes none");
}

#[test]
fn a_staged_category_gets_its_stages_when_it_is_dispatched() {
    let filed = CaseCommand::FileCase { category: Some("0101".to_owned()), kind: Some(WhistleKind::Law) };
    let scene = stage("endorsed").when_all([filed]);
    let issued_at = scene.now;
    for (sent, events) in [(issue(), 1), (declare_orphan(), 1)] {
        let scene = scene.clone().when_all([sent]);
        assert_eq!(scene.last_events(events), ["PlanAgreed"]);
        let plan = scene.case.plan.as_ref().expect("stages");
        let stages: Vec<_> = plan.milestones.iter().map(|planned| planned.milestone.clone()).collect();
        // 6 hours and 9 days, as the first policy has it.
        let wanted = [("制止", Duration::hours(6)), ("拆除", Duration::days(9))];
        let wanted = wanted.map(|(title, after)| Milestone { title: text(title), due_at: issued_at + after });
        assert_eq!(stages, wanted);
        assert_eq!(plan.progress_due_at, None);
    }
}

#[test]
fn a_case_with_a_plan_of_its_own_keeps_it() {
    let filed = CaseCommand::FileCase { category: Some("0101".to_owned()), kind: Some(WhistleKind::Law) };
    let scene = stage("endorsed").when_all([filed, agree_plan(&[month()]), issue()]);
    assert_eq!(scene.case.plan.map(|plan| plan.milestones.len()), Some(1));
}
