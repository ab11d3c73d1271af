//! `If-Match` and `ETag`.

use serde_json::json;

use crate::support::{Operation, Stage, TestHouse, operations};

#[tokio::test]
async fn a_command_meant_for_another_version_is_refused_and_the_right_one_is_done() {
    let house = TestHouse::open().await;
    let community = &house.people.community;
    let mut case = house.raised().await;
    let seen = house.get(community, &case.path("")).expect(200).await;
    assert_eq!(seen.header("etag"), "\"1\"");
    let endorse = || house.post(community, &case.path("endorse"), &json!({}));
    for stale in ["\"0\"", "\"2\"", "2", "W/\"7\"", "\"4294967295\""] {
        endorse().if_match(stale).refused(412, "stale").await;
    }
    for garbage in ["", "one", "\"-1\"", "\"4294967296\"", "\"1\", \"2\"", "\"1.5\""] {
        endorse().if_match(garbage).refused(400, "bad_if_match").await;
    }
    endorse().header("if-match", b"\xff\xfe").refused(400, "bad_if_match").await;
    let done = endorse().if_match(seen.header("etag")).expect(200).await;
    assert_eq!(done.header("etag"), "\"2\"");
    assert_eq!(done.json()["version"], 2);
    // Any version will do.
    let file = case.path("file");
    house.post(&house.people.dispatcher, &file, &json!({})).if_match("*").expect(200).await;
    case.version = 3;
    assert_eq!(house.get(community, &case.path("")).expect(200).await.header("etag"), "\"3\"");
}

#[tokio::test]
async fn answers_of_departments_take_the_version_of_their_case() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    let sign = format!("/api/v1/dispatches/{}/sign", case.lead);
    house.post(&house.people.housing, &sign, &json!({})).if_match("\"1\"").refused(412, "stale").await;
    let version = format!("\"{}\"", case.version);
    let signed = house.post(&house.people.housing, &sign, &json!({})).if_match(&version).expect(200).await;
    assert_eq!(signed.header("etag"), format!("\"{}\"", case.version + 1));
}

#[tokio::test]
async fn a_stale_command_is_stale_before_it_is_in_the_wrong_place() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    let endorse = house.post(&house.people.community, &case.path("endorse"), &json!({}));
    endorse.if_match("\"1\"").refused(412, "stale").await;
    let endorse = house.post(&house.people.community, &case.path("endorse"), &json!({}));
    endorse.if_match(&format!("\"{}\"", case.version)).refused(409, "wrong_status").await;
}

#[tokio::test]
async fn every_command_on_a_case_takes_the_version_that_its_giver_has_seen() {
    let house = TestHouse::open().await;
    let on_something = |command: &Operation| command.is_command() && command.path.contains("{id}");
    for command in operations().into_iter().filter(on_something) {
        let (case, who) = (house.scene(command.scene).await, command.somebody(&house));
        let events = house.events().await;
        for stale in [case.version - 1, case.version + 1] {
            let call = command.call(&house, who, &case).if_match(&format!("\"{stale}\""));
            call.refused(412, "stale").await;
        }
        // Not in this case, and not in another one that it names.
        assert_eq!(house.events().await, events, "{} left something behind", command.path);
        let call = command.call(&house, who, &case).if_match(&format!("\"{}\"", case.version));
        let done = call.send().await;
        assert!(matches!(done.status, 200 | 201), "{done}");
    }
}
