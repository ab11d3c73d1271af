//! 报到: what departments do with their dispatches.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::case::DispatchAction;
use whistle_domain::privacy::ProtectedText;

use super::{CaseDesk, DispatchAnswer};
use crate::AppError;
use crate::protect::LINE_CHARS_MAX;

/// 签收.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signature;

impl DispatchAnswer for Signature {
    async fn action(self, _: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        Ok(DispatchAction::Sign)
    }
}

/// Place, person, time.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct ReportForDuty {
    /// Where; `online` where it is not given.
    pub place: Option<String>,
    /// Who; kept sealed.
    pub person: Option<String>,
    /// When they arrived; now where it is not given. Clocks are judged by when it was recorded.
    #[serde(alias = "arrived_at", alias = "at")]
    pub time: Option<DateTime<Utc>>,
}

impl DispatchAnswer for ReportForDuty {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let place = desk.optional_line("/place", self.place.as_deref(), LINE_CHARS_MAX);
        let person = desk.optional_line("/person", self.person.as_deref(), LINE_CHARS_MAX);
        let protect = desk.checked()?;
        let online = || ProtectedText::plain("online".to_owned());
        Ok(DispatchAction::ReportForDuty {
            place: protect.optional_text(place).await?.unwrap_or_else(online),
            person: protect.officer(person).await?,
            arrived_at: self.time,
        })
    }
}

/// 接单.
#[derive(Debug, Clone, Copy, Default)]
pub struct Acceptance;

impl DispatchAnswer for Acceptance {
    async fn action(self, _: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        Ok(DispatchAction::Accept)
    }
}

/// What was done.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Measure {
    /// What was done.
    #[serde(alias = "note", alias = "text", alias = "content", alias = "description", alias = "measures")]
    pub measure: String,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl DispatchAnswer for Measure {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let measure = desk.text("/measure", &self.measure);
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(DispatchAction::RecordMeasure {
            measure: protect.text(measure).await?,
            evidence: protect.texts(evidence).await?,
        })
    }
}

/// The result.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Feedback {
    /// What came of it; told to the resident.
    #[serde(alias = "note", alias = "text", alias = "content", alias = "comment", alias = "feedback")]
    pub result: Option<String>,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl DispatchAnswer for Feedback {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let result = desk.optional_text("/result", self.result.as_deref());
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(DispatchAction::SubmitFeedback {
            result: protect.text_or_empty(result).await?,
            evidence: protect.texts(evidence).await?,
        })
    }
}
