//! What commands on the organisation take and answer with besides their content.

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
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

/// When something ends.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct Ending {
    /// Until when it holds; now where nothing is said.
    pub(super) valid_to: Option<DateTime<Utc>>,
}

/// The answer to a command that made something.
pub(super) fn made(committed: OrganisationCommitted) -> Answer<Organised> {
    answer(StatusCode::CREATED, committed)
}

/// The answer to a command that changed something.
pub(super) fn done(committed: OrganisationCommitted) -> Answer<Organised> {
    answer(StatusCode::OK, committed)
}

fn answer(status: StatusCode, committed: OrganisationCommitted) -> Answer<Organised> {
    let OrganisationCommitted { id, events, version, position } = committed;
    let body = Organised { id, version, events: events.len() };
    Answer { status, body, version, position, location: None }
}
