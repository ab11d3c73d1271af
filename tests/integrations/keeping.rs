//! As administrators look after them.

use reqwest::Method;
use serde_json::{Value, json};
use whistle_domain::access::INTEGRATIONS_MAX;
use whistle_store::ids::new_id;
use whistle_store::reference::ACCESS_STREAM;

use super::{Receiver, house_calling, on, opened, shown};
use crate::support::{HouseOptions, TestHouse};

/// The operations as the description names them.
pub(crate) fn described() -> impl Iterator<Item = String> {
    OPERATIONS.iter().map(|(operation, _)| (*operation).to_owned())
}

const OPERATIONS: [(&str, &str); 8] = [
    ("get /api/v1/integrations", ""),
    ("post /api/v1/integrations", r#"{"name":"热线","url":"https://hotline.example/"}"#),
    ("post /api/v1/integrations/{id}/pause", "{}"),
    ("post /api/v1/integrations/{id}/resume", "{}"),
    ("post /api/v1/integrations/{id}/close", "{}"),
    ("post /api/v1/integrations/{id}/replace-secret", "{}"),
    ("post /api/v1/integrations/{id}/replay", r#"{"after":0}"#),
    ("post /api/v1/integrations/{id}/test", "{}"),
];

#[tokio::test]
async fn only_administrators_look_after_integrations() {
    let house = TestHouse::open().await;
    for (operation, body) in OPERATIONS {
        let (method, path) = operation.split_once(' ').expect("a method and a path");
        let path = path.replace("{id}", &new_id().to_string());
        for who in house.people.all() {
            let method: Method = method.to_uppercase().parse().expect("a method");
            let mut call = house.call(who, method.clone(), &path);
            if !body.is_empty() {
                call = call.json(&serde_json::from_str(body).expect("JSON"));
            }
            let expected = match (who.name, &who.token) {
                ("admin", _) if method == Method::GET => 200,
                ("admin", _) if path == "/api/v1/integrations" => 422,
                ("admin", _) => 404,
                (_, Some(_)) => 403,
                (_, None) => 401,
            };
            call.expect(expected).await;
        }
    }
    assert_eq!(house.events().await, 0);
}

#[tokio::test]
async fn a_system_is_opened_once_and_its_secret_is_told_once() {
    let receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let path = "/api/v1/integrations";
    let body = json!({ "name": "市民热线", "url": receiver.url(), "unit": "yunqi",
                       "event_types": ["WhistleRaised", "CaseClosed", "WhistleRaised"] });
    let call = || house.post(&house.people.admin, path, &body).key("open-1");
    let first = call().expect(201).await;
    assert_eq!(first.header("cache-control"), "no-store");
    let integration = first.json();
    assert!(integration["secret"].as_str().expect("a secret").starts_with("whsec_"));
    // The one event that it has not passed by is that of its own opening.
    assert_eq!((&integration["state"], &integration["behind"]), (&json!("active"), &json!(1)));
    let again = call().expect(201).await;
    assert_eq!((&again.json()["id"], &again.json()["secret"]), (&integration["id"], &Value::Null));
    assert_eq!(again.position(), first.position());
    let other = json!({ "name": "另一个", "url": receiver.url() });
    house.post(&house.people.admin, path, &other).key("open-1").refused(422, "idempotency_key_reused").await;
    house.post(&house.people.admin, path, &body).refused(409, "integration_name_taken").await;
    assert_eq!(house.events().await, 1);
    let history = house.get(&house.people.auditor, "/api/v1/accounts/history").expect(200).await.json();
    let event = &history["items"][0];
    assert_eq!((&event["type"], &event["integration"]), (&json!("IntegrationOpened"), &json!("市民热线")));
    assert_eq!((&event["by"], &event["data"]["host"]), (&json!("admin"), &json!(receiver.host())));
    assert_eq!(event["data"]["event_types"], json!(["CaseClosed", "WhistleRaised"]));
    assert!(!history.to_string().contains("in-the-address"), "{history}");
}

#[tokio::test]
async fn every_field_of_an_integration_is_judged_and_no_address_inside_is_taken() {
    let hosts = "hotline.example, *".to_owned();
    let house = TestHouse::open_with(HouseOptions { webhook_hosts: hosts, ..HouseOptions::default() }).await;
    let refused = async |body: &Value| {
        let answer =
            house.post(&house.people.admin, "/api/v1/integrations", body).refused(422, "invalid_fields");
        let json = answer.await.json();
        let told = |error: &Value| format!("{} {}", error["pointer"], error["code"]).replace('"', "");
        json["errors"].as_array().expect("a list").iter().map(told).collect::<Vec<_>>()
    };
    let nonsense = json!({ "name": " ", "url": "ftp://x", "unit": "nowhere", "event_types": ["CaseClosed", "Nonsense"],
                           "after": 1_000_000 });
    let expected = [
        "/name empty",
        "/url bad_url",
        "/unit unknown_unit",
        "/event_types/1 unknown_event_type",
        "/after out_of_range",
    ];
    assert_eq!(refused(&nonsense).await, expected);
    for (url, code) in [
        ("", "bad_url"),
        ("hotline.example", "bad_url"),
        ("https://", "bad_url"),
        ("https://u:p@hotline.example/", "bad_url"),
        ("https://hotline.example/#part", "bad_url"),
        ("javascript:alert(1)", "bad_url"),
        ("http://elsewhere.example/", "host_not_allowed"),
        ("http://127.0.0.1/", "host_not_allowed"),
    ] {
        let expected = vec![format!("/url {code}")];
        assert_eq!(refused(&json!({ "name": "热线", "url": url })).await, expected, "{url}");
    }
    assert_eq!(
        refused(&json!({ "name": "打19911110002", "url": "https://hotline.example/" })).await,
        ["/name personal_data"]
    );
    let long = format!("https://hotline.example/{}", "x".repeat(500));
    assert_eq!(refused(&json!({ "name": "热线", "url": long })).await, ["/url bad_url"]);
    assert_eq!(house.events().await, 0);
    // By name it may be asked for; the address behind the name is looked at when something is sent.
    for (name, url) in [
        ("机器", "https://127.0.0.1/"),
        ("名字", "https://localhost/"),
        ("云", "https://169.254.169.254/latest"),
    ] {
        let opened =
            house.post(&house.people.admin, "/api/v1/integrations", &json!({ "name": name, "url": url }));
        let id = opened.expect(201).await.json()["id"].as_str().expect("an id").to_owned();
        let tried = house.post(&house.people.admin, &on(&id, "test"), &json!({})).expect(200).await.json();
        assert_eq!((&tried["taken"], &tried["error"]), (&json!(false), &json!("address_refused")), "{tried}");
    }
}

#[tokio::test]
async fn there_are_so_many_and_no_more() {
    let receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let mut last = String::new();
    for at in 0..INTEGRATIONS_MAX {
        last = opened(&house, &receiver, &json!({ "name": format!("系统{at}") })).await.0;
    }
    let more = json!({ "name": "又一个", "url": receiver.url() });
    house
        .post(&house.people.admin, "/api/v1/integrations", &more)
        .refused(409, "too_many_integrations")
        .await;
    house.post(&house.people.admin, &on(&last, "close"), &json!({})).expect(200).await;
    house.post(&house.people.admin, "/api/v1/integrations", &more).expect(201).await;
}

#[tokio::test]
async fn pausing_resuming_and_closing_are_written_down_once_each_and_in_their_order() {
    let receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    let admin = &house.people.admin;
    let call = |command: &str, key: &str| house.post(admin, &on(&id, command), &json!({})).key(key);
    house.post(admin, &on(&id, "pause"), &json!({})).if_match("\"9\"").refused(412, "stale").await;
    assert_eq!(shown(&house, &id).await["state"], "active");
    let paused = call("pause", "p1").expect(200).await;
    assert_eq!((&paused.json()["state"], &paused.json()["pause_cause"]), (&json!("paused"), &json!("asked")));
    call("pause", "p2").expect(200).await;
    assert_eq!(call("resume", "r1").expect(200).await.json()["state"], "active");
    // The old requests once more change nothing.
    assert_eq!(call("pause", "p1").expect(200).await.json()["state"], "active");
    call("pause", "p3").expect(200).await;
    assert_eq!(call("resume", "r1").expect(200).await.json()["state"], "paused");
    assert_eq!(call("close", "c1").expect(200).await.json()["state"], "closed");
    call("close", "c2").expect(200).await;
    for command in ["pause", "resume", "replace-secret", "test"] {
        house.post(admin, &on(&id, command), &json!({})).refused(409, "integration_closed").await;
    }
    house.post(admin, &on(&id, "replay"), &json!({ "after": 0 })).refused(409, "integration_closed").await;
    // What was carried out before it was closed is answered as it was.
    for (command, key) in [("pause", "p1"), ("resume", "r1")] {
        assert_eq!(call(command, key).expect(200).await.json()["state"], "closed");
    }
    let history = house.get(admin, "/api/v1/accounts/history").expect(200).await.json();
    let kinds: Vec<&str> = history["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|event| event["type"].as_str())
        .collect();
    let expected = [
        "IntegrationOpened",
        "IntegrationPaused",
        "IntegrationResumed",
        "IntegrationPaused",
        "IntegrationClosed",
    ];
    assert_eq!(kinds, expected);
}

#[tokio::test]
async fn a_trial_is_signed_says_so_and_tells_what_came_back() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, secret) = opened(&house, &receiver, &json!({})).await;
    let admin = &house.people.admin;
    let before = house.events().await;
    let tried = house.post(admin, &on(&id, "test"), &json!({})).expect(200).await.json();
    assert_eq!(
        (&tried["taken"], &tried["status"], &tried["error"]),
        (&json!(true), &json!(200), &Value::Null)
    );
    let parcel = receiver.next().await;
    assert!(parcel.is_signed_with(&secret) && !parcel.is_signed_with("whsec_other"));
    let expected = json!({ "delivery": tried["delivery"], "integration": id, "test": true, "events": [] });
    assert_eq!(parcel.json(), expected);
    assert_eq!(parcel.header("whistle-delivery"), tried["delivery"]);
    receiver.will_answer(&[503]);
    house.post(admin, &on(&id, "pause"), &json!({})).expect(200).await;
    let tried = house.post(admin, &on(&id, "test"), &json!({})).expect(200).await;
    assert_eq!((&tried.json()["taken"], &tried.json()["status"]), (&json!(false), &json!(503)));
    assert!(!tried.text.contains("what a machine inside says"));
    assert_eq!(house.events().await, before + 1, "only the pause is written down");
}

#[tokio::test]
async fn a_replaced_secret_is_told_once_and_both_sign_for_a_day() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, first) = opened(&house, &receiver, &json!({})).await;
    let admin = &house.people.admin;
    let replace = || house.post(admin, &on(&id, "replace-secret"), &json!({})).key("secret-1");
    let second = replace().expect(200).await.json()["secret"].as_str().expect("a secret").to_owned();
    assert_eq!(replace().expect(200).await.json()["secret"], Value::Null);
    let mut signed = async || {
        house.post(admin, &on(&id, "test"), &json!({})).expect(200).await;
        let parcel = receiver.next().await;
        (parcel.is_signed_with(&first), parcel.is_signed_with(&second))
    };
    assert_eq!(signed().await, (true, true));
    house.clock.advance(chrono::TimeDelta::days(1));
    assert_eq!(signed().await, (false, true));
}

#[tokio::test]
async fn a_second_new_secret_within_the_day_leaves_the_first_one_its_day() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, first) = opened(&house, &receiver, &json!({})).await;
    let admin = &house.people.admin;
    let replaced = async || {
        let made = house.post(admin, &on(&id, "replace-secret"), &json!({})).expect(200).await.json();
        made["secret"].as_str().expect("a secret").to_owned()
    };
    let second = replaced().await;
    house.clock.advance(chrono::TimeDelta::hours(1));
    let third = replaced().await;
    let mut signed = async || {
        house.post(admin, &on(&id, "test"), &json!({})).expect(200).await;
        let parcel = receiver.next().await;
        [&first, &second, &third].map(|secret| parcel.is_signed_with(secret))
    };
    assert_eq!(signed().await, [true, true, true]);
    house.clock.advance(chrono::TimeDelta::hours(23));
    assert_eq!(signed().await, [false, true, true]);
    house.clock.advance(chrono::TimeDelta::hours(1));
    assert_eq!(signed().await, [false, false, true]);
}

#[tokio::test]
async fn what_was_written_down_and_not_done_is_finished_by_the_same_request() {
    let receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let admin = &house.people.admin;
    let body = json!({ "name": "市民热线", "url": receiver.url() });
    let open = || house.post(admin, "/api/v1/integrations", &body).key("open-1");
    let first = open().expect(201).await.json();
    sqlx::query("DELETE FROM integrations").execute(&house.owner).await.expect("the table is there");
    let made = open().expect(201).await.json();
    assert_eq!((&made["id"], made["secret"].is_string()), (&first["id"], true));
    // Paused, and the word of it lost: whoever resumes it finishes that too.
    let paused = sqlx::query("UPDATE integrations SET state = 'paused', pause_cause = 'failing'");
    paused.execute(&house.owner).await.expect("the table is there");
    let id = made["id"].as_str().expect("an id");
    let resumed = house.post(admin, &on(id, "resume"), &json!({})).expect(200).await.json();
    assert_eq!(resumed["state"], "active");
    let stream = house.app.log().read_stream(ACCESS_STREAM, 0).await.expect("the stream");
    let kinds: Vec<&str> = stream.iter().map(|event| event.event_type.as_str()).collect();
    assert_eq!(kinds, ["IntegrationOpened", "IntegrationPaused", "IntegrationResumed"]);
}

#[tokio::test]
async fn a_new_secret_and_a_replay_that_were_written_down_and_not_done_are_done_by_the_same_request() {
    let receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    let admin = &house.people.admin;
    let last = house.raised().await.position;
    let replace = || house.post(admin, &on(&id, "replace-secret"), &json!({})).key("secret-1");
    let replay = || house.post(admin, &on(&id, "replay"), &json!({ "after": 1 })).key("replay-1");
    let lost = replace().expect(200).await.json()["secret"].clone();
    assert_eq!(replay().expect(200).await.json()["delivered"], 1);
    // As if the service had ended after the event.
    let undone = "UPDATE integrations SET secret_position = 0, replayed_position = 0, delivered = $1";
    sqlx::query(undone).bind(last).execute(&house.owner).await.expect("the table is there");
    let made = replace().expect(200).await.json()["secret"].clone();
    assert!(made.is_string() && made != lost);
    assert_eq!(replay().expect(200).await.json()["delivered"], 1);
    // What was done is not done again, whatever has been delivered since.
    sqlx::query("UPDATE integrations SET delivered = $1")
        .bind(last)
        .execute(&house.owner)
        .await
        .expect("moved");
    assert_eq!(replace().expect(200).await.json()["secret"], Value::Null);
    assert_eq!(replay().expect(200).await.json()["delivered"], last);
}

#[tokio::test]
async fn secrets_stand_nowhere_in_clear_and_the_log_has_no_address() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, first) = opened(&house, &receiver, &json!({})).await;
    let admin = &house.people.admin;
    let replaced = house.post(admin, &on(&id, "replace-secret"), &json!({})).expect(200).await.json();
    let second = replaced["secret"].as_str().expect("a secret").to_owned();
    house.heard.lock().expect("nobody panics with it").clear();
    house.post(admin, &on(&id, "test"), &json!({})).expect(200).await;
    let parcel = receiver.next().await;
    assert!(!format!("{parcel:?}").contains(&second));
    shown(&house, &id).await;
    house.get(&house.people.auditor, "/api/v1/accounts/history").expect(200).await;
    house.nobody_learned(&[&first, &second]).await;
    for event in house.app.log().read_stream(ACCESS_STREAM, 0).await.expect("the stream") {
        let text = String::from_utf8(event.payload).expect("JSON");
        assert!(!text.contains("in-the-address") && !text.contains("市民热线"), "{text}");
    }
}

#[tokio::test]
async fn when_a_key_was_used_is_known_once_it_was_written_down() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let path = "/api/v1/accounts/housing/keys";
    let issue = |label: &str| house.post(admin, path, &json!({ "label": label, "days": 30 }));
    let (used, unused) = (issue("接口一").expect(201).await.json(), issue("接口二").expect(201).await.json());
    let bearer = crate::support::Who { name: "bearer", token: used["token"].as_str().map(str::to_owned) };
    house.get(&bearer, "/api/v1/cases").expect(200).await;
    house.app.accounts().write_uses_down().await.expect("the database is there");
    let last_used = async |key: &Value| {
        let list = house.get(admin, "/api/v1/accounts?q=housing").expect(200).await.json();
        let keys = list["items"]
            .as_array()
            .expect("a list")
            .iter()
            .flat_map(|item| item["keys"].as_array().expect("keys"));
        keys.into_iter().find(|known| known["id"] == key["id"]).expect("the key")["last_used_at"].clone()
    };
    assert_eq!(last_used(&used).await, json!("2026-11-20T04:00:00Z"));
    assert_eq!(last_used(&unused).await, Value::Null);
    // Another process knows of an earlier use, and takes nothing back.
    let other = house.another_service();
    let token = used["token"].as_str().expect("a token");
    house.clock.advance(chrono::TimeDelta::minutes(3));
    assert!(other.accounts().authenticate_token(token).await.expect("the database is there").is_some());
    assert_eq!(other.accounts().write_uses_down().await.expect("the database is there"), 1);
    assert_eq!(last_used(&used).await, json!("2026-11-20T04:03:00Z"));
    assert_eq!(other.accounts().write_uses_down().await.expect("nothing to write"), 0);
}
