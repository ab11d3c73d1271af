//! Units and grids, and whether somebody answers for them.

use super::*;
use crate::organisation::Problem;

fn establish(code: &str, period: Period) -> OrganisationCommand {
    OrganisationCommand::EstablishUnit(compound(code), period)
}

#[test]
fn a_unit_is_there_from_its_day_on_and_until_its_end() {
    let mut growing = Growing::begun();
    let period = Period { from: Some(days(10)), to: Some(days(20)) };
    growing.tell(noon(), establish("s1-c1-e9", period)).unwrap();
    let there = |at| growing.0.at(at).unwrap().unit("s1-c1-e9").is_some();
    assert_eq!([days(9), days(10), days(19), days(20)].map(there), [false, true, true, false]);
    assert_eq!(growing.0.next_change(noon()), Some(days(10)));
    assert_eq!(growing.0.next_change(days(10)), Some(days(20)));
    assert_eq!(growing.0.next_change(days(20)), None);
}

#[test]
fn several_units_are_established_together_or_not_at_all() {
    let mut growing = Growing::begun();
    let under = |code: &str, parent: &str| Unit { parent: Some(parent.to_owned()), ..compound(code) };
    let together = |units| OrganisationCommand::EstablishUnits(units, Period::default());
    let events =
        growing.tell(noon(), together(vec![compound("x"), under("y", "x"), under("z", "y")])).unwrap();
    assert_eq!(events.len(), 3);
    let used = OrganisationRefusal::CodeUsed { what: "unit", code: "z".into() };
    assert_eq!(growing.tell(days(1), together(vec![compound("v"), under("z", "v")])), Err(used));
    assert!(growing.0.at(days(1)).unwrap().unit("v").is_none());
    let nowhere = growing.tell(days(1), together(vec![compound("v"), under("w", "nowhere")]));
    assert!(matches!(nowhere, Err(OrganisationRefusal::Unsound(_))), "{nowhere:?}");
}

#[test]
fn a_code_is_given_once_even_when_its_unit_is_gone() {
    let mut growing = Growing::begun();
    growing.tell(noon(), establish("s1-c1-e9", Period::default())).unwrap();
    growing.tell(days(1), OrganisationCommand::RetireUnit("s1-c1-e9".into(), None)).unwrap();
    let used = OrganisationRefusal::CodeUsed { what: "unit", code: "s1-c1-e9".into() };
    assert_eq!(growing.tell(days(2), establish("s1-c1-e9", Period::default())), Err(used));
}

#[test]
fn a_change_holds_from_its_day_on_and_keeps_what_it_does_not_name() {
    let mut growing = Growing::begun();
    let until = Period { from: None, to: Some(days(90)) };
    growing.tell(noon(), establish("s1-c1-e9", until)).unwrap();
    let change = UnitChange { name: Some("新苑花园".to_owned()), ..UnitChange::default() };
    growing.tell(days(1), OrganisationCommand::ChangeUnit("s1-c1-e9".into(), change, Some(days(5)))).unwrap();
    let name = |at| growing.0.unit("s1-c1-e9").unwrap().at(at).map(|unit| unit.name.clone());
    assert_eq!(name(days(4)).as_deref(), Some("新苑小区"));
    assert_eq!(name(days(5)).as_deref(), Some("新苑花园"));
    assert_eq!(name(days(90)), None, "the planned end stays");
    let earlier = UnitChange { name: Some("更早".to_owned()), ..UnitChange::default() };
    let command = OrganisationCommand::ChangeUnit("s1-c1-e9".into(), earlier, Some(days(3)));
    assert_eq!(growing.tell(days(2), command), Err(OrganisationRefusal::BeforeLastChange { last: days(5) }));
}

#[test]
fn a_change_that_changes_nothing_is_no_event() {
    let mut growing = Growing::begun();
    let change = UnitChange { name: Some(demo().units[0].name.clone()), ..UnitChange::default() };
    let command = OrganisationCommand::ChangeUnit("yunqi".into(), change, None);
    assert_eq!(growing.tell(days(1), command), Ok(Vec::new()));
}

#[test]
fn a_unit_from_which_something_hangs_is_not_retired() {
    let mut growing = Growing::begun();
    let mut refused = |code: &str| {
        let refusal = growing.tell(days(1), OrganisationCommand::RetireUnit(code.into(), None)).unwrap_err();
        let OrganisationRefusal::StillInUse { by, .. } = refusal else { panic!("{code}: {refusal}") };
        by
    };
    assert!(refused("s1-c1").starts_with("the unit"));
    assert!(refused("s1-c1-e1").contains("g01") || refused("s1-c1-e1").contains("unit"));
    assert!(refused("d-dispatch").starts_with("the post"));
}

#[test]
fn a_unit_is_not_retired_under_what_is_only_planned_for_it() {
    let mut growing = Growing::begun();
    growing.tell(noon(), establish("s1-c1-e9", Period::default())).unwrap();
    let later = Period { from: Some(days(30)), to: None };
    let drawn = Grid { unit: "s1-c1-e9".into(), ..grid("g90", 84.0) };
    growing.tell(noon(), OrganisationCommand::DrawGrid(drawn, later)).unwrap();
    let refusal =
        growing.tell(days(1), OrganisationCommand::RetireUnit("s1-c1-e9".into(), None)).unwrap_err();
    assert!(matches!(refusal, OrganisationRefusal::StillInUse { .. }), "{refusal}");
}

#[test]
fn units_do_not_hang_from_themselves_or_from_nothing() {
    let mut growing = Growing::begun();
    let under = |parent: &str| UnitChange { parent: Some(parent.to_owned()), ..UnitChange::default() };
    let circle = OrganisationCommand::ChangeUnit("s1".into(), under("s1-c1"), None);
    let refusal = growing.tell(days(1), circle).unwrap_err();
    let OrganisationRefusal::Unsound(problems) = refusal else { panic!("{refusal}") };
    assert!(problems.iter().any(|problem| matches!(problem, Problem::Cycle { .. })), "{problems:?}");
    let nowhere = OrganisationCommand::ChangeUnit("s1".into(), under("nowhere"), None);
    let refusal = growing.tell(days(1), nowhere).unwrap_err();
    let OrganisationRefusal::Unsound(problems) = refusal else { panic!("{refusal}") };
    assert!(problems.iter().any(|problem| matches!(problem, Problem::UnknownParent { .. })), "{problems:?}");
}

#[test]
fn leaf_grids_do_not_overlap_now_or_later() {
    let mut growing = Growing::begun();
    let later = Period { from: Some(days(30)), to: None };
    growing.tell(noon(), OrganisationCommand::DrawGrid(grid("g90", 84.0), later)).unwrap();
    let over = OrganisationCommand::DrawGrid(grid("g91", 84.005), Period::default());
    let overlap = Problem::GridsOverlap { first: "g90".into(), second: "g91".into() };
    assert_eq!(growing.tell(noon(), over), Err(OrganisationRefusal::Unsound(vec![overlap])));
    let until_then = Period { from: None, to: Some(days(30)) };
    let beside = OrganisationCommand::DrawGrid(grid("g91", 84.005), until_then);
    assert!(growing.tell(noon(), beside).is_ok());
}

#[test]
fn a_grid_that_somebody_looks_after_is_not_retired() {
    let mut growing = Growing::begun();
    let refusal = growing.tell(days(1), OrganisationCommand::RetireGrid("g01".into(), None)).unwrap_err();
    assert!(matches!(refusal, OrganisationRefusal::StillInUse { .. }), "{refusal}");
    growing.tell(days(1), OrganisationCommand::DrawGrid(grid("g90", 84.0), Period::default())).unwrap();
    assert!(growing.tell(days(2), OrganisationCommand::RetireGrid("g90".into(), None)).is_ok());
    let again = growing.tell(days(3), OrganisationCommand::RetireGrid("g90".into(), None)).unwrap_err();
    assert_eq!(again, OrganisationRefusal::NotInForce { what: "grid", code: "g90".into() });
}

#[test]
fn nothing_ends_before_it_begins_or_lies_where_nobody_means_it() {
    let mut growing = Growing::begun();
    let backwards = Period { from: Some(days(2)), to: Some(days(1)) };
    assert_eq!(
        growing.tell(noon(), establish("s1-c1-e9", backwards)),
        Err(OrganisationRefusal::PeriodBackwards)
    );
    let far = Period { from: Some(days(40_000)), to: None };
    assert_eq!(
        growing.tell(noon(), establish("s1-c1-e9", far)),
        Err(OrganisationRefusal::InstantOutOfRange(days(40_000)))
    );
}

#[test]
fn the_check_finds_grids_without_one_responsible_person_and_is_made_once() {
    let mut growing = Growing::begun();
    let sound = growing.0.responsibility_at(noon()).unwrap();
    assert!(sound.sound() && sound.leaf_grids == 20, "{sound:?}");
    growing.tell(days(1), OrganisationCommand::DrawGrid(grid("g90", 84.0), Period::default())).unwrap();
    let check = || OrganisationCommand::CheckResponsibility(days(2));
    let events = growing.tell(days(2), check()).unwrap();
    let [OrganisationEvent::ResponsibilityChecked(checked)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(checked.gaps, [GridGap { grid: "g90".into(), responsible: 0 }]);
    assert_eq!((checked.gaps_total, checked.leaf_grids, checked.at), (1, 21, days(2)));
    assert_eq!(growing.0.last_check(), Some(checked));
    assert_eq!(growing.tell(days(2), check()).unwrap(), [], "once is enough");
}

#[test]
fn the_check_finds_points_that_no_leaf_grid_covers() {
    let mut growing = Growing::begun();
    // A larger grid of which only the western half has a part.
    growing.tell(noon(), OrganisationCommand::DrawGrid(grid("g90", 84.0), Period::default())).unwrap();
    let half = Polygon::new(
        [(84.0, 39.0), (84.005, 39.0), (84.005, 39.01), (84.0, 39.01), (84.0, 39.0)]
            .map(|(lon, lat)| Coordinate::new(lon, lat).unwrap())
            .to_vec(),
    );
    let part = Grid { parent: Some("g90".into()), polygon: half.unwrap(), ..grid("g90a", 84.0) };
    growing.tell(noon(), OrganisationCommand::DrawGrid(part, Period::default())).unwrap();
    let checked = growing.0.responsibility_at(noon()).unwrap();
    assert!(!checked.uncovered.is_empty());
    assert!(checked.uncovered.iter().all(|point| point.lon() >= 84.005), "{:?}", checked.uncovered);
}

#[test]
fn the_check_finds_a_hole_in_the_map() {
    let mut growing = Growing::begun();
    let whole = demo();
    let middle = whole.grids.iter().find(|grid| {
        let [west, south, east, north] = grid.polygon.bounds();
        west > 83.001 && south > 39.001 && east < 83.049 && north < 39.031
    });
    let middle = middle.expect("a grid with neighbours all around").code.clone();
    let mut holed = demo();
    holed.grids.retain(|grid| grid.code != middle);
    holed.posts.retain(|post| post.grid.as_ref() != Some(&middle));
    growing.tell(days(1), import(&holed, |_| false)).unwrap();
    let lost = demo().grids.into_iter().find(|grid| grid.code == middle).unwrap();
    let checked = growing.0.responsibility_at(days(1)).unwrap();
    assert!(!checked.uncovered.is_empty());
    assert!(checked.uncovered.iter().all(|point| lost.polygon.contains(*point)), "{:?}", checked.uncovered);
}
