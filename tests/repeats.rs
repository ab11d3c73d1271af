//! 重复诉求: what is raised again after it was closed is seen to be, by those who may know of both.

use chrono::Duration;
use serde_json::{Value, json};

use crate::support::{Answer, CaseInHand, HouseOptions, Stage, TestHouse, Who, reporter};

/// A report about this category at this place.
fn about(category: &str, location: &Value) -> Value {
    json!({ "title": "楼道灯不亮", "category": category, "location": location, "reporter": reporter() })
}

fn lamp_post() -> Value {
    about("0102", &json!({ "grid": "g01", "address": "永乐街12号", "lon": 113.1, "lat": 28.2 }))
}

/// The lamp, dispatched and closed; the read models know of it.
async fn closed(house: &TestHouse) -> CaseInHand {
    let mut case = house.raised_by(&house.people.resident, &lamp_post()).await;
    house.bring(&mut case, Stage::Raised, Stage::Closed).await;
    house.app.await_position(case.position).await.expect("the read models keep up");
    case
}

async fn view(house: &TestHouse, who: &Who, case: &CaseInHand) -> Answer {
    house.get(who, &case.path("")).send().await
}

/// The case that this one repeats, as somebody sees it.
async fn repeated(house: &TestHouse, who: &Who, case: &CaseInHand) -> Option<String> {
    let seen = view(house, who, case).await;
    assert_eq!(seen.status, 200, "{seen}");
    seen.json()["repeats"].as_str().map(str::to_owned)
}

async fn raised_again(house: &TestHouse, report: &Value) -> Option<String> {
    let case = house.raised_by(&house.people.hotline, report).await;
    repeated(house, &house.people.supervisor, &case).await
}

#[tokio::test]
async fn what_is_raised_again_is_linked_to_the_closed_case_and_counted() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let first = closed(&house).await;
    assert_eq!(repeated(&house, &people.supervisor, &first).await, None);
    house.clock.advance(Duration::days(20));

    // Another resident, who words the address otherwise, and stands a few steps beside it.
    let place = json!({ "grid": "g01", "address": "永乐街 １２号", "lon": 113.100_1, "lat": 28.200_1 });
    let mut again = house.raised_by(&people.other_resident, &about("0102", &place)).await;
    for who in [&people.supervisor, &people.auditor, &people.dispatcher, &people.community, &people.hotline] {
        assert_eq!(repeated(&house, who, &again).await.as_ref(), Some(&first.id), "{}", who.name);
    }
    let history = house.get(&people.supervisor, &again.path("history")).expect(200).await.json();
    assert_eq!(history["items"][0]["data"]["repeats"], first.id.as_str());

    // Nobody learns by it of a case that they may not see: not the second resident, and not a department that had no
    // part in the first.
    assert_eq!(repeated(&house, &people.other_resident, &again).await, None);
    assert!(!view(&house, &people.other_resident, &again).await.text.contains(&first.id));
    assert_eq!(view(&house, &people.other_resident, &first).await.status, 404);
    house.bring(&mut again, Stage::Raised, Stage::Endorsed).await;
    house.dispatch(&mut again, &json!({ "lead": "d-housing", "co_handlers": ["d-police"] })).await;
    assert_eq!(repeated(&house, &people.housing, &again).await.as_ref(), Some(&first.id));
    assert_eq!(repeated(&house, &people.police, &again).await, None);
    let public = format!("/api/v1/public/cases/{}?code={}", again.number, again.code);
    let public = house.get(&people.nobody, &public).expect(200).await;
    assert!(!public.text.contains(&first.id) && !public.text.contains("repeats"), "{public}");

    // One of two is a repeat; a period counts by due instants, and both lie in this one.
    let asked = |report: &str, more: &str| {
        format!(
            "/api/v1/reports/{report}?from=2026-11-01&to=2027-02-01&min_position={}{more}",
            again.position
        )
    };
    let report = house.get(&people.supervisor, &asked("sla", "&group_by=area")).expect(200).await.json();
    assert_eq!(
        (&report["total"]["repeat_rate"], &report["total"]["due"]),
        (&json!(0.5), &json!(2)),
        "{report}"
    );
    let before = format!("&group_by=area&as_of={}", first.position);
    let then = house.get(&people.supervisor, &asked("sla", &before)).expect(200).await.json();
    assert_eq!(then["total"]["repeat_rate"], json!(0.0));
    let explained = asked("explain", "&group_by=area&figure=repeat_rate");
    let explained = house.get(&people.supervisor, &explained).expect(200).await.json();
    assert_eq!((&explained["numerator"], &explained["denominator"]), (&json!(1), &json!(2)));
    let behind = explained["items"].as_array().expect("items");
    let counted = behind.iter().find(|item| item["numerator"] == 1).expect("a repeat");
    assert_eq!(counted["case_id"], again.id.as_str());
    let supposed =
        json!({ "from": "2026-11-01", "to": "2027-02-01", "policy": { "version": 1 }, "group_by": "area" });
    let supposed = house.post(&people.supervisor, "/api/v1/reports/what-if", &supposed).expect(200).await;
    assert_eq!(supposed.json()["total"]["actual"], supposed.json()["total"]["hypothetical"]);
}

#[tokio::test]
async fn another_matter_another_place_an_open_case_and_a_later_time_are_no_repeat() {
    let house = TestHouse::open().await;
    let first = closed(&house).await;
    let address = json!({ "grid": "g01", "address": "永乐街12号" });
    let behind_a_door = json!({ "grid": "g01", "address": "松影一苑5号楼3单元1502室" });
    house.clock.advance(Duration::days(1));
    assert_eq!(raised_again(&house, &about("0102", &address)).await.as_ref(), Some(&first.id));
    for (category, location) in [
        ("0103", address.clone()),
        ("0102", json!({ "grid": "g02", "address": "永乐街12号" })),
        ("0102", json!({ "grid": "g01", "address": "永乐街14号" })),
        ("0102", json!({ "grid": "g01", "lon": 113.101, "lat": 28.2 })),
        ("0102", json!({ "grid": "g01" })),
    ] {
        assert_eq!(raised_again(&house, &about(category, &location)).await, None, "{category} {location}");
    }
    // Two doors of one building are sealed, and not compared.
    let mut sealed = house.raised_by(&house.people.hotline, &about("0102", &behind_a_door)).await;
    house.bring(&mut sealed, Stage::Raised, Stage::Closed).await;
    house.app.await_position(sealed.position).await.expect("the read models keep up");
    assert_eq!(raised_again(&house, &about("0102", &behind_a_door)).await, None);
    // A case that was opened again is not closed.
    let reopened = json!({ "reason": "灯又灭了" });
    let reopened = house.post(&house.people.supervisor, &first.path("reopen"), &reopened).expect(200).await;
    house.app.await_position(reopened.position()).await.expect("the read models keep up");
    assert_eq!(raised_again(&house, &lamp_post()).await, None);
}

#[tokio::test]
async fn after_ninety_days_it_is_a_new_matter() {
    let house = TestHouse::open().await;
    let first = closed(&house).await;
    let closed_at =
        house.get(&house.people.supervisor, &first.path("")).expect(200).await.json()["closed_at"].clone();
    let closed_at: chrono::DateTime<chrono::Utc> =
        closed_at.as_str().expect("an instant").parse().expect("an instant");
    house.clock.set(closed_at + Duration::days(90) - Duration::microseconds(1));
    assert_eq!(raised_again(&house, &lamp_post()).await, Some(first.id));
    house.clock.set(closed_at + Duration::days(90));
    assert_eq!(raised_again(&house, &lamp_post()).await, None);
}

#[tokio::test]
async fn a_read_model_that_does_not_answer_keeps_nobody_from_reporting() {
    let house =
        TestHouse::open_with(HouseOptions { projections_stopped: true, ..HouseOptions::default() }).await;
    let mut locked = house.owner.begin().await.expect("a transaction");
    sqlx::query("LOCK TABLE closed_matters IN ACCESS EXCLUSIVE MODE")
        .execute(&mut *locked)
        .await
        .expect("a lock");
    let case = house.raised_by(&house.people.nobody, &lamp_post()).await;
    assert_eq!(repeated(&house, &house.people.supervisor, &case).await, None);
    locked.rollback().await.expect("the lock is given back");
}
