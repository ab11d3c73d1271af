//! What the hashes of a history were computed over, given to whoever audits it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use whistle_store::log::RecordedLeaf;

use crate::support::{CaseInHand, Stage, TestHouse, reporter};

/// Everything personal in [`whistle_in_confidence`].
const SECRETS: [&str; 5] = ["秦晓薇", "13912345678", "3单元", "1502室", "冯建国"];

fn whistle_in_confidence() -> Value {
    json!({
        "title": "楼道灯不亮,联系电话13912345678",
        "description": "我叫秦晓薇,住松影一苑5号楼3单元1502室,电话13912345678,灯坏了三天",
        "category": "0102",
        "location": { "grid": "g01", "address": "松影一苑5号楼3单元1502室", "lon": 83.005, "lat": 39.004 },
        "reporter": reporter(),
        "confidential": true,
    })
}

async fn items(house: &TestHouse, path: &str) -> Vec<Value> {
    let answer = house.get(&house.people.auditor, path).expect(200).await.json();
    answer["items"].as_array().expect("items").clone()
}

fn text<'a>(item: &'a Value, field: &str) -> &'a str {
    item[field].as_str().expect(field)
}

fn number<N: TryFrom<u64, Error: std::fmt::Debug>>(item: &Value, field: &str) -> N {
    item[field].as_u64().expect(field).try_into().expect(field)
}

/// What the answer says, as somebody reads it who has never seen the log.
fn leaf(item: &Value) -> RecordedLeaf {
    RecordedLeaf {
        position: item["position"].as_i64().expect("a position"),
        stream_type: text(item, "stream_type").to_owned(),
        stream_id: text(item, "stream_id").parse().expect("an id"),
        version: number(item, "version"),
        event_type: text(item, "event_type").to_owned(),
        occurred_at: text(item, "occurred_at").parse().expect("an instant"),
        recorded_at: text(item, "recorded_at").parse().expect("an instant"),
        command_id: text(item, "command_id").parse().expect("an id"),
        command_ordinal: number(item, "command_ordinal"),
        metadata: BASE64.decode(text(item, "metadata")).expect("base64"),
        payload: BASE64.decode(text(item, "payload")).expect("base64"),
        leaf_hash: hex::decode(text(item, "leaf_hash")).expect("hexadecimal"),
    }
}

fn holds(leaf: &RecordedLeaf) -> bool {
    leaf.leaf().hash().as_slice() == leaf.leaf_hash
}

async fn long_case(house: &TestHouse) -> CaseInHand {
    let mut case = house.raised_by(&house.people.resident, &whistle_in_confidence()).await;
    house.bring(&mut case, Stage::Raised, Stage::Closed).await;
    let rating = json!({ "solved": true, "satisfaction": 4, "comment": "我叫秦晓薇,谢谢,13912345678" });
    house.command(&mut case, &house.people.resident, "rate", rating).await;
    case
}

#[tokio::test]
async fn every_event_of_a_history_can_be_computed_anew_and_holds_nothing_personal() {
    let house = TestHouse::open().await;
    let case = long_case(&house).await;
    let history = items(&house, &case.path("history")).await;
    let leaves = items(&house, &case.path("history/leaves?limit=200")).await;
    assert!(history.len() > 15);
    assert_eq!(leaves.len(), history.len());
    for (item, event) in leaves.iter().zip(&history) {
        let leaf = leaf(item);
        assert!(holds(&leaf), "{item}");
        assert_eq!((text(item, "stream_type"), text(item, "stream_id")), ("case", case.id.as_str()));
        for field in ["position", "version", "occurred_at", "recorded_at", "leaf_hash"] {
            assert_eq!(item[field], event[field], "{field} of {item}");
        }
        assert_eq!(item["event_type"], event["type"]);
        // What the history shows is what the bytes say.
        let payload: Value = serde_json::from_slice(&leaf.payload).expect("JSON");
        assert_eq!(payload[&leaf.event_type], event["data"]);
        let metadata: Value = serde_json::from_slice(&leaf.metadata).expect("JSON");
        assert_eq!(metadata["actor"]["role"], event["actor"]["role"]);
        for bytes in [&leaf.metadata, &leaf.payload] {
            let said = String::from_utf8(bytes.clone()).expect("JSON is UTF-8");
            for secret in SECRETS {
                assert!(!said.contains(secret), "{secret} is in {said}");
            }
        }
    }
}

#[tokio::test]
async fn leaves_come_page_by_page_and_as_they_were_known_then() {
    let house = TestHouse::open().await;
    let case = long_case(&house).await;
    let whole = items(&house, &case.path("history/leaves?limit=200")).await;
    let mut paged = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = case.path(&format!("history/leaves?limit=4{cursor}"));
        let page = house.get(&house.people.auditor, &path).expect(200).await.json();
        let part = page["items"].as_array().expect("items");
        assert!(!part.is_empty() && part.len() <= 4, "{page}");
        paged.extend(part.clone());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(paged, whole);
    let third = whole[2]["position"].as_i64().expect("a position");
    let then = items(&house, &case.path(&format!("history/leaves?limit=2&as_of={third}"))).await;
    assert_eq!(then, whole[..2]);
    let rest = items(&house, &case.path(&format!("history/leaves?cursor=2&as_of={third}"))).await;
    assert_eq!(rest, whole[2..3]);
    let auditor = &house.people.auditor;
    house.get(auditor, &case.path("history/leaves?cursor=x")).refused(400, "bad_query").await;
    house.get(auditor, &case.path("history/leaves?limit=201")).refused(400, "bad_limit").await;
}

#[tokio::test]
async fn a_history_that_somebody_changed_in_the_database_does_not_compute() {
    let house = TestHouse::open().await;
    let case = long_case(&house).await;
    let tampering = format!(
        "ALTER TABLE events DISABLE TRIGGER ALL;
         UPDATE events SET payload = overlay(payload placing '\\x20'::bytea from 2 for 0)
         WHERE stream_id = '{}' AND version = 3",
        case.id
    );
    sqlx::raw_sql(AssertSqlSafe(tampering)).execute(&house.owner).await.expect("the owner may");
    let leaves = items(&house, &case.path("history/leaves?limit=200")).await;
    let wrong: Vec<u32> =
        leaves.iter().map(leaf).filter(|leaf| !holds(leaf)).map(|leaf| leaf.version).collect();
    assert_eq!(wrong, [3]);
}

#[tokio::test]
async fn an_event_that_cannot_be_read_is_shown_as_it_is() {
    let house = TestHouse::open().await;
    let case = long_case(&house).await;
    let tampering = format!(
        "ALTER TABLE events DISABLE TRIGGER ALL;
         UPDATE events SET payload = '\\x00' WHERE stream_id = '{0}' AND version = 3;
         UPDATE events SET metadata = '\\x00' WHERE stream_id = '{0}' AND version = 4",
        case.id
    );
    sqlx::raw_sql(AssertSqlSafe(tampering)).execute(&house.owner).await.expect("the owner may");
    let whole = items(&house, &case.path("history/leaves?limit=200")).await;
    let wrong: Vec<u32> =
        whole.iter().map(leaf).filter(|leaf| !holds(leaf)).map(|leaf| leaf.version).collect();
    assert_eq!(wrong, [3, 4]);
    let history = items(&house, &case.path("history")).await;
    assert_eq!(history.len(), whole.len());
    let unread = |field: &str| {
        let unread = history.iter().filter(|event| event[field].is_null());
        unread.map(|event| number(event, "version")).collect::<Vec<u32>>()
    };
    assert_eq!((unread("data"), unread("actor")), (vec![3], vec![4]));
    // Nobody else learns more of it than before.
    house
        .get(&house.people.auditor, "/api/v1/cases/00000000-0000-0000-0000-000000000001/history")
        .refused(404, "not_found")
        .await;
    house.get(&house.people.dispatcher, &case.path("history")).refused(403, "forbidden").await;
}

#[tokio::test]
async fn a_case_of_another_area_or_none_at_all_has_no_leaves() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.raised_by(&people.hotline, &whistle_in_confidence()).await;
    let path = case.path("history/leaves");
    for who in [&people.community, &people.resident, &people.dispatcher, &people.admin, &people.housing] {
        house.get(who, &path).refused(403, "forbidden").await;
    }
    house.get(&people.nobody, &path).refused(401, "unauthenticated").await;
    let missing = "/api/v1/cases/01955d4a-0000-7000-8000-000000000001/history/leaves";
    house.get(&people.supervisor, missing).refused(404, "not_found").await;
}
