//! Which report raises again what was closed before.

use chrono::{DateTime, Duration, Utc};
use rstest::rstest;
use uuid::Uuid;

use super::scene::*;
use crate::case::*;
use crate::geography::{Crs, Place};
use crate::privacy::{ProtectedText, Sealed};

const EARLIER: Uuid = Uuid::from_u128(0xea);
/// As far north as one metre is.
const METRE_DEGREES: f64 = 1.0 / 111_195.08;

fn sealed(shown: &str) -> ProtectedText {
    let subject = Uuid::from_u128(0x51);
    let original = Sealed { subject, alg: "xchacha20poly1305".to_owned(), ciphertext: "ZG9vcg==".to_owned() };
    ProtectedText { shown: shown.to_owned(), original: Some(original) }
}

fn metres_north(metres: f64) -> Option<Place> {
    Place::given(113.1, metres.mul_add(METRE_DEGREES, 28.2), Crs::Cgcs2000).ok()
}

fn located(address: Option<ProtectedText>, place: Option<Place>) -> Location {
    Location { address, place, ..whistle().location }
}

/// A case there that was closed at this instant, and can be repeated.
fn closed(location: &Location, closed_at: DateTime<Utc>) -> Option<ClosedMatter> {
    let spot = location.spot()?;
    Some(ClosedMatter { case: EARLIER, category: "0301".to_owned(), spot, closed_at })
}

fn raised(location: &Location, earlier: impl IntoIterator<Item = ClosedMatter>) -> Scene {
    let earlier = earlier.into_iter().collect();
    let report = RaiseWhistle { location: location.clone(), earlier, ..whistle() };
    given().when_all([CaseCommand::RaiseWhistle(report)])
}

fn repeated(scene: &Scene) -> Option<Uuid> {
    scene.case.report.as_ref().expect("a report").repeats
}

#[rstest]
#[case::the_same_words(Some(text("永乐街12号")), Some(text("永乐街12号")), true)]
#[case::other_spaces_and_widths(Some(text(" 永乐街 １２ 号")), Some(text("永乐街12号 ")), true)]
#[case::the_house_beside_it(Some(text("永乐街12号")), Some(text("永乐街14号")), false)]
#[case::behind_a_door(Some(sealed("永乐街12号楼")), Some(sealed("永乐街12号楼")), false)]
#[case::one_behind_a_door(Some(text("永乐街12号楼")), Some(sealed("永乐街12号楼")), false)]
#[case::no_address(None, None, false)]
#[case::one_without(Some(text("永乐街12号")), None, false)]
fn an_address_in_clear_says_whether_it_is_the_same_place(
    #[case] before: Option<ProtectedText>,
    #[case] now: Option<ProtectedText>,
    #[case] same: bool,
) {
    let earlier = closed(&located(before, None), start());
    assert_eq!(repeated(&raised(&located(now, None), earlier)).is_some(), same);
}

#[rstest]
#[case::there(0.0, true)]
#[case::near(49.9, true)]
#[case::beyond(50.1, false)]
#[case::next_door(51.0, false)]
fn a_point_within_fifty_metres_is_the_same_place(#[case] metres: f64, #[case] same: bool) {
    let earlier = || closed(&located(None, metres_north(0.0)), start());
    let there = located(None, metres_north(metres));
    assert_eq!(repeated(&raised(&there, earlier())).is_some(), same);
    // Other words for the address, or sealed ones, do not move the point.
    let worded = Location { address: Some(sealed("永乐街12号楼")), ..there };
    assert_eq!(repeated(&raised(&worded, earlier())).is_some(), same);
}

#[test]
fn the_policy_says_how_near_and_how_long() {
    let rules = "repeat_metres_max = 60\nrepeat_within_days = 7";
    let asked = |metres, days| {
        let earlier = closed(&located(None, metres_north(0.0)), start() - Duration::days(days));
        let location = located(None, metres_north(metres));
        let report = RaiseWhistle { location, earlier: earlier.into_iter().collect(), ..whistle() };
        repeated(&given().with_rules(rules).when_all([CaseCommand::RaiseWhistle(report)]))
    };
    assert_eq!(asked(59.0, 6), Some(EARLIER));
    assert_eq!((asked(61.0, 6), asked(59.0, 7)), (None, None));
}

#[rstest]
#[case::at_the_same_instant(Duration::zero(), true)]
#[case::the_last_instant(Duration::days(90) - Duration::microseconds(1), true)]
#[case::ninety_days(Duration::days(90), false)]
#[case::closed_since(Duration::microseconds(-1), false)]
fn ninety_days_begin_with_the_closing_and_end_before_the_ninetieth(
    #[case] since: Duration,
    #[case] within: bool,
) {
    let there = located(Some(text("永乐街12号")), None);
    let earlier = closed(&there, start() - since);
    assert_eq!(repeated(&raised(&there, earlier)).is_some(), within);
}

#[test]
fn another_matter_and_another_grid_are_no_repeat() {
    let there = located(Some(text("永乐街12号")), metres_north(0.0));
    let matter = closed(&there, start()).expect("a place");
    let other_item = ClosedMatter { category: "0901".to_owned(), ..matter.clone() };
    let other_grid =
        ClosedMatter { spot: Spot { grid: "grid-2".to_owned(), ..matter.spot.clone() }, ..matter.clone() };
    assert_eq!(repeated(&raised(&there, [other_item, other_grid])), None);
    assert_eq!(repeated(&raised(&there, [matter])), Some(EARLIER));
}

#[test]
fn of_several_the_one_closed_last_is_repeated() {
    let there = located(Some(text("永乐街12号")), None);
    let matter = |case, days| {
        let matter = closed(&there, start() - Duration::days(days)).expect("a place");
        ClosedMatter { case: Uuid::from_u128(case), ..matter }
    };
    let earlier = [matter(1, 30), matter(2, 3), matter(3, 3), matter(4, 80), matter(5, 91)];
    assert_eq!(repeated(&raised(&there, earlier)), Some(Uuid::from_u128(3)));
}

#[test]
fn a_place_that_is_only_an_area_is_the_same_as_none() {
    assert_eq!(located(None, None).spot(), None);
    assert_eq!(located(Some(sealed("永乐街12号楼")), None).spot(), None);
    assert_eq!(located(Some(text("  ")), None).spot(), None);
    let without_grid =
        Location { grid: String::new(), ..located(Some(text("永乐街12号")), metres_north(0.0)) };
    assert_eq!(without_grid.spot(), None);
    let never_a_point = Place { lon: 500.0, lat: 28.2, original: None };
    assert_eq!(located(None, Some(never_a_point)).spot(), None);
}

/// A case at this address that was closed.
fn done() -> Scene {
    raised(&located(Some(text("永乐街12号")), None), None).when_all([
        endorse(),
        file(),
        send(&[(LEAD, WATER, DispatchRole::Lead)]),
        sign(LEAD),
        report(LEAD),
        accept(LEAD),
        feedback(LEAD),
        pass(),
        answer(true, 5),
        close(),
    ])
}

#[test]
fn only_a_closed_case_can_be_repeated_and_by_what_it_was_filed_as() {
    let scene = done();
    let matter = scene.case.closed_matter(EARLIER).expect("it was closed");
    assert_eq!(matter.closed_at, scene.case.closure.as_ref().expect("a closing").at);
    assert_eq!(matter.category, "0301");
    assert_eq!(scene.when_all([reopen()]).case.closed_matter(EARLIER), None);
    assert_eq!(raised(&located(Some(text("永乐街12号")), None), None).case.closed_matter(EARLIER), None);
    let unplaced = given().when_all([raise(), handle_locally(), answer(true, 4), close()]);
    assert_eq!(unplaced.case.closed_matter(EARLIER), None);
}

#[test]
fn records_of_other_systems_are_repeated_by_reports_and_repeat_nothing_themselves() {
    let location = located(Some(text("永乐街12号")), None);
    let closed_at = Some(start() - Duration::days(1));
    let known = ImportedRecord { category: "0301".to_owned(), location, closed_at, ..record() };
    let import = |record: ImportedRecord| given().when_all([CaseCommand::ImportCase(Box::new(record))]);
    let scene = import(known.clone());
    let matter = scene.case.closed_matter(EARLIER).expect("it was closed");
    assert_eq!(repeated(&raised(&known.location, [matter])), Some(EARLIER));
    let facts = scene.case.facts(EARLIER);
    assert!(!facts.is_empty() && facts.iter().all(|fact| fact.repeats.is_none()), "nobody looked");
    let unknown = import(ImportedRecord { category: record().category, ..known });
    assert_eq!(unknown.case.closed_matter(EARLIER), None, "nobody can report that");
}

#[test]
fn a_repeat_is_a_fact_of_the_case_whatever_becomes_of_it() {
    let there = located(Some(text("永乐街12号")), None);
    let again = || raised(&there, closed(&there, start()));
    let told = |scene: &Scene| -> Vec<Option<bool>> {
        scene.case.facts(EARLIER).iter().map(|fact| fact.repeats).collect()
    };
    let sent = again().when_all([endorse(), file(), send(&[(LEAD, WATER, DispatchRole::Lead)])]);
    assert_eq!(told(&sent), [Some(true), None], "the case, and its dispatch");
    assert_eq!(told(&again().when_all([decline()])), [Some(true)]);
    assert_eq!(told(&raised(&there, None).when_all([decline()])), [Some(false)]);
    // Whoever files it as something else does not make it a first report.
    let reclassified = again()
        .when_all([endorse(), CaseCommand::FileCase { category: Some("1001".to_owned()), kind: None }]);
    assert_eq!(repeated(&reclassified), Some(EARLIER));
}
