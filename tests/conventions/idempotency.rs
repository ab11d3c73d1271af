//! The same key: the same answer, and nothing twice.

use futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{CaseInHand, Stage, TestHouse, Who, dispatch_body, reporter, whistle};

/// Every command: where a case must be for it, who gives it, its path and two bodies.
struct Row {
    stage: Stage,
    who: fn(&TestHouse) -> &Who,
    path: fn(&CaseInHand) -> String,
    body: Value,
    other_body: Value,
}

fn row(
    stage: Stage,
    who: fn(&TestHouse) -> &Who,
    path: fn(&CaseInHand) -> String,
    body: Value,
    other_body: Value,
) -> Row {
    Row { stage, who, path, body, other_body }
}

fn on_lead(case: &CaseInHand, name: &str) -> String {
    format!("/api/v1/dispatches/{}/{name}", case.lead)
}

fn commands() -> Vec<Row> {
    let community: fn(&TestHouse) -> &Who = |house| &house.people.community;
    let dispatcher: fn(&TestHouse) -> &Who = |house| &house.people.dispatcher;
    let housing: fn(&TestHouse) -> &Who = |house| &house.people.housing;
    let hotline: fn(&TestHouse) -> &Who = |house| &house.people.hotline;
    let resident: fn(&TestHouse) -> &Who = |house| &house.people.resident;
    let nobody: fn(&TestHouse) -> &Who = |house| &house.people.nobody;
    let told = json!({ "reason": "不属于本小区" });
    let named =
        json!({ "title": "灯", "category": "0102", "location": { "grid": "g01" }, "reporter": reporter() });
    let mut anonymous = whistle();
    anonymous["anonymous"] = json!(true);
    vec![
        row(Stage::Raised, resident, |_| "/api/v1/cases".to_owned(), whistle(), named.clone()),
        row(Stage::Raised, nobody, |_| "/api/v1/cases".to_owned(), named, anonymous),
        row(Stage::Raised, community, |case| case.path("endorse"), json!({}), json!({ "note": "属实" })),
        row(Stage::Raised, community, |case| case.path("decline"), told.clone(), json!({ "reason": "重复" })),
        row(
            Stage::Raised,
            community,
            |case| case.path("handle-locally"),
            json!({}),
            json!({ "result": "好了" }),
        ),
        row(
            Stage::Raised,
            community,
            |case| case.path("escalate"),
            json!({ "to": "street", "reason": "难" }),
            json!({ "to": "district", "reason": "难" }),
        ),
        row(Stage::Endorsed, dispatcher, |case| case.path("file"), json!({}), json!({ "kind": "law" })),
        row(
            Stage::Endorsed,
            dispatcher,
            |case| case.path("dispatches"),
            dispatch_body(),
            json!({ "lead": "d-police" }),
        ),
        row(Stage::Dispatched, housing, |case| on_lead(case, "sign"), json!({}), json!({ "x": 1 })),
        row(Stage::Signed, housing, |case| on_lead(case, "report"), json!({}), json!({ "place": "门口" })),
        row(Stage::Reported, housing, |case| on_lead(case, "accept"), json!({}), json!({ "x": 1 })),
        row(
            Stage::Accepted,
            housing,
            |case| on_lead(case, "measures"),
            json!({ "measure": "换灯泡" }),
            json!({ "measure": "换灯座" }),
        ),
        row(
            Stage::Accepted,
            housing,
            |case| on_lead(case, "feedback"),
            json!({}),
            json!({ "result": "好了" }),
        ),
        row(
            Stage::Verification,
            community,
            |case| case.path("verify"),
            json!({ "passed": true }),
            json!({ "passed": false }),
        ),
        row(
            Stage::Callback,
            hotline,
            |case| case.path("callback"),
            json!({ "reached": false }),
            json!({ "reached": false, "comment": "无人接听" }),
        ),
        row(Stage::Answered, dispatcher, |case| case.path("close"), json!({}), told),
        row(
            Stage::Closed,
            resident,
            |case| case.path("rate"),
            json!({ "solved": true, "satisfaction": 5 }),
            json!({ "solved": true, "satisfaction": 4 }),
        ),
    ]
}

#[tokio::test]
async fn a_command_that_is_sent_again_is_answered_as_before_and_does_nothing_more() {
    let house = TestHouse::open().await;
    for (at, row) in commands().into_iter().enumerate() {
        let (case, who) = (house.case_at(row.stage).await, (row.who)(&house));
        let (path, key) = ((row.path)(&case), format!("key-{at}"));
        let first = house.post(who, &path, &row.body).key(&key).send().await;
        assert!(matches!(first.status, 200 | 201), "{first}");
        let events = house.events().await;
        house.clock.advance(chrono::Duration::minutes(7));
        let again = house.post(who, &path, &row.body).key(&key).send().await;
        assert_eq!((again.status, &again.text), (first.status, &first.text), "{path}");
        for header in ["whistle-position", "etag"] {
            assert_eq!(again.header(header), first.header(header), "{path}");
        }
        assert_eq!(again.headers.get("location"), first.headers.get("location"));
        house.post(who, &path, &row.other_body).key(&key).refused(422, "idempotency_key_reused").await;
        assert_eq!(house.events().await, events, "{path} did something twice");
    }
}

#[tokio::test]
async fn a_rating_by_code_that_is_sent_again_is_answered_as_before() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Closed).await;
    let path = format!("/api/v1/public/cases/{}/rate", case.number);
    let rating = json!({ "code": case.code, "solved": true, "satisfaction": 5 });
    let first = house.post(&house.people.nobody, &path, &rating).key("mine").expect(200).await;
    let again = house.post(&house.people.nobody, &path, &rating).key("mine").expect(200).await;
    assert_eq!(first.text, again.text);
    let other = json!({ "code": case.code, "solved": true, "satisfaction": 1 });
    house.post(&house.people.nobody, &path, &other).key("mine").refused(422, "idempotency_key_reused").await;
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
