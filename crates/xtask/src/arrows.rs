//! Which crate may depend on which: the table of ARCHITECTURE.md.

use anyhow::{Context, Result};
use serde_json::Value;

/// What a crate may import of ours, and what it may not import of others.
struct Rule {
    name: &'static str,
    ours: &'static [&'static str],
    not_others: &'static [&'static str],
}

/// Tests of any crate may use these as well.
const OURS_IN_TESTS: [&str; 2] = ["testkit", "embedded"];

const ALL: &[&str] = &["domain", "embedded", "store", "app", "http", "worker"];
const RULES: [Rule; 10] = [
    Rule { name: "domain", ours: &[], not_others: &["tokio", "sqlx", "axum", "getrandom", "rand"] },
    Rule { name: "embedded", ours: &[], not_others: &["sqlx", "axum"] },
    Rule { name: "store", ours: &["domain"], not_others: &["axum"] },
    Rule { name: "app", ours: &["domain", "store"], not_others: &["axum", "sqlx"] },
    Rule { name: "http", ours: &["domain", "store", "app"], not_others: &["sqlx"] },
    Rule { name: "worker", ours: &["domain", "store", "app"], not_others: &["axum"] },
    Rule { name: "cli", ours: ALL, not_others: &[] },
    Rule { name: "testkit", ours: &["domain", "embedded"], not_others: &["axum"] },
    Rule { name: "xtask", ours: &["embedded"], not_others: &["sqlx", "axum"] },
    Rule { name: "tests", ours: &["cli", "domain", "store", "app", "http", "worker"], not_others: &[] },
];

/// Every dependency in `cargo metadata` that the table does not allow.
pub fn wrong(metadata: &Value) -> Result<Vec<String>> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let mut found = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(rule) = RULES.iter().find(|rule| Some(rule.name) == name.strip_prefix("whistle-")) else {
            found.push(format!("{name} is in no row of ARCHITECTURE.md: add it there and to xtask's arrows"));
            continue;
        };
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        let wrong = dependencies.filter(|dependency| !allowed(rule, dependency));
        found.extend(wrong.map(|dependency| {
            format!("{name} may not depend on {}", dependency["name"].as_str().unwrap_or_default())
        }));
    }
    Ok(found)
}

fn allowed(rule: &Rule, dependency: &Value) -> bool {
    let name = dependency["name"].as_str().unwrap_or_default();
    let for_tests = dependency["kind"] == "dev";
    match name.strip_prefix("whistle-") {
        Some(ours) => rule.ours.contains(&ours) || (for_tests && OURS_IN_TESTS.contains(&ours)),
        None => for_tests || !rule.not_others.contains(&name),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::wrong;

    fn depends(package: &str, on: &str, kind: Option<&str>) -> Vec<String> {
        let dependency = json!({ "name": on, "kind": kind });
        wrong(&json!({ "packages": [{ "name": package, "dependencies": [dependency] }] })).unwrap()
    }

    #[test]
    fn an_arrow_upwards_is_wrong_even_in_tests() {
        assert!(!depends("whistle-store", "whistle-app", None).is_empty());
        assert!(!depends("whistle-store", "whistle-app", Some("dev")).is_empty());
        assert!(depends("whistle-app", "whistle-store", None).is_empty());
    }

    #[test]
    fn the_testkit_stays_out_of_what_is_shipped() {
        assert!(depends("whistle-store", "whistle-testkit", Some("dev")).is_empty());
        assert!(!depends("whistle-store", "whistle-testkit", None).is_empty());
        assert!(!depends("whistle-cli", "whistle-testkit", None).is_empty());
    }

    #[test]
    fn the_domain_knows_neither_runtime_nor_database() {
        assert!(!depends("whistle-domain", "tokio", None).is_empty());
        assert!(depends("whistle-domain", "tokio", Some("dev")).is_empty());
        assert!(!depends("whistle-http", "sqlx", None).is_empty());
    }

    #[test]
    fn a_crate_that_nobody_described_is_noticed() {
        assert!(!depends("whistle-attic", "serde", None).is_empty());
    }
}
