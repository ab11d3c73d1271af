//! Every operation on the organisation and the policies × everybody.

use std::sync::atomic::{AtomicI64, Ordering};

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestHouse, Who, noon};

const STAFF: &str = "grid_worker community other_community hotline dispatcher housing housing_colleague urban street \
                     police supervisor auditor admin";

/// Everybody with an account.
const ACCOUNTS: &str = "resident other_resident grid_worker community other_community hotline dispatcher housing \
                        housing_colleague urban street police supervisor auditor admin";
/// Everybody.
const EVERYBODY: &str = "nobody resident other_resident grid_worker community other_community hotline dispatcher housing \
                         housing_colleague urban street police supervisor auditor admin";

/// One operation, and who may. Everybody else gets 403 with an account, 401 without.
struct Row {
    method: &'static str,
    path: &'static str,
    who: &'static str,
    allowed: u16,
    body: fn(&Ready) -> Value,
}

const fn row(method: &'static str, path: &'static str, who: &'static str) -> Row {
    Row { method, path, who, allowed: 200, body: |_| json!({}) }
}

fn table() -> Vec<Row> {
    let mut rows = Vec::new();
    for (path, allowed, body) in [
        (
            "/api/v1/units",
            201,
            (|_| json!({ "code": "x-new", "name": "新单位", "kind": "compound", "parent": "s1-c1" }))
                as fn(&Ready) -> Value,
        ),
        ("/api/v1/units/x-unit/change", 200, |_| json!({ "name": "新名称" })),
        ("/api/v1/units/x-unit/retire", 200, |_| json!({})),
        (
            "/api/v1/grids",
            201,
            |_| json!({ "code": "gx-new", "name": "新网格", "unit": "s1-c1-e1", "ring": ring(85.0) }),
        ),
        ("/api/v1/grids/gx/change", 200, |_| json!({ "name": "新名称" })),
        ("/api/v1/grids/gx/retire", 200, |_| json!({})),
        ("/api/v1/people", 201, |_| json!({ "code": "px-new", "name": "演示新人" })),
        ("/api/v1/people/px/change", 200, |_| json!({ "name": "演示新名" })),
        ("/api/v1/people/px/leave", 200, |_| json!({})),
        (
            "/api/v1/posts",
            201,
            |_| json!({ "person": "p001", "unit": "s1", "role": "department", "title": "联络员" }),
        ),
        ("/api/v1/posts/{post}/end", 200, |_| json!({})),
        ("/api/v1/leaders", 201, |_| json!({ "person": "p001", "unit": "s2" })),
        ("/api/v1/leaders/unlink", 200, |_| json!({ "person": "p074", "unit": "d-housing" })),
        ("/api/v1/policies", 201, |_| json!({ "document": second_policy() })),
    ] {
        rows.push(Row { allowed, body, ..row("post", path, "admin") });
    }
    rows.push(Row {
        body: |ready| hour_of_duty(ready.next_hour()),
        allowed: 201,
        ..row("post", "/api/v1/duty-shifts", "dispatcher admin")
    });
    rows.push(row("post", "/api/v1/duty-shifts/{shift}/cancel", "dispatcher admin"));
    rows.push(row("get", "/api/v1/organisation/history", "supervisor auditor admin"));
    for path in [
        "/api/v1/people",
        "/api/v1/duty-shifts",
        "/api/v1/organisation/gaps",
        "/api/v1/policies",
        "/api/v1/policies/1",
    ] {
        rows.push(row("get", path, STAFF));
    }
    rows.push(Row { body: |_| lawful_2027(), ..row("put", "/api/v1/calendar/years/2027", "admin") });
    rows.push(Row {
        body: |_| typhoon(),
        allowed: 201,
        ..row("post", "/api/v1/calendar/local-days", "admin")
    });
    rows.push(row("get", "/api/v1/calendar", ACCOUNTS));
    rows.push(row("get", "/api/v1/calendar/due?limit=3wd", EVERYBODY));
    // Last: what is withdrawn is not withdrawn again.
    rows.push(row("delete", "/api/v1/calendar/local-days/2026-11-23", "admin"));
    rows
}

/// 2027 as the law has it.
pub(crate) fn lawful_2027() -> Value {
    let lawful = [
        "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01",
        "10-02", "10-03",
    ];
    let day = |day: &&str| json!({ "date": format!("2027-{day}"), "kind": "off", "festival": "演示" });
    let days: Vec<Value> = lawful.iter().map(day).collect();
    json!({ "source": "演示通知", "published_on": "2026-11-04", "days": days })
}

fn typhoon() -> Value {
    json!({ "date": "2026-11-23", "kind": "off", "reason": "台风" })
}

/// The operations as the description names them.
pub(crate) fn described() -> impl Iterator<Item = String> {
    table().into_iter().map(|row| {
        let path =
            row.path.replace("x-unit", "{code}").replace("/gx/", "/{code}/").replace("/px/", "/{code}/");
        let path = path.replace("{post}", "{id}").replace("{shift}", "{id}");
        let path = path.replace("/years/2027", "/years/{year}").replace("/2026-11-23", "/{date}");
        let path = path.replace("?limit=3wd", "").replace("/policies/1", "/policies/{version}");
        format!("{} {path}", row.method)
    })
}

/// A square far from the demo's map.
fn ring(west: f64) -> Value {
    json!([[west, 39.0], [west + 0.01, 39.0], [west + 0.01, 39.01], [west, 39.01], [west, 39.0]])
}

fn second_policy() -> String {
    include_str!("../policy/default.toml").replacen("version = 1\n", "version = 2\n", 1)
}

fn hour_of_duty(hours_after_noon: i64) -> Value {
    let from = noon() + chrono::TimeDelta::hours(hours_after_noon);
    let to = from + chrono::TimeDelta::hours(1);
    json!({ "unit": "d-police", "person": "p001", "from": from, "to": to })
}

/// What the rows are tried on.
struct Ready {
    post: String,
    /// Hours of duty that were given out: no two shifts of a unit overlap.
    hours: AtomicI64,
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
        Self { post: make("/api/v1/posts", post).await, hours: AtomicI64::new(1_000) }
    }

    fn next_hour(&self) -> i64 {
        self.hours.fetch_add(1, Ordering::Relaxed)
    }

    async fn address(&self, row: &Row, house: &TestHouse) -> String {
        let mut path = row.path.replace("{post}", &self.post);
        if path.contains("{shift}") {
            // Whoever may cancel a shift leaves none for the next.
            let set = house.post(&house.people.admin, "/api/v1/duty-shifts", &hour_of_duty(self.next_hour()));
            let set = set.expect(201).await.json();
            path = path.replace("{shift}", set["id"].as_str().expect("an id"));
        }
        path
    }
}

impl Row {
    fn expected(&self, who: &Who) -> u16 {
        if self.who.split_whitespace().any(|name| name == who.name) {
            self.allowed
        } else if who.token.is_none() {
            401
        } else {
            403
        }
    }
}

#[tokio::test]
async fn everybody_gets_what_the_table_says_from_every_operation_on_the_organisation() {
    let house = TestHouse::open().await;
    let ready = Ready::made(&house).await;
    let mut wrong = Vec::new();
    for row in table() {
        let method: Method = row.method.to_uppercase().parse().expect("a method");
        for who in house.people.all() {
            let path = ready.address(&row, &house).await;
            let mut call = house.call(who, method.clone(), &path);
            if matches!(method, Method::POST | Method::PUT) {
                call = call.json(&(row.body)(&ready));
            }
            let (got, expected) = (call.send().await.status, row.expected(who));
            if got != expected {
                wrong.push(format!(
                    "{} {} as {}: {got} instead of {expected}",
                    row.method, row.path, who.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
