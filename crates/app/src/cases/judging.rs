//! How a case ends otherwise than by the resident's word, what does not count, and looking back.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{CaseCommand, ExclusionGround, Exit, Judging, Takeover};
use whistle_domain::policy::Limit;
use whistle_store::ids::new_id;

use super::{CaseDesk, CaseRequest, Decision};
use crate::AppError;
use crate::access::Operation;
use crate::words;

/// How a dissatisfied case goes on.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Settlement {
    /// `redo`, `analysis`, `extension` (with `length`) or `transfer` (with `to`).
    #[schema(value_type = words::DissatisfactionExit)]
    pub exit: ExitForm,
    /// Why; told to the resident.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
    /// How much longer, needed for an extension: `3wd` working days, `4wh` working hours, `2h`, `30min` or `7d`, with a count of 1 to 999.
    #[schema(value_type = Option<String>)]
    pub length: Option<Limit>,
    /// The unit that takes over, needed for a transfer.
    #[serde(alias = "department")]
    pub to: Option<String>,
}

impl CaseRequest for Settlement {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let to = self.to.as_ref().map(|unit| desk.unit("/to", unit));
        let exit = match self.exit {
            ExitForm::Redo => Exit::Redo,
            ExitForm::Analysis => Exit::Analysis,
            ExitForm::Extension => {
                let length = self.length.unwrap_or_else(|| {
                    desk.refuse("/length", "missing", "an extension needs a length");
                    Limit::Days(1)
                });
                Exit::Extension { request: new_id(), length }
            }
            ExitForm::Transfer => {
                let department = desk.needed("/to", to, "a transfer needs a unit");
                Exit::Transfer(Takeover { dispatch: new_id(), department })
            }
        };
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::SettleDissatisfaction { exit, reason: protect.text(reason).await? }))
    }
}

/// The four exits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExitForm {
    /// 重办.
    Redo,
    /// 研判销号.
    Analysis,
    /// 延期.
    Extension,
    /// 移交.
    Transfer,
}

/// 强制结案申请.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ForcedClosing {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for ForcedClosing {
    const OPERATION: Operation = Operation::Petition;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::RequestForcedClosing { reason: protect.text(reason).await? }))
    }
}

/// 强制结案审批.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ForcedClosingRuling {
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for ForcedClosingRuling {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::RuleForcedClosing {
            approve: self.decision.approve(),
            reason: protect.text(reason).await?,
        }))
    }
}

/// 剔除申请.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Exclusion {
    /// `litigation`, `petition_ended`, `outside_policy`, `key_project`, `malicious` or `other`.
    #[schema(value_type = words::ExclusionGround)]
    pub ground: ExclusionGround,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Exclusion {
    const OPERATION: Operation = Operation::Exclude;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part()?;
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::RequestExclusion {
            ground: self.ground,
            reason: protect.text(reason).await?,
        }))
    }
}

/// 剔除审批.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = ExclusionRuling)]
pub struct ExclusionRulingForm {
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for ExclusionRulingForm {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::RuleExclusion {
            approve: self.decision.approve(),
            reason: protect.text(reason).await?,
        }))
    }
}

/// 申诉.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ScoreAppeal {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl CaseRequest for ScoreAppeal {
    const OPERATION: Operation = Operation::Work;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part_once()?;
        let reason = desk.text("/reason", &self.reason);
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::AppealScore {
            appeal: new_id(),
            reason: protect.text(reason).await?,
            evidence: protect.texts(evidence).await?,
        }))
    }
}

/// 申诉处理.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ScoreAppealRuling {
    /// Which appeal.
    pub appeal: Uuid,
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for ScoreAppealRuling {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::DecideScoreAppeal {
            appeal: self.appeal,
            approve: self.decision.approve(),
            reason: protect.text(reason).await?,
        }))
    }
}

/// 回头看.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct LookingBack {
    /// Whether the problem is back.
    pub relapsed: bool,
    /// What was seen.
    #[serde(alias = "comment")]
    pub note: Option<String>,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl CaseRequest for LookingBack {
    const OPERATION: Operation = Operation::Inspect;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let note = desk.optional_text("/note", self.note.as_deref());
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::LookBack {
            relapsed: self.relapsed,
            note: protect.text_or_empty(note).await?,
            evidence: protect.texts(evidence).await?,
        }))
    }
}

/// 重新办理.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Reopening {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Reopening {
    const OPERATION: Operation = Operation::Reopen;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Judge(Judging::Reopen { reason: protect.text(reason).await? }))
    }
}
