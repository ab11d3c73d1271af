//! 台账销号: the list of one case.

use rstest::rstest;
use uuid::Uuid;

use super::grid::stage;
use super::scene::*;
use crate::actor::Actor;
use crate::case::*;

fn state(scene: &Scene) -> ItemState {
    scene.case.items[0].state
}

#[test]
fn an_item_is_struck_off_when_somebody_else_found_it_put_right() {
    let scene = stage("in_handling, item claimed").when_all([reinspect(ITEM, true)]);
    assert_eq!(scene.last_events(2), ["ItemReinspected", "ItemStruckOff"]);
    assert_eq!(state(&scene), ItemState::StruckOff);
    assert!(scene.case.items[0].struck_off_at.is_some());
}

#[test]
fn nobody_reinspects_what_their_unit_or_they_themselves_put_right() {
    let scene = stage("in_handling, item claimed");
    let colleague = Actor { id: Uuid::from_u128(0xc0), ..officer(WATER) };
    let elsewhere = Actor { unit: Some("community-1".to_owned()), ..officer(WATER) };
    for own in [officer(WATER), colleague, elsewhere, officer(ROADS)] {
        scene.clone().refuses(&own, reinspect(ITEM, true), &CaseError::OwnHandling);
    }
}

#[test]
fn a_unit_that_claimed_an_item_and_was_then_taken_back_does_not_reinspect_it() {
    let claimed = stage("dispatched").when_all([list_items(&[ITEM]), claim(ITEM), transfer(LEAD, GAS)]);
    let colleague = Actor { id: Uuid::from_u128(0xc0), ..officer(WATER) };
    claimed.refuses(&colleague, reinspect(ITEM, true), &CaseError::OwnHandling).refuses(
        &officer(WATER),
        reinspect(ITEM, true),
        &CaseError::OwnHandling,
    );
}

#[test]
fn an_item_that_fails_its_reinspection_is_open_again() {
    let scene = stage("in_handling, item claimed").when_all([reinspect(ITEM, false)]);
    assert_eq!((state(&scene), scene.case.items[0].failures), (ItemState::Open, 1));
    let scene = scene.when_all([claim(ITEM), reinspect(ITEM, true)]);
    assert_eq!(state(&scene), ItemState::StruckOff);
}

#[test]
fn a_struck_off_item_may_be_restored() {
    let scene = stage("verification, item struck off").when_all([restore(ITEM)]);
    assert_eq!((state(&scene), scene.case.items[0].struck_off_at), (ItemState::Open, None));
    scene.refuses(&grid_worker(), pass(), &CaseError::ItemsOpen(1));
}

#[test]
fn neither_a_claim_nor_a_reinspection_goes_without_something_that_shows_it() {
    let claimed = Collecting::ClaimRectified { item: ITEM, result: text("已更换"), evidence: Vec::new() };
    let open = stage("in_handling, item open");
    open.refuses(&officer(WATER), CaseCommand::Collect(claimed), &CaseError::EvidenceMissing);
    let (note, evidence) = (text("复查"), Vec::new());
    let looked = Collecting::Reinspect { item: ITEM, passed: true, note, evidence };
    let claimed = stage("in_handling, item claimed");
    claimed.refuses(&grid_worker(), CaseCommand::Collect(looked), &CaseError::EvidenceMissing);
}

#[test]
fn what_is_ordered_from_one_unit_is_not_claimed_by_another() {
    let scene = stage("in_handling, item open").when_all([order_rectification(ITEM, ROADS)]);
    scene
        .refuses(&officer(WATER), claim(ITEM), &CaseError::OrderedFromOther)
        .refuses(&officer(GAS), claim(ITEM), &CaseError::NotSent)
        .when(&officer(ROADS), claim(ITEM));
}

#[rstest]
#[case::never_sent(GAS)]
#[case::merely_notified(STREET)]
fn nothing_is_ordered_from_a_unit_that_has_not_to_act(#[case] unit: &str) {
    stage("in_handling, item open").refuses(
        &dispatcher(),
        order_rectification(ITEM, unit),
        &CaseError::NotSent,
    );
}

#[test]
fn an_order_ends_after_the_time_that_it_gives() {
    let scene = stage("in_handling, item open");
    let ordered_at = scene.now;
    let scene = scene.when_all([order_rectification(ITEM, WATER)]);
    let due_at = scene.case.items[0].order.as_ref().map(|order| order.due_at);
    assert_eq!(due_at, Some(ordered_at + chrono::Duration::days(7)));
}

#[test]
fn an_open_item_keeps_the_check_from_passing_and_the_neighbourhood_from_handling_it_alone() {
    let scene = stage("verification, item claimed");
    let scene = scene.refuses(&grid_worker(), pass(), &CaseError::ItemsOpen(1));
    scene.when_all([reinspect(ITEM, true), pass(), answer(true, 5), close()]).then(CaseStatus::Closed);
    let listed = stage("raised").when_all([list_items(&[ITEM])]);
    listed.refuses(&community(), handle_locally(), &CaseError::ItemsOpen(1));
}

#[test]
fn a_case_lists_only_so_many_items() {
    let ids: Vec<_> = (0..=500).map(|at| Uuid::from_u128(0x5000 + at)).collect();
    let full = CaseError::TooMany { max: ITEMS_MAX };
    stage("in_handling")
        .refuses(&community(), list_items(&ids), &full)
        .refuses(&community(), list_items(&[]), &CaseError::Nothing)
        .when_all([list_items(&ids[..ITEMS_MAX])])
        .refuses(&community(), list_items(&ids[ITEMS_MAX..]), &full);
}
