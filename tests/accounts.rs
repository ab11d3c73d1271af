//! Accounts and keys, as administrators look after them.

use std::time::Duration;

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use whistle_domain::access::KEYS_MAX;
use whistle_store::database::owner_options;
use whistle_store::ids::new_id;
use whistle_store::projections::{projections, rebuild};
use whistle_store::reference::ACCESS_STREAM;

use crate::support::{Answer, Stage, TestHouse, Who};

/// The operations as the description names them.
pub(crate) fn described() -> impl Iterator<Item = String> {
    OPERATIONS.iter().map(|(operation, ..)| (*operation).to_owned())
}

/// Operations, whether auditors may ask for them as well, and a body.
const OPERATIONS: [(&str, bool, &str); 7] = [
    ("get /api/v1/accounts", false, ""),
    ("get /api/v1/accounts/history", true, ""),
    ("post /api/v1/accounts", false, r#"{"username":"newcomer","role":"auditor"}"#),
    ("post /api/v1/accounts/{username}/close", false, "{}"),
    ("post /api/v1/accounts/{username}/password", false, "{}"),
    ("post /api/v1/accounts/{username}/keys", false, r#"{"label":"网关","days":30}"#),
    ("post /api/v1/accounts/{username}/keys/{id}/revoke", false, "{}"),
];

fn new_dispatcher() -> Value {
    json!({ "username": "Li.Ming", "role": "dispatcher", "unit": "d-dispatch", "area": "yunqi",
            "display_name": "李明" })
}

fn with(token: &Value) -> Who {
    Who { name: "bearer", token: Some(token.as_str().expect("a token").to_owned()) }
}

async fn open(house: &TestHouse, body: &Value) -> Value {
    house.post(&house.people.admin, "/api/v1/accounts", body).expect(201).await.json()
}

async fn log_in(house: &TestHouse, username: &str, password: &Value) -> u16 {
    let body = json!({ "username": username, "password": password });
    house.post(&house.people.nobody, "/api/v1/sessions", &body).send().await.status
}

async fn history(house: &TestHouse) -> Vec<Value> {
    let answer = house.get(&house.people.admin, "/api/v1/accounts/history").expect(200).await.json();
    answer["items"].as_array().expect("a list").clone()
}

fn kinds(history: &[Value]) -> Vec<&str> {
    history.iter().map(|event| event["type"].as_str().expect("a type")).collect()
}

#[tokio::test]
async fn only_administrators_look_after_accounts_and_auditors_may_see_what_they_did() {
    let house = TestHouse::open().await;
    for (operation, auditors, body) in OPERATIONS {
        let (method, path) = operation.split_once(' ').expect("a method and a path");
        let path = path.replace("{username}", "housing").replace("{id}", &new_id().to_string());
        for who in house.people.all() {
            let allowed = who.name == "admin" || (auditors && who.name == "auditor");
            let method: Method = method.to_uppercase().parse().expect("a method");
            if allowed && method == Method::POST {
                continue;
            }
            let mut call = house.call(who, method, &path);
            if !body.is_empty() {
                call = call.json(&serde_json::from_str(body).expect("JSON"));
            }
            let expected = match (allowed, &who.token) {
                (true, _) => 200,
                (false, Some(_)) => 403,
                (false, None) => 401,
            };
            call.expect(expected).await;
        }
    }
    assert_eq!(house.events().await, 0);
}

#[tokio::test]
async fn an_account_is_opened_with_a_password_that_is_told_once() {
    let house = TestHouse::open().await;
    let path = "/api/v1/accounts";
    let call = || house.post(&house.people.admin, path, &new_dispatcher()).key("open-1");
    let first = call().expect(201).await;
    assert_eq!(first.header("cache-control"), "no-store");
    assert_eq!((first.header("etag"), first.position() > 0), ("\"1\"", true));
    let opened = first.json();
    assert_eq!((&opened["username"], &opened["state"]), (&json!("li.ming"), &json!("open")));
    assert_eq!(log_in(&house, "li.ming", &opened["password"]).await, 201);
    // The same request again: no second account, and no second telling.
    let again = call().expect(201).await;
    let repeated = again.json();
    assert_eq!((&repeated["id"], &repeated["password"]), (&opened["id"], &Value::Null));
    assert_eq!(again.position(), first.position());
    assert_eq!(house.events().await, 1);
    let other = json!({ "username": "other", "role": "auditor" });
    house.post(&house.people.admin, path, &other).key("open-1").refused(422, "idempotency_key_reused").await;
    house.post(&house.people.admin, path, &new_dispatcher()).refused(409, "username_taken").await;
    assert_eq!(house.events().await, 1);
    let events = history(&house).await;
    assert_eq!(kinds(&events), ["AccountOpened"]);
    let event = &events[0];
    assert_eq!((&event["username"], &event["by"]), (&json!("li.ming"), &json!("admin")));
    let data =
        json!({ "account": opened["id"], "role": "dispatcher", "unit": "d-dispatch", "area": "yunqi" });
    assert_eq!(event["data"], data);
}

#[tokio::test]
async fn every_field_of_an_account_is_judged_and_all_are_told_at_once() {
    let house = TestHouse::open().await;
    let refused = async |body: Value| {
        let answer = house.post(&house.people.admin, "/api/v1/accounts", &body);
        let answer: Answer = answer.refused(422, "invalid_fields").await;
        let errors = answer.json()["errors"].as_array().expect("a list").clone();
        let told = |error: &Value| format!("{} {}", error["pointer"], error["code"]).replace('"', "");
        errors.iter().map(told).collect::<Vec<_>>()
    };
    let nonsense = json!({ "username": "x", "role": "king", "unit": "nowhere", "area": "nowhere" });
    let expected =
        ["/role unknown_role", "/unit unknown_unit", "/area unknown_unit", "/username bad_username"];
    assert_eq!(refused(nonsense).await, expected);
    assert_eq!(refused(json!({ "username": "ab", "role": "system" })).await, ["/role unknown_role"]);
    for role in ["grid_worker", "community", "hotline", "dispatcher", "department"] {
        assert_eq!(refused(json!({ "username": "ab", "role": role })).await, ["/unit missing"], "{role}");
    }
    for (role, unit) in [("community", "d-housing"), ("grid_worker", "d-dispatch"), ("admin", "s1-c1-e1")] {
        let body = json!({ "username": "ab", "role": role, "unit": unit });
        assert_eq!(refused(body).await, ["/unit unfit_unit"], "{role} {unit}");
    }
    assert_eq!(refused(json!({ "username": "..", "role": "auditor" })).await, ["/username bad_username"]);
    let area = json!({ "username": "ab", "role": "auditor", "area": "d-housing" });
    assert_eq!(refused(area).await, ["/area unfit_unit"]);
    let resident =
        json!({ "username": "19911110002", "role": "resident", "unit": "s1", "display_name": "张三" });
    let expected = ["/username personal_data", "/unit contradiction", "/display_name contradiction"];
    assert_eq!(refused(resident).await, expected);
    assert_eq!(house.events().await, 0);
    open(&house, &json!({ "username": "a.resident", "role": "resident" })).await;
}

#[tokio::test]
async fn another_password_ends_the_old_one_and_is_told_once() {
    let house = TestHouse::open().await;
    let opened = open(&house, &new_dispatcher()).await;
    let path = "/api/v1/accounts/li.ming/password";
    let call = || house.post(&house.people.admin, path, &json!({})).key("password-1");
    let replaced = call().expect(200).await.json();
    assert_eq!(call().expect(200).await.json()["password"], Value::Null);
    assert_eq!(log_in(&house, "li.ming", &opened["password"]).await, 401);
    assert_eq!(log_in(&house, "li.ming", &replaced["password"]).await, 201);
    assert_eq!(kinds(&history(&house).await), ["AccountOpened", "PasswordReplaced"]);
}

#[tokio::test]
async fn a_key_lets_in_until_it_is_revoked_and_then_at_once_no_more() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    open(&house, &new_dispatcher()).await;
    let path = "/api/v1/accounts/li.ming/keys";
    let body = json!({ "label": "城管接口", "days": 30 });
    let call = || house.post(admin, path, &body).key("key-1");
    let issued = call().expect(201).await.json();
    assert_eq!(call().expect(201).await.json()["token"], Value::Null);
    let bearer = with(&issued["token"]);
    house.get(&bearer, "/api/v1/cases").expect(200).await;
    let elsewhere = format!("/api/v1/accounts/housing/keys/{}/revoke", issued["id"].as_str().expect("an id"));
    house.post(admin, &elsewhere, &json!({})).refused(404, "not_found").await;
    house.get(&bearer, "/api/v1/cases").expect(200).await;
    let revoke = format!("{path}/{}/revoke", issued["id"].as_str().expect("an id"));
    house.post(admin, &revoke, &json!({})).if_match("\"1\"").refused(412, "stale").await;
    house.get(&bearer, "/api/v1/cases").expect(200).await;
    let revoked = house.post(admin, &revoke, &json!({})).if_match("\"2\"").expect(200).await.json();
    assert_eq!(revoked["state"], "revoked");
    house.get(&bearer, "/api/v1/cases").refused(401, "unauthenticated").await;
    // Once more changes nothing.
    house.post(admin, &revoke, &json!({})).expect(200).await;
    let events = history(&house).await;
    assert_eq!(kinds(&events), ["AccountOpened", "KeyIssued", "KeyRevoked"]);
    assert_eq!((&events[2]["label"], &events[2]["data"]["key"]), (&json!("城管接口"), &issued["id"]));
    // A key ends by itself, too.
    let short = house.post(admin, path, &json!({ "label": "一天", "days": 1 })).expect(201).await.json();
    house.get(&with(&short["token"]), "/api/v1/cases").expect(200).await;
    house.clock.advance(chrono::TimeDelta::days(1));
    house.get(&with(&short["token"]), "/api/v1/cases").refused(401, "unauthenticated").await;
}

#[tokio::test]
async fn keys_have_a_label_an_end_and_a_number_that_is_enough() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    open(&house, &new_dispatcher()).await;
    let path = "/api/v1/accounts/li.ming/keys";
    for (body, pointer) in [
        (json!({ "label": "", "days": 1 }), "/label"),
        (json!({ "label": "打给19911110002", "days": 1 }), "/label"),
        (json!({ "label": "接口", "days": 0 }), "/days"),
        (json!({ "label": "接口", "days": 3651 }), "/days"),
    ] {
        let answer = house.post(admin, path, &body).refused(422, "invalid_fields").await;
        assert_eq!(answer.pointers(), [pointer], "{body}");
    }
    let body = json!({ "label": "接口", "days": 1 });
    for _key in 0..KEYS_MAX {
        house.post(admin, path, &body).expect(201).await;
    }
    house.post(admin, path, &body).refused(409, "too_many_keys").await;
    // Those that have ended do not count.
    house.clock.advance(chrono::TimeDelta::days(2));
    house.post(admin, path, &body).expect(201).await;
    house.post(admin, "/api/v1/accounts/nobody-here/keys", &body).refused(404, "not_found").await;
}

#[tokio::test]
async fn a_closed_account_is_out_at_once_and_for_good() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let opened = open(&house, &new_dispatcher()).await;
    let keys = "/api/v1/accounts/li.ming/keys";
    let issued =
        house.post(&people.admin, keys, &json!({ "label": "接口", "days": 9 })).expect(201).await.json();
    house.get(&with(&issued["token"]), "/api/v1/cases").expect(200).await;
    let path = "/api/v1/accounts/li.ming/close";
    let close = || house.post(&people.admin, path, &json!({})).key("close-1");
    house.post(&people.admin, path, &json!({})).if_match("\"1\"").refused(412, "stale").await;
    let closed = close().expect(200).await;
    assert_eq!(closed.json()["state"], "closed");
    assert_eq!(close().expect(200).await.position(), closed.position());
    house.post(&people.admin, path, &json!({})).expect(200).await;
    house.get(&with(&issued["token"]), "/api/v1/cases").refused(401, "unauthenticated").await;
    assert_eq!(log_in(&house, "li.ming", &opened["password"]).await, 401);
    for (path, body) in
        [(keys, json!({ "label": "接口", "days": 9 })), ("/api/v1/accounts/li.ming/password", json!({}))]
    {
        house.post(&people.admin, path, &body).refused(409, "account_closed").await;
    }
    house.post(&people.admin, "/api/v1/accounts", &new_dispatcher()).refused(409, "username_taken").await;
    house.post(&people.admin, "/api/v1/accounts/admin/close", &json!({})).refused(403, "own_account").await;
    assert_eq!(kinds(&history(&house).await), ["AccountOpened", "KeyIssued", "AccountClosed"]);
    let found = house.get(&people.admin, "/api/v1/accounts?state=closed").expect(200).await.json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "{found}");
}

#[tokio::test]
async fn accounts_are_listed_page_by_page_and_found_by_name_role_and_state() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let mut names: Vec<String> = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = house.get(admin, &format!("/api/v1/accounts?limit=4{cursor}")).expect(200).await.json();
        let items = page["items"].as_array().expect("a list");
        assert!(items.len() <= 4);
        names.extend(items.iter().map(|item| item["username"].as_str().expect("a name").to_owned()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    let mut expected: Vec<String> =
        house.people.all().iter().skip(1).map(|who| who.name.to_owned()).collect();
    expected.sort();
    assert_eq!(names, expected);
    let found =
        house.get(admin, "/api/v1/accounts?q=HOUSING&role=department&state=open").expect(200).await.json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(2), "{found}");
    assert_eq!(found["items"][0]["keys"][0]["state"], "in_force");
    for nonsense in ["role=king", "state=ajar", "cursor=%00", "q=%00"] {
        house.get(admin, &format!("/api/v1/accounts?{nonsense}")).refused(400, "bad_query").await;
    }
}

/// Puts the tables back to where they were when the service ended between writing down and doing.
async fn not_done(house: &TestHouse, table: &str, id: &Value) {
    let delete = sqlx::AssertSqlSafe(format!("DELETE FROM {table} WHERE id = $1::uuid"));
    let deleted = sqlx::query(delete).bind(id.as_str().expect("an id")).execute(&house.owner).await;
    assert_eq!(deleted.expect("the table is there").rows_affected(), 1);
}

#[tokio::test]
async fn what_was_written_down_and_not_done_is_finished_by_the_same_request() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let open = || house.post(admin, "/api/v1/accounts", &new_dispatcher()).key("open-1");
    let first = open().expect(201).await.json();
    not_done(&house, "users", &first["id"]).await;
    // There is an event without an account, and nobody comes in by it.
    let events = history(&house).await;
    assert_eq!((kinds(&events), &events[0]["username"]), (vec!["AccountOpened"], &Value::Null));
    assert_eq!(log_in(&house, "li.ming", &first["password"]).await, 401);
    let made = open().expect(201).await.json();
    assert_eq!(made["id"], first["id"]);
    assert_eq!(log_in(&house, "li.ming", &made["password"]).await, 201);
    let body = json!({ "label": "接口", "days": 7 });
    let issue = || house.post(admin, "/api/v1/accounts/li.ming/keys", &body).key("key-1");
    let first = issue().expect(201).await.json();
    not_done(&house, "tokens", &first["id"]).await;
    let made = issue().expect(201).await.json();
    assert_eq!((&made["id"], &made["expires_at"]), (&first["id"], &first["expires_at"]));
    house.get(&with(&made["token"]), "/api/v1/cases").expect(200).await;
    assert_eq!(house.events().await, 2);
}

#[tokio::test]
async fn a_password_that_was_written_down_and_not_put_in_force_is_put_by_the_same_request() {
    let house = TestHouse::open().await;
    let opened = open(&house, &new_dispatcher()).await;
    let path = "/api/v1/accounts/li.ming/password";
    let call = || house.post(&house.people.admin, path, &json!({})).key("password-1");
    let before = "SELECT password_hash FROM users WHERE username = 'li.ming'";
    let hash: String = sqlx::query_scalar(before).fetch_one(&house.owner).await.expect("a hash");
    let first = call().expect(200).await;
    let undone = "UPDATE users SET password_hash = $1, password_position = NULL WHERE username = 'li.ming'";
    sqlx::query(undone).bind(&hash).execute(&house.owner).await.expect("it is undone");
    assert_eq!(log_in(&house, "li.ming", &opened["password"]).await, 201);
    let finished = call().expect(200).await;
    assert_eq!(finished.position(), first.position());
    assert_eq!(log_in(&house, "li.ming", &opened["password"]).await, 401);
    assert_eq!(log_in(&house, "li.ming", &finished.json()["password"]).await, 201);
    assert_eq!(call().expect(200).await.json()["password"], Value::Null);
    assert_eq!(kinds(&history(&house).await), ["AccountOpened", "PasswordReplaced"]);
    // A later password is not undone by an earlier command that is repeated.
    let later = house.post(&house.people.admin, path, &json!({})).expect(200).await.json();
    assert_eq!(call().expect(200).await.json()["password"], Value::Null);
    assert_eq!(log_in(&house, "li.ming", &later["password"]).await, 201);
}

#[tokio::test]
async fn a_repeated_request_gets_its_first_answer_whatever_became_of_the_account() {
    let house = TestHouse::open().await;
    let admin = &house.people.admin;
    let open = || house.post(admin, "/api/v1/accounts", &new_dispatcher()).key("open-1");
    let key = json!({ "label": "接口", "days": 7 });
    let issue = || house.post(admin, "/api/v1/accounts/li.ming/keys", &key).key("key-1");
    let replace = || house.post(admin, "/api/v1/accounts/li.ming/password", &json!({})).key("password-1");
    open().expect(201).await;
    let issued = issue().expect(201).await.json();
    replace().expect(200).await;
    house.post(admin, "/api/v1/accounts/li.ming/close", &json!({})).expect(200).await;
    assert_eq!(open().expect(201).await.json()["password"], Value::Null);
    let again = issue().expect(201).await.json();
    assert_eq!((&again["id"], &again["token"]), (&issued["id"], &Value::Null));
    assert_eq!(again["state"], "account_closed");
    assert_eq!(replace().expect(200).await.json()["password"], Value::Null);
    // A key that was never made, of which the time is over.
    not_done(&house, "tokens", &issued["id"]).await;
    issue().refused(409, "account_closed").await;
    let opened = "UPDATE users SET disabled_at = NULL WHERE username = 'li.ming'";
    sqlx::query(opened).execute(&house.owner).await.expect("it is open");
    house.clock.advance(TimeDelta::days(8));
    issue().refused(409, "key_ended").await;
}

#[tokio::test]
async fn whoever_goes_away_in_the_middle_of_a_closing_does_not_keep_it_out_of_the_log() {
    let house = TestHouse::open().await;
    open(&house, &new_dispatcher()).await;
    // Nothing is appended while somebody holds the table of events.
    let mut held = house.owner.begin().await.expect("a transaction");
    sqlx::query("LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE").execute(&mut *held).await.expect("held");
    let closing = house.post(&house.people.admin, "/api/v1/accounts/li.ming/close", &json!({})).send();
    let shut = async {
        let closed = "SELECT disabled_at IS NOT NULL FROM users WHERE username = 'li.ming'";
        while !sqlx::query_scalar::<_, bool>(closed).fetch_one(&house.owner).await.expect("the account") {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        _ = closing => panic!("the log is held, and it was answered"),
        () = shut => {}
    }
    held.rollback().await.expect("let go");
    let written = async {
        while kinds(&history(&house).await) != ["AccountOpened", "AccountClosed"] {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), written).await.expect("it was written down");
}

#[tokio::test]
async fn the_history_is_told_from_either_end() {
    let house = TestHouse::open().await;
    open(&house, &new_dispatcher()).await;
    let key = json!({ "label": "接口", "days": 7 });
    for _ in 0..3 {
        house.post(&house.people.admin, "/api/v1/accounts/li.ming/keys", &key).expect(201).await;
    }
    let page = async |query: &str| {
        let path = format!("/api/v1/accounts/history?{query}");
        let page = house.get(&house.people.auditor, &path).expect(200).await.json();
        let versions = page["items"].as_array().expect("a list").iter().map(|event| event["version"].clone());
        (versions.collect::<Vec<_>>(), page["next_cursor"].as_str().map(str::to_owned))
    };
    assert_eq!(
        page("order=oldest&limit=3").await,
        (vec![json!(1), json!(2), json!(3)], Some("3".to_owned()))
    );
    let (newest, next) = page("order=newest&limit=3").await;
    assert_eq!(newest, [json!(4), json!(3), json!(2)]);
    let rest = page(&format!("order=newest&limit=3&cursor={}", next.expect("there is more"))).await;
    assert_eq!(rest, (vec![json!(1)], None));
    let second = history(&house).await[1]["position"].clone();
    assert_eq!(page(&format!("order=newest&as_of={second}")).await, (vec![json!(2), json!(1)], None));
    house.get(&house.people.auditor, "/api/v1/accounts/history?order=odd").refused(400, "bad_query").await;
}

#[tokio::test]
async fn what_was_shut_and_not_written_down_is_written_down_by_the_next_request() {
    let house = TestHouse::open().await;
    let opened = open(&house, &new_dispatcher()).await;
    let id = opened["id"].as_str().expect("an id").parse().expect("an identity");
    house.app.accounts().close(id).await.expect("shut");
    house.post(&house.people.admin, "/api/v1/accounts/li.ming/close", &json!({})).expect(200).await;
    assert_eq!(kinds(&history(&house).await), ["AccountOpened", "AccountClosed"]);
}

#[tokio::test]
async fn the_read_models_walk_past_accounts_and_the_log_stays_sound() {
    let house = TestHouse::open().await;
    open(&house, &new_dispatcher()).await;
    let case = house.case_at(Stage::Dispatched).await;
    let key = json!({ "label": "接口", "days": 1 });
    let last = house.post(&house.people.admin, "/api/v1/accounts/li.ming/keys", &key).expect(201).await;
    // A list that knows the event of the key has walked past it.
    let seen = format!("/api/v1/cases?min_position={}", last.position());
    let cases = house.get(&house.people.auditor, &seen).expect(200).await;
    assert_eq!(cases.ids(), [case.id.as_str()]);
    // So has one that begins anew.
    let owner = owner_options(house.database.url()).expect("an address");
    for projection in projections() {
        let rebuilt = rebuild(projection.as_ref(), &owner, house.app.log(), &mut |_| {}).await;
        assert!(rebuilt.expect("it can be rebuilt").events >= last.position());
    }
    assert_eq!(house.get(&house.people.auditor, &seen).expect(200).await.ids(), [case.id.as_str()]);
    let of_the_stream = house.app.log().read_stream(ACCESS_STREAM, 0).await.expect("the stream");
    assert!(of_the_stream.iter().all(|event| event.stream_type == "access"));
    assert_eq!(of_the_stream.len(), 2);
    let verified = house.app.log().verify(|_| {}).await.expect("the log can be read");
    assert!(verified.problems.is_empty(), "{:?}", verified.problems);
}

#[tokio::test]
async fn secrets_are_told_to_whoever_made_them_and_stand_nowhere() {
    let house = TestHouse::open().await;
    let opened = open(&house, &new_dispatcher()).await;
    let keys = "/api/v1/accounts/li.ming/keys";
    let issued = house
        .post(&house.people.admin, keys, &json!({ "label": "接口", "days": 1 }))
        .expect(201)
        .await
        .json();
    let password = house.post(&house.people.admin, "/api/v1/accounts/li.ming/password", &json!({}));
    let password = password.expect(200).await.json();
    let secret = |value: &Value| value.as_str().expect("a secret").to_owned();
    let secrets = [secret(&opened["password"]), secret(&issued["token"]), secret(&password["password"])];
    // What was told when it was made is told; from here on nobody hears of it.
    house.heard.lock().expect("nobody panics with it").clear();
    house.get(&house.people.admin, "/api/v1/accounts").expect(200).await;
    history(&house).await;
    house.get(&house.people.auditor, "/api/v1/accounts/history").expect(200).await;
    house.nobody_learned(&secrets.each_ref().map(String::as_str)).await;
    // The log has neither names nor labels.
    for event in house.app.log().read_stream(ACCESS_STREAM, 0).await.expect("the stream") {
        let text = String::from_utf8(event.payload).expect("JSON");
        assert!(["li.ming", "李明", "接口"].iter().all(|told| !text.contains(told)), "{text}");
    }
}
