use rstest::rstest;

use super::*;

const DEMO: &str = include_str!("../../../../demo/district.toml");

fn demo() -> OrganisationFile {
    OrganisationFile::parse(DEMO).unwrap()
}

fn codes(units: &[&Unit]) -> Vec<String> {
    units.iter().map(|unit| unit.code.clone()).collect()
}

#[test]
fn the_demo_district_is_sound() {
    let organisation = Organisation::from_file(demo()).unwrap();
    assert_eq!(organisation.county_code(), "999001");
    assert_eq!(organisation.leaf_grids().count(), 20);
    assert_eq!(organisation.fallback_unit().code, "d-dispatch");
    assert_eq!(organisation.responsibility_gaps(), []);
}

#[test]
fn the_demo_grids_tile_their_rectangle_without_gaps() {
    let organisation = Organisation::from_file(demo()).unwrap();
    let covered: u128 =
        organisation.grids().iter().map(|g| g.polygon.doubled_area_square_nanodegrees()).sum();
    assert_eq!(covered, 2 * 50_000_000 * 32_000_000, "doubled area of 0.05 by 0.032 degrees");
    for x in 0..500 {
        for y in 0..320 {
            let (lon, lat) = (83.0 + f64::from(x) * 0.0001, 39.0 + f64::from(y) * 0.0001);
            organisation.locate(lon, lat).unwrap();
        }
    }
}

#[test]
fn every_corner_of_the_demo_map_lies_in_at_most_one_grid() {
    let organisation = Organisation::from_file(demo()).unwrap();
    for corner in organisation.grids().iter().flat_map(|grid| grid.polygon.ring()) {
        let holders = organisation.leaf_grids().filter(|grid| grid.polygon.contains(*corner)).count();
        let on_far_side = corner.lon() >= 83.05 || corner.lat() >= 39.032;
        assert_eq!(holders, usize::from(!on_far_side), "{corner:?}");
    }
}

#[test]
fn outside_the_district_there_is_no_grid() {
    let organisation = Organisation::from_file(demo()).unwrap();
    assert_eq!(organisation.locate(84.0, 39.0), Err(LocateError::Outside { lon: 84.0, lat: 39.0 }));
    assert!(matches!(organisation.locate(f64::NAN, 39.0), Err(LocateError::Position(_))));
}

#[test]
fn only_leaf_grids_are_located() {
    let mut file = demo();
    let mut whole = file.grids[0].clone();
    whole.code = "whole".to_owned();
    whole.unit = "yunqi".to_owned();
    for grid in &mut file.grids {
        grid.parent = Some(whole.code.clone());
    }
    file.grids.insert(0, whole);
    let organisation = Organisation::from_file(file).unwrap();
    assert_eq!(organisation.locate(83.0005, 39.0005).unwrap().code, "g01");
}

#[test]
fn the_path_runs_from_the_root_to_the_unit() {
    let organisation = Organisation::from_file(demo()).unwrap();
    assert_eq!(codes(&organisation.ancestors("s1-c2-e1")), ["yunqi", "s1", "s1-c2", "s1-c2-e1"]);
    assert_eq!(codes(&organisation.ancestors("nowhere")), [""; 0]);
    assert_eq!(codes(&organisation.children("s1-c2")), ["s1-c2-e1", "s1-c2-e2"]);
    assert!(organisation.within("s1-c2-e1", "s1") && organisation.within("s1", "s1"));
    assert!(!organisation.within("s1", "s1-c2-e1") && !organisation.within("s1-c2", "s2"));
    assert!(!organisation.within("nowhere", "yunqi") && !organisation.within("s1", "nowhere"));
}

#[test]
fn the_carrier_with_the_smallest_territory_answers() {
    let mut file = demo();
    file.units[1].duties.push("police-station".to_owned());
    let organisation = Organisation::from_file(file).unwrap();
    let carrier = |duty: &str, unit: &str| organisation.carrier(duty, unit).map(|unit| unit.code.clone());
    assert_eq!(carrier("police-station", "s2-c1-e1").as_deref(), Some("s2-police"));
    assert_eq!(carrier("police-station", "yunqi").as_deref(), Some("d-dispatch"));
    assert_eq!(carrier("street", "s2-c1-e1").as_deref(), Some("s2"));
    assert_eq!(carrier("property-service", "s2-c1-e2").as_deref(), Some("s2-c1-e2-pm"));
    assert_eq!(
        carrier("property-service", "s2-c1"),
        None,
        "never the property company of one of the compounds"
    );
    assert_eq!(carrier("nonsense", "s2-c1"), None);
}

#[test]
fn a_grid_belongs_to_its_unit_and_answers_to_its_community() {
    let organisation = Organisation::from_file(demo()).unwrap();
    assert_eq!(organisation.territorial_unit("g01").unwrap().code, "s1-c1-e1");
    assert_eq!(organisation.territorial_owner(organisation.grid("g01").unwrap()).code, "s1-c1");
    assert!(organisation.territorial_unit("g99").is_none());
}

#[rstest]
#[case::county_code(|f: &mut OrganisationFile| f.county_code = "99".into(), "county code `99` must be 6 digits")]
#[case::fallback(|f: &mut OrganisationFile| f.fallback_unit = "x".into(), "the fallback unit `x` does not exist")]
#[case::two_roots(|f: &mut OrganisationFile| f.units[1].parent = None, "2 units have no parent, exactly one must")]
#[case::twice(|f: &mut OrganisationFile| f.units[2].code = "d-dispatch".into(), "unit `d-dispatch` is there twice")]
#[case::charset(|f: &mut OrganisationFile| f.people[0].code = "甲".into(), "person `甲`: a code must be 1 to 40 letters, digits, `_` or `-`")]
#[case::name(|f: &mut OrganisationFile| f.grids[0].name = " ".into(), "grid `g01`: the name is empty, longer than 100 characters or holds control characters")]
#[case::parent(|f: &mut OrganisationFile| f.units[1].parent = Some("x".into()), "unit `d-dispatch`: unknown parent `x`")]
#[case::cycle(|f: &mut OrganisationFile| f.units[1].parent = Some("d-dispatch".into()), "unit `d-dispatch` is its own ancestor")]
#[case::grid_unit(|f: &mut OrganisationFile| f.grids[0].unit = "x".into(), "grid `g01`: unknown unit `x`")]
#[case::grid_of_department(|f: &mut OrganisationFile| f.grids[0].unit = "d-police".into(), "grid `g01`: unit `d-police` has no territory")]
#[case::overlap(|f: &mut OrganisationFile| f.grids[0].polygon = f.grids[1].polygon.clone(), "grids `g01` and `g02` overlap")]
#[case::duty_twice(|f: &mut OrganisationFile| f.units[1].duties.push("dispatch-centre".into()), "unit `d-dispatch`: duty `dispatch-centre` is named twice or not a sound code")]
#[case::contested(|f: &mut OrganisationFile| f.units[2].duties.push("dispatch-centre".into()), "duty `dispatch-centre` is carried by both `d-dispatch` and `d-inspection` for the same territory")]
#[case::post_person(|f: &mut OrganisationFile| f.posts[3].person = "x".into(), "post 3: unknown person `x`")]
#[case::post_grid(|f: &mut OrganisationFile| f.posts[3].grid = Some("x".into()), "post 3: unknown grid `x`")]
#[case::post_title(|f: &mut OrganisationFile| f.posts[0].title = String::new(), "post 0: the title is empty or too long")]
#[case::post_role(|f: &mut OrganisationFile| f.posts[0].role = crate::actor::Role::Resident, "post 0: the role is not one of staff")]
#[case::responsible_for_nothing(|f: &mut OrganisationFile| f.posts[0].responsible = true, "post 0: responsible, but for no grid")]
#[case::leader_person(|f: &mut OrganisationFile| f.leaders[0].person = "x".into(), "leader 0: unknown person `x`")]
#[case::leader_unit(|f: &mut OrganisationFile| f.leaders[1].unit = "x".into(), "leader 1: unknown unit `x`")]
#[case::leader_twice(|f: &mut OrganisationFile| f.leaders[1] = f.leaders[0].clone(), "leader 1 is there twice")]
fn an_unsound_organisation_says_what_is_wrong(
    #[case] spoil: fn(&mut OrganisationFile),
    #[case] message: &str,
) {
    let mut file = demo();
    spoil(&mut file);
    let Err(OrganisationError::Unsound(problems)) = Organisation::from_file(file) else {
        panic!("found sound")
    };
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(messages.iter().any(|said| said == message), "{messages:#?}");
}

#[test]
fn a_circle_that_a_unit_only_hangs_from_does_not_stop_the_check() {
    let mut file = demo();
    let at = |code: &str| file.units.iter().position(|unit| unit.code == code).unwrap();
    let (street, community) = (at("s1"), at("s1-c1"));
    file.units[street].parent = Some("s1-c1".to_owned());
    let problems = file.problems();
    let cycles: Vec<_> = problems.iter().filter(|p| matches!(p, Problem::Cycle { .. })).collect();
    assert_eq!(cycles.len(), 2, "{problems:?}");
    assert_eq!(file.units[community].parent.as_deref(), Some("s1"));
}

#[test]
fn an_unknown_field_is_refused_with_its_place() {
    let text = DEMO.replacen("fallback_unit", "surprise = 1\nfallback_unit", 1);
    let Err(OrganisationError::Unreadable(error)) = Organisation::parse(&text) else { panic!("was read") };
    assert!(error.to_string().contains("surprise"), "{error}");
}

#[test]
fn an_open_polygon_is_refused_with_its_place() {
    let text = DEMO.replacen("    [83.000000, 39.000000],\n", "", 1);
    let Err(OrganisationError::Unreadable(error)) = Organisation::parse(&text) else { panic!("was read") };
    assert!(error.to_string().contains("the ring is not closed"), "{error}");
}

#[test]
fn an_endless_file_is_not_read() {
    let text = " ".repeat(ORGANISATION_BYTES_MAX + 1);
    assert!(matches!(Organisation::parse(&text), Err(OrganisationError::TooLong(_))));
}

#[test]
fn a_grid_with_two_people_in_charge_is_a_gap() {
    let mut file = demo();
    let mut second = file.posts.last().unwrap().clone();
    second.person = "p001".to_owned();
    file.posts.push(second);
    let organisation = Organisation::from_file(file).unwrap();
    assert_eq!(
        organisation.responsibility_gaps(),
        [ResponsibilityGap { grid: "g20".to_owned(), responsible: 2 }]
    );
}

#[test]
fn a_bottomless_tree_is_refused() {
    let mut file = demo();
    let mut parent = "s1-c1-e1".to_owned();
    for level in 0..64 {
        let mut unit = file.units.last().unwrap().clone();
        (unit.code, unit.duties) = (format!("deep-{level}"), Vec::new());
        unit.parent = Some(std::mem::replace(&mut parent, unit.code.clone()));
        file.units.push(unit);
    }
    let problems = file.problems();
    assert_eq!(problems, [Problem::TooDeep { what: "unit", code: "deep-60".to_owned() }]);
}

#[test]
fn a_parent_that_is_not_there_is_named_once_for_each_child() {
    let mut file = demo();
    file.units[1].parent = Some("x".to_owned());
    file.units[2].parent = Some("x".to_owned());
    let unknown =
        |code: &str| Problem::UnknownParent { what: "unit", code: code.to_owned(), parent: "x".to_owned() };
    assert_eq!(file.problems(), [unknown("d-dispatch"), unknown("d-inspection")]);
}

#[test]
fn a_leader_looks_after_several_units() {
    let organisation = Organisation::from_file(demo()).unwrap();
    let leaders =
        |unit| organisation.leaders_of(unit).map(|leader| leader.person.clone()).collect::<Vec<_>>();
    assert_eq!((leaders("s1"), leaders("s1-c1")), (vec!["p077".to_owned()], vec!["p077".to_owned()]));
    assert_eq!(leaders("s1-c1-e1"), [""; 0]);
}
