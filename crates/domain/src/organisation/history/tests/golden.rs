//! Every event as the log has kept it since its first version. A golden file is never changed: whatever is in the log
//! must stay readable for ever, and mean the same.

use super::*;

/// The sample of each variant with its file. A variant without one does not compile.
macro_rules! golden {
    ($($variant:ident, $of:ident, $file:literal: { $($field:ident: $value:expr,)* })*) => {
        fn samples() -> Vec<(OrganisationEvent, &'static str)> {
            vec![$((
                OrganisationEvent::$variant($of { $($field: $value,)* }),
                include_str!(concat!("../../../../golden/organisation/", $file, ".v1.json")),
            ),)*]
        }

        #[expect(dead_code, reason = "it only has to compile: every variant must have a sample")]
        fn every_variant_has_a_sample(event: &OrganisationEvent) {
            match event { $(OrganisationEvent::$variant(_) => (),)* }
        }
    };
}

golden! {
    DistrictNamed, DistrictNamed, "district_named": {
        name: "云栖示例区".into(),
        county_code: "999001".into(),
        fallback_unit: "d-dispatch".into(),
        valid_from: noon(),
    }
    UnitEstablished, UnitFact, "unit_established": {
        unit: "s1-c1-e9".into(),
        name: "新苑小区".into(),
        kind: UnitKind::Compound,
        parent: Some("s1-c1".into()),
        duties: vec!["property-service".into()],
        round_the_clock: false,
        valid_from: noon(),
        valid_to: Some(days(90)),
    }
    UnitChanged, UnitFact, "unit_changed": {
        unit: "yunqi".into(),
        name: "云栖区".into(),
        kind: UnitKind::District,
        parent: None,
        duties: Vec::new(),
        round_the_clock: false,
        valid_from: noon(),
        valid_to: None,
    }
    UnitRetired, UnitRetired, "unit_retired": { unit: "s1-c1-e9".into(), valid_to: noon(), }
    GridDrawn, GridFact, "grid_drawn": {
        grid: "g21".into(),
        name: "新苑网格".into(),
        unit: "s1-c1-e9".into(),
        parent: Some("g20".into()),
        polygon: square(84.0),
        valid_from: noon(),
        valid_to: Some(days(90)),
    }
    GridChanged, GridFact, "grid_changed": {
        grid: "g21".into(),
        name: "新苑网格".into(),
        unit: "s1-c1-e9".into(),
        parent: None,
        polygon: square(84.25),
        valid_from: noon(),
        valid_to: None,
    }
    GridRetired, GridRetired, "grid_retired": { grid: "g21".into(), valid_to: noon(), }
    PersonRegistered, PersonFact, "person_registered": {
        person: "p901".into(),
        subject: id(1),
        name: sealed("bmFtZQ=="),
        phone: Some(sealed("cGhvbmU=")),
        valid_from: noon(),
        valid_to: Some(days(90)),
    }
    PersonChanged, PersonFact, "person_changed": {
        person: "p901".into(),
        subject: id(1),
        name: sealed("b3RoZXI="),
        phone: None,
        valid_from: noon(),
        valid_to: None,
    }
    PersonLeft, PersonLeft, "person_left": { person: "p901".into(), valid_to: noon(), }
    PostGiven, PostGiven, "post_given": {
        post: id(2),
        person: "p901".into(),
        unit: "s1-c1".into(),
        role: Role::GridWorker,
        title: "网格长".into(),
        grid: Some("g21".into()),
        responsible: true,
        valid_from: noon(),
        valid_to: Some(days(90)),
    }
    PostEnded, PostEnded, "post_ended": { post: id(2), valid_to: noon(), }
    LeaderLinked, LeaderLinked, "leader_linked": {
        person: "p901".into(),
        unit: "s1-c1".into(),
        valid_from: noon(),
        valid_to: Some(days(90)),
    }
    LeaderUnlinked, LeaderUnlinked, "leader_unlinked": {
        person: "p901".into(),
        unit: "s1-c1".into(),
        valid_to: noon(),
    }
    DutyShiftSet, DutyShiftSet, "duty_shift_set": {
        shift: id(3),
        unit: "d-dispatch".into(),
        person: "p901".into(),
        leader: Some("p902".into()),
        from: noon(),
        to: days(1),
    }
    DutyShiftCancelled, DutyShiftCancelled, "duty_shift_cancelled": { shift: id(3), at: noon(), }
    ResponsibilityChecked, ResponsibilityChecked, "responsibility_checked": {
        at: noon(),
        leaf_grids: 21,
        gaps: vec![GridGap { grid: "g21".into(), responsible: 2 }],
        gaps_total: 1,
        overlapping: vec![["g01".into(), "g02".into()]],
        uncovered: vec![Coordinate::new(83.025, 39.0125).unwrap()],
    }
}

#[test]
fn every_event_is_read_and_written_as_in_its_golden_file() {
    for (event, golden) in samples() {
        let written = serde_json::to_string_pretty(&event).unwrap() + "\n";
        assert_eq!(written, golden, "{} is written differently now", event.name());
        let read: OrganisationEvent = serde_json::from_str(golden).unwrap();
        assert_eq!(read, event, "{} means something else now", event.name());
    }
}

#[test]
fn the_type_of_an_event_is_the_key_under_which_it_is_written() {
    for (event, golden) in samples() {
        let golden: serde_json::Map<String, serde_json::Value> = serde_json::from_str(golden).unwrap();
        assert_eq!(golden.keys().collect::<Vec<_>>(), [event.name()]);
    }
}

#[test]
fn what_may_be_missing_may_be_missing() {
    let leanest = [
        r#"{"UnitEstablished":{"unit":"u","name":"n","kind":"street","valid_from":"2026-03-02T01:00:00Z"}}"#,
        r#"{"LeaderLinked":{"person":"p","unit":"u","valid_from":"2026-03-02T01:00:00Z"}}"#,
        r#"{"ResponsibilityChecked":{"at":"2026-03-02T01:00:00Z","leaf_grids":0,"gaps_total":0}}"#,
    ];
    for text in leanest {
        let event: OrganisationEvent = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), text);
    }
}

#[test]
fn a_field_that_a_later_version_added_does_not_stop_this_one() {
    let text = r#"{"UnitRetired":{"unit":"u","later":"more","valid_to":"2026-03-02T01:00:00Z"}}"#;
    assert!(serde_json::from_str::<OrganisationEvent>(text).is_ok());
}
