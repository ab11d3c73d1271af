//! What commands answer with.

use axum::Json;
use axum::http::header::{ETAG, HeaderName, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_app::{Committed, DispatchView, words};

use crate::problem::Problem;

/// The header that tells where in the log a command stands.
pub(crate) const WHISTLE_POSITION: HeaderName = HeaderName::from_static("whistle-position");

/// What a command on a case answers with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseAnswer {
    /// Which case.
    id: Uuid,
    /// The case number.
    number: String,
    /// Where the case stands now.
    #[schema(value_type = words::CaseStatus)]
    status: &'static str,
    /// Its version now.
    version: u32,
    /// The ids of what the command made, in its order: complainants, items, a joint action, a supervision, an appeal,
    /// dispatches. The next command on one of them names it by this id.
    created: Vec<Uuid>,
    /// The departments sent so far.
    dispatches: Vec<DispatchView>,
}

/// What a command on a dispatch answers with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DispatchAnswer {
    /// The dispatch.
    #[serde(flatten)]
    dispatch: DispatchView,
    /// Its case.
    case_id: Uuid,
    /// Where the case stands now.
    #[schema(value_type = words::CaseStatus)]
    status: &'static str,
    /// The version of the case now.
    version: u32,
}

/// What whoever holds the query code gets back.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodeAnswer {
    /// The case number.
    number: String,
    /// Where the case stands.
    #[schema(value_type = words::CaseStatus)]
    status: &'static str,
    /// Its version.
    version: u32,
}

/// An answer with the headers that every command's answer carries.
pub(crate) struct Answer<T> {
    pub(crate) status: StatusCode,
    pub(crate) body: T,
    pub(crate) version: u32,
    pub(crate) position: i64,
    pub(crate) location: Option<String>,
}

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        let headers = response.headers_mut();
        headers.insert(WHISTLE_POSITION, HeaderValue::from(self.position));
        headers.insert(ETAG, etag(self.version));
        if let Some(location) = self.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
            headers.insert(LOCATION, location);
        }
        response
    }
}

/// The `ETag` of a case with this version.
pub(crate) fn etag(version: u32) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version}\"")).expect("digits in quotes are a header value")
}

/// What a command answers with, on what the path names.
pub(crate) trait CommandAnswer: Sized {
    /// The answer to a command that is durable; `id` is the one in the path.
    fn after(committed: &Committed, id: Uuid) -> Result<Answer<Self>, Problem>;
}

impl CommandAnswer for CaseAnswer {
    fn after(committed: &Committed, id: Uuid) -> Result<Answer<Self>, Problem> {
        let body = Self {
            id,
            number: number(committed),
            status: committed.case.status.code(),
            version: committed.version,
            created: committed.created(),
            dispatches: committed.case.dispatches.iter().map(DispatchView::from).collect(),
        };
        Ok(done(committed, body))
    }
}

impl CommandAnswer for DispatchAnswer {
    fn after(committed: &Committed, id: Uuid) -> Result<Answer<Self>, Problem> {
        let dispatch = committed.case.dispatch(id).ok_or(whistle_app::AppError::NotFound)?;
        let body = Self {
            dispatch: DispatchView::from(dispatch),
            case_id: committed.case_id,
            status: committed.case.status.code(),
            version: committed.version,
        };
        Ok(done(committed, body))
    }
}

impl CodeAnswer {
    /// The answer of a command with a query code.
    pub(crate) fn after(committed: &Committed) -> Answer<Self> {
        let (number, status) = (number(committed), committed.case.status.code());
        done(committed, Self { number, status, version: committed.version })
    }
}

fn number(committed: &Committed) -> String {
    committed.case.report.as_ref().map(|report| report.number.clone()).unwrap_or_default()
}

fn done<T>(committed: &Committed, body: T) -> Answer<T> {
    Answer {
        status: StatusCode::OK,
        body,
        version: committed.version,
        position: committed.position,
        location: None,
    }
}
