//! Errors as problem documents (RFC 9457). The `code` is for programs; the wording for people in Chinese and
//! English belongs to the user interface.

use axum::Json;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::{IntoResponses, ToSchema};
use whistle_app::{AppError, FieldProblem};
use whistle_domain::case::ErrorClass;
use whistle_domain::policy::PolicyRefusal;

/// The media type of a problem document.
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";
/// Seconds after which it is worth trying again when too much is going on.
const RETRY_AFTER_SECONDS: u64 = 1;

/// Seconds after which what fills the disk may have been swept.
const ROOM_AGAIN_AFTER_SECONDS: u64 = 600;

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// A URI reference that names the kind of problem; `code` in another dress.
    #[serde(rename = "type")]
    kind: String,
    /// The kind of problem in a few words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// This very problem, in plain English.
    detail: String,
    /// A stable name for programs.
    code: String,
    /// Fields that cannot be accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// Seconds after which to try again; also a header.
    #[serde(skip)]
    retry_after_seconds: Option<u64>,
}

/// A field that cannot be accepted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldError {
    /// JSON pointer of the field.
    pointer: String,
    /// A stable name for programs.
    code: String,
    /// What is wrong with it, in plain English.
    detail: String,
}

/// The problems that every operation may answer with.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "describes answers; never built")]
pub(crate) enum Problems {
    /// Malformed.
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(Problem),
    /// Who are you?
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthenticated(Problem),
    /// Your role may not do this.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// No such thing, or none that you may know of.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// Too many requests; try again after `Retry-After`.
    #[response(status = 429, content_type = "application/problem+json")]
    TooMany(Problem),
    /// Busy, or the database is away; try again after `Retry-After`.
    #[response(status = 503, content_type = "application/problem+json")]
    Unavailable(Problem),
}

/// The further problems that commands may answer with.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "describes answers; never built")]
pub(crate) enum CommandProblems {
    /// The case is not where this applies.
    #[response(status = 409, content_type = "application/problem+json")]
    WrongState(Problem),
    /// `If-Match` names another version.
    #[response(status = 412, content_type = "application/problem+json")]
    Stale(Problem),
    /// The body is too large.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The body is not of the type that is taken.
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(Problem),
    /// A rule is broken.
    #[response(status = 422, content_type = "application/problem+json")]
    RuleBroken(Problem),
}

impl Problem {
    /// A problem with this status and code.
    pub(crate) fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:whistle:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            detail: detail.into(),
            code: code.to_owned(),
            errors: Vec::new(),
            retry_after_seconds: None,
        }
    }

    /// The stable name of it.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }

    /// 400.
    pub(crate) fn malformed(code: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// 400, with the field to blame.
    pub(crate) fn malformed_field(pointer: String, code: &str, detail: String) -> Self {
        let mut problem = Self::malformed(code, detail.clone());
        problem.errors.push(FieldError { pointer, code: code.to_owned(), detail });
        problem
    }

    /// 401.
    pub(crate) fn unauthenticated(detail: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthenticated", detail)
    }

    /// 503.
    pub(crate) fn unavailable(code: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, code, detail).retry_after(RETRY_AFTER_SECONDS)
    }

    /// Says when to try again.
    pub(crate) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// The document with members of its own, for whoever wants to see more than what went wrong.
    pub(crate) fn with_members(self, members: impl Serialize) -> Response {
        #[derive(Serialize)]
        struct Extended<'a, M> {
            #[serde(flatten)]
            problem: &'a Problem,
            #[serde(flatten)]
            members: M,
        }
        let body = Json(Extended { problem: &self, members }).into_response().into_body();
        let (parts, _) = self.into_response().into_parts();
        Response::from_parts(parts, body)
    }

    fn with_fields(mut self, fields: Vec<FieldProblem>) -> Self {
        self.errors.extend(fields.into_iter().map(|field| FieldError {
            pointer: field.pointer,
            code: field.code.to_owned(),
            detail: field.detail,
        }));
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after_seconds = self.retry_after_seconds;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        if let Some(seconds) = retry_after_seconds {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        let detail = error.to_string();
        match error {
            AppError::NotFound => {
                Self::new(StatusCode::NOT_FOUND, "not_found", "there is no such thing here")
            }
            AppError::Unauthenticated => Self::unauthenticated("log in, or send a bearer token"),
            AppError::Forbidden => Self::new(StatusCode::FORBIDDEN, "forbidden", detail),
            AppError::NoPart => Self::new(StatusCode::FORBIDDEN, "no_part", detail),
            AppError::Invalid(fields) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_fields", detail).with_fields(fields)
            }
            AppError::BadQuery(_) => Self::malformed("bad_query", detail),
            AppError::Refused(reason) => Self::new(status_of(reason.class()), reason.code(), detail),
            AppError::OrganisationRefused(reason) => {
                Self::new(status_of(reason.class()), reason.code(), detail)
            }
            AppError::CalendarRefused(reason) => Self::new(status_of(reason.class()), reason.code(), detail),
            AppError::PolicyRefused(reason) => {
                Self::new(status_of(reason.class()), reason.code(), with_cause(&reason))
            }
            AppError::AccessRefused(reason) => Self::new(status_of(reason.class()), reason.code(), detail),
            AppError::PackRefused(reason) => Self::new(status_of(reason.class()), reason.code(), detail),
            AppError::PhotoUsed => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "photo_used", detail),
            AppError::NotAPicture => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not_a_picture", detail),
            AppError::PictureTooLarge => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "picture_too_large", detail)
            }
            AppError::Stale { .. } => Self::new(StatusCode::PRECONDITION_FAILED, "stale", detail),
            AppError::Contended => Self::new(StatusCode::CONFLICT, "contended", detail),
            AppError::KeyReused => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", detail)
            }
            AppError::Overloaded => Self::unavailable("overloaded", detail),
            AppError::PhotosFull => {
                Self::unavailable("overloaded", detail).retry_after(ROOM_AGAIN_AFTER_SECONDS)
            }
            AppError::Unavailable => Self::unavailable("database_unavailable", detail),
            AppError::TooLarge => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail),
            AppError::TooManyRows { .. } => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_rows", detail)
            }
            AppError::Behind { .. } => Self::unavailable("behind", detail),
            AppError::BeyondTheLog { .. } => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "as_of_beyond_log", detail)
            }
            AppError::TooFarBack => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "as_of_too_far", detail),
            AppError::Internal(source) => {
                tracing::error!(error = &*source as &dyn std::error::Error, "request failed");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "internal",
                    "something went wrong; it has been logged",
                )
            }
        }
    }
}

/// The status of a refusal by the domain.
const fn status_of(class: ErrorClass) -> StatusCode {
    match class {
        ErrorClass::NotFound => StatusCode::NOT_FOUND,
        ErrorClass::Forbidden => StatusCode::FORBIDDEN,
        ErrorClass::WrongState => StatusCode::CONFLICT,
        ErrorClass::RuleBroken => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// A refusal of a whole text, with what is wrong with it: line and column, or what contradicts what.
fn with_cause(refusal: &PolicyRefusal) -> String {
    let mut told = refusal.to_string();
    let mut cause = std::error::Error::source(refusal);
    while let Some(error) = cause {
        told = format!("{told}: {}", error.to_string().trim_end());
        cause = error.source();
    }
    told
}

/// There is no such page.
pub(crate) fn no_such_page() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no_such_page", "there is no such page")
}

/// The page exists, but not for this method.
pub(crate) async fn method_not_allowed() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "this page does not take this method")
}

/// Refusals that come from deeper layers without a problem document get one here.
pub(crate) async fn always_a_document(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let document = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == PROBLEM_JSON);
    if !failed || document {
        return response;
    }
    let code = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "too_large",
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => "timeout",
        StatusCode::NOT_FOUND => "no_such_page",
        _ if status.is_client_error() => "bad_request",
        _ => "internal",
    };
    let problem = Problem::new(status, code, status.canonical_reason().unwrap_or("the request failed"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        return problem.retry_after(RETRY_AFTER_SECONDS).into_response();
    }
    problem.into_response()
}
