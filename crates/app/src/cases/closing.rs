//! 核查, 回访, 结案, 评价: from the result to the resident's verdict.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{CaseCommand, Judging, Verdict};

use super::{CaseDesk, CaseRequest, CodeRequest};
use crate::AppError;
use crate::access::Operation;

/// What was found.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Verification {
    /// Good or not; needed unless it could not be judged.
    pub passed: Option<bool>,
    /// 无法核查: it could not be judged; the note says why.
    #[serde(default)]
    pub impossible: bool,
    /// What was seen.
    #[serde(alias = "comment")]
    pub note: Option<String>,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
    /// Which dispatches go back when it is not good; the lead where none is named.
    #[serde(default)]
    pub rework: Vec<Uuid>,
}

impl CaseRequest for Verification {
    const OPERATION: Operation = Operation::Verify;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let note = desk.optional_text("/note", self.note.as_deref());
        if self.impossible {
            if self.passed == Some(true) {
                desk.refuse("/passed", "contradiction", "what could not be judged has not passed");
            }
            let note = desk.needed("/note", note, "what could not be judged needs a reason");
            let protect = desk.checked()?;
            let note = protect.text(note).await?;
            return Ok(CaseCommand::Judge(Judging::VerificationImpossible { note }));
        }
        let passed = desk.needed("/passed", self.passed, "needed unless it could not be judged");
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::Verify {
            passed,
            note: protect.text_or_empty(note).await?,
            evidence: protect.texts(evidence).await?,
            rework: self.rework,
        })
    }
}

/// What came of it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Callback {
    /// Whether somebody answered.
    pub reached: bool,
    /// Solved? Needed when somebody answered.
    pub solved: Option<bool>,
    /// 1 (very dissatisfied) to 5 (very satisfied); needed when somebody answered.
    #[schema(minimum = 1, maximum = 5)]
    pub satisfaction: Option<u8>,
    /// In their words, or what was tried.
    #[serde(alias = "note")]
    pub comment: Option<String>,
}

impl CaseRequest for Callback {
    const OPERATION: Operation = Operation::CallBack;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        const WHY: &str = "needed when the resident was reached";
        let comment = desk.optional_text("/comment", self.comment.as_deref());
        let verdict = self.reached.then(|| Verdict {
            solved: desk.needed("/solved", self.solved, WHY),
            satisfaction: desk.needed("/satisfaction", self.satisfaction, WHY),
        });
        let protect = desk.checked()?;
        Ok(CaseCommand::RecordCallback { verdict, comment: protect.text_or_empty(comment).await? })
    }
}

/// The closing words.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Closing {
    /// Told to the resident.
    #[serde(alias = "note", alias = "comment")]
    pub reason: Option<String>,
}

impl CaseRequest for Closing {
    const OPERATION: Operation = Operation::Close;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.optional_text("/reason", self.reason.as_deref());
        let protect = desk.checked()?;
        Ok(CaseCommand::CloseCase { reason: protect.text_or_empty(reason).await? })
    }
}

/// The resident's verdict.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Rating {
    /// Is the problem gone?
    pub solved: bool,
    /// 1 (very dissatisfied) to 5 (very satisfied).
    #[schema(minimum = 1, maximum = 5)]
    pub satisfaction: u8,
    /// In their words.
    pub comment: Option<String>,
}

impl CaseRequest for Rating {
    const OPERATION: Operation = Operation::Rate;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let comment = desk.optional_text("/comment", self.comment.as_deref());
        let protect = desk.checked()?;
        let verdict = Verdict { solved: self.solved, satisfaction: self.satisfaction };
        Ok(CaseCommand::RateCase { verdict, comment: protect.text_or_empty(comment).await? })
    }
}

impl CodeRequest for Rating {}
