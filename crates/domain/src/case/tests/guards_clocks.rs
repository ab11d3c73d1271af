//! Clocks that strike: reminders and cards, once for each end that a clock had.

use chrono::{DateTime, Duration, Utc};

use super::grid::stage;
use super::scene::*;
use crate::case::*;
use crate::policy::{Limit, WhistleKind};

/// What was struck: its name, its clock, the unit and the instant.
type Told = (&'static str, DeadlineKind, String, DateTime<Utc>);

fn told(event: &CaseEvent) -> Option<(Told, &ClockSignal)> {
    let (CaseEvent::ReminderSent(signal)
    | CaseEvent::YellowCardIssued(signal)
    | CaseEvent::RedCardIssued(signal)) = event
    else {
        return None;
    };
    Some(((event.name(), signal.clock, signal.unit.clone(), signal.struck_at), signal))
}

/// Everything that has struck so far.
fn struck(scene: &Scene) -> Vec<Told> {
    scene.history.iter().filter_map(|event| told(event).map(|(told, _)| told)).collect()
}

fn of_clock(scene: &Scene, clock: DeadlineKind) -> Vec<Told> {
    struck(scene).into_iter().filter(|(_, kind, _, _)| *kind == clock).collect()
}

/// The service looks at the clock until `until`, at every instant at which something happens.
fn kept_until(mut scene: Scene, until: DateTime<Utc>) -> Scene {
    while let Some(at) = scene.case.timer_at().filter(|at| *at <= until) {
        scene.now = at;
        scene = scene.when(&service(), keep_time(LEAD, &[]));
    }
    scene.now = until;
    scene
}

/// The service looks once, perhaps after having stood still.
fn looked(scene: Scene) -> Scene {
    scene.when(&service(), keep_time(LEAD, &[]))
}

/// An ordinary case with a lead alone: 40 minutes to sign, 6 hours to report, 9 hours to call, 9 days to the end.
fn sent() -> Scene {
    stage("filed").when_all([send(&[(LEAD, WATER, DispatchRole::Lead)])])
}

/// The same, accepted, and the resident called.
fn at_work() -> Scene {
    sent().when_all([sign(LEAD), report(LEAD), accept(LEAD), contact(LEAD)])
}

fn issued_at(scene: &Scene) -> DateTime<Utc> {
    scene.dispatch(LEAD).issued_at
}

fn due_at(scene: &Scene) -> DateTime<Utc> {
    scene.case.due_at().expect("an end")
}

/// Half of the time from `from` to the end.
fn half(scene: &Scene, from: DateTime<Utc>) -> DateTime<Utc> {
    from + (due_at(scene) - from) / 2
}

fn warn_at(scene: &Scene) -> DateTime<Utc> {
    scene.dispatch(LEAD).warn_at().expect("a warning")
}

fn water(name: &'static str, clock: DeadlineKind, at: DateTime<Utc>) -> Told {
    (name, clock, WATER.to_owned(), at)
}

fn territory(name: &'static str, at: DateTime<Utc>) -> Told {
    (name, DeadlineKind::CaseClose, "community-1".to_owned(), at)
}

const REMINDER: &str = "ReminderSent";
const YELLOW: &str = "YellowCardIssued";
const RED: &str = "RedCardIssued";

#[test]
fn a_dispatch_that_nobody_touches_hears_from_each_of_its_clocks_at_its_own_instant() {
    let scene = sent();
    let (from, end) = (issued_at(&scene), due_at(&scene));
    let (half, near) = (half(&scene, from), warn_at(&scene));
    assert!(half < near && near < end);
    let minutes = |minutes| from + Duration::minutes(minutes);
    let scene = kept_until(scene, end + Duration::days(30));
    let expected = [
        water(YELLOW, DeadlineKind::SignIn, minutes(32)),
        water(RED, DeadlineKind::SignIn, minutes(40)),
        water(YELLOW, DeadlineKind::Report, minutes(288)),
        water(RED, DeadlineKind::Report, minutes(360)),
        water(YELLOW, DeadlineKind::Contact, minutes(432)),
        water(RED, DeadlineKind::Contact, minutes(540)),
        water(REMINDER, DeadlineKind::Close, half),
        water(YELLOW, DeadlineKind::Close, near),
        water(RED, DeadlineKind::Close, end),
    ];
    assert_eq!(struck(&scene), expected);
    let dispatch = scene.dispatch(LEAD);
    assert_eq!((dispatch.yellow_cards, dispatch.red_cards), (4, 4));
    assert_eq!(scene.case.timer_at(), None, "everything was said");
}

#[test]
fn after_a_standstill_everything_that_was_passed_is_told_once_in_order_with_its_own_instant() {
    let scene = sent();
    let end = due_at(&scene);
    let prompt = struck(&kept_until(scene.clone(), end));
    let late = looked(scene.later(Duration::days(20)));
    assert_eq!(struck(&late), prompt);
    let late = late.nothing_happens(&service(), keep_time(LEAD, &[]));
    let (_, last) = late.history.iter().filter_map(told).next_back().expect("a card");
    assert_eq!((last.struck_at, last.due_at), (end, end));
    assert!(last.at > end + Duration::days(10), "it says when it was recorded");
}

#[test]
fn what_was_done_in_time_strikes_no_more() {
    let scene = at_work();
    let end = due_at(&scene);
    let scene = kept_until(scene, end - Duration::days(2));
    let half = half(&scene, issued_at(&scene));
    assert_eq!(struck(&scene), [water(REMINDER, DeadlineKind::Close, half)]);
    let done = kept_until(scene.when_all([feedback(LEAD)]), end + Duration::days(9));
    assert_eq!(of_clock(&done, DeadlineKind::Close).len(), 1);
    assert_eq!(done.dispatch(LEAD).red_cards, 0);
}

#[test]
fn when_the_lead_has_fed_back_the_rest_of_the_time_is_that_of_the_territory() {
    let scene = at_work();
    let (half, near, end) = (half(&scene, issued_at(&scene)), warn_at(&scene), due_at(&scene));
    let scene = kept_until(scene.when_all([feedback(LEAD)]), end + Duration::days(9));
    let expected = [territory(REMINDER, half), territory(YELLOW, near), territory(RED, end)];
    assert_eq!(struck(&scene), expected);
    assert_eq!(scene.case.red_card.as_ref().map(|card| card.dispatch), Some(None), "of no dispatch");
}

#[test]
fn what_the_lead_let_pass_is_not_held_against_the_territory() {
    let scene = at_work();
    let late = due_at(&scene) + Duration::days(1);
    let scene = kept_until(scene, late);
    assert_eq!(of_clock(&scene, DeadlineKind::Close).len(), 3);
    let scene = scene.when_all([feedback(LEAD), pass()]);
    let later = scene.now + Duration::days(40);
    assert_eq!(of_clock(&kept_until(scene, later), DeadlineKind::CaseClose), []);
}

#[test]
fn who_is_done_just_after_the_end_is_late_however_late_the_service_looks() {
    let mut scene = at_work();
    let end = due_at(&scene);
    scene = kept_until(scene, end - Duration::hours(1));
    scene.now = end + Duration::microseconds(1);
    let scene = looked(scene.when_all([feedback(LEAD)]));
    assert_eq!(of_clock(&scene, DeadlineKind::Close).last(), Some(&water(RED, DeadlineKind::Close, end)));
    assert_eq!(scene.dispatch(LEAD).red_cards, 1);
    let scene = scene.nothing_happens(&service(), keep_time(LEAD, &[]));
    let again = kept_until(scene.when_all([fail(&[])]), end + Duration::days(9));
    assert_eq!(again.dispatch(LEAD).red_cards, 1, "one card for one end");
}

#[test]
fn the_end_itself_is_still_in_time() {
    let mut scene = at_work();
    let end = due_at(&scene);
    scene = kept_until(scene, end - Duration::hours(1));
    scene.now = end;
    let scene = kept_until(scene.when_all([feedback(LEAD)]), end + Duration::hours(1));
    assert_eq!(scene.dispatch(LEAD).red_cards, 0);
}

#[test]
fn an_extension_is_announced_anew() {
    let scene = at_work();
    let first = due_at(&scene);
    let scene = kept_until(scene, first - Duration::hours(1));
    assert_eq!(of_clock(&scene, DeadlineKind::Close).len(), 2, "reminded and warned");
    let scene = scene.when_all([request_extension(LEAD, Limit::Days(4))]);
    let granted_at = scene.now;
    let scene = scene.when(&second_supervisor(), rule_extension(LEAD, true));
    let end = due_at(&scene);
    assert!(end > first + Duration::days(3));
    let scene = kept_until(scene, end + Duration::days(5));
    let anew = [
        water(REMINDER, DeadlineKind::Close, granted_at + (end - granted_at) / 2),
        water(YELLOW, DeadlineKind::Close, warn_at(&scene)),
        water(RED, DeadlineKind::Close, end),
    ];
    assert_eq!(of_clock(&scene, DeadlineKind::Close)[2..], anew);
}

#[test]
fn what_is_sent_back_after_its_end_gets_its_red_card_after_all() {
    let scene = at_work();
    let end = due_at(&scene);
    let scene = kept_until(scene.when_all([feedback(LEAD)]), end + Duration::hours(1));
    assert_eq!(scene.dispatch(LEAD).red_cards, 0);
    let scene = looked(scene.when_all([fail(&[])]));
    assert_eq!(scene.dispatch(LEAD).red_cards, 1);
    assert_eq!(struck(&scene).last(), Some(&water(RED, DeadlineKind::Close, end)));
}

#[test]
fn nothing_strikes_while_a_case_is_parked_and_the_rest_of_the_time_is_kept() {
    let month = start() + Duration::days(40);
    let scene = sent().when_all([request_suspension(month), rule_suspension(true)]);
    let scene = scene.later(Duration::days(12)).nothing_happens(&service(), keep_time(LEAD, &[]));
    // Signed while everything stood still, and long after the instant that it was due at first.
    let scene = scene.when_all([sign(LEAD), lift_suspension()]);
    let scene = looked(scene.later(Duration::days(30)));
    assert_eq!(of_clock(&scene, DeadlineKind::SignIn), [], "the time to sign was not over");
    let (from, end) = (scene.dispatch(LEAD).clocked_at, due_at(&scene));
    assert_eq!(
        of_clock(&scene, DeadlineKind::Close)[0],
        water(REMINDER, DeadlineKind::Close, from + (end - from) / 2)
    );
}

#[test]
fn a_dispatch_that_was_taken_back_hears_nothing_and_its_successor_everything() {
    let scene = at_work().when_all([transfer(LEAD, GAS)]);
    let end = due_at(&scene);
    let scene = kept_until(scene, end + Duration::days(1));
    assert!(struck(&scene).iter().all(|(_, _, unit, _)| unit == GAS), "{:?}", struck(&scene));
    assert_eq!(scene.dispatch(TAKEN_OVER).red_cards, 4);
    assert_eq!(scene.dispatch(LEAD).red_cards, 0);
}

#[test]
fn those_merely_notified_and_helpers_who_need_not_call_hear_of_nothing_that_they_do_not_owe() {
    let scene = kept_until(stage("dispatched"), start() + Duration::days(20));
    let of = |unit: &str| struck(&scene).into_iter().filter(|told| told.2 == unit).count();
    assert_eq!((of(WATER), of(ROADS), of(STREET)), (9, 7, 0));
}

#[test]
fn a_case_that_ended_and_one_without_departments_hear_nothing() {
    for name in ["closed", "withdrawn", "endorsed", "handled_locally"] {
        assert_eq!(stage(name).case.timer_at(), None, "{name}");
    }
}

#[test]
fn a_reopened_case_hears_of_its_new_end_alone() {
    let scene = kept_until(stage("closed"), start() + Duration::days(50)).when_all([reopen()]);
    let (from, end) = (scene.dispatch(LEAD).clocked_at, due_at(&scene));
    let scene = kept_until(scene, end);
    let expected = [
        water(YELLOW, DeadlineKind::Contact, from + Duration::minutes(432)),
        water(RED, DeadlineKind::Contact, from + Duration::minutes(540)),
        water(REMINDER, DeadlineKind::Close, from + (end - from) / 2),
        water(YELLOW, DeadlineKind::Close, warn_at(&scene)),
        water(RED, DeadlineKind::Close, end),
    ];
    assert_eq!(struck(&scene), expected);
}

#[test]
fn a_stage_and_a_report_on_progress_that_are_late_get_a_red_card_each() {
    let planned = CaseCommand::FileCase { category: Some("1001".to_owned()), kind: Some(WhistleKind::Key) };
    let scene = stage("endorsed").when_all([planned, send(&[(LEAD, WATER, DispatchRole::Lead)])]);
    let (soon, late) = (scene.now + Duration::days(10), scene.now + Duration::days(90));
    let scene = scene.when_all([agree_plan(&[soon, late])]);
    let progress_at = scene.case.plan.as_ref().and_then(|plan| plan.progress_due_at).expect("a report");
    let scene = kept_until(scene, soon + Duration::days(60));
    let red = |clock| of_clock(&scene, clock);
    assert_eq!(red(DeadlineKind::Milestone), [water(RED, DeadlineKind::Milestone, soon)]);
    assert_eq!(red(DeadlineKind::Progress), [water(RED, DeadlineKind::Progress, progress_at)]);
    assert_eq!(scene.case.timer_at(), Some(late));
}

#[test]
fn a_stage_that_is_reached_late_before_the_service_looks_was_late() {
    let scene = at_work();
    let soon = scene.now + Duration::days(2);
    let scene = scene.when_all([agree_plan(&[soon])]).later(Duration::days(3)).when_all([reach(1)]);
    let scene = looked(scene);
    assert_eq!(struck(&scene).first(), Some(&water(RED, DeadlineKind::Milestone, soon)));
}

#[test]
fn a_supervision_without_an_answer_gets_a_red_card_even_where_nobody_was_sent() {
    let unit = Some("community-1");
    let scene = stage("raised").when_all([supervise(SupervisionMeasure::Written, unit)]);
    let due = scene.case.supervisions[0].issued.reply_due_at.expect("a reply is due");
    let scene = kept_until(scene, due + Duration::days(9));
    assert_eq!(struck(&scene), [(RED, DeadlineKind::Supervision, "community-1".to_owned(), due)]);
    let answered = stage("in_handling, supervised").when_all([answer_supervision()]);
    let later = answered.now + Duration::days(5);
    assert_eq!(of_clock(&kept_until(answered, later), DeadlineKind::Supervision), []);
}

#[test]
fn a_shorter_limit_gives_no_second_card_and_no_card_for_what_was_done_in_time() {
    let scene = kept_until(at_work(), start() + Duration::days(5));
    let emergency = reclassify("0901", Some(WhistleKind::Emergency));
    let scene = looked(scene.when_all([emergency]));
    assert_eq!(of_clock(&scene, DeadlineKind::SignIn), [], "it was signed in time");
    let reds = struck(&scene).iter().filter(|told| told.0 == RED).count();
    assert_eq!(reds, 1, "{:?}", struck(&scene));
    let back = scene.when_all([reclassify("0301", Some(WhistleKind::Appeal))]);
    let again = back.when_all([reclassify("0901", Some(WhistleKind::Emergency))]);
    let later = again.now + Duration::days(9);
    let again = kept_until(again, later);
    assert_eq!(struck(&again).iter().filter(|told| told.0 == RED).count(), 1, "{:?}", struck(&again));
}

#[test]
fn an_open_case_with_a_red_card_stands_on_the_register_by_the_end_that_was_let_pass() {
    let scene = kept_until(sent(), start() + Duration::days(20));
    let end = due_at(&scene);
    let entries = scene.case.registers();
    let entry = entries.iter().find(|entry| entry.register == Register::RedCard).expect("an entry");
    assert_eq!((entry.since, entry.due_at, entry.unit.as_deref()), (end, Some(end), Some(WATER)));
    let closed = scene.when_all([request_forced_closing(), rule_forced_closing(true)]);
    assert!(closed.case.registers().iter().all(|entry| entry.register != Register::RedCard));
}

#[test]
fn what_a_case_remembers_of_its_clocks_does_not_grow_with_their_ends() {
    let mut scene = at_work();
    for _ in 0..4 {
        let (later, month) = (scene.now + Duration::days(20), scene.now + Duration::days(50));
        scene = kept_until(scene, later).when_all([request_suspension(month), rule_suspension(true)]);
        scene = scene.later(Duration::days(3)).when_all([lift_suspension()]);
        scene = kept_until(scene, later + Duration::days(9));
    }
    assert!(scene.dispatch(LEAD).struck.len() <= 4 && scene.case.struck.is_empty());
}

#[test]
fn a_case_with_many_units_strikes_in_portions_that_a_command_has_room_for() {
    let targets: Vec<_> =
        (0..ENTRIES_MAX).map(|at| (uuid::Uuid::from_u128(0xf000 + at as u128), at)).collect();
    let names: Vec<String> = targets.iter().map(|(_, at)| format!("unit-{at}")).collect();
    let role = |at| if at == 0 { DispatchRole::Lead } else { DispatchRole::CoHandler };
    let sent: Vec<_> = targets.iter().map(|(id, at)| (*id, names[*at].as_str(), role(*at))).collect();
    let mut scene = stage("filed").when_all([send(&sent)]).later(Duration::days(30));
    let mut portions = Vec::new();
    while scene.case.timer_at().is_some_and(|at| at <= scene.now) {
        let before = scene.history.len();
        scene = looked(scene);
        portions.push(scene.history.len() - before);
    }
    assert!(portions.iter().all(|events| *events <= 600), "{portions:?}");
    // Seven for each unit, and two more for the lead, who calls the resident.
    assert_eq!(struck(&scene).len(), 7 * ENTRIES_MAX + 2);
}

#[test]
fn a_full_history_has_no_timer_and_looking_at_it_is_no_error() {
    let mut scene = sent().later(Duration::days(30));
    scene.case.recorded.events = u32::try_from(EVENTS_MAX).expect("a small number");
    assert_eq!(scene.case.timer_at(), None);
    scene.nothing_happens(&service(), keep_time(LEAD, &[]));
}
