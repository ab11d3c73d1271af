//! Pages beside the operations, and what holds for all of them.

use std::collections::BTreeSet;

use futures::future::join_all;
use reqwest::Method;

use crate::support::{HouseOptions, TestHouse};

#[tokio::test]
async fn the_service_says_that_it_lives_and_is_ready() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    house.get(nobody, "/healthz").expect(200).await;
    let ready = house.get(nobody, "/readyz").expect(200).await.json();
    assert_eq!((&ready["ready"], &ready["database"]), (&true.into(), &true.into()));
    let names: Vec<&str> =
        ready["projections"].as_array().expect("a list").iter().filter_map(|p| p["name"].as_str()).collect();
    assert_eq!(names, ["cases"]);
    house.get(nobody, "/metrics").refused(404, "no_metrics").await;
}

#[test]
fn the_description_in_the_repository_is_that_of_the_service() {
    let committed = include_str!("../../openapi.json");
    assert!(committed == whistle_http::openapi_json(), "openapi.json is stale: run `make openapi`");
}

#[tokio::test]
async fn the_description_can_be_fetched_and_read() {
    let house = TestHouse::open().await;
    let nobody = &house.people.nobody;
    let description = house.get(nobody, "/openapi.json").expect(200).await;
    assert_eq!(description.header("content-type"), "application/json");
    let page = house.get(nobody, "/docs/").expect(200).await;
    assert!(page.header("content-type").starts_with("text/html"), "{page}");
    let short = house.get(nobody, "/docs").send().await;
    assert_eq!(short.status, 200, "redirected, and followed");
    // Nothing is loaded from elsewhere.
    assert!(!page.text.contains("https://"), "{page}");
}

/// Clients are generated from it: one name for each operation, and no type called like those of their language.
#[tokio::test]
async fn every_operation_and_every_type_of_the_description_has_a_name_of_its_own() {
    let house = TestHouse::open().await;
    let description = house.get(&house.people.nobody, "/openapi.json").expect(200).await.json();
    let paths = description["paths"].as_object().expect("paths");
    let operations: Vec<_> =
        paths.values().flat_map(|path| path.as_object().expect("methods").values()).collect();
    let names: BTreeSet<_> =
        operations.iter().filter_map(|operation| operation["operationId"].as_str()).collect();
    assert_eq!(names.len(), operations.len(), "{names:?}");
    assert!(
        operations.iter().all(|operation| operation["summary"].as_str().is_some_and(|text| !text.is_empty()))
    );
    let types = description["components"]["schemas"].as_object().expect("types");
    assert!(!types.contains_key("String") && types.len() > 100, "{:?}", types.keys());
}

/// A reason that no test here provokes is explained all the same.
#[test]
fn every_reason_for_which_a_case_refuses_is_explained() {
    const REASONS: &str = include_str!("../../crates/domain/src/case/error.rs");
    const ERRORS: &str = include_str!("../../docs/errors.md");
    // Lines such as `Self::NoPlan => "no_plan",`. What is not found has one code for everything, and says nothing more.
    let codes = REASONS.lines().filter_map(|line| line.split_once(" => \"")?.1.strip_suffix("\","));
    let codes: BTreeSet<&str> = codes.filter(|code| !code.ends_with("_not_found")).collect();
    assert!(codes.len() > 50, "{codes:?}");
    let silent: Vec<_> = codes.iter().filter(|code| !ERRORS.contains(&format!("| `{code}` |"))).collect();
    assert!(silent.is_empty(), "docs/errors.md is silent on {silent:?}");
}

/// Every `$ref` of the description leads somewhere.
#[tokio::test]
async fn the_description_holds_together() {
    let house = TestHouse::open().await;
    let description = house.get(&house.people.nobody, "/openapi.json").expect(200).await.json();
    let mut waiting = vec![&description];
    let (mut references, mut dangling) = (0, BTreeSet::new());
    while let Some(value) = waiting.pop() {
        if let Some(pointer) = value.get("$ref").and_then(|pointer| pointer.as_str()) {
            let target = description.pointer(pointer.strip_prefix('#').expect("a local reference"));
            references += 1;
            if target.is_none() {
                dangling.insert(pointer);
            }
        }
        match value {
            serde_json::Value::Array(items) => waiting.extend(items),
            serde_json::Value::Object(members) => waiting.extend(members.values()),
            _ => {}
        }
    }
    assert!(references > 50, "{references}");
    assert!(dangling.is_empty(), "{dangling:?} lead nowhere");
}

#[tokio::test]
async fn what_is_not_there_and_what_cannot_be_done_are_problem_documents() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    for path in ["/api/v1/nothing", "/api/v2/cases", "/api/v1/cases/", "/..%2f..%2fetc/passwd", "/api"] {
        house.get(supervisor, path).refused(404, "no_such_page").await;
    }
    for (method, path) in [
        (Method::PUT, "/api/v1/cases"),
        (Method::DELETE, "/api/v1/cases"),
        (Method::PATCH, "/api/v1/me"),
        (Method::POST, "/healthz"),
        (Method::GET, "/api/v1/sessions"),
    ] {
        let refused = house.call(supervisor, method, path).refused(405, "method_not_allowed").await;
        assert!(refused.headers.contains_key("allow"), "{refused}");
    }
}

#[tokio::test]
async fn a_request_id_that_is_sound_comes_back_and_any_other_is_replaced() {
    let house = TestHouse::open().await;
    let get = || house.get(&house.people.nobody, "/healthz");
    assert_eq!(
        get().header("x-request-id", "trace-7_a").expect(200).await.header("x-request-id"),
        "trace-7_a"
    );
    let nowhere =
        house.get(&house.people.nobody, "/api/nowhere").header("x-request-id", "mine").expect(404).await;
    assert_eq!(nowhere.header("x-request-id"), "mine");
    for unsound in ["", "a b", "<script>", &"x".repeat(65)] {
        let given = get().header("x-request-id", unsound).expect(200).await;
        assert!(uuid::Uuid::parse_str(given.header("x-request-id")).is_ok(), "{unsound}");
    }
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back() {
    let house = TestHouse::open_with(HouseOptions { rate_limit: true, ..HouseOptions::default() }).await;
    let nobody = &house.people.nobody;
    // Guessing at codes, until it is too much.
    let mut refused = 0;
    for _round in 0..20 {
        let guesses = (0..100).map(|_| house.get(nobody, "/api/v1/public/cases/1?code=x").send());
        for answer in join_all(guesses).await {
            match answer.status {
                404 => {}
                429 => {
                    assert_eq!(answer.json()["code"], "too_many_requests");
                    refused += 1;
                }
                other => panic!("{other}: {answer}"),
            }
        }
        if refused > 0 {
            break;
        }
    }
    assert!(refused > 0);
    // Other things go on, and the machines beside the service are never held back.
    house.get(nobody, "/api/v1/grids").expect(200).await;
    house.get(nobody, "/healthz").expect(200).await;
}
