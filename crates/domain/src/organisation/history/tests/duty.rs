//! The roster, and who is called.

use super::*;

fn shift(last: u128, unit: &str, person: &str, leader: Option<&str>, (from, to): (i64, i64)) -> DutyShiftSet {
    DutyShiftSet {
        shift: id(last),
        unit: unit.into(),
        person: person.into(),
        leader: leader.map(Into::into),
        from: days(from),
        to: days(to),
    }
}

fn set(growing: &mut Growing, shift: DutyShiftSet) -> Result<(), OrganisationRefusal> {
    growing.tell(noon(), OrganisationCommand::SetDutyShift(shift)).map(drop)
}

/// Without the demo's own leaders, so that every step of a chain is one of the test's.
fn without_leaders() -> Growing {
    let mut growing = Growing::default();
    let file = OrganisationFile { leaders: Vec::new(), ..demo() };
    growing.tell(noon(), import(&file, |_| true)).unwrap();
    growing
}

fn chain(growing: &Growing, unit: &str, at: DateTime<Utc>) -> Vec<String> {
    let steps = growing.0.escalation_chain(unit, at);
    let told = |step: ChainStep| {
        format!("{} {} {}", step.unit, step.person.as_deref().unwrap_or("-"), step.why.code())
    };
    steps.into_iter().map(told).collect()
}

#[test]
fn the_way_up_goes_from_duty_to_leader_to_the_unit_above_and_ends_with_the_dispatch_centre() {
    let mut growing = without_leaders();
    set(&mut growing, shift(70, "s1-c1", "p020", Some("p021"), (0, 1))).unwrap();
    set(&mut growing, shift(71, "s1", "p022", None, (0, 1))).unwrap();
    set(&mut growing, shift(72, "d-dispatch", "p001", Some("p004"), (0, 1))).unwrap();
    let link = OrganisationCommand::LinkLeader(leader("p023", "s1-c1"), Period::default());
    growing.tell(noon(), link).unwrap();
    assert_eq!(
        chain(&growing, "s1-c1", noon()),
        [
            "s1-c1 p020 on_duty",
            "s1-c1 p021 leader_in_charge",
            "s1-c1 p023 linked_leader",
            "s1 p022 on_duty",
            "yunqi - on_duty",
            "d-dispatch p001 on_duty",
            "d-dispatch p004 leader_in_charge",
        ]
    );
}

#[test]
fn a_unit_without_a_roster_is_called_itself_and_nobody_is_called_twice() {
    let mut growing = without_leaders();
    set(&mut growing, shift(70, "s1-c1", "p020", Some("p020"), (0, 1))).unwrap();
    set(&mut growing, shift(71, "d-dispatch", "p020", None, (0, 1))).unwrap();
    assert_eq!(
        chain(&growing, "s1-c1", noon()),
        ["s1-c1 p020 on_duty", "s1 - on_duty", "yunqi - on_duty", "d-dispatch - on_duty"]
    );
    assert_eq!(chain(&growing, "d-dispatch", noon()), ["d-dispatch p020 on_duty"]);
    assert_eq!(chain(&growing, "nowhere", noon()), ["d-dispatch p020 on_duty"]);
}

#[test]
fn every_chain_of_the_demo_ends_with_the_fallback_unit() {
    let growing = Growing::begun();
    for unit in demo().units {
        let chain = growing.0.escalation_chain(&unit.code, noon());
        assert_eq!(chain.last().unwrap().unit, "d-dispatch", "{}", unit.code);
        assert_eq!(chain[0].unit, unit.code);
    }
}

#[test]
fn a_shift_ends_where_the_next_begins() {
    let mut growing = without_leaders();
    set(&mut growing, shift(70, "s1", "p020", None, (0, 1))).unwrap();
    set(&mut growing, shift(71, "s1", "p021", None, (1, 2))).unwrap();
    assert_eq!(chain(&growing, "s1", days(1))[0], "s1 p021 on_duty");
    assert_eq!(chain(&growing, "s1", days(2))[0], "s1 - on_duty");
}

#[test]
fn one_unit_has_one_shift_at_a_time() {
    let mut growing = Growing::begun();
    set(&mut growing, shift(70, "s1", "p020", None, (0, 2))).unwrap();
    let overlap = OrganisationRefusal::ShiftsOverlap { unit: "s1".into(), other: id(70) };
    assert_eq!(set(&mut growing, shift(71, "s1", "p021", None, (1, 3))), Err(overlap));
    assert_eq!(set(&mut growing, shift(71, "s2", "p021", None, (1, 3))), Ok(()));
    growing.tell(days(1), OrganisationCommand::CancelDutyShift(id(70))).unwrap();
    assert_eq!(set(&mut growing, shift(72, "s1", "p021", None, (1, 3))), Ok(()));
}

#[test]
fn a_cancelled_shift_to_come_does_not_take_place_and_one_under_way_ends() {
    let mut growing = without_leaders();
    set(&mut growing, shift(70, "s1", "p020", None, (0, 2))).unwrap();
    set(&mut growing, shift(71, "s1", "p021", None, (5, 6))).unwrap();
    for last in [70, 71] {
        growing.tell(days(1), OrganisationCommand::CancelDutyShift(id(last))).unwrap();
    }
    let on_duty = |at| chain(&growing, "s1", at)[0].clone();
    assert_eq!([noon(), days(1), days(5)].map(on_duty), ["s1 p020 on_duty", "s1 - on_duty", "s1 - on_duty"]);
    let again = growing.tell(days(1), OrganisationCommand::CancelDutyShift(id(71))).unwrap_err();
    assert_eq!(again, OrganisationRefusal::NotInForce { what: "shift", code: id(71).to_string() });
}

#[test]
fn a_shift_needs_people_who_are_there_and_an_end_in_sight() {
    let mut growing = Growing::begun();
    let unknown = |what, code: &str| OrganisationRefusal::UnknownReference { what, code: code.into() };
    let refused = |growing: &mut Growing, shift| set(growing, shift).unwrap_err();
    assert_eq!(refused(&mut growing, shift(70, "s1", "p999", None, (0, 1))), unknown("person", "p999"));
    assert_eq!(
        refused(&mut growing, shift(70, "s1", "p001", Some("p998"), (0, 1))),
        unknown("person", "p998")
    );
    assert_eq!(refused(&mut growing, shift(70, "s9", "p001", None, (0, 1))), unknown("unit", "s9"));
    let backwards = OrganisationRefusal::PeriodBackwards;
    assert_eq!(refused(&mut growing, shift(70, "s1", "p001", None, (1, 1))), backwards);
    let long = OrganisationRefusal::ShiftTooLong { days_max: SHIFT_DAYS_MAX };
    assert_eq!(refused(&mut growing, shift(70, "s1", "p001", None, (0, 32))), long);
}

#[test]
fn a_unit_with_a_shift_to_come_is_not_retired() {
    let mut growing = Growing::begun();
    growing
        .tell(noon(), OrganisationCommand::EstablishUnit(compound("s1-c1-e9"), Period::default()))
        .unwrap();
    set(&mut growing, shift(70, "s1-c1-e9", "p001", None, (3, 4))).unwrap();
    let retire = || OrganisationCommand::RetireUnit("s1-c1-e9".into(), None);
    assert!(matches!(growing.tell(days(1), retire()), Err(OrganisationRefusal::StillInUse { .. })));
    assert!(growing.tell(days(4), retire()).is_ok());
}
