//! The same key: the same answer, and nothing twice.

use futures::future::join_all;
use serde_json::json;

use crate::support::{Operation, Stage, TestHouse, dispatch_body, operations, whistle};

#[tokio::test]
async fn a_command_that_is_sent_again_is_answered_as_before_and_does_nothing_more() {
    let house = TestHouse::open().await;
    for (at, command) in operations().into_iter().filter(Operation::is_command).enumerate() {
        let (case, who, key) =
            (house.scene(command.scene).await, command.somebody(&house), format!("key-{at}"));
        let body = (command.body)(&case);
        let first = command.call(&house, who, &case).key(&key).send().await;
        assert!(matches!(first.status, 200 | 201), "{first}");
        let events = house.events().await;
        house.clock.advance(chrono::Duration::minutes(7));
        let again = command.call(&house, who, &case).key(&key).send().await;
        assert_eq!((again.status, &again.text), (first.status, &first.text), "{}", command.path);
        for header in ["whistle-position", "etag"] {
            assert_eq!(again.header(header), first.header(header), "{}", command.path);
        }
        assert_eq!(again.headers.get("location"), first.headers.get("location"));
        // Even a word more makes it another request.
        let mut other = body;
        other["and"] = json!("more");
        let call = house.post(who, &command.address(&case), &other).key(&key);
        call.refused(422, "idempotency_key_reused").await;
        assert_eq!(house.events().await, events, "{} did something twice", command.path);
    }
}

#[tokio::test]
async fn the_first_answer_comes_again_even_after_the_case_has_moved_on() {
    let house = TestHouse::open().await;
    let community = &house.people.community;
    let mut case = house.raised().await;
    let first = house.post(community, &case.path("endorse"), &json!({})).key("early").expect(200).await;
    house.bring(&mut case, Stage::Endorsed, Stage::Closed).await;
    let again = house.post(community, &case.path("endorse"), &json!({})).key("early").expect(200).await;
    assert_eq!(first.text, again.text);
    // Not even an If-Match that has become stale changes that.
    let again = house
        .post(community, &case.path("endorse"), &json!({}))
        .key("early")
        .if_match("\"1\"")
        .expect(200)
        .await;
    assert_eq!(first.text, again.text);
}

#[tokio::test]
async fn the_first_answer_comes_again_even_after_a_unit_was_retired() {
    let house = TestHouse::open().await;
    let dispatcher = &house.people.dispatcher;
    let (case, later) = (house.case_at(Stage::Endorsed).await, house.case_at(Stage::Endorsed).await);
    let first =
        house.post(dispatcher, &case.path("dispatches"), &dispatch_body()).key("sent").expect(201).await;
    house.retire("d-housing");
    let again =
        house.post(dispatcher, &case.path("dispatches"), &dispatch_body()).key("sent").expect(201).await;
    assert_eq!(first.text, again.text);
    // The unit is really gone, for whatever is new.
    let refused =
        house.post(dispatcher, &later.path("dispatches"), &dispatch_body()).key("new").expect(422).await;
    assert_eq!(refused.json()["errors"][0]["pointer"], "/lead", "{refused}");
}

#[tokio::test]
async fn a_key_means_nothing_on_another_path_or_case() {
    let house = TestHouse::open().await;
    let community = &house.people.community;
    let (one, other) = (house.raised().await, house.raised().await);
    house.post(community, &one.path("endorse"), &json!({})).key("k").expect(200).await;
    house
        .post(community, &other.path("endorse"), &json!({}))
        .key("k")
        .refused(422, "idempotency_key_reused")
        .await;
    house
        .post(community, &one.path("handle-locally"), &json!({}))
        .key("k")
        .refused(422, "idempotency_key_reused")
        .await;
    house.post(community, "/api/v1/cases", &whistle()).key("k").refused(422, "idempotency_key_reused").await;
    assert_eq!(house.get(community, &other.path("")).expect(200).await.json()["status"], "raised");
}

#[tokio::test]
async fn the_same_key_of_another_account_is_another_key() {
    let house = TestHouse::open().await;
    let (resident, other) = (&house.people.resident, &house.people.other_resident);
    let mine = house.post(resident, "/api/v1/cases", &whistle()).key("same").expect(201).await;
    let theirs = house.post(other, "/api/v1/cases", &whistle()).key("same").expect(201).await;
    assert_ne!(mine.json()["id"], theirs.json()["id"]);
}

#[tokio::test]
async fn many_at_once_with_one_key_make_one_case_and_get_one_answer() {
    let house = TestHouse::open().await;
    let resident = &house.people.resident;
    let before = house.events().await;
    let sent = (0..8).map(|_| house.post(resident, "/api/v1/cases", &whistle()).key("at once").expect(201));
    let answers = join_all(sent).await;
    for answer in &answers {
        assert_eq!(answer.text, answers[0].text);
        assert_eq!(answer.position(), answers[0].position());
    }
    assert_eq!(house.events().await, before + 1);

    let case = house.raised().await;
    let sent = (0..8).map(|_| {
        house.post(&house.people.community, &case.path("endorse"), &json!({})).key("endorse").expect(200)
    });
    let answers = join_all(sent).await;
    assert!(answers.iter().all(|answer| answer.text == answers[0].text));
    assert_eq!(house.events().await, before + 3);
}

#[tokio::test]
async fn what_was_refused_leaves_the_key_free() {
    let house = TestHouse::open().await;
    let resident = &house.people.resident;
    let mut wrong = whistle();
    wrong["category"] = json!("9999");
    house.post(resident, "/api/v1/cases", &wrong).key("retry").refused(422, "invalid_fields").await;
    house.post(resident, "/api/v1/cases", &whistle()).key("retry").expect(201).await;
}

#[tokio::test]
async fn a_key_is_visible_ascii_of_a_bounded_length() {
    let house = TestHouse::open().await;
    let post = || house.post(&house.people.resident, "/api/v1/cases", &whistle());
    for key in ["", &"k".repeat(256), "键"] {
        post().key(key).refused(400, "bad_idempotency_key").await;
    }
    post().header("idempotency-key", b"\xff").refused(400, "bad_idempotency_key").await;
    post().key(&"k".repeat(255)).expect(201).await;
}
