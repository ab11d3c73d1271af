//! Imports, and what there is before and after them.

use super::*;
use crate::organisation::Problem;

#[test]
fn before_the_first_import_nothing_else_can_be_done() {
    let mut growing = Growing::default();
    let command = OrganisationCommand::EstablishUnit(compound("s1-c1-e9"), Period::default());
    assert_eq!(growing.tell(noon(), command), Err(OrganisationRefusal::Absent));
    assert!(matches!(growing.0.at(noon()), Err(ViewError::Absent)));
    assert_eq!(growing.0.escalation_chain("s1", noon()), []);
}

#[test]
fn an_import_makes_the_organisation_what_the_file_says() {
    let growing = Growing::begun();
    let organisation = growing.0.at(noon()).unwrap();
    let (now, file) = (organisation.file(), demo());
    assert_eq!((&now.units, &now.grids, &now.posts), (&file.units, &file.grids, &file.posts));
    assert_eq!(now.leaders, file.leaders);
    assert!(now.people.iter().all(|person| person.name == person.code), "names are not in the view");
    assert!(matches!(growing.0.at(days(-1)), Err(ViewError::Absent)));
}

#[test]
fn the_same_file_again_is_no_event() {
    let mut growing = Growing::begun();
    assert_eq!(growing.tell(days(1), import(&demo(), |_| false)).unwrap(), []);
}

#[test]
fn what_a_file_leaves_out_is_retired_and_can_return_as_what_it_was() {
    let mut growing = Growing::begun();
    let mut smaller = demo();
    let gone: Vec<String> =
        smaller.posts.iter().filter(|post| post.unit == "u-heat").map(|post| post.person.clone()).collect();
    smaller.units.retain(|unit| unit.code != "u-heat");
    smaller.posts.retain(|post| post.unit != "u-heat");
    smaller.people.retain(|person| !gone.contains(&person.code));
    smaller.leaders.retain(|link| link.unit != "u-heat" && !gone.contains(&link.person));
    let events = growing.tell(days(1), import(&smaller, |_| false)).unwrap();
    for name in ["UnitRetired", "PersonLeft", "PostEnded"] {
        assert!(Growing::names(&events).contains(&name), "{events:?}");
    }
    assert!(growing.0.at(days(1)).unwrap().unit("u-heat").is_none());
    assert!(growing.0.at(noon()).unwrap().unit("u-heat").is_some(), "it was there before");

    let events = growing.tell(days(2), import(&demo(), |code| gone.iter().any(|g| g == code))).unwrap();
    assert!(Growing::names(&events).contains(&"UnitChanged"), "{events:?}");
    assert!(!Growing::names(&events).contains(&"UnitEstablished"));
    assert!(growing.0.at(days(2)).unwrap().unit("u-heat").is_some());
    assert!(growing.0.at(days(1)).unwrap().unit("u-heat").is_none(), "it was away in between");
}

#[test]
fn an_import_ends_what_was_planned_for_those_who_go() {
    let mut growing = Growing::begun();
    let register = OrganisationCommand::RegisterPerson("p900".into(), details("p900"), Period::default());
    growing.tell(noon(), register).unwrap();
    let soon = Period { from: Some(days(5)), to: None };
    let post = Post { responsible: false, ..grid_chief("p900", "g01") };
    growing.tell(noon(), OrganisationCommand::GivePost(id(9000), post, soon)).unwrap();
    let shift = DutyShiftSet {
        shift: id(77),
        unit: "d-housing".into(),
        person: "p900".into(),
        leader: None,
        from: days(3),
        to: days(4),
    };
    growing.tell(noon(), OrganisationCommand::SetDutyShift(shift)).unwrap();
    let events = growing.tell(days(1), import(&demo(), |_| false)).unwrap();
    assert_eq!(Growing::names(&events), ["PersonLeft", "PostEnded", "DutyShiftCancelled"]);
    assert_eq!(growing.0.posts_at(days(6)).filter(|(_, held)| held.post.person == "p900").count(), 0);
    assert_eq!(growing.0.shifts_from(noon()), [&growing.0.shifts[&id(77)]; 0]);
}

#[test]
fn an_unsound_file_is_refused_as_a_whole() {
    let mut growing = Growing::begun();
    let mut broken = demo();
    broken.fallback_unit = "nobody".to_owned();
    let refusal = growing.tell(days(1), import(&broken, |_| false)).unwrap_err();
    assert_eq!(refusal, OrganisationRefusal::Unsound(vec![Problem::UnknownFallback("nobody".into())]));
}

#[test]
fn somebody_without_a_name_cannot_be_imported() {
    let mut growing = Growing::default();
    let refusal = growing.tell(noon(), import(&demo(), |code| code != "p001")).unwrap_err();
    assert_eq!(refusal, OrganisationRefusal::UnknownReference { what: "person", code: "p001".into() });
}

#[test]
fn a_database_without_a_history_begins_one_with_what_it_had_retired() {
    let mut growing = Growing::default();
    let OrganisationCommand::Import(mut adopted) = import(&demo(), |_| true) else { unreachable!() };
    // The retired grid covers what another one covers now: those days may contradict themselves.
    let old = Grid { code: "g00".into(), ..demo().grids[0].clone() };
    let units = vec![(compound("s1-c1-e0"), days(-3))];
    adopted.before = Some(Before { since: days(-30), units, grids: vec![(old, days(-2))] });
    growing.tell(noon(), OrganisationCommand::Import(adopted.clone())).unwrap();
    let codes = |at| growing.0.units_at(at).iter().map(|unit| unit.code.clone()).collect::<Vec<_>>();
    assert!(codes(days(-10)).contains(&"s1-c1-e0".to_owned()));
    assert!(!codes(noon()).contains(&"s1-c1-e0".to_owned()));
    assert!(growing.0.at(noon()).is_ok());
    assert!(matches!(growing.0.at(days(-10)), Err(ViewError::Unsound(_))));

    let again = growing.tell(days(1), OrganisationCommand::Import(adopted)).unwrap_err();
    assert_eq!(again, OrganisationRefusal::Begun);
    let used = OrganisationCommand::EstablishUnit(compound("s1-c1-e0"), Period::default());
    let refusal = growing.tell(days(1), used).unwrap_err();
    assert_eq!(refusal, OrganisationRefusal::CodeUsed { what: "unit", code: "s1-c1-e0".into() });
}
