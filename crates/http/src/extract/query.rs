//! Query strings and identifiers in paths, refused with a problem document.

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use whistle_app::PageRequest;

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
        path.map(|Path(id)| Self(id))
            .map_err(|_| Problem::new(StatusCode::NOT_FOUND, "not_found", "there is no such thing here"))
    }
}

/// How many items a page has where nothing is said.
pub(crate) const LIMIT_DEFAULT: u32 = 50;
/// How many it has at most.
const LIMIT_MAX: u32 = 200;

/// Which part of a list; a limit outside 1 to 200 is malformed.
pub(crate) fn page_request(cursor: Option<String>, limit: u32) -> Result<PageRequest, Problem> {
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(Problem::malformed("bad_limit", format!("limit runs from 1 to {LIMIT_MAX}")));
    }
    Ok(PageRequest { cursor, limit })
}
