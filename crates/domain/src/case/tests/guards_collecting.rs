//! Many people: those who join, who speaks for them, their votes, and cases that become one.

use uuid::Uuid;

use super::grid::stage;
use super::scene::*;
use crate::case::*;

fn id(of: u128) -> Uuid {
    Uuid::from_u128(0x7000 + of)
}

/// Asked for their verdict: two of one household, one of another, one without.
fn callback_with_neighbours() -> Scene {
    let joined = [(1, Some("h1")), (2, Some("h1")), (3, Some("h2")), (4, None), (5, None)];
    let joined = joined.map(|(of, household)| join(neighbour(id(of), household)));
    stage("in_handling").when_all(joined).when_all([feedback(LEAD), feedback(CO_HANDLER), pass()])
}

#[test]
fn every_household_counts_once_and_whoever_names_none_for_themselves() {
    // The reporter, h1, h2, and two without.
    assert_eq!(callback_with_neighbours().case.households(), 5);
    assert_eq!(stage("raised").case.households(), 1);
}

#[test]
fn a_household_votes_once_whoever_of_it_votes() {
    let scene = callback_with_neighbours().when_all([vote(id(1), true)]);
    scene
        .refuses(&community(), vote(id(2), false), &CaseError::HouseholdVoted)
        .refuses(&community(), vote(id(1), false), &CaseError::HouseholdVoted)
        .when_all([vote(id(3), false), vote(id(4), true), vote(id(5), true)])
        .refuses(&community(), vote(id(4), true), &CaseError::HouseholdVoted)
        .refuses(&community(), vote(id(9), true), &CaseError::ComplainantUnknown);
}

#[test]
fn nobody_who_handled_it_records_a_vote() {
    callback_with_neighbours().refuses(&officer(WATER), vote(id(1), true), &CaseError::OwnHandling);
}

#[test]
fn a_new_round_asks_the_households_anew() {
    let scene = callback_with_neighbours().when_all([vote(id(1), false), answer(false, 1)]);
    assert_eq!(scene.case.votes.len(), 1);
    let scene = scene.when_all([settle(Exit::Redo)]);
    assert_eq!(scene.case.votes, []);
    scene.when_all([feedback(LEAD), pass(), vote(id(2), true)]);
}

#[test]
fn nobody_joins_twice_and_not_the_reporter() {
    let scene = stage("raised").when_all([join(neighbour(id(1), None))]);
    let again = Complainant { id: id(2), ..neighbour(id(1), None) };
    let reporter = Complainant { subject: whistle().subject, ..neighbour(id(3), None) };
    scene.refuses(&community(), join(again), &CaseError::JoinedAlready).refuses(
        &community(),
        join(reporter),
        &CaseError::JoinedAlready,
    );
}

#[test]
fn only_one_of_those_who_joined_speaks_for_them() {
    let scene = stage("raised").when_all([join(neighbour(id(1), None)), join(neighbour(id(2), None))]);
    let scene = scene.refuses(&community(), choose_representative(id(9)), &CaseError::ComplainantUnknown);
    let scene = scene.when_all([choose_representative(id(1)), choose_representative(id(2))]);
    assert_eq!(scene.case.representative, Some(id(2)));
    scene.nothing_happens(&community(), choose_representative(id(2)));
}

#[test]
fn a_merged_case_keeps_every_complainant_and_is_absorbed_once() {
    let came_along = vec![neighbour(id(1), Some("h1")), neighbour(id(2), None)];
    let scene = stage("in_handling").when_all([join(neighbour(id(3), None)), absorb(came_along.clone())]);
    let held: Vec<_> = scene.case.complainants.iter().map(|complainant| complainant.id).collect();
    assert_eq!(held, [id(3), id(1), id(2)]);
    assert_eq!(scene.case.absorbed, [OTHER_CASE]);
    scene.nothing_happens(&dispatcher(), absorb(came_along));
}

#[test]
fn a_case_that_was_merged_names_the_case_that_goes_on() {
    let scene = stage("merged").then(CaseStatus::Merged);
    let Some(Ending::Merged(merged)) = &scene.case.ending else { panic!("not merged") };
    assert_eq!(merged.into, OTHER_CASE);
}

#[test]
fn nobody_takes_a_matter_back_of_which_others_complain() {
    let scene = stage("endorsed").when_all([join(neighbour(id(1), None))]);
    scene.refuses(&crate::actor::Actor::anonymous_resident(), withdraw(), &CaseError::OthersComplain);
}

#[test]
fn who_joined_between_two_attempts_to_merge_is_taken_along() {
    let (first, second) = (neighbour(id(1), Some("h1")), neighbour(id(2), None));
    let scene = stage("in_handling").when_all([absorb(vec![first.clone()]), absorb(vec![first, second])]);
    let held: Vec<_> = scene.case.complainants.iter().map(|complainant| complainant.id).collect();
    assert_eq!((held, scene.case.absorbed), (vec![id(1), id(2)], vec![OTHER_CASE]));
}

#[test]
fn a_report_is_put_right_only_so_often_and_a_history_grows_only_so_long() {
    let mut scene = stage("raised");
    scene.case.recorded.amendments = 20;
    let full = CaseError::TooMany { max: AMENDMENTS_MAX };
    let mut scene = scene.refuses(&crate::actor::Actor::anonymous_resident(), amend(), &full);
    scene.case.recorded.events = 10_000;
    let full = CaseError::TooMany { max: EVENTS_MAX };
    scene.refuses(&community(), endorse(), &full).when_all([decline()]).then(CaseStatus::Declined);
}

#[test]
fn of_two_cases_that_took_each_other_in_the_older_goes_on() {
    let scene = stage("endorsed").when_all([absorb(Vec::new())]);
    let (older, younger) = (uuid::Uuid::from_u128(0xe7), uuid::Uuid::from_u128(0xe9));
    scene
        .refuses(&dispatcher(), merge_as(older), &CaseError::LinkedAlready)
        .when_all([merge_as(younger)])
        .then(CaseStatus::Merged);
}

#[test]
fn prolonging_a_suspension_takes_the_level_that_grants_it() {
    let parked = stage("suspended");
    let review = review_suspension(parked.now + chrono::Duration::days(30));
    parked.refuses(&dispatcher(), review, &CaseError::WrongLevel);
}

#[test]
fn a_case_holds_only_so_many_complainants() {
    let mut scene = stage("in_handling");
    scene.case.complainants = (0..1_000).map(|of| neighbour(id(of), None)).collect();
    let full = CaseError::TooMany { max: COMPLAINANTS_MAX };
    scene
        .refuses(&community(), join(neighbour(id(1_000), None)), &full)
        .refuses(&dispatcher(), absorb(vec![neighbour(id(1_000), None)]), &full)
        .when_all([absorb(Vec::new())]);
}

#[test]
fn two_cases_are_linked_once() {
    let scene = stage("closed").when_all([link()]);
    assert_eq!(scene.case.linked, [OTHER_CASE]);
    scene.refuses(&dispatcher(), link(), &CaseError::LinkedAlready);
}

#[test]
fn a_case_links_only_so_many_others() {
    let mut scene = stage("raised");
    scene.case.linked = (0..200).map(id).collect();
    scene.refuses(&dispatcher(), link(), &CaseError::TooMany { max: ENTRIES_MAX });
}

#[test]
fn an_amendment_puts_right_what_it_names_and_nothing_else() {
    let scene = stage("raised").when_all([amend()]);
    let report = scene.case.report.as_ref().expect("a report");
    assert_eq!((&report.title, &report.description), (&whistle().title, &text("水压也低")));
    let nothing =
        CaseCommand::Screen(Screening::Amend { title: None, description: None, photos: Vec::new() });
    scene.refuses(&community(), nothing, &CaseError::Nothing);
}

#[test]
fn a_case_that_ends_before_the_dispatch_remembers_how() {
    for (stage_name, command) in [
        ("raised", withdraw()),
        ("endorsed", not_accept()),
        ("filed", divert()),
        ("raised, emergency", merge()),
    ] {
        let scene = stage(stage_name).when_all([command]);
        assert!(scene.case.ending.is_some() && scene.case.status.final_word(), "{stage_name}");
    }
}
