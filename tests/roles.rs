//! Every operation of the description × everybody.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, Ordering};

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{CaseInHand, PASSWORD, Stage, TestHouse, Who, dispatch_body, noon, whistle};

/// One operation, and what each caller gets: everybody who is not named gets `otherwise`.
struct Row {
    method: &'static str,
    path: &'static str,
    /// How far the case is on which it is tried.
    stage: Stage,
    body: fn(&CaseInHand) -> Value,
    /// The status for whoever may.
    allowed: u16,
    who: &'static str,
    /// For whom the thing does not exist.
    hidden: &'static str,
    otherwise: Otherwise,
}

/// What those get who are not named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Otherwise {
    /// 403 with an account, 401 without.
    Refused,
    /// The operation is open to all who are not hidden from.
    Allowed,
}

const STAFF: &str = "grid_worker community other_community hotline dispatcher housing housing_colleague urban street \
                     police supervisor auditor admin";
const ACCOUNTS: &str = "resident other_resident grid_worker community other_community hotline dispatcher housing \
                        housing_colleague urban street police supervisor auditor admin";

fn nothing(_: &CaseInHand) -> Value {
    json!({})
}

const fn row(
    method: &'static str,
    path: &'static str,
    stage: Stage,
    who: &'static str,
    hidden: &'static str,
) -> Row {
    Row { method, path, stage, body: nothing, allowed: 200, who, hidden, otherwise: Otherwise::Refused }
}

fn table() -> Vec<Row> {
    let departments_beside = "urban street police";
    let mut rows = vec![
        Row {
            body: |_| with_anonymous(whistle()),
            allowed: 201,
            ..row(
                "post",
                "/api/v1/cases",
                Stage::Raised,
                "nobody resident other_resident grid_worker community \
                other_community hotline dispatcher housing housing_colleague urban street police supervisor admin",
                "",
            )
        },
        row("get", "/api/v1/cases", Stage::Dispatched, ACCOUNTS, ""),
        row(
            "get",
            "/api/v1/cases/{id}",
            Stage::Dispatched,
            "resident grid_worker community hotline dispatcher housing \
            housing_colleague urban street supervisor auditor admin",
            "other_resident other_community police",
        ),
        row("get", "/api/v1/cases/{id}/history", Stage::Dispatched, "supervisor auditor", ""),
        row("get", "/api/v1/dispatches", Stage::Dispatched, STAFF, ""),
        row("get", "/api/v1/reports/backlog", Stage::Dispatched, STAFF, ""),
        row("get", "/api/v1/events/stream", Stage::Raised, STAFF, ""),
        row("get", "/api/v1/me", Stage::Raised, ACCOUNTS, ""),
        Row { allowed: 204, ..row("delete", "/api/v1/sessions/current", Stage::Raised, ACCOUNTS, "") },
    ];
    for (name, stage, who, hidden, body) in [
        ("endorse", Stage::Raised, "community", "other_community", nothing as fn(&CaseInHand) -> Value),
        ("decline", Stage::Raised, "community", "other_community", |_| json!({ "reason": "不属于本小区" })),
        ("handle-locally", Stage::Raised, "community", "other_community", nothing),
        (
            "escalate",
            Stage::Raised,
            "community",
            "other_community",
            |_| json!({ "to": "street", "reason": "要上报" }),
        ),
        ("file", Stage::Endorsed, "dispatcher", "", nothing),
        (
            "verify",
            Stage::Verification,
            "grid_worker community",
            "other_community",
            |_| json!({ "passed": true }),
        ),
        (
            "callback",
            Stage::Callback,
            "community hotline",
            "other_community",
            |_| json!({ "reached": false }),
        ),
        ("close", Stage::Answered, "community dispatcher supervisor", "other_community", nothing),
        (
            "rate",
            Stage::Closed,
            "resident",
            "other_resident",
            |_| json!({ "solved": true, "satisfaction": 5 }),
        ),
    ] {
        let path: &'static str = format!("/api/v1/cases/{{id}}/{name}").leak();
        rows.push(Row { body, ..row("post", path, stage, who, hidden) });
    }
    rows.push(Row {
        body: |_| dispatch_body(),
        allowed: 201,
        ..row("post", "/api/v1/cases/{id}/dispatches", Stage::Endorsed, "dispatcher", "")
    });
    for (name, stage, body) in [
        ("sign", Stage::Dispatched, nothing as fn(&CaseInHand) -> Value),
        ("report", Stage::Signed, nothing),
        ("accept", Stage::Reported, nothing),
        ("measures", Stage::Accepted, |_| json!({ "measure": "换灯泡" })),
        ("feedback", Stage::Accepted, nothing),
    ] {
        let path: &'static str = format!("/api/v1/dispatches/{{id}}/{name}").leak();
        rows.push(Row { body, ..row("post", path, stage, "housing housing_colleague", departments_beside) });
    }
    for path in ["/api/v1/categories", "/api/v1/grids", "/api/v1/units", "/api/v1/public/cases/{number}"] {
        rows.push(Row { otherwise: Otherwise::Allowed, ..row("get", path, Stage::Raised, "", "") });
    }
    rows.extend(organisation());
    rows.push(Row {
        body: |_| json!({ "username": "dispatcher", "password": PASSWORD }),
        allowed: 201,
        otherwise: Otherwise::Allowed,
        ..row("post", "/api/v1/sessions", Stage::Raised, "", "")
    });
    rows.push(Row {
        body: |case| json!({ "code": case.code, "solved": true, "satisfaction": 5 }),
        ..row("post", "/api/v1/public/cases/{number}/rate", Stage::Closed, "nobody resident other_resident grid_worker \
            community other_community hotline dispatcher housing housing_colleague urban street police supervisor \
            admin", "")
    });
    rows
}

/// Who keeps the organisation. The codes are those of [`Ready`].
fn organisation() -> Vec<Row> {
    let raised = |method, path, who| row(method, path, Stage::Raised, who, "");
    let mut rows = Vec::new();
    for (path, allowed, body) in [
        (
            "/api/v1/units",
            201,
            (|_| json!({ "code": "x-new", "name": "新单位", "kind": "compound", "parent": "s1-c1" }))
                as fn(&CaseInHand) -> Value,
        ),
        ("/api/v1/units/x-unit/change", 200, |_| json!({ "name": "新名称" })),
        ("/api/v1/units/x-unit/retire", 200, nothing),
        (
            "/api/v1/grids",
            201,
            |_| json!({ "code": "gx-new", "name": "新网格", "unit": "s1-c1-e1", "ring": ring(85.0) }),
        ),
        ("/api/v1/grids/gx/change", 200, |_| json!({ "name": "新名称" })),
        ("/api/v1/grids/gx/retire", 200, nothing),
        ("/api/v1/people", 201, |_| json!({ "code": "px-new", "name": "演示新人" })),
        ("/api/v1/people/px/change", 200, |_| json!({ "name": "演示新名" })),
        ("/api/v1/people/px/leave", 200, nothing),
        (
            "/api/v1/posts",
            201,
            |_| json!({ "person": "p001", "unit": "s1", "role": "department", "title": "联络员" }),
        ),
        ("/api/v1/posts/{post}/end", 200, nothing),
        ("/api/v1/leaders", 201, |_| json!({ "person": "p001", "unit": "s2" })),
        ("/api/v1/leaders/unlink", 200, |_| json!({ "person": "p074", "unit": "d-housing" })),
        ("/api/v1/policies", 201, |_| json!({ "document": second_policy() })),
    ] {
        rows.push(Row { body, allowed, ..raised("post", path, "admin") });
    }
    rows.push(Row { body: shift, allowed: 201, ..raised("post", "/api/v1/duty-shifts", "dispatcher admin") });
    rows.push(raised("post", "/api/v1/duty-shifts/{shift}/cancel", "dispatcher admin"));
    rows.push(raised("get", "/api/v1/organisation/history", "supervisor auditor admin"));
    for path in ["/api/v1/duty-shifts", "/api/v1/organisation/gaps", "/api/v1/policies", "/api/v1/policies/1"]
    {
        rows.push(raised("get", path, STAFF));
    }
    rows
}

/// A square far from the demo's map.
fn ring(west: f64) -> Value {
    json!([[west, 39.0], [west + 0.01, 39.0], [west + 0.01, 39.01], [west, 39.01], [west, 39.0]])
}

fn second_policy() -> String {
    include_str!("../policy/default.toml").replacen("version = 1\n", "version = 2\n", 1)
}

/// An hour of duty that no other case has.
fn shift(case: &CaseInHand) -> Value {
    hour_of_duty(case.position)
}

fn hour_of_duty(hours_after_noon: i64) -> Value {
    let from = noon() + chrono::TimeDelta::hours(hours_after_noon);
    let to = from + chrono::TimeDelta::hours(1);
    json!({ "unit": "d-police", "person": "p001", "from": from, "to": to })
}

/// What the rows about the organisation are tried on.
struct Ready {
    post: String,
    /// Shifts that were set to be cancelled.
    shifts: AtomicI64,
}

impl Ready {
    async fn made(house: &TestHouse) -> Self {
        let admin = &house.people.admin;
        let make = async |path: &str, body: Value| {
            let answer = house.post(admin, path, &body).expect(201).await.json();
            answer["id"].as_str().expect("an id").to_owned()
        };
        let unit = json!({ "code": "x-unit", "name": "单位", "kind": "compound", "parent": "s1-c1" });
        make("/api/v1/units", unit).await;
        let grid = json!({ "code": "gx", "name": "网格", "unit": "s1-c1-e1", "ring": ring(84.0) });
        make("/api/v1/grids", grid).await;
        make("/api/v1/people", json!({ "code": "px", "name": "演示某人" })).await;
        let post = json!({ "person": "p002", "unit": "s1", "role": "department", "title": "联络员" });
        Self { post: make("/api/v1/posts", post).await, shifts: AtomicI64::new(0) }
    }
}

fn with_anonymous(mut body: Value) -> Value {
    body["anonymous"] = json!(true);
    body
}

impl Row {
    /// The operation as the description names it.
    fn described(&self) -> String {
        let path =
            self.path.replace("x-unit", "{code}").replace("/gx/", "/{code}/").replace("/px/", "/{code}/");
        let path = path.replace("{post}", "{id}").replace("{shift}", "{id}");
        let path = path.replace("/policies/1", "/policies/{version}");
        format!("{} {path}", self.method)
    }

    fn expected(&self, who: &Who) -> u16 {
        let among = |names: &str| names.split_whitespace().any(|name| name == who.name);
        if among(self.who) {
            self.allowed
        } else if among(self.hidden) {
            404
        } else if self.otherwise == Otherwise::Allowed {
            self.allowed
        } else if who.token.is_none() {
            401
        } else {
            403
        }
    }

    async fn address(&self, house: &TestHouse, ready: &Ready, case: &CaseInHand) -> String {
        let id = if self.path.contains("/dispatches/{id}") { &case.lead } else { &case.id };
        let path = self.path.replace("{id}", id).replace("{number}", &case.number);
        let mut path = path.replace("{post}", &ready.post);
        if path.contains("{shift}") {
            // Whoever may cancel a shift leaves none for the next.
            let hour = 50_000 + ready.shifts.fetch_add(1, Ordering::Relaxed);
            let set = house.post(&house.people.admin, "/api/v1/duty-shifts", &hour_of_duty(hour));
            let set = set.expect(201).await.json();
            path = path.replace("{shift}", set["id"].as_str().expect("an id"));
        }
        if self.path.ends_with("{number}") { format!("{path}?code={}", case.code) } else { path }
    }

    async fn ask(&self, house: &TestHouse, ready: &Ready, who: &Who, case: &CaseInHand) -> u16 {
        let method: Method = self.method.to_uppercase().parse().expect("a method");
        let mut call = house.call(who, method.clone(), &self.address(house, ready, case).await);
        if method == Method::POST {
            call = call.json(&(self.body)(case));
        }
        if self.path.ends_with("/stream") {
            call.open().await.status().as_u16()
        } else {
            call.send().await.status
        }
    }
}

/// Operations of the description, such as `get /api/v1/cases`.
async fn described(house: &TestHouse) -> BTreeSet<String> {
    let description = house.get(&house.people.nobody, "/openapi.json").expect(200).await.json();
    assert!(description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let paths = description["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods");
            methods.keys().map(move |method| format!("{method} {path}"))
        })
        .collect()
}

#[tokio::test]
async fn the_table_knows_every_operation_and_no_other() {
    let house = TestHouse::open().await;
    let known: BTreeSet<String> = table().iter().map(Row::described).collect();
    assert_eq!(known.len(), table().len(), "an operation is named twice");
    assert_eq!(known, described(&house).await);
}

#[tokio::test]
async fn everybody_gets_what_the_table_says_from_every_operation() {
    let house = TestHouse::open().await;
    let ready = Ready::made(&house).await;
    let mut wrong = Vec::new();
    for row in table() {
        let mut case = house.case_at(row.stage).await;
        for who in house.people.all() {
            let expected = row.expected(who);
            let got = row.ask(&house, &ready, who, &case).await;
            if got != expected {
                wrong.push(format!(
                    "{} {} as {}: {got} instead of {expected}",
                    row.method, row.path, who.name
                ));
            }
            if got < 300 && row.method == "post" {
                // What was allowed has moved the case; the next caller gets a fresh one.
                case = house.case_at(row.stage).await;
            } else if got >= 400 {
                let version =
                    house.get(&house.people.supervisor, &case.path("")).expect(200).await.json()["version"]
                        .clone();
                assert_eq!(version, case.version, "{} as {} left something behind", row.path, who.name);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn who_names_no_role_of_theirs_learns_nothing_about_what_exists() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    let missing = uuid::Uuid::from_u128(1);
    // A foreign department cannot tell a dispatch of others from one that does not exist.
    let police = &house.people.police;
    let foreign =
        house.post(police, &format!("/api/v1/dispatches/{}/sign", case.lead), &json!({})).expect(404).await;
    let nowhere =
        house.post(police, &format!("/api/v1/dispatches/{missing}/sign"), &json!({})).expect(404).await;
    assert_eq!(foreign.json(), nowhere.json());
    for who in [&house.people.other_resident, &house.people.other_community] {
        let foreign = house.get(who, &case.path("")).expect(404).await;
        let nowhere = house.get(who, &format!("/api/v1/cases/{missing}")).expect(404).await;
        assert_eq!(foreign.json(), nowhere.json());
    }
    // Neither can whoever holds no code.
    let stranger = &house.people.nobody;
    let number = format!("/api/v1/public/cases/{}", case.number);
    let wrong_code = house.get(stranger, &format!("{number}?code=wrong")).expect(404).await;
    let wrong_number =
        house.get(stranger, "/api/v1/public/cases/WS999001202611209999?code=wrong").expect(404).await;
    assert_eq!(wrong_code.json(), wrong_number.json());
    house.get(stranger, &number).refused(400, "bad_query").await;
}
