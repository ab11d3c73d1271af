//! 报告包: frozen once, at one position, and the same for ever.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::{Value, json};

use crate::support::{Scene, Stage, TestHouse, whistle};

/// The week in which the house opens is the 47th; this is the Monday after it, noon in Beijing.
const DAYS_TO_MONDAY: i64 = 3;

fn week() -> Value {
    json!({ "kind": "weekly", "period": "2026-W47" })
}

/// The operations as the description names them.
pub(crate) fn described() -> impl Iterator<Item = String> {
    [
        "post /api/v1/report-packs",
        "get /api/v1/report-packs",
        "get /api/v1/report-packs/{id}",
        "get /api/v1/report-packs/{id}/export",
    ]
    .into_iter()
    .map(str::to_owned)
}

#[tokio::test]
async fn a_pack_is_frozen_once_and_stays_as_it_is() {
    let house = TestHouse::open().await;
    let people = &house.people;
    house.case_at(Stage::Closed).await;
    house.case_at(Stage::Dispatched).await;
    let disputed = house.scene(Scene::ReturnAsked).await;
    house.clock.advance(Duration::days(DAYS_TO_MONDAY));
    let seen = format!("/api/v1/cases?min_position={}", disputed.position);
    house.get(&people.auditor, &seen).expect(200).await;
    let frozen = house.post(&people.supervisor, "/api/v1/report-packs", &week()).expect(201).await;
    assert_eq!(frozen.header("location"), "/api/v1/report-packs/2026-W47");
    let pack = frozen.json();
    assert_eq!(pack["as_of_position"].as_i64(), Some(disputed.position));
    let now = &pack["figures"]["now"];
    assert_eq!((&now["received"], &now["closed"]), (&json!(3), &json!(1)));
    assert_eq!(now["completion"], json!({ "of": 1, "all": 3 }));
    assert_eq!(pack["figures"]["categories"][0]["received"], 3);
    assert_eq!(pack["figures"]["hot_spots"][0]["received"], 3);
    assert_eq!(pack["figures"]["disputed_total"], 1);
    assert_eq!(pack["figures"]["disputed"][0]["number"], disputed.number);
    let text = pack["text"].as_str().expect("a text");
    assert!(text.starts_with("2026年第47周小区吹哨工作联席碰头情况\n"), "{text}");
    assert!(
        text.contains("2026年第47周共受理群众诉求3件，已办结1件，办结率33.3%（样本不足，仅供参考）。"),
        "{text}"
    );
    assert!(text.contains("退单争议。待审定退单1件"), "{text}");
    // What happens later changes nothing of it.
    house.case_at(Stage::Closed).await;
    house.post(&people.dispatcher, "/api/v1/report-packs", &week()).refused(409, "already_frozen").await;
    let read = house.get(&people.auditor, "/api/v1/report-packs/2026-W47").expect(200).await.json();
    assert_eq!(read, pack);
    let listed = house.get(&people.auditor, "/api/v1/report-packs").expect(200).await.json();
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["items"][0]["id"], "2026-W47");
    for none in ["?year=2025", "?kind=monthly"] {
        let listed =
            house.get(&people.auditor, &format!("/api/v1/report-packs{none}")).expect(200).await.json();
        assert_eq!(listed["items"], json!([]), "{none}");
    }
}

#[tokio::test]
async fn the_same_key_gets_the_same_pack() {
    let house = TestHouse::open().await;
    house.clock.advance(Duration::days(DAYS_TO_MONDAY));
    let freeze = || house.post(&house.people.supervisor, "/api/v1/report-packs", &week()).key("monday");
    let first = freeze().expect(201).await;
    house.clock.advance(Duration::hours(1));
    let again = freeze().expect(201).await;
    assert_eq!((first.text.as_str(), first.position()), (again.text.as_str(), again.position()));
}

#[tokio::test]
async fn a_period_must_be_over_and_fit_its_pack() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    for (kind, period, status, code) in [
        ("weekly", "2026-W47", 422, "period_not_over"),
        ("weekly", "2026-10", 422, "wrong_period"),
        ("quarterly", "2026-W46", 422, "wrong_period"),
        ("weekly", "2026-W54", 400, "bad_type"),
        ("daily", "2026-W46", 400, "bad_type"),
    ] {
        let body = json!({ "kind": kind, "period": period });
        house.post(supervisor, "/api/v1/report-packs", &body).refused(status, code).await;
    }
    assert_eq!(house.events().await, 0);
    for nothing in ["2026-W46", "2026-13", "x", "%F0%9F%98%80"] {
        house.get(supervisor, &format!("/api/v1/report-packs/{nothing}")).refused(404, "not_found").await;
    }
}

#[tokio::test]
async fn packs_come_by_themselves_when_their_time_has_come_and_only_once() {
    let house = TestHouse::open().await;
    assert_eq!(house.app.freeze_due_packs().await.expect("nothing fails"), 0, "before the first case");
    let last = house.raised().await;
    house.clock.advance(Duration::days(DAYS_TO_MONDAY));
    let seen = format!("/api/v1/cases?min_position={}", last.position);
    house.get(&house.people.auditor, &seen).expect(200).await;
    assert_eq!(house.app.freeze_due_packs().await.expect("nothing fails"), 1, "the week");
    assert_eq!(house.app.freeze_due_packs().await.expect("nothing fails"), 0, "it is there");
    house.clock.advance(Duration::days(9));
    assert_eq!(house.app.freeze_due_packs().await.expect("nothing fails"), 2, "a week and the month");
    let listed = house.get(&house.people.auditor, "/api/v1/report-packs").expect(200).await.json();
    let items = listed["items"].as_array().expect("a list");
    let ids: BTreeSet<_> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids, BTreeSet::from(["2026-11", "2026-W47", "2026-W48"]));
    assert!(items.iter().all(|item| item["by"] == "system"), "{listed}");
    let month = house.get(&house.people.auditor, "/api/v1/report-packs/2026-11").expect(200).await.json();
    assert_eq!(month["figures"]["now"]["received"], 1);
}

#[tokio::test]
async fn a_pack_comes_as_text_and_as_a_sheet() {
    let house = TestHouse::open().await;
    let mut elsewhere = whistle();
    elsewhere["anonymous"] = json!(true);
    let last = house.raised_by(&house.people.hotline, &elsewhere).await;
    house.clock.advance(Duration::days(DAYS_TO_MONDAY));
    let seen = format!("/api/v1/cases?min_position={}", last.position);
    house.get(&house.people.auditor, &seen).expect(200).await;
    let frozen =
        house.post(&house.people.supervisor, "/api/v1/report-packs", &week()).expect(201).await.json();
    let path = "/api/v1/report-packs/2026-W47/export";
    let text = house.get(&house.people.auditor, path).expect(200).await;
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(Some(text.text.as_str()), frozen["text"].as_str());
    let sheet = house.get(&house.people.auditor, &format!("{path}?format=xlsx")).open().await;
    assert_eq!(sheet.status(), 200);
    let file = std::io::Cursor::new(sheet.bytes().await.expect("the whole file"));
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(file).expect("a sheet");
    let range = calamine::Reader::worksheet_range(&mut book, "报告包数据").expect("a sheet");
    let cell = |row, column| range.get_value((row, column)).map(ToString::to_string);
    assert_eq!((cell(2, 2).as_deref(), cell(2, 3).as_deref()), (Some("受理（件）"), Some("1")));
    house.get(&house.people.auditor, &format!("{path}?format=doc")).refused(400, "bad_query").await;
}

#[tokio::test]
async fn packs_are_for_those_who_look_after_the_whole() {
    let house = TestHouse::open().await;
    house.clock.advance(Duration::days(DAYS_TO_MONDAY));
    house.post(&house.people.supervisor, "/api/v1/report-packs", &week()).expect(201).await;
    let paths =
        ["/api/v1/report-packs", "/api/v1/report-packs/2026-W47", "/api/v1/report-packs/2026-W47/export"];
    for who in house.people.all() {
        let reads = ["dispatcher", "supervisor", "auditor", "admin"].contains(&who.name);
        let freezes = ["dispatcher", "supervisor"].contains(&who.name);
        let refused = if who.token.is_none() { 401 } else { 403 };
        for path in paths {
            house.get(who, path).expect(if reads { 200 } else { refused }).await;
        }
        let freeze = house.post(who, "/api/v1/report-packs", &week());
        freeze.expect(if freezes { 409 } else { refused }).await;
    }
}
