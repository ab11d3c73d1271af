//! 受理: putting a report right, and ending a case before departments are sent.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{Authority, CaseCommand, CaseError, NotAcceptedGround, Screening};

use super::raise::TITLE_CHARS_MAX;
use super::{CaseDesk, CaseRequest, CodeRequest};
use crate::AppError;
use crate::access::Operation;
use crate::words;

/// What is put right; what is left out stays as it was.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Amendment {
    /// The new line.
    pub title: Option<String>,
    /// The new story.
    pub description: Option<String>,
    /// Photographs that are added, by the ids of `POST /api/v1/photos`; at most six.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub photos: Vec<Uuid>,
}

impl CaseRequest for Amendment {
    const OPERATION: Operation = Operation::Amend;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let title = self.title.as_deref().map(|title| desk.line("/title", title, TITLE_CHARS_MAX));
        let description = desk.optional_text("/description", self.description.as_deref());
        let photos = desk.photos(&self.photos);
        let protect = desk.checked()?;
        Ok(CaseCommand::Screen(Screening::Amend {
            title: protect.optional_text(title).await?,
            description: protect.optional_text(description).await?,
            photos: protect.photographs(&photos).await?,
        }))
    }
}

impl CodeRequest for Amendment {}

/// Why it is taken back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Withdrawal {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Withdrawal {
    const OPERATION: Operation = Operation::Amend;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Screen(Screening::Withdraw { reason: protect.text(reason).await? }))
    }
}

impl CodeRequest for Withdrawal {}

/// 不予受理.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct NotAccepting {
    /// `outside_duty`, `emergency_number`, `other_bodies`, `litigation`, `in_procedure`, `secrets`, `already_answered`, `abusive` or `other`.
    #[schema(value_type = words::NotAcceptedGround)]
    pub ground: NotAcceptedGround,
    /// In words; told to the resident.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for NotAccepting {
    const OPERATION: Operation = Operation::Screen;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Screen(Screening::NotAccept {
            ground: self.ground,
            reason: protect.text(reason).await?,
        }))
    }
}

/// 转引.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Diversion {
    /// `police` (110), `fire_service` (119), `ambulance` (120), `petition` or `court`.
    #[schema(value_type = words::Authority)]
    pub to: Authority,
    /// Why; told to the resident.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Diversion {
    const OPERATION: Operation = Operation::Screen;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Screen(Screening::Divert { to: self.to, reason: protect.text(reason).await? }))
    }
}

/// 关联.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Linking {
    /// The other case.
    pub other: Uuid,
    /// How they have to do with each other.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Linking {
    const OPERATION: Operation = Operation::Merge;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        if self.other == desk.case_id {
            return Err(CaseError::OwnCase.into());
        }
        desk.other_case(self.other).await?;
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Screen(Screening::Link { other: self.other, reason: protect.text(reason).await? }))
    }
}
