//! Changing who is sent, bringing them together, and making them move.

use chrono::{Duration, TimeZone, Utc};
use uuid::Uuid;

use super::grid::stage;
use super::scene::*;
use crate::actor::Actor;
use crate::case::*;
use crate::policy::WhistleKind;

#[test]
fn an_orphan_matter_always_has_an_owner_who_leads() {
    for stage_name in ["raised, emergency", "endorsed", "filed", "dispatched", "in_handling"] {
        let scene = stage(stage_name).when_all([declare_orphan()]).then(CaseStatus::Dispatched);
        let lead = scene.case.lead().expect("a lead");
        assert_eq!((lead.department.as_str(), lead.id), (OWNER, TAKEN_OVER), "{stage_name}");
        assert_eq!(scene.case.orphan.as_ref().map(|orphan| orphan.owner.as_str()), Some(OWNER));
    }
}

#[test]
fn the_first_recipient_stays_the_contact_until_another_unit_accepted() {
    let accepted = |scene: Scene| scene.when_all([sign(TAKEN_OVER), report(TAKEN_OVER)]);
    for (stage_name, first) in [("filed", "community-1"), ("dispatched", WATER)] {
        let scene = stage(stage_name).when_all([declare_orphan()]);
        assert_eq!(scene.case.contact_unit(), Some(first), "{stage_name}");
        let scene = scene.when(&officer(OWNER), sign(TAKEN_OVER)).when(&officer(OWNER), report(TAKEN_OVER));
        assert_eq!(scene.case.contact_unit(), Some(first), "{stage_name}");
        let scene = scene.when(&officer(OWNER), accept(TAKEN_OVER));
        assert_eq!(scene.case.contact_unit(), Some(OWNER), "{stage_name}");
    }
    let moved = accepted(stage("dispatched").when_all([transfer(LEAD, GAS)]));
    assert_eq!(moved.case.contact_unit(), Some(WATER));
    assert_eq!(moved.when_all([accept(TAKEN_OVER)]).case.contact_unit(), Some(GAS));
}

#[test]
fn whoever_accepted_stays_the_contact_until_the_next_has() {
    let scene = stage("dispatched").when_all([transfer(LEAD, GAS)]);
    let scene = scene.when_all([sign(TAKEN_OVER), report(TAKEN_OVER), accept(TAKEN_OVER)]);
    let next = Takeover { dispatch: ADDED, department: POWER.to_owned() };
    let moved = Directing::Transfer { dispatch: TAKEN_OVER, to: next, reason: text("职责在供电") };
    let scene = scene.when(&dispatcher(), CaseCommand::Direct(moved));
    assert_eq!(scene.case.lead().map(|lead| lead.department.as_str()), Some(POWER));
    assert_eq!(scene.case.contact_unit(), Some(GAS));
}

#[test]
fn a_transfer_gives_the_new_unit_its_own_time_to_sign_and_the_case_no_more() {
    let scene = stage("in_handling").later(Duration::days(2));
    let (before, moved_at) = (scene.dispatch(LEAD).clone(), scene.now);
    let scene = scene.when_all([transfer(LEAD, GAS)]);
    let taken_over = scene.dispatch(TAKEN_OVER);
    assert_eq!((taken_over.role, taken_over.issued_at), (DispatchRole::Lead, moved_at));
    assert_eq!(taken_over.clocks.due_at, before.clocks.due_at);
    assert_eq!(taken_over.clocks.sign_due_at, moved_at + Duration::minutes(40));
    assert_eq!(scene.dispatch(LEAD).discharged_at, Some(moved_at));
    assert_eq!(scene.dispatch(LEAD).recalled, Some(RecallCause::Transferred));
}

#[test]
fn a_dispatch_that_was_taken_back_never_moves_again() {
    let scene = stage("in_handling").when_all([transfer(LEAD, GAS)]);
    for action in [feedback(LEAD), measure(LEAD), contact(LEAD), transfer(LEAD, POWER)] {
        let refused = scene.decide(&officer(WATER), action.clone());
        assert!(matches!(refused, Err(CaseError::WrongDispatchState { .. })), "{action:?}");
    }
}

#[test]
fn no_unit_takes_over_that_has_a_part_already() {
    let twice = CaseError::DepartmentTwice(ROADS.to_owned());
    stage("in_handling").refuses(&dispatcher(), transfer(LEAD, ROADS), &twice).refuses(
        &dispatcher(),
        add(&[(ADDED, ROADS, DispatchRole::Notified)]),
        &twice,
    );
}

#[test]
fn a_unit_that_took_over_may_judge_nothing_and_one_that_never_accepted_may() {
    let taken_over = [sign(TAKEN_OVER), report(TAKEN_OVER), accept(TAKEN_OVER), feedback(TAKEN_OVER)];
    let helper = [sign(CO_HANDLER), report(CO_HANDLER), accept(CO_HANDLER), feedback(CO_HANDLER)];
    let scene = stage("dispatched").when_all([transfer(LEAD, GAS)]).when_all(taken_over.clone());
    let scene = scene.when_all(helper.clone()).then(CaseStatus::Verification);
    scene.clone().refuses(&officer(GAS), pass(), &CaseError::OwnHandling);
    scene.when(&officer(WATER), pass());
    let worked = stage("in_handling").when_all([transfer(LEAD, GAS)]).when_all(taken_over);
    let worked = worked.when_all([feedback(CO_HANDLER)]).then(CaseStatus::Verification);
    worked.refuses(&officer(WATER), pass(), &CaseError::OwnHandling);
}

#[test]
fn a_released_helper_is_not_waited_for() {
    let scene = stage("in_handling").when_all([feedback(LEAD)]).then(CaseStatus::InHandling);
    let scene = scene.when_all([release(CO_HANDLER)]).then(CaseStatus::Verification);
    assert_eq!(scene.dispatch(CO_HANDLER).recalled, Some(RecallCause::Released));
    stage("in_handling").refuses(&dispatcher(), release(LEAD), &CaseError::NotAnHelper);
}

#[test]
fn a_helper_that_is_handed_over_is_waited_for_at_its_successor() {
    let scene = stage("in_handling").when_all([feedback(LEAD), transfer(CO_HANDLER, GAS)]);
    let statuses = scene.history.iter().scan(Case::default(), |case, event| {
        case.evolve(event);
        Some(case.status)
    });
    assert!(!statuses.collect::<Vec<_>>().contains(&CaseStatus::Verification));
    assert_eq!(scene.case.status, CaseStatus::Dispatched);
}

#[test]
fn those_who_are_sent_later_have_the_deadline_of_the_case() {
    let scene = stage("in_handling").later(Duration::days(3));
    let (due_at, added_at) = (scene.case.due_at(), scene.now);
    let scene = scene.when_all([add_helper()]).then(CaseStatus::Dispatched);
    let added = scene.dispatch(ADDED).clocks;
    assert_eq!((added.due_at, added.sign_due_at), (due_at, added_at + Duration::minutes(40)));
    let notified = stage("in_handling").when_all([add(&[(ADDED, POWER, DispatchRole::Notified)])]);
    notified.then(CaseStatus::InHandling).refuses(&dispatcher(), add(&[]), &CaseError::Nothing);
    let leader = add(&[(ADDED, POWER, DispatchRole::Lead)]);
    stage("in_handling").refuses(&dispatcher(), leader, &CaseError::NotOneLead);
}

#[test]
fn a_case_sends_only_so_many_units() {
    let names: Vec<_> = (0..=200).map(|at| format!("unit-{at}")).collect();
    let role = |at: usize| if at == 0 { DispatchRole::Lead } else { DispatchRole::Notified };
    let targets: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (Uuid::from_u128(at as u128), name.as_str(), role(at)))
        .collect();
    let full = CaseError::TooMany { max: ENTRIES_MAX };
    let scene = stage("filed").refuses(&dispatcher(), send(&targets), &full);
    let scene = scene.when_all([send(&targets[..ENTRIES_MAX])]);
    scene.refuses(&dispatcher(), add_helper(), &full).refuses(
        &dispatcher(),
        transfer(Uuid::nil(), GAS),
        &full,
    );
}

#[test]
fn another_category_moves_every_clock_by_as_much_as_the_limits_differ() {
    let scene = stage("dispatched").later(Duration::hours(1));
    let issued_at = scene.dispatch(LEAD).issued_at;
    let scene = scene.when_all([reclassify("0901", Some(WhistleKind::Emergency))]);
    let clocks = scene.dispatch(LEAD).clocks;
    // The limits of an emergency by the first policy: 6 min, 40 min, 2 h, and 6 h of the category.
    assert_eq!(clocks.sign_due_at, issued_at + Duration::minutes(6));
    assert_eq!(clocks.report_due_at, issued_at + Duration::minutes(40));
    assert_eq!(clocks.contact_due_at, Some(issued_at + Duration::hours(2)));
    assert_eq!(clocks.due_at, Some(issued_at + Duration::hours(6)));
    // A deadline gives way to agreed stages only.
    let scene = scene.refuses(&dispatcher(), reclassify("1001", Some(WhistleKind::Key)), &CaseError::NoPlan);
    let month = scene.now + Duration::days(30);
    let planned = scene.when_all([agree_plan(&[month]), reclassify("1001", Some(WhistleKind::Key))]);
    assert_eq!(planned.case.due_at(), None);
    let back = planned.when_all([reclassify("0301", Some(WhistleKind::Appeal))]);
    assert_eq!(back.case.due_at(), Some(issued_at + Duration::days(9)));
    assert_eq!(back.case.filing.as_ref().map(|filing| filing.policy_version), Some(1));
}

#[test]
fn another_category_takes_nothing_back_that_was_granted() {
    let scene = stage("reported, extension asked").when(&second_supervisor(), rule_extension(LEAD, true));
    let due_at = scene.case.due_at();
    let scene = scene.when_all([reclassify("0101", Some(WhistleKind::Law))]);
    assert_eq!(scene.case.due_at(), due_at, "both have nine days, and one was granted");
}

#[test]
fn a_case_is_not_reclassified_as_what_it_is() {
    let scene = stage("dispatched").refuses(&dispatcher(), reclassify("0301", None), &CaseError::Nothing);
    scene.refuses(&dispatcher(), reclassify("9999", None), &CaseError::UnknownCategory("9999".to_owned()));
}

#[test]
fn a_joint_action_keeps_who_came_and_who_did_not() {
    let scene = stage("in_handling").when_all([schedule_joint_action(&[])]);
    let scene = scene.when_all([sign_in(WATER), sign_in(STREET)]);
    let scene = scene.refuses(&dispatcher(), sign_in(WATER), &CaseError::SignedInAlready);
    let scene =
        scene.refuses(&dispatcher(), sign_in(GAS), &CaseError::NotInvited).when_all([hold_joint_action()]);
    let Some(CaseEvent::JointActionHeld(held)) = scene.history.last() else { panic!("not held") };
    assert_eq!(held.absent, [ROADS]);
    assert_eq!(scene.case.joint_actions[0].signed_in.len(), 2);
    scene.refuses(&dispatcher(), sign_in(ROADS), &CaseError::JointActionOver).refuses(
        &dispatcher(),
        hold_joint_action(),
        &CaseError::JointActionOver,
    );
}

#[test]
fn a_joint_action_names_units_that_were_sent_and_each_once() {
    stage("in_handling")
        .refuses(&dispatcher(), schedule_joint_action(&[WATER, GAS]), &CaseError::NotSent)
        .refuses(
            &dispatcher(),
            schedule_joint_action(&[WATER, WATER]),
            &CaseError::DepartmentTwice(WATER.to_owned()),
        )
        .when_all([schedule_joint_action(&[ROADS])]);
}

#[test]
fn anybody_may_remind_and_only_the_level_of_the_policy_goes_further_up_the_ladder() {
    for measure in SupervisionMeasure::ALL {
        let scene = stage("in_handling");
        let command = supervise(measure, None);
        let scene = if measure == SupervisionMeasure::Reminder {
            scene.when(&dispatcher(), command)
        } else {
            scene.refuses(&dispatcher(), command.clone(), &CaseError::WrongLevel).when(&supervisor(), command)
        };
        let issued = &scene.case.supervisions[0].issued;
        let written = matches!(measure, SupervisionMeasure::Written | SupervisionMeasure::Elevated);
        // Two working days after Monday the second of March: until Wednesday is over.
        let reply_due_at = written
            .then(|| Utc.with_ymd_and_hms(2026, 3, 4, 16, 0, 0).single().expect("a midnight in China"));
        assert_eq!((issued.department.as_str(), issued.reply_due_at), (WATER, reply_due_at), "{measure:?}");
    }
}

#[test]
fn a_supervision_that_names_nobody_moves_the_lead() {
    let scene =
        stage("dispatched").when_all([transfer(LEAD, GAS), supervise(SupervisionMeasure::RedCard, None)]);
    assert_eq!(scene.case.supervisions[0].issued.department, GAS);
    let before = stage("raised").when_all([supervise(SupervisionMeasure::Reminder, None)]);
    assert_eq!(before.case.supervisions[0].issued.department, "community-1");
}

#[test]
fn a_unit_that_has_nothing_to_do_with_the_case_is_not_supervised_over_it() {
    let order = supervise(SupervisionMeasure::Written, Some(GAS));
    stage("dispatched").refuses(&supervisor(), order, &CaseError::NotSent);
}

#[test]
fn a_supervision_is_answered_once_by_the_unit_and_lifted_by_those_who_may_issue_it() {
    let scene = stage("in_handling, supervised");
    let scene = scene.refuses(&officer(ROADS), answer_supervision(), &CaseError::SupervisionUnknown);
    let scene = scene.when_all([answer_supervision()]);
    scene
        .refuses(&officer(WATER), answer_supervision(), &CaseError::SupervisionOver)
        .refuses(&dispatcher(), lift_supervision(), &CaseError::WrongLevel)
        .when_all([lift_supervision()])
        .refuses(&supervisor(), lift_supervision(), &CaseError::SupervisionOver);
}

#[test]
fn a_unit_that_returned_a_dispatch_had_no_hand_in_the_handling_of_it() {
    let returned =
        stage("dispatched, return asked").when(&second_supervisor(), rule_return(LEAD, true, None));
    let colleague = Actor { id: Uuid::from_u128(0xc0), ..officer(WATER) };
    assert!(!returned.case.handled_by(&colleague) && !returned.case.handled_by(&officer(WATER)));
    assert!(returned.case.handled_by(&officer(GAS)));
}
