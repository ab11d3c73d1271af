//! A request, and everything that holds for every answer.

use std::time::Duration;

use reqwest::{Method, Url};
use serde_json::Value;

use super::{Answer, TestHouse, Who};

/// No answer may take longer, whatever happens.
const ANSWER_MAX: Duration = Duration::from_secs(25);

/// A request under construction.
#[must_use = "a request that is not sent asks nothing"]
pub(crate) struct Call<'a> {
    house: &'a TestHouse,
    request: reqwest::RequestBuilder,
    asked: String,
}

impl TestHouse {
    /// `path` may hold a query; it is sent as it stands.
    pub(crate) fn call(&self, who: &Who, method: Method, path: &str) -> Call<'_> {
        let url = Url::parse(&format!("http://{}{path}", self.address)).expect("a path");
        let asked = format!("{} {method} {path}", who.name);
        let mut request = self.http.request(method, url).timeout(ANSWER_MAX);
        if let Some(token) = &who.token {
            request = request.bearer_auth(token);
        }
        Call { house: self, request, asked }
    }

    pub(crate) fn get(&self, who: &Who, path: &str) -> Call<'_> {
        self.call(who, Method::GET, path)
    }

    /// A query with its parameters escaped.
    pub(crate) fn query(&self, who: &Who, path: &str, parameters: &[(&str, &str)]) -> Call<'_> {
        let mut url = Url::parse("http://host").expect("an address");
        url.query_pairs_mut().extend_pairs(parameters);
        let query = url.query().unwrap_or_default();
        self.get(who, &format!("{path}?{query}"))
    }

    pub(crate) fn post(&self, who: &Who, path: &str, body: &Value) -> Call<'_> {
        self.call(who, Method::POST, path).json(body)
    }
}

impl Call<'_> {
    pub(crate) fn json(self, body: &Value) -> Self {
        let asked = format!("{} {body}", self.asked);
        Self { request: self.request.json(body), asked, ..self }
    }

    pub(crate) fn raw(self, content_type: &str, body: impl Into<reqwest::Body>) -> Self {
        Self { request: self.request.header("content-type", content_type).body(body), ..self }
    }

    pub(crate) fn header(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        let value = reqwest::header::HeaderValue::from_bytes(value.as_ref()).expect("a header value");
        Self { request: self.request.header(name, value), ..self }
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub(crate) fn if_match(self, version: &str) -> Self {
        self.header("if-match", version)
    }

    /// Sends, and holds the answer to what holds for every answer.
    pub(crate) async fn send(self) -> Answer {
        let response = self.request.send().await.unwrap_or_else(|error| panic!("{}: {error:?}", self.asked));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.unwrap_or_else(|error| panic!("{}: {error:?}", self.asked));
        self.house.heard.lock().expect("nobody panics with it").push(format!("{headers:?}\n{text}"));
        let answer = Answer { asked: self.asked, status, headers, text };
        answer.held_to_the_conventions();
        answer
    }

    /// Sends, and does not wait for the end of what may have none.
    pub(crate) async fn open(self) -> reqwest::Response {
        self.request.send().await.unwrap_or_else(|error| panic!("{}: {error:?}", self.asked))
    }

    /// Sends, and insists on this status.
    pub(crate) async fn expect(self, status: u16) -> Answer {
        let answer = self.send().await;
        assert_eq!(answer.status, status, "{answer}");
        answer
    }

    /// Sends, and insists on being refused like this.
    pub(crate) async fn refused(self, status: u16, code: &str) -> Answer {
        let answer = self.expect(status).await;
        assert_eq!(answer.json()["code"], code, "{answer}");
        answer
    }
}
