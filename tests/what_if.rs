//! 假设推演: a past period under another policy or calendar, side by side with what really was.

use serde_json::{Value, json};

use crate::support::{CaseInHand, Stage, TestHouse, Who, dispatch_body};

const WHAT_IF: &str = "/api/v1/reports/what-if";
const DELIVERED: &str = include_str!("../policy/default.toml");

/// The delivered policy under another version, in which a text stands for another.
fn changed(from: &str, to: &str) -> String {
    assert!(DELIVERED.contains(from), "{from}");
    DELIVERED.replacen("version = 1\n", "version = 9\n", 1).replacen(from, to, 1)
}

/// The same, with three working days instead of four working hours for the category of these cases.
fn lenient() -> String {
    changed(
        "lead = \"sanitation\"\nco_handlers = [\"street\", \"property-service\"]\nordinary = \"4wh\"",
        "lead = \"sanitation\"\nco_handlers = [\"street\", \"property-service\"]\nordinary = \"3wd\"",
    )
}

/// The day of all these cases, a Friday.
fn that_day(more: &Value) -> Value {
    let mut body = json!({ "from": "2026-11-20", "to": "2026-11-21T00:00:00+08:00" });
    let more = more.as_object().expect("an object").clone();
    body.as_object_mut().expect("an object").extend(more);
    body
}

/// Two cases are sent at noon, and due at six. The one is done at once, the other after the weekend.
async fn two_cases(house: &TestHouse) -> [CaseInHand; 2] {
    let mut prompt = house.case_at(Stage::Endorsed).await;
    house.dispatch(&mut prompt, &dispatch_body()).await;
    let mut late = house.case_at(Stage::Endorsed).await;
    house.dispatch(&mut late, &dispatch_body()).await;
    house.bring(&mut prompt, Stage::Dispatched, Stage::Verification).await;
    house.clock.advance(chrono::Duration::days(3));
    house.bring(&mut late, Stage::Dispatched, Stage::Verification).await;
    [prompt, late]
}

async fn told(house: &TestHouse, who: &Who, body: &Value) -> Value {
    house.post(who, WHAT_IF, body).expect(200).await.json()
}

fn of<'v>(report: &'v Value, key: &str) -> &'v Value {
    let rows = report["items"].as_array().expect("rows");
    rows.iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("no {key}: {report}"))
}

fn on_time(side: &Value) -> (i64, i64, f64) {
    let count = |name: &str| side[name].as_i64().unwrap_or_else(|| panic!("no {name}: {side}"));
    (count("due"), count("closed_on_time"), side["on_time_rate"].as_f64().unwrap_or(-1.0))
}

#[tokio::test]
async fn another_policy_moves_the_deadlines_and_nothing_else() {
    let house = TestHouse::open().await;
    two_cases(&house).await;
    let events = house.events().await;
    let body = that_day(&json!({ "policy": { "document": lenient() } }));
    let report = told(&house, &house.people.supervisor, &body).await;
    let housing = of(&report, "d-housing");
    assert_eq!(on_time(&housing["actual"]), (2, 1, 0.5));
    assert_eq!(on_time(&housing["hypothetical"]), (2, 2, 1.0));
    assert_eq!(housing["difference"]["closed_on_time"], 1);
    assert_eq!(housing["difference"]["closed"], 0);
    assert_eq!(housing["difference"]["on_time_rate"], 0.5);
    assert!(housing["name"].is_string(), "{housing}");
    assert_eq!((&report["cases"], &report["unjudged"]), (&json!(2), &json!(0)));
    assert_eq!(on_time(&report["total"]["actual"]), (4, 2, 0.5), "leads and helpers");
    assert_eq!(house.events().await, events, "nothing is written");
    // Nobody's case moved out of the period with its deadline, and the real one stands where it stood.
    let listed =
        house.get(&house.people.supervisor, "/api/v1/dispatches?department=d-housing").expect(200).await;
    for item in listed.json()["items"].as_array().expect("items") {
        assert_eq!(item["due_at"], "2026-11-20T10:00:00Z");
    }
}

#[tokio::test]
async fn the_policy_that_was_in_force_makes_no_difference() {
    let house = TestHouse::open().await;
    two_cases(&house).await;
    for group_by in ["department", "area", "category", "level"] {
        let body = json!({ "policy": { "version": 1 }, "group_by": group_by });
        let report = told(&house, &house.people.supervisor, &that_day(&body)).await;
        let rows = report["items"].as_array().expect("rows");
        assert!(!rows.is_empty(), "{report}");
        let path = format!("/api/v1/reports/sla?from=2026-11-20&to=2026-11-21&group_by={group_by}");
        let sla = house.get(&house.people.supervisor, &path).expect(200).await.json();
        for row in rows {
            let reported = of(&sla, row["key"].as_str().expect("a key"));
            for figure in ["due", "closed", "closed_on_time", "open_overdue", "on_time_rate"] {
                assert_eq!(row["actual"][figure], reported[figure], "{figure} of {row}");
            }
        }
        for side in rows.iter().chain([&report["total"]]) {
            assert_eq!(side["actual"], side["hypothetical"], "{group_by}");
            assert_eq!(side["difference"]["closed_on_time"], 0);
        }
    }
}

#[tokio::test]
async fn a_day_off_moves_what_is_counted_in_working_time() {
    let house = TestHouse::open().await;
    two_cases(&house).await;
    // Four working hours from that Friday end on Monday at noon; the late one was done exactly then.
    let day = json!([{ "date": "2026-11-20", "kind": "off" }]);
    let body = that_day(&json!({ "calendar": { "extra_days": day } }));
    let report = told(&house, &house.people.supervisor, &body).await;
    assert_eq!(on_time(&of(&report, "d-housing")["hypothetical"]), (2, 2, 1.0));
    // A Saturday of work ends nothing that was due on Friday.
    let day = json!([{ "date": "2026-11-21", "kind": "work" }]);
    let body = that_day(&json!({ "calendar": { "extra_days": day } }));
    let report = told(&house, &house.people.supervisor, &body).await;
    assert_eq!(on_time(&of(&report, "d-housing")["hypothetical"]), (2, 1, 0.5));
}

#[tokio::test]
async fn what_the_other_policy_does_not_know_counts_as_it_was() {
    let house = TestHouse::open().await;
    two_cases(&house).await;
    let document = changed("code = \"0102\"", "code = \"0198\"");
    let body = that_day(&json!({ "policy": { "document": document }, "group_by": "category" }));
    let report = told(&house, &house.people.supervisor, &body).await;
    assert_eq!((&report["cases"], &report["unjudged"]), (&json!(2), &json!(2)));
    let row = of(&report, "0102");
    assert_eq!(row["actual"], row["hypothetical"]);
}

#[tokio::test]
async fn what_was_not_known_then_is_not_judged() {
    let house = TestHouse::open().await;
    let [prompt, late] = two_cases(&house).await;
    let document = json!({ "document": lenient() });
    let body = |as_of: Value, more: Value| {
        let mut body = that_day(&json!({ "policy": document, "as_of": as_of }));
        body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        body
    };
    let supervisor = &house.people.supervisor;
    // Right after the prompt one was done, the other was open, and not late yet.
    let report = told(&house, supervisor, &body(json!(prompt.position), json!({}))).await;
    let housing = of(&report, "d-housing");
    assert_eq!(on_time(&housing["actual"]), (2, 1, 1.0));
    assert_eq!(report["position"], prompt.position);
    // Judged on the Monday after, by what was known on Friday, it was late; with three working days it would not be.
    let monday = json!({ "at": "2026-11-23T00:00:00Z" });
    let report = told(&house, supervisor, &body(json!(prompt.position.to_string()), monday)).await;
    let housing = of(&report, "d-housing");
    assert_eq!((on_time(&housing["actual"]).2, &housing["actual"]["open_overdue"]), (0.5, &json!(1)));
    assert_eq!(
        (on_time(&housing["hypothetical"]).2, &housing["difference"]["open_overdue"]),
        (1.0, &json!(-1))
    );
    let report = told(&house, supervisor, &body(json!(late.position), json!({}))).await;
    assert_eq!(on_time(&of(&report, "d-housing")["actual"]), (2, 1, 0.5));
    let before = told(&house, supervisor, &body(json!("2026-11-19T00:00:00Z"), json!({}))).await;
    assert_eq!((&before["items"], &before["cases"]), (&json!([]), &json!(0)));
}

#[tokio::test]
async fn what_cannot_be_supposed_is_refused_with_the_place() {
    let house = TestHouse::open().await;
    two_cases(&house).await;
    let supervisor = &house.people.supervisor;
    let (policy, off) = (json!({ "version": 1 }), json!({ "date": "2026-11-20", "kind": "off" }));
    let with = |name: &str, value: Value| {
        let mut body = that_day(&json!({ "policy": policy }));
        body[name] = value;
        body
    };
    let refused = [
        (with("to", json!("2026-11-19T00:00:00Z")), 422, "invalid_fields", "/to"),
        (with("to", json!("2226-11-19T00:00:00Z")), 422, "invalid_fields", "/to"),
        (with("from", json!("yesterday")), 400, "bad_type", "/from"),
        (with("group_by", json!("moon")), 400, "bad_type", "/group_by"),
        (with("policy", json!({ "version": 77 })), 422, "invalid_fields", "/policy/version"),
        (with("policy", json!({})), 400, "bad_type", "/policy"),
        (with("policy", json!({ "version": 1, "document": lenient() })), 400, "bad_type", "/policy"),
        (with("policy", Value::Null), 422, "invalid_fields", ""),
        (
            with("calendar", json!({ "extra_days": [off, off] })),
            422,
            "invalid_fields",
            "/calendar/extra_days/1/date",
        ),
        (
            with("calendar", json!({ "extra_days": [{ "date": "2026-02-30", "kind": "off" }] })),
            400,
            "bad_type",
            "/calendar/extra_days/0/date",
        ),
        (
            with("calendar", json!({ "extra_days": [{ "date": "2026-02-20", "kind": "half" }] })),
            400,
            "bad_type",
            "/calendar/extra_days/0/kind",
        ),
    ];
    for (body, status, code, pointer) in refused {
        let answer = house.post(supervisor, WHAT_IF, &body).refused(status, code).await;
        assert_eq!(answer.pointers(), [pointer], "{answer}");
    }
    for (unsound, named) in [
        (changed("ordinary = \"4wh\"", "ordinary = \"4w\""), "`4w` is not a time limit"),
        (changed("lead = \"sanitation\"", "lead = \"nobody\""), "nobody"),
        (changed("code = \"0103\"", "code = \"0102\""), "0102"),
        ("version = ".to_owned(), "line 1"),
    ] {
        let body = with("policy", json!({ "document": unsound }));
        let answer = house.post(supervisor, WHAT_IF, &body).refused(422, "unsound_policy").await;
        let detail = answer.json()["detail"].as_str().expect("a reason").to_owned();
        assert!(detail.contains(named), "{detail} does not name {named}");
    }
    let beyond = with("as_of", json!(9_000_000));
    house.post(supervisor, WHAT_IF, &beyond).refused(422, "as_of_beyond_log").await;
    house.post(supervisor, WHAT_IF, &with("as_of", json!("soon"))).refused(400, "bad_as_of").await;
}

#[tokio::test]
async fn an_administrator_of_an_area_supposes_for_that_area() {
    let house = TestHouse::open().await;
    two_cases(&house).await;
    let body = that_day(&json!({ "policy": { "version": 1 }, "group_by": "area" }));
    let all = told(&house, &house.people.supervisor, &body).await;
    let own = told(&house, &house.people.admin, &body).await;
    let keys = |report: &Value| {
        let rows = report["items"].as_array().expect("rows").iter();
        rows.map(|row| row["key"].as_str().expect("a key").to_owned()).collect::<Vec<_>>()
    };
    let own_keys = keys(&own);
    assert!(own_keys.iter().all(|key| keys(&all).contains(key)), "{own}");
    assert_eq!(on_time(&of(&own, "s1-c1")["actual"]), on_time(&of(&all, "s1-c1")["actual"]));
}
