//! Sending departments, and what they do.

use chrono::{Duration, TimeDelta, TimeZone, Utc};
use rstest::rstest;

use super::grid::stage;
use super::scene::*;
use crate::calendar::WorkCalendar;
use crate::case::*;
use crate::policy::{Clocks, PolicyLibrary, PolicySet, WhistleKind};

fn clocks_of(limits: Clocks, from: chrono::DateTime<chrono::Utc>) -> DispatchClocks {
    let calendar = WorkCalendar::embedded();
    let due = |limit| calendar.due(limit, from).at;
    let close = limits.close.map(|limit| (due(limit), calendar.warning_at(limit, from, due(limit))));
    DispatchClocks {
        sign_due_at: due(limits.sign_in),
        report_due_at: due(limits.report),
        contact_due_at: limits.contact.map(due),
        due_at: close.map(|(due_at, _)| due_at),
        warn_at: close.map(|(_, warn_at)| warn_at),
        provisional: ProvisionalClocks::default(),
    }
}

#[test]
fn every_clock_starts_at_the_issue_with_the_limits_of_the_policy() {
    let scene = stage("filed").later(Duration::hours(5));
    let issued_at = scene.now;
    let scene = scene.when_all([issue()]);
    // Worked out by hand from the first policy: 40 min, 6 h, 9 h, 9 d.
    let clocks = DispatchClocks {
        sign_due_at: issued_at + TimeDelta::minutes(40),
        report_due_at: issued_at + TimeDelta::hours(6),
        contact_due_at: Some(issued_at + TimeDelta::hours(9)),
        due_at: Some(issued_at + TimeDelta::days(9)),
        // It ends on Wednesday the 11th: the warning begins when the 10th does not count any more.
        warn_at: Some(Utc.with_ymd_and_hms(2026, 3, 10, 16, 0, 0).single().expect("a midnight in China")),
        provisional: ProvisionalClocks::default(),
    };
    for dispatch in &scene.case.dispatches {
        assert_eq!(dispatch.issued_at, issued_at);
        assert_eq!(dispatch.clocks, clocks);
    }
    assert_eq!(scene.case.due_at(), clocks.due_at);
}

#[test]
fn signing_late_moves_no_clock() {
    let scene = stage("dispatched");
    let clocks = scene.dispatch(LEAD).clocks;
    let scene = scene.later(Duration::days(3)).when_all([sign(LEAD), report(LEAD), accept(LEAD)]);
    assert_eq!(scene.dispatch(LEAD).clocks, clocks);
    assert!(scene.dispatch(LEAD).signed_at > Some(clocks.sign_due_at));
}

#[test]
fn a_case_is_judged_by_the_policy_that_it_pinned_and_not_by_a_newer_one() {
    let scene = stage("filed").under(&[1, 2]);
    let pinned = policy(1).clocks_for("0301", WhistleKind::Appeal).expect("limits");
    let newer = policy(2).clocks_for("0301", WhistleKind::Appeal).expect("limits");
    assert_ne!(pinned, newer);
    let issued_at = scene.now;
    let scene = scene.when_all([issue()]);
    assert_eq!(scene.dispatch(LEAD).clocks, clocks_of(pinned, issued_at));
}

#[test]
fn a_pinned_policy_that_is_not_at_hand_is_an_error_and_not_a_guess() {
    stage("filed").under(&[2]).refuses(&dispatcher(), issue(), &CaseError::UnknownPolicy(1));
}

#[test]
fn planned_work_has_no_closing_clock() {
    let filed = CaseCommand::FileCase { category: Some("1001".to_owned()), kind: Some(WhistleKind::Key) };
    let scene = stage("endorsed").when_all([filed, issue()]);
    assert_eq!(scene.case.due_at(), None);
    assert_eq!(scene.dispatch(LEAD).clocks.contact_due_at, None);
}

#[test]
fn every_category_of_the_default_policy_can_be_dispatched_as_every_kind() {
    let text = include_str!("../../../../../policy/default.toml");
    let policy = PolicySet::parse(text).expect("the default policy is sound");
    let library = std::sync::Arc::new(PolicyLibrary::new([policy.clone()]).expect("a library"));
    for category in policy.categories() {
        for kind in WhistleKind::ALL {
            let mut scene = stage("unreported");
            scene.policies = std::sync::Arc::clone(&library);
            let raised = RaiseWhistle { category: category.code.clone(), kind: Some(kind), ..whistle() };
            let scene = scene.when_all([CaseCommand::RaiseWhistle(raised), endorse()]);
            let issued_at = scene.now;
            let scene = scene.when_all([issue()]);
            let limits = policy.clocks_for(&category.code, kind).expect("limits");
            assert_eq!(scene.dispatch(LEAD).clocks, clocks_of(limits, issued_at), "{}", category.code);
        }
    }
}

#[rstest]
#[case::nobody(&[])]
#[case::no_lead(&[(LEAD, WATER, DispatchRole::CoHandler)])]
#[case::two_leads(&[(LEAD, WATER, DispatchRole::Lead), (CO_HANDLER, ROADS, DispatchRole::Lead)])]
fn exactly_one_department_leads(#[case] targets: &[(uuid::Uuid, &str, DispatchRole)]) {
    stage("filed").refuses(&dispatcher(), send(targets), &CaseError::NotOneLead);
}

#[rstest]
#[case(DispatchRole::CoHandler)]
#[case(DispatchRole::Notified)]
fn no_department_is_sent_twice(#[case] role: DispatchRole) {
    let targets = [(LEAD, WATER, DispatchRole::Lead), (CO_HANDLER, WATER, role)];
    stage("filed").refuses(&dispatcher(), send(&targets), &CaseError::DepartmentTwice(WATER.to_owned()));
}

#[test]
fn a_refused_order_does_not_file_the_case() {
    let scene = stage("endorsed").refuses(&dispatcher(), send(&[]), &CaseError::NotOneLead);
    assert_eq!(scene.case.filing, None);
}

#[test]
fn the_lead_comes_first_whatever_the_order_of_the_names() {
    let scene = stage("dispatched");
    let roles: Vec<_> = scene.case.dispatches.iter().map(|dispatch| dispatch.role).collect();
    assert_eq!(roles, [DispatchRole::Lead, DispatchRole::CoHandler, DispatchRole::Notified]);
    assert_eq!(scene.case.lead().map(|lead| lead.id), Some(LEAD));
}

#[test]
fn a_dispatch_of_another_case_is_not_found() {
    stage("dispatched").refuses(&officer(WATER), sign(STRANGE), &CaseError::DispatchNotFound);
}

#[test]
fn the_case_is_in_handling_once_everybody_but_the_notified_has_reported() {
    stage("dispatched")
        .when_all([sign(LEAD), report(LEAD), accept(LEAD), feedback(LEAD), sign(CO_HANDLER)])
        .then(CaseStatus::Dispatched)
        .when_all([report(CO_HANDLER)])
        .then(CaseStatus::InHandling);
}

#[test]
fn verification_waits_for_every_co_handler() {
    stage("in_handling")
        .when_all([feedback(LEAD)])
        .then(CaseStatus::InHandling)
        .when_all([feedback(CO_HANDLER)])
        .then(CaseStatus::Verification)
        .then_dispatches(&[
            DispatchState::FeedbackSubmitted,
            DispatchState::FeedbackSubmitted,
            DispatchState::Issued,
        ]);
}

#[test]
fn an_arrival_lies_between_the_issue_and_now() {
    let scene = stage("dispatched").when_all([sign(LEAD)]);
    let (issued_at, now) = (scene.dispatch(LEAD).issued_at, scene.now);
    for arrived_at in [issued_at - TimeDelta::microseconds(1), now + TimeDelta::microseconds(1)] {
        let refusal = CaseError::ArrivalOutOfRange { arrived_at };
        scene.clone().refuses(&officer(WATER), report_at(LEAD, Some(arrived_at)), &refusal);
    }
    for arrived_at in [issued_at, now] {
        scene.clone().when_all([report_at(LEAD, Some(arrived_at))]);
    }
}

#[test]
fn reporting_is_judged_by_when_it_was_recorded_and_not_by_the_claimed_arrival() {
    let scene = stage("dispatched").when_all([sign(LEAD)]).later(Duration::days(2));
    let (issued_at, now) = (scene.dispatch(LEAD).issued_at, scene.now);
    let scene = scene.when_all([report_at(LEAD, Some(issued_at))]);
    assert_eq!(scene.dispatch(LEAD).reported_at, Some(now));
    assert!(scene.dispatch(LEAD).reported_at > Some(scene.dispatch(LEAD).clocks.report_due_at));
}

#[test]
fn an_arrival_that_is_not_told_is_now() {
    let scene = stage("dispatched").when_all([sign(LEAD)]);
    let now = scene.now;
    let scene = scene.when_all([report(LEAD)]);
    let Some(CaseEvent::DepartmentReported(reported)) = scene.history.last() else { panic!("no report") };
    assert_eq!((reported.arrived_at, reported.at), (now, now));
}

#[test]
fn each_step_of_a_dispatch_leaves_its_instant() {
    let scene = stage("verification");
    let lead = scene.dispatch(LEAD);
    let steps = [Some(lead.issued_at), lead.signed_at, lead.reported_at, lead.accepted_at, lead.fed_back_at];
    assert!(steps.iter().all(Option::is_some) && steps.is_sorted(), "{steps:?}");
    assert_eq!((lead.measures, scene.dispatch(CO_HANDLER).measures), (1, 0));
    assert_eq!(lead.handlers, [officer(WATER).id]);
}

#[test]
fn a_notice_can_be_signed_late_but_not_after_the_case_is_closed() {
    let refusal = CaseError::WrongDispatchState {
        found: DispatchState::Discharged,
        expected: &[DispatchState::Issued],
    };
    stage("callback, answered")
        .when_all([sign(NOTIFIED), close()])
        .then_dispatches(&[DispatchState::Discharged; 3]);
    stage("closed").then_dispatches(&[DispatchState::Discharged; 3]).refuses(
        &officer(STREET),
        sign(NOTIFIED),
        &refusal,
    );
}

#[test]
fn a_department_owes_something_until_it_fed_back_and_one_merely_notified_never_does() {
    let owing = |scene: &Scene| [LEAD, CO_HANDLER, NOTIFIED].map(|id| scene.dispatch(id).owes_something());
    for (stage_name, expected) in [
        ("dispatched", [true, true, false]),
        ("in_handling", [true, true, false]),
        ("verification", [false, false, false]),
        ("callback", [false, false, false]),
        ("closed", [false, false, false]),
    ] {
        assert_eq!(owing(&stage(stage_name)), expected, "{stage_name}");
    }
    assert_eq!(owing(&stage("verification").when_all([fail(&[CO_HANDLER])])), [false, true, false]);
}
