//! What an administrator does: the organisation and the policies change, and everything that was stays known.

use chrono::TimeDelta;
use serde_json::{Value, json};
use whistle_domain::clock::Clock;
use whistle_store::log::AggregateCache;
use whistle_store::organisation::check_responsibility;

use crate::support::{Answer, Stage, TestHouse, Who, noon, whistle};

/// Who is registered in this file.
const NAME: &str = "演示欧阳测试";
const PHONE: &str = "19900000999";

/// A square in the empty west of the demo's map.
fn ring(west: f64) -> Value {
    json!([[west, 38.9], [west + 0.01, 38.9], [west + 0.01, 38.91], [west, 38.91], [west, 38.9]])
}

fn unit(code: &str) -> Value {
    json!({ "code": code, "name": "新苑小区", "kind": "compound", "parent": "s1-c1" })
}

fn grid(code: &str, unit: &str, west: f64) -> Value {
    json!({ "code": code, "name": "新苑网格", "unit": unit, "ring": ring(west) })
}

fn person(code: &str) -> Value {
    json!({ "code": code, "name": NAME, "phone": PHONE })
}

fn grid_chief(person: &str, grid: &str) -> Value {
    json!({
        "person": person, "unit": "s1-c1", "role": "grid_worker", "title": "网格长", "grid": grid, "responsible": true
    })
}

fn policy(version: u32) -> Value {
    let text = include_str!("../policy/default.toml");
    let text = text.replacen("version = 1\n", &format!("version = {version}\n"), 1);
    json!({ "document": text })
}

async fn made(house: &TestHouse, path: &str, body: Value) -> Answer {
    house.post(&house.people.admin, &format!("/api/v1/{path}"), &body).expect(201).await
}

async fn codes(house: &TestHouse, path: &str) -> Vec<String> {
    let answer = house.get(&house.people.nobody, &format!("/api/v1/{path}")).expect(200).await.json();
    let items = answer["items"].as_array().expect("items").iter();
    items.map(|item| item["code"].as_str().expect("a code").to_owned()).collect()
}

async fn gaps(house: &TestHouse) -> Value {
    house.get(&house.people.supervisor, "/api/v1/organisation/gaps").expect(200).await.json()
}

/// The whole history, page by page.
async fn history(house: &TestHouse, who: &Who) -> Vec<Value> {
    let (mut events, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/organisation/history?limit=200{cursor}");
        let page = house.get(who, &path).expect(200).await.json();
        events.extend(page["items"].as_array().expect("items").clone());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return events,
        }
    }
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["type"].as_str().expect("a type")).collect()
}

#[tokio::test]
async fn a_new_compound_gets_its_grid_its_person_and_its_cases() {
    let house = TestHouse::open().await;
    let before = history(&house, &house.people.auditor).await.len();
    made(&house, "units", unit("s1-c1-e9")).await;
    made(&house, "grids", grid("g90", "s1-c1-e9", 82.0)).await;
    assert_eq!(gaps(&house).await["now"]["gaps"], json!([{ "grid": "g90", "responsible": 0 }]));
    made(&house, "people", person("p900")).await;
    made(&house, "posts", grid_chief("p900", "g90")).await;
    assert_eq!(gaps(&house).await["now"]["gaps_total"], 0);

    let mut report = whistle();
    report["location"] = json!({ "lon": 82.005, "lat": 38.905 });
    let case = house.raised_by(&house.people.resident, &report).await;
    let told = house.get(&house.people.community, &case.path("")).expect(200).await.json();
    assert_eq!(told["location"]["grid"], "g90", "{told}");

    let events = history(&house, &house.people.auditor).await;
    assert_eq!(
        kinds(&events[before..]),
        ["UnitEstablished", "GridDrawn", "PersonRegistered", "PostGiven"],
        "{events:#?}"
    );
    let versions: Vec<u64> =
        events.iter().map(|event| event["version"].as_u64().expect("a version")).collect();
    assert_eq!(versions, (1..=versions.len() as u64).collect::<Vec<_>>());
    assert_eq!(events[before]["actor"]["role"], "admin");
    house.nobody_learned(&[NAME, PHONE]).await;
}

#[tokio::test]
async fn what_was_is_still_told_for_the_time_when_it_was() {
    let house = TestHouse::open().await;
    made(&house, "units", unit("s1-c1-e9")).await;
    house.clock.advance(TimeDelta::days(1));
    let renamed = json!({ "name": "新苑花园" });
    house.post(&house.people.admin, "/api/v1/units/s1-c1-e9/change", &renamed).expect(200).await;
    house.clock.advance(TimeDelta::days(1));
    house.post(&house.people.admin, "/api/v1/units/s1-c1-e9/retire", &json!({})).expect(200).await;
    let name_at = async |days: i64| {
        let at = (noon() + TimeDelta::days(days)).to_rfc3339();
        let units =
            house.query(&house.people.nobody, "/api/v1/units", &[("at", &at)]).expect(200).await.json();
        let units = units["items"].as_array().expect("items").clone();
        let found = units.into_iter().find(|unit| unit["code"] == "s1-c1-e9");
        found.map(|unit| unit["name"].as_str().expect("a name").to_owned())
    };
    assert_eq!(name_at(-1).await, None);
    assert_eq!(name_at(0).await.as_deref(), Some("新苑小区"));
    assert_eq!(name_at(1).await.as_deref(), Some("新苑花园"));
    assert_eq!(name_at(2).await, None);
    assert!(!codes(&house, "units").await.contains(&"s1-c1-e9".to_owned()));
    let again = house.post(&house.people.admin, "/api/v1/units", &unit("s1-c1-e9"));
    again.refused(409, "code_used").await;
    house.query(&house.people.nobody, "/api/v1/grids", &[("at", "soon")]).refused(400, "bad_query").await;
}

#[tokio::test]
async fn what_was_planned_comes_into_force_by_itself() {
    let house = TestHouse::open().await;
    let mut planned = unit("s1-c1-e9");
    planned["valid_from"] = json!(noon() + TimeDelta::days(3));
    planned["valid_to"] = json!(noon() + TimeDelta::days(6));
    made(&house, "units", planned).await;
    let there = async || codes(&house, "units").await.contains(&"s1-c1-e9".to_owned());
    let in_force = || house.app.reference().organisation.unit("s1-c1-e9").is_some();
    assert!(!there().await && !in_force());
    house.clock.advance(TimeDelta::days(3));
    assert!(there().await && in_force());
    house.clock.advance(TimeDelta::days(3));
    assert!(!there().await && !in_force());
}

#[tokio::test]
async fn a_second_policy_judges_new_cases_while_old_ones_keep_the_first() {
    let house = TestHouse::open().await;
    let old = house.case_at(Stage::Dispatched).await;
    let adopted = made(&house, "policies", policy(2)).await;
    assert_eq!(adopted.header("location"), "/api/v1/policies/2");
    let new = house.case_at(Stage::Dispatched).await;
    let pinned = async |case: &crate::support::CaseInHand| {
        let events = house.get(&house.people.auditor, &case.path("history")).expect(200).await.json();
        let events = events["items"].as_array().expect("items").clone();
        let filed = events.into_iter().find(|event| event["type"] == "CaseFiled").expect("it was filed");
        filed["data"]["policy_version"].clone()
    };
    assert_eq!((pinned(&old).await, pinned(&new).await), (json!(1), json!(2)));

    let list = house.get(&house.people.auditor, "/api/v1/policies").expect(200).await.json();
    let current: Vec<_> =
        list["items"].as_array().expect("items").iter().map(|item| &item["current"]).collect();
    assert_eq!(current, [&json!(false), &json!(true)]);
    let read = house.get(&house.people.auditor, "/api/v1/policies/2").expect(200).await.json();
    assert_eq!(read["document"], policy(2)["document"]);
    assert_eq!(read["digest"].as_str().map(str::len), Some(64));
    house.get(&house.people.auditor, "/api/v1/policies/9").refused(404, "not_found").await;

    let admin = &house.people.admin;
    house.post(admin, "/api/v1/policies", &policy(1)).expect(201).await;
    let events = house.events().await;
    let mut other = policy(2);
    other["document"] = json!(other["document"].as_str().expect("a text").replace("第一版", "另一版"));
    house.post(admin, "/api/v1/policies", &other).refused(409, "policy_not_newer").await;
    let broken = json!({ "document": "version = 3\ntitle = " });
    let refused = house.post(admin, "/api/v1/policies", &broken).refused(422, "unsound_policy").await;
    assert!(refused.json()["detail"].as_str().is_some_and(|detail| detail.contains("line 2")), "{refused}");
    assert_eq!(house.events().await, events);
}

#[tokio::test]
async fn the_same_request_again_is_answered_as_it_was_and_a_stale_one_refused() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    made(&house, "people", person("p900")).await;
    let give = || house.post(admin, "/api/v1/posts", &grid_chief("p900", "g01")).key("one post");
    let first = give().expect(201).await;
    let events = house.events().await;
    let again = give().expect(201).await;
    assert_eq!((first.json(), first.position()), (again.json(), again.position()));
    assert_eq!(house.events().await, events);
    let other = grid_chief("p900", "g02");
    house.post(admin, "/api/v1/posts", &other).key("one post").refused(422, "idempotency_key_reused").await;
    let seen = first.header("etag").to_owned();
    made(&house, "units", unit("s1-c1-e9")).await;
    house.post(admin, "/api/v1/units", &unit("s1-c1-e8")).if_match(&seen).refused(412, "stale").await;
}

#[tokio::test]
async fn the_roster_says_who_is_on_duty_and_who_is_called_next() {
    let house = TestHouse::open().await;
    made(&house, "people", person("p900")).await;
    let shift = |unit: &str, from: i64, to: i64| {
        let at = |hours| noon() + TimeDelta::hours(hours);
        json!({ "unit": unit, "person": "p900", "leader": "p077", "from": at(from), "to": at(to) })
    };
    let dispatcher = &house.people.dispatcher;
    let set = house.post(dispatcher, "/api/v1/duty-shifts", &shift("s1", 0, 12)).expect(201).await.json();
    house.post(dispatcher, "/api/v1/duty-shifts", &shift("s1", 6, 18)).refused(409, "shifts_overlap").await;
    let roster = async |who: &Who| house.get(who, "/api/v1/duty-shifts?unit=s1").expect(200).await.json();
    let told = roster(dispatcher).await;
    assert_eq!(told["items"][0]["id"], set["id"]);
    assert_eq!(
        told["items"][0]["person"],
        json!({ "code": "p900", "name": "演*****", "phone": "199****0999" })
    );
    let called: Vec<String> = told["chain"]
        .as_array()
        .expect("a chain")
        .iter()
        .map(|step| {
            let person = step["person"]["code"].as_str().unwrap_or("-");
            format!(
                "{} {person} {}",
                step["unit"].as_str().expect("a unit"),
                step["why"].as_str().expect("why")
            )
        })
        .collect();
    assert_eq!(
        called,
        [
            "s1 p900 on_duty",
            "s1 p077 leader_in_charge",
            "yunqi - on_duty",
            "d-dispatch - on_duty",
            "d-dispatch p074 linked_leader",
        ]
    );
    house.nobody_learned(&[NAME, PHONE]).await;
    assert_eq!(
        roster(&house.people.admin).await["items"][0]["person"]["name"],
        NAME,
        "for those who keep it"
    );

    let cancel = format!("/api/v1/duty-shifts/{}/cancel", set["id"].as_str().expect("an id"));
    house.clock.advance(TimeDelta::hours(1));
    house.call(dispatcher, reqwest::Method::POST, &cancel).expect(200).await;
    house.call(dispatcher, reqwest::Method::POST, &cancel).refused(409, "not_in_force").await;
    assert_eq!(roster(dispatcher).await["items"], json!([]));
    let nowhere = "/api/v1/duty-shifts/0/cancel";
    house.call(dispatcher, reqwest::Method::POST, nowhere).refused(404, "not_found").await;
}

#[tokio::test]
async fn the_nightly_check_stands_beside_what_is_wrong_now() {
    let house = TestHouse::open().await;
    assert_eq!(gaps(&house).await["last_check"], Value::Null);
    made(&house, "grids", grid("g90", "s1-c1-e1", 82.0)).await;
    let night = async || {
        let (log, now) = (house.app.log(), house.clock.now());
        check_responsibility(log, &AggregateCache::new(1), now, now).await.expect("it can be looked")
    };
    assert_eq!(night().await.expect("it is looked once").gaps_total, 1);
    house.clock.advance(TimeDelta::hours(1));
    let end = json!({ "person": "p001", "unit": "s1-c1", "role": "grid_worker", "title": "网格长", "grid": "g90",
        "responsible": true });
    made(&house, "posts", end).await;
    let told = gaps(&house).await;
    assert_eq!(
        (told["now"]["gaps_total"].clone(), told["last_check"]["gaps_total"].clone()),
        (json!(0), json!(1))
    );
    assert_eq!(told["last_check"]["gaps"], json!([{ "grid": "g90", "responsible": 0 }]));
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_its_reason_and_leaves_nothing() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let events = house.events().await;
    let refused = async |path: &str, body: Value, status: u16, code: &str| {
        house.post(admin, &format!("/api/v1/{path}"), &body).refused(status, code).await
    };
    refused(
        "units",
        json!({ "code": "x y", "name": " ", "kind": "castle", "parent": "s1" }),
        422,
        "invalid_fields",
    )
    .await;
    let personal = json!({ "code": "x", "name": "联系13912345678", "kind": "committee", "parent": "s1" });
    refused("units", personal, 422, "invalid_fields").await;
    refused("units/nowhere/change", json!({ "name": "无" }), 404, "not_found").await;
    refused("units/s1/change", json!({ "parent": "s1-c1" }), 422, "unsound_organisation").await;
    refused("units/s1/retire", json!({}), 409, "still_in_use").await;
    refused("grids", grid("g90", "d-police", 82.0), 422, "unsound_organisation").await;
    let mut open = grid("g90", "s1-c1-e1", 82.0);
    open["ring"] = json!([[82.0, 38.9], [82.1, 38.9], [82.1, 39.0]]);
    let answer = refused("grids", open, 422, "invalid_fields").await;
    assert_eq!(answer.pointers(), ["/ring"]);
    refused("people", json!({ "code": "p900", "name": "", "phone": "none" }), 422, "invalid_fields").await;
    refused("people/p999/change", person("p999"), 404, "not_found").await;
    refused("posts", grid_chief("p999", "g01"), 422, "unsound_organisation").await;
    refused("leaders", json!({ "person": "p999", "unit": "s1" }), 422, "unknown_reference").await;
    refused("leaders/unlink", json!({ "person": "p001", "unit": "s1" }), 409, "not_in_force").await;
    let mut backwards = unit("s1-c1-e9");
    backwards["valid_to"] = json!(noon() - TimeDelta::days(1));
    refused("units", backwards, 422, "period_backwards").await;
    let mut far = unit("s1-c1-e9");
    far["valid_from"] = json!("9999-01-01T00:00:00Z");
    refused("units", far, 422, "instant_out_of_range").await;
    house.get(&house.people.auditor, "/api/v1/organisation/history?cursor=x").refused(400, "bad_query").await;
    assert_eq!(house.events().await, events);
}

#[tokio::test]
async fn the_log_with_organisation_and_policies_in_it_is_sound() {
    let house = TestHouse::open().await;
    made(&house, "units", unit("s1-c1-e9")).await;
    let case = house.case_at(Stage::Closed).await;
    let verified = house.app.log().verify(|_| {}).await.expect("the log can be read");
    assert_eq!(verified.problems, []);
    let listed = format!("/api/v1/cases?min_position={}", case.position);
    let listed = house.get(&house.people.supervisor, &listed).expect(200).await;
    assert!(listed.ids().contains(&case.id), "the read models go past the organisation's events");
}

/// Everybody that a list names, page by page.
async fn people(house: &TestHouse, who: &Who, query: &str) -> Vec<Value> {
    let (mut people, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/people?limit=50&{query}{cursor}");
        let page = house.get(who, &path).expect(200).await.json();
        people.extend(page["items"].as_array().expect("items").iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return people,
        }
    }
}

fn codes_of(people: &[Value]) -> Vec<&str> {
    people.iter().map(|one| one["code"].as_str().expect("a code")).collect()
}

#[tokio::test]
async fn everybody_is_listed_once_with_their_posts_their_units_and_their_hours() {
    let house = TestHouse::open().await;
    let (admin, dispatcher) = (&house.people.admin, &house.people.dispatcher);
    made(&house, "people", person("pz")).await;
    made(&house, "units", unit("x-new")).await;
    let post = json!({ "person": "pz", "unit": "x-new", "role": "department", "title": "经办人" });
    let post = made(&house, "posts", post).await.json()["id"].clone();
    made(&house, "leaders", json!({ "person": "p001", "unit": "x-new" })).await;
    let from = noon() + TimeDelta::hours(1);
    let shift = json!({ "unit": "x-new", "person": "pz", "leader": "p001", "from": from, "to": from + TimeDelta::hours(8) });
    made(&house, "duty-shifts", shift).await;

    let all = people(&house, admin, "").await;
    let codes = codes_of(&all);
    assert!(codes.is_sorted_by(|a, b| a < b) && codes.len() > 50, "{codes:?}");
    let of_unit = people(&house, admin, "unit=x-new").await;
    assert_eq!(codes_of(&of_unit), ["p001", "pz"]);
    let (leader, newcomer) = (&of_unit[0], &of_unit[1]);
    assert_eq!((&newcomer["name"], &newcomer["phone"]), (&json!(NAME), &json!(PHONE)));
    assert_eq!((&newcomer["posts"][0]["id"], &newcomer["posts"][0]["title"]), (&post, &json!("经办人")));
    assert_eq!(leader["looks_after"][0]["unit"], "x-new");
    assert_eq!(
        (&newcomer["duties"][0]["in_charge"], &leader["duties"][0]["in_charge"]),
        (&json!(false), &json!(true))
    );

    // Everybody else on the staff sees them masked.
    let masked = people(&house, dispatcher, "unit=x-new").await;
    assert_eq!((&masked[1]["name"], &masked[1]["phone"]), (&json!("演*****"), &json!("199****0999")));
    assert_eq!(masked[1]["posts"], newcomer["posts"]);
    for who in [&house.people.resident, &house.people.nobody] {
        let refused = house.get(who, "/api/v1/people").send().await;
        assert!(matches!(refused.status, 401 | 403), "{refused}");
    }
}

#[tokio::test]
async fn whoever_comes_later_is_listed_and_whoever_has_left_is_not() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let mut planned = person("pz");
    planned["valid_from"] = json!(noon() + TimeDelta::days(3));
    made(&house, "people", planned).await;
    let now = people(&house, admin, "").await;
    let listed = now.iter().find(|one| one["code"] == "pz").expect("is planned");
    assert_eq!(listed["valid_from"], json!(noon() + TimeDelta::days(3)));
    // Another name from a later day on: until then the one that is in force is told, with its own beginning.
    let known = now.iter().find(|one| one["code"] == "p001").expect("is there").clone();
    let renamed = json!({ "name": "演示改名", "valid_from": noon() + TimeDelta::days(2) });
    house.post(admin, "/api/v1/people/p001/change", &renamed).expect(200).await;
    let still = people(&house, admin, "").await;
    let still = still.iter().find(|one| one["code"] == "p001").expect("is there");
    assert_eq!((&still["name"], &still["valid_from"]), (&known["name"], &known["valid_from"]));
    house.clock.advance(TimeDelta::days(4));
    house.post(admin, "/api/v1/people/pz/leave", &json!({})).expect(200).await;
    house.clock.advance(TimeDelta::hours(1));
    assert!(!codes_of(&people(&house, admin, "").await).contains(&"pz"));
    let then = (noon() + TimeDelta::days(3)).to_rfc3339().replace('+', "%2B");
    assert!(codes_of(&people(&house, admin, &format!("at={then}")).await).contains(&"pz"));
    house.get(admin, "/api/v1/people?cursor=nobody").refused(400, "bad_query").await;
    house.get(admin, "/api/v1/people?at=x").refused(400, "bad_query").await;
    assert!(people(&house, admin, "unit=nowhere").await.is_empty());
}
