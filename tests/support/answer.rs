//! An answer, and what every answer must be like.

use std::fmt;

use reqwest::header::HeaderMap;
use serde_json::Value;

/// Where every code is explained to those who program against it.
const ERRORS: &str = include_str!("../../docs/errors.md");

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Who asked for what.
    pub(crate) asked: String,
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n→ {} {}", self.asked, self.status, self.text)
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{self}: {error}"))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).unwrap_or_else(|| panic!("no {name}: {self}"));
        value.to_str().unwrap_or_else(|error| panic!("{name}: {error}: {self}"))
    }

    /// Where in the log the command stands.
    pub(crate) fn position(&self) -> i64 {
        self.header("whistle-position").parse().unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// The JSON pointers of the fields that were refused.
    pub(crate) fn pointers(&self) -> Vec<String> {
        let json = self.json();
        let errors = json["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["pointer"].as_str().unwrap_or("?").to_owned()).collect()
    }

    /// The ids of the items of a list.
    pub(crate) fn ids(&self) -> Vec<String> {
        let json = self.json();
        let items = json["items"].as_array().unwrap_or_else(|| panic!("no items: {self}"));
        items
            .iter()
            .map(|item| item["id"].as_str().unwrap_or_else(|| panic!("no id: {self}")).to_owned())
            .collect()
    }

    /// No failure of ours, a document with every refusal, and a time to come back where coming back helps.
    pub(super) fn held_to_the_conventions(&self) {
        assert_ne!(self.status, 500, "{self}");
        assert!(!self.header("x-request-id").is_empty(), "{self}");
        if self.status < 400 {
            return;
        }
        assert_eq!(self.header("content-type"), "application/problem+json", "{self}");
        if matches!(self.status, 429 | 503) {
            let seconds: u64 =
                self.header("retry-after").parse().unwrap_or_else(|error| panic!("{error}: {self}"));
            assert!((1..=3600).contains(&seconds), "{self}");
        }
        if self.status == 401 {
            assert!(self.header("www-authenticate").starts_with("Bearer"), "{self}");
        }
        let problem = self.json();
        assert_eq!(problem["status"], self.status, "{self}");
        for member in ["type", "title", "detail", "code"] {
            assert!(
                problem[member].as_str().is_some_and(|text| !text.is_empty()),
                "{member} is missing: {self}"
            );
        }
        let code = problem["code"].as_str().unwrap_or_default();
        assert!(
            ERRORS.contains(&format!("| {} | `{code}` |", self.status)),
            "docs/errors.md is silent on {code}: {self}"
        );
        let errors =
            problem.get("errors").map_or_else(Vec::new, |errors| errors.as_array().expect("a list").clone());
        for error in errors {
            let pointer = error["pointer"].as_str().unwrap_or_else(|| panic!("no pointer: {self}"));
            assert!(pointer.is_empty() || pointer.starts_with('/'), "{pointer} is no JSON pointer: {self}");
            assert!(error["code"].is_string() && error["detail"].is_string(), "{self}");
        }
    }
}
