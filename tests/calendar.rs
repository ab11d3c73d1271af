//! The working calendar over HTTP: a deadline into a year that nobody has published, and what its publication does.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::organisation_roles::lawful_2027;
use crate::support::{CaseInHand, Stage, TestHouse};

/// 2027 with an invented day off on Monday the 4th of January.
fn with_a_long_new_year() -> Value {
    let mut year = lawful_2027();
    let days = year["days"].as_array_mut().expect("days");
    days.push(json!({ "date": "2027-01-04", "kind": "off", "festival": "元旦" }));
    year
}

/// Ten in the morning of the last day of 2026.
fn new_years_eve() -> DateTime<Utc> {
    "2026-12-31T02:00:00Z".parse().expect("an instant")
}

/// The lead's part in the case, as staff sees it.
async fn lead(house: &TestHouse, case: &CaseInHand) -> Value {
    let told = house.get(&house.people.supervisor, &case.path("")).expect(200).await.json();
    told["dispatches"][0].clone()
}

async fn recount(house: &TestHouse) -> usize {
    let position: i64 = sqlx::query_scalar("SELECT coalesce(max(position), 0) FROM events")
        .fetch_one(&house.owner)
        .await
        .expect("the head of the log");
    house.app.await_position(position).await.expect("the read models follow");
    house.app.recount_deadlines().await.expect("nothing is in the way")
}

async fn publish(house: &TestHouse) -> Value {
    let admin = &house.people.admin;
    let path = "/api/v1/calendar/years/2027";
    let call = house.call(admin, reqwest::Method::PUT, path).json(&with_a_long_new_year());
    call.expect(200).await.json()
}

#[tokio::test]
async fn a_deadline_into_an_unpublished_year_is_provisional_until_the_year_is_published() {
    let house = TestHouse::open().await;
    house.clock.set(new_years_eve());
    let case = house.case_at(Stage::Dispatched).await;
    let before = lead(&house, &case).await;
    assert_eq!(before["provisional"], true, "{before}");
    assert_eq!(recount(&house).await, 0, "nothing is known yet");

    let year = publish(&house).await;
    assert_eq!((&year["published"], &year["revision"]), (&json!(true), &json!(1)));
    assert_eq!(recount(&house).await, 1);
    let after = lead(&house, &case).await;
    assert_eq!(after["provisional"], false, "{after}");
    assert!(instant(&after["due_at"]) > instant(&before["due_at"]), "{before} {after}");
    assert_eq!(recount(&house).await, 0, "once is enough");

    let history = house.get(&house.people.auditor, &case.path("history")).expect(200).await.json();
    let events = history["items"].as_array().expect("items").iter();
    let recounted: Vec<&Value> = events.filter(|event| event["type"] == "DeadlineRecomputed").collect();
    let closing = recounted
        .iter()
        .find(|event| event["data"]["clock"] == "close" && event["data"]["dispatch"] == before["id"]);
    let closing = closing.expect("the closing was counted again");
    assert_eq!(instant(&closing["data"]["old"]), instant(&before["due_at"]));
    assert_eq!(instant(&closing["data"]["new"]), instant(&after["due_at"]));
}

#[tokio::test]
async fn a_deadline_that_has_run_out_stays_run_out_when_its_year_is_published() {
    let house = TestHouse::open().await;
    house.clock.set(new_years_eve());
    let case = house.case_at(Stage::Dispatched).await;
    let before = lead(&house, &case).await;
    house.clock.set(instant(&before["due_at"]) + TimeDelta::days(30));
    publish(&house).await;
    assert_eq!(recount(&house).await, 0);
    assert_eq!(lead(&house, &case).await["due_at"], before["due_at"]);
}

#[tokio::test]
async fn a_local_day_counts_for_what_is_promised_from_now_on() {
    let house = TestHouse::open().await;
    let due = async || {
        let nobody = &house.people.nobody;
        let question = [("from", "2026-11-20T12:00:00+08:00"), ("limit", "1wd")];
        let answer = house.query(nobody, "/api/v1/calendar/due", &question).expect(200).await.json();
        answer["due_date"].as_str().expect("a date").to_owned()
    };
    assert_eq!(due().await, "2026-11-23");
    let typhoon = json!({ "date": "2026-11-23", "kind": "off", "reason": "台风" });
    house.post(&house.people.admin, "/api/v1/calendar/local-days", &typhoon).expect(201).await;
    assert_eq!(due().await, "2026-11-24");
    let day = "/api/v1/calendar/local-days/2026-11-23";
    house.call(&house.people.admin, reqwest::Method::DELETE, day).expect(200).await;
    assert_eq!(due().await, "2026-11-23");
    house.call(&house.people.admin, reqwest::Method::DELETE, day).refused(404, "not_found").await;
}

#[tokio::test]
async fn what_cannot_be_a_year_or_a_limit_is_refused_with_its_place() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let mut year = lawful_2027();
    year["days"][0]["date"] = json!("2026-01-01");
    let path = "/api/v1/calendar/years/2027";
    let call = house.call(admin, reqwest::Method::PUT, path).json(&year);
    let answer = call.refused(422, "day_outside_year").await.json();
    assert!(answer["detail"].as_str().is_some_and(|detail| detail.contains("2026-01-01")), "{answer}");
    for (from, limit) in [("2026-11-20", "1wd"), ("2026-11-20T12:00:00Z", "1 day")] {
        let question = [("from", from), ("limit", limit)];
        let nobody = &house.people.nobody;
        house.query(nobody, "/api/v1/calendar/due", &question).refused(400, "bad_query").await;
    }
    house.get(admin, "/api/v1/calendar?year=0").refused(400, "bad_query").await;
}

fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().expect("an instant").parse().expect("an instant")
}
