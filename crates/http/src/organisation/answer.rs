//! What commands on the organisation take and answer with besides their content.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use whistle_app::OrganisationCommitted;

use crate::answer::Answer;

/// Headers that every command takes.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "describes headers, which the command extractor reads")]
pub(crate) struct Conditions {
    /// The same key with the same request answers the same again, without a second event.
    #[serde(rename = "Idempotency-Key")]
    idempotency_key: Option<String>,
    /// The version of the stream that the caller has seen.
    #[serde(rename = "If-Match")]
    if_match: Option<String>,
}

/// What a command on the organisation answers with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Organised {
    /// What it was about: a code, or the identity of a post or shift.
    id: String,
    /// The version of the organisation now, also the `ETag`.
    version: u32,
    /// How many events it led to; none when everything was so already.
    events: usize,
}

impl Organised {
    /// The answer to a command that is durable.
    pub(super) fn after(committed: OrganisationCommitted) -> Answer<Self> {
        let OrganisationCommitted { id, events, version, position } = committed;
        let body = Self { id, version, events: events.len() };
        Answer { status: StatusCode::OK, body, version, position, location: None }
    }
}
