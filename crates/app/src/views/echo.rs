//! The wording of a case on the wall, for the staff.

use crate::words;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_domain::case::{Case, EchoProposed};

/// What the wall says, and what somebody wants it to say.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EchoView {
    /// How the wall puts it by itself.
    #[schema(value_type = words::EchoOutcome)]
    pub outcome: &'static str,
    /// The wording that waits for its decision.
    pub pending: Option<EchoWordingView>,
    /// The wording on the wall.
    pub published: Option<EchoWordingView>,
}

/// A question and its answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EchoWordingView {
    /// What residents asked.
    pub question: String,
    /// What came of it.
    pub answer: String,
    /// When it was proposed, or published.
    pub at: DateTime<Utc>,
}

impl EchoWordingView {
    pub(crate) fn of(wording: &EchoProposed, at: DateTime<Utc>) -> Self {
        Self { question: wording.question.clone(), answer: wording.answer.clone(), at }
    }
}

impl From<&Case> for EchoView {
    fn from(case: &Case) -> Self {
        Self {
            outcome: case.echo_outcome().code(),
            pending: case.echo.pending.as_ref().map(|proposed| EchoWordingView::of(proposed, proposed.at)),
            published: case
                .echo
                .published
                .as_ref()
                .map(|(published, at)| EchoWordingView::of(published, *at)),
        }
    }
}
