//! 审核: what the neighbourhood makes of a whistle.

use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::case::{CaseCommand, Level};

use super::{CaseDesk, CaseRequest};
use crate::AppError;
use crate::access::Operation;
use crate::words;

/// Why, and what was tried.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Endorsement {
    /// Why.
    #[serde(alias = "reason", alias = "comment")]
    pub note: Option<String>,
    /// What the neighbourhood tried itself.
    pub local_attempt: Option<String>,
}

impl CaseRequest for Endorsement {
    const OPERATION: Operation = Operation::Review;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let note = desk.optional_text("/note", self.note.as_deref());
        let local_attempt = desk.optional_text("/local_attempt", self.local_attempt.as_deref());
        let protect = desk.checked()?;
        Ok(CaseCommand::EndorseWhistle {
            note: protect.text_or_empty(note).await?,
            local_attempt: protect.optional_text(local_attempt).await?,
        })
    }
}

/// Why.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Refusal {
    /// Why; told to the resident.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Refusal {
    const OPERATION: Operation = Operation::Review;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::DeclineWhistle { reason: protect.text(reason).await? })
    }
}

/// What was done.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct LocalHandling {
    /// What was done; told to the resident.
    #[serde(alias = "note", alias = "reason", alias = "comment")]
    pub result: Option<String>,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
    /// `building`, `compound`, `community`, `street` or `district`; the level that holds the case where it is not given.
    #[schema(value_type = Option<words::Level>)]
    pub level: Option<Level>,
}

impl CaseRequest for LocalHandling {
    const OPERATION: Operation = Operation::Review;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let result = desk.optional_text("/result", self.result.as_deref());
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::HandleLocally {
            result: protect.text_or_empty(result).await?,
            evidence: protect.texts(evidence).await?,
            level: self.level,
        })
    }
}

/// Where to, and why.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Escalation {
    /// `compound`, `community`, `street` or `district`.
    #[serde(alias = "level", alias = "to_level")]
    #[schema(value_type = words::Level)]
    pub to: Level,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Escalation {
    const OPERATION: Operation = Operation::Review;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Escalate { to: self.to, reason: protect.text(reason).await? })
    }
}
