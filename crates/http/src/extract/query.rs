//! Query strings and identifiers in paths, refused with a problem document.

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use chrono::{DateTime, Datelike, Utc};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use uuid::Uuid;
use whistle_domain::case::Register;

use crate::HttpState;
use crate::problem::Problem;

/// The query string.
#[derive(Debug)]
pub(crate) struct Params<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<HttpState> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let query: Result<Query<T>, QueryRejection> = Query::from_request_parts(parts, state).await;
        query
            .map(|Query(value)| Self(value))
            .map_err(|rejection| Problem::malformed("bad_query", rejection.body_text()))
    }
}

/// The identifier in the path. What is no identifier names nothing: 404.
#[derive(Debug)]
pub(crate) struct PathId(pub(crate) Uuid);

impl FromRequestParts<HttpState> for PathId {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let path: Result<Path<Uuid>, PathRejection> = Path::from_request_parts(parts, state).await;
        path.map(|Path(id)| Self(id)).map_err(|_| nothing_here())
    }
}

/// The register in the path. What is no register names nothing: 404.
#[derive(Debug)]
pub(crate) struct PathRegister(pub(crate) Register);

impl FromRequestParts<HttpState> for PathRegister {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let path: Result<Path<Register>, PathRejection> = Path::from_request_parts(parts, state).await;
        path.map(|Path(register)| Self(register)).map_err(|_| nothing_here())
    }
}

/// What stands in the path as it is: a case number, a user name, a code, a day. Whoever takes it knows what it must be.
/// What is no text names nothing: 404.
#[derive(Debug)]
pub(crate) struct PathText(pub(crate) String);

impl FromRequestParts<HttpState> for PathText {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let path: Result<Path<String>, PathRejection> = Path::from_request_parts(parts, state).await;
        path.map(|Path(text)| Self(text)).map_err(|_| nothing_here())
    }
}

/// The account and the key in the path. What is no identifier names nothing: 404.
#[derive(Debug)]
pub(crate) struct PathKey(pub(crate) String, pub(crate) Uuid);

impl FromRequestParts<HttpState> for PathKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let path: Result<Path<(String, Uuid)>, PathRejection> = Path::from_request_parts(parts, state).await;
        path.map(|Path((username, key))| Self(username, key)).map_err(|_| nothing_here())
    }
}

fn nothing_here() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not_found", "there is no such thing here")
}

/// An instant in a query string. Its year has four digits: the database holds what can be reckoned from it, and sums
/// with it stay in range.
pub(crate) fn parse_instant(text: &str) -> Option<DateTime<Utc>> {
    // A plus sign that nobody escaped arrives as a blank.
    let instant = DateTime::parse_from_rfc3339(&text.replace(' ', "+")).ok()?.to_utc();
    (1..=9999).contains(&instant.year()).then_some(instant)
}

/// An instant that may be left out of a query string.
pub(crate) fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let instant = parse_instant(&text);
    instant.map(Some).ok_or_else(|| D::Error::custom("an instant is written like 2026-11-21T09:30:00+08:00"))
}
