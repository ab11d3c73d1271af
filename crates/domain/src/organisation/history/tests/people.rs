//! People, posts and leaders.

use super::*;
use crate::organisation::Problem;

fn register(growing: &mut Growing, code: &str) {
    let command = OrganisationCommand::RegisterPerson(code.into(), details(code), Period::default());
    growing.tell(noon(), command).unwrap();
}

#[test]
fn a_person_may_hold_several_posts() {
    let mut growing = Growing::begun();
    register(&mut growing, "p900");
    for (at, unit) in ["s1-c1", "s1-c2"].into_iter().enumerate() {
        let post = Post { unit: unit.into(), grid: None, responsible: false, ..grid_chief("p900", "g01") };
        let command = OrganisationCommand::GivePost(id(9000 + at as u128), post, Period::default());
        growing.tell(noon(), command).unwrap();
    }
    assert_eq!(growing.0.posts_at(noon()).filter(|(_, held)| held.post.person == "p900").count(), 2);
    let again = OrganisationCommand::GivePost(id(9000), grid_chief("p900", "g01"), Period::default());
    assert!(matches!(growing.tell(noon(), again), Err(OrganisationRefusal::CodeUsed { what: "post", .. })));
}

#[test]
fn a_post_needs_a_person_a_unit_and_a_grid_that_are_there() {
    let mut growing = Growing::begun();
    let command = OrganisationCommand::GivePost(id(9000), grid_chief("p900", "g99"), Period::default());
    let OrganisationRefusal::Unsound(problems) = growing.tell(noon(), command).unwrap_err() else { panic!() };
    let unknown = |problem: &Problem| matches!(problem, Problem::PostUnknown { .. });
    assert_eq!(problems.iter().filter(|problem| unknown(problem)).count(), 2, "{problems:?}");
}

#[test]
fn a_post_ends_once() {
    let mut growing = Growing::begun();
    let (post, _) = growing.0.posts_at(noon()).next().unwrap();
    growing.tell(days(1), OrganisationCommand::EndPost(post, None)).unwrap();
    assert!(growing.0.posts_at(days(1)).all(|(id, _)| id != post));
    assert!(growing.0.posts_at(noon()).any(|(id, _)| id == post));
    let again = growing.tell(days(2), OrganisationCommand::EndPost(post, None)).unwrap_err();
    assert_eq!(again, OrganisationRefusal::NotInForce { what: "post", code: post.to_string() });
    let unknown = growing.tell(days(2), OrganisationCommand::EndPost(id(1), None)).unwrap_err();
    assert!(matches!(unknown, OrganisationRefusal::Unknown { what: "post", .. }));
}

#[test]
fn whoever_leaves_leaves_their_posts_units_and_shifts() {
    let mut growing = Growing::begun();
    register(&mut growing, "p900");
    let post = Post { grid: None, responsible: false, ..grid_chief("p900", "g01") };
    growing.tell(noon(), OrganisationCommand::GivePost(id(9000), post, Period::default())).unwrap();
    growing
        .tell(noon(), OrganisationCommand::LinkLeader(leader("p900", "s1-c1"), Period::default()))
        .unwrap();
    let shift = DutyShiftSet {
        shift: id(77),
        unit: "d-housing".into(),
        person: "p001".into(),
        leader: Some("p900".into()),
        from: days(3),
        to: days(4),
    };
    growing.tell(noon(), OrganisationCommand::SetDutyShift(shift)).unwrap();
    let events = growing.tell(days(1), OrganisationCommand::PersonLeaves("p900".into(), None)).unwrap();
    assert_eq!(Growing::names(&events), ["PostEnded", "LeaderUnlinked", "DutyShiftCancelled", "PersonLeft"]);
    assert!(growing.0.people_at(days(1)).iter().all(|person| person.person != "p900"));
    assert!(growing.0.leaders_of("s1-c1", days(1)).iter().all(|person| *person != "p900"));
    let again = growing.tell(days(2), OrganisationCommand::PersonLeaves("p900".into(), None)).unwrap_err();
    assert_eq!(again, OrganisationRefusal::NotInForce { what: "person", code: "p900".into() });
}

#[test]
fn a_person_can_be_called_otherwise_but_their_code_stays_theirs() {
    let mut growing = Growing::begun();
    let command = OrganisationCommand::ChangePerson("p001".into(), details("other"), None);
    growing.tell(days(1), command).unwrap();
    let name = |at| growing.0.person("p001").unwrap().at(at).unwrap().name.ciphertext.clone();
    assert_eq!((name(noon()).as_str(), name(days(1)).as_str()), ("p001", "other"));
    let taken = OrganisationCommand::RegisterPerson("p001".into(), details("x"), Period::default());
    let used = OrganisationRefusal::CodeUsed { what: "person", code: "p001".into() };
    assert_eq!(growing.tell(days(2), taken), Err(used));
}

#[test]
fn a_leader_looks_after_a_unit_once_until_they_do_not() {
    let mut growing = Growing::begun();
    let link = || OrganisationCommand::LinkLeader(leader("p002", "s1-c2"), Period::default());
    let unlink = || OrganisationCommand::UnlinkLeader(leader("p002", "s1-c2"), None);
    growing.tell(noon(), link()).unwrap();
    assert!(matches!(growing.tell(days(1), link()), Err(OrganisationRefusal::AlreadyLinked { .. })));
    assert!(growing.0.leaders_of("s1-c2", days(1)).contains(&&"p002".to_owned()));
    growing.tell(days(2), unlink()).unwrap();
    assert!(!growing.0.leaders_of("s1-c2", days(2)).contains(&&"p002".to_owned()));
    assert!(matches!(growing.tell(days(3), unlink()), Err(OrganisationRefusal::NotInForce { .. })));
    growing.tell(days(4), link()).unwrap();
    assert!(growing.0.leaders_of("s1-c2", days(4)).contains(&&"p002".to_owned()));
    let stranger = OrganisationCommand::LinkLeader(leader("p999", "s1-c2"), Period::default());
    let unknown = OrganisationRefusal::UnknownReference { what: "person", code: "p999".into() };
    assert_eq!(growing.tell(days(5), stranger), Err(unknown));
}
