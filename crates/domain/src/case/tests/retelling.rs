//! What would have been is what it would have been: a history told anew under another policy or calendar comes to the
//! clocks that the same commands would have come to under it.

use chrono::{Duration, NaiveDate};
use rstest::rstest;
use uuid::Uuid;

use super::scene::*;
use crate::calendar::{DayKind, LocalDay, WorkCalendar};
use crate::case::*;
use crate::policy::{Limit, PolicySet};

const CASE: Uuid = Uuid::from_u128(0xca5e);
/// The policy as it is delivered, in which nobody knows the category of these cases.
const DELIVERED: &str = include_str!("../../../../../policy/default.toml");

/// A stretch of a case's life: what is done, and how long it rests before.
type Stretch = (i64, Vec<CaseCommand>);

fn lived(mut scene: Scene, life: &[Stretch]) -> Scene {
    for (hours, commands) in life {
        scene = scene.later(Duration::hours(*hours)).when_all(commands.clone());
    }
    scene
}

fn sent() -> Stretch {
    (0, vec![raise(), endorse(), file(), issue()])
}

fn worked_off() -> Stretch {
    let both = |step: fn(Uuid) -> CaseCommand| [step(LEAD), step(CO_HANDLER)];
    (3, [both(sign), both(report), both(accept), both(feedback)].concat())
}

fn lives() -> Vec<(&'static str, Vec<Stretch>)> {
    let review_at = start() + Duration::days(10);
    let dissatisfied = (1, vec![pass(), answer(false, 1)]);
    vec![
        ("sent", vec![sent()]),
        (
            "extended",
            vec![
                sent(),
                (2, vec![sign(LEAD), request_extension(LEAD, Limit::Days(1))]),
                (30, vec![rule_extension(LEAD, true)]),
            ],
        ),
        (
            "parked",
            vec![
                sent(),
                (5, vec![request_suspension(review_at), rule_suspension(true)]),
                (150, vec![lift_suspension()]),
            ],
        ),
        ("reclassified", vec![sent(), (4, vec![reclassify("0901", None)])]),
        (
            "handed over",
            vec![sent(), (1, vec![request_return(LEAD, Some(GAS)), rule_return(LEAD, true, Some(GAS))])],
        ),
        ("transferred", vec![sent(), (50, vec![transfer(LEAD, GAS)])]),
        ("joined later", vec![sent(), (20, vec![add_helper()])]),
        ("an orphan", vec![(0, vec![raise(), endorse()]), (1, vec![declare_orphan()])]),
        (
            "closed and reopened",
            vec![sent(), worked_off(), (1, vec![pass(), answer(true, 5), close()]), (40, vec![reopen()])],
        ),
        (
            "given more time after all",
            vec![sent(), worked_off(), dissatisfied.clone(), (2, vec![settle_by_extension(Limit::Days(2))])],
        ),
        (
            "given more time too late",
            vec![sent(), worked_off(), dissatisfied, (24 * 20, vec![settle_by_extension(Limit::Days(2))])],
        ),
    ]
}

/// Every end of a clock, and what is counted.
fn ends(case: &Case) -> impl PartialEq + std::fmt::Debug + use<> {
    let clocks = case.dispatches.iter().map(|dispatch| {
        let DispatchClocks { sign_due_at, report_due_at, contact_due_at, due_at, .. } = dispatch.clocks;
        (dispatch.id, sign_due_at, report_due_at, contact_due_at, due_at)
    });
    let stages = case.plan.iter().flat_map(|plan| plan.milestones.iter().map(|stage| stage.milestone.due_at));
    (clocks.collect::<Vec<_>>(), stages.collect::<Vec<_>>(), case.facts(CASE))
}

#[test]
fn under_another_policy_a_case_comes_to_the_ends_that_it_would_have_had() {
    for (name, life) in lives() {
        let lenient = lived(given(), &life);
        let strict = lived(given().under(&[2]), &life);
        let hypothesis = Hypothesis::of_policy(policy(2), WorkCalendar::embedded()).expect("one policy");
        let retold = Case::retold(&lenient.history, &hypothesis).expect("the category is known");
        assert_eq!(ends(&retold), ends(&strict.case), "{name}");
        assert_ne!(ends(&retold), ends(&lenient.case), "{name} tells nothing");
        assert_eq!(retold.status, lenient.case.status, "{name}: what people did, they did");
    }
}

#[test]
fn under_another_calendar_a_case_comes_to_the_ends_that_it_would_have_had() {
    let feast = |day| {
        let date = NaiveDate::from_ymd_opt(2026, 3, day).expect("a day");
        LocalDay { date, kind: DayKind::Off, reason: "台风停工".to_owned() }
    };
    // Limits of nine and of four days end on the 11th and on the 6th.
    let stormy = [6, 11, 12].map(feast).into_iter();
    let stormy = stormy.fold(WorkCalendar::clone(&WorkCalendar::embedded()), WorkCalendar::with_local_day);
    for (name, life) in lives() {
        let calm = lived(given(), &life);
        let blown = lived(Scene { calendar: stormy.clone().into(), ..given() }, &life);
        let hypothesis = Hypothesis::of_calendar(library(&[1]), stormy.clone().into());
        let retold = Case::retold(&calm.history, &hypothesis).expect("the category is known");
        assert_eq!(ends(&retold), ends(&blown.case), "{name}");
    }
}

#[test]
fn the_stages_of_the_policy_are_those_of_the_other_one() {
    let illegal = |scene: Scene| {
        let filed = CaseCommand::FileCase { category: Some("0101".to_owned()), kind: None };
        scene.when_all([raise(), endorse(), filed, issue()])
    };
    let (lenient, strict) = (illegal(given()), illegal(given().under(&[2])));
    let hypothesis = Hypothesis::of_policy(policy(2), WorkCalendar::embedded()).expect("one policy");
    let retold = Case::retold(&lenient.history, &hypothesis).expect("the category is known");
    assert_eq!(ends(&retold), ends(&strict.case));
    assert_ne!(ends(&retold), ends(&lenient.case));
}

#[rstest]
#[case::sent(vec![raise(), endorse(), file(), issue()], false)]
#[case::never_filed(vec![raise(), endorse()], true)]
fn a_case_of_a_category_that_the_other_policy_does_not_know_is_not_judged(
    #[case] commands: Vec<CaseCommand>,
    #[case] told: bool,
) {
    let scene = given().when_all(commands);
    let text = DELIVERED.replace("\"0301\"", "\"0398\"");
    let other = PolicySet::parse(&text).expect("only a code has changed");
    assert!(other.category("0301").is_none());
    let hypothesis = Hypothesis::of_policy(other, WorkCalendar::embedded()).expect("one policy");
    assert_eq!(Case::retold(&scene.history, &hypothesis).is_some(), told);
}
