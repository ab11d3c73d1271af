//! 改派与联合行动: changing who is sent, and bringing them together.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{CaseCommand, Directing, Dispatch, IssueDispatches, Takeover};
use whistle_domain::policy::WhistleKind;
use whistle_store::ids::new_id;

use super::dispatching::{owners, targets};
use super::{CaseDesk, CaseRequest, DispatchParty, DispatchRequest};
use crate::AppError;
use crate::access::Operation;
use crate::protect::LINE_CHARS_MAX;
use crate::words;

/// 重新归类.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Reclassification {
    /// Category code from now on.
    pub category: String,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`; as it is where it is not given.
    #[schema(value_type = Option<words::WhistleKind>)]
    pub kind: Option<WhistleKind>,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Reclassification {
    const OPERATION: Operation = Operation::Dispatch;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::Reclassify {
            category: self.category,
            kind: self.kind,
            reason: protect.text(reason).await?,
        }))
    }
}

/// 无头事项: no unit is found whose duty it is.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Orphanage {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Orphanage {
    const OPERATION: Operation = Operation::Dispatch;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::DeclareOrphan {
            dispatch: new_id(),
            owner: desk.reference.organisation.fallback_unit().code.clone(),
            territorial_owner: owners(desk.case, &desk.reference).1,
            reason: protect.text(reason).await?,
        }))
    }
}

/// Who must help, or is told, besides those who were sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct FurtherDispatches {
    /// 协办.
    #[serde(default)]
    pub co_handlers: Vec<String>,
    /// 知会.
    #[serde(default)]
    pub notify: Vec<String>,
    /// What is asked of them.
    pub instruction: Option<String>,
}

impl CaseRequest for FurtherDispatches {
    const OPERATION: Operation = Operation::Dispatch;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let (line_owner, territorial_owner) = owners(desk.case, &desk.reference);
        let co_handlers = desk.units("/co_handlers", &self.co_handlers);
        let notify = desk.units("/notify", &self.notify);
        let instruction = desk.optional_text("/instruction", self.instruction.as_deref());
        let protect = desk.checked()?;
        let targets = targets(None, co_handlers, notify);
        Ok(CaseCommand::Direct(Directing::AddDispatches(IssueDispatches {
            targets,
            instruction: protect.text_or_empty(instruction).await?,
            line_owner,
            territorial_owner,
        })))
    }
}

/// 改派: another unit takes over.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Transfer {
    /// The unit that takes over.
    #[serde(alias = "department")]
    pub to: String,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl DispatchRequest for Transfer {
    const OPERATION: Operation = Operation::Dispatch;
    const BY: DispatchParty = DispatchParty::Overseer;

    async fn command(self, dispatch: &Dispatch, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let to = desk.unit("/to", &self.to);
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::Transfer {
            dispatch: dispatch.id,
            to: Takeover { dispatch: new_id(), department: to },
            reason: protect.text(reason).await?,
        }))
    }
}

/// A helping unit is not needed any more.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Release {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl DispatchRequest for Release {
    const OPERATION: Operation = Operation::Dispatch;
    const BY: DispatchParty = DispatchParty::Overseer;

    async fn command(self, dispatch: &Dispatch, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::Release {
            dispatch: dispatch.id,
            reason: protect.text(reason).await?,
        }))
    }
}

/// 联合行动.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct JointMeeting {
    /// When they meet.
    pub meets_at: DateTime<Utc>,
    /// Where they meet.
    pub place: String,
    /// What for.
    pub purpose: String,
    /// Who must come; everybody who was sent, where nobody is named.
    #[serde(default)]
    pub units: Vec<String>,
}

impl CaseRequest for JointMeeting {
    const OPERATION: Operation = Operation::Convene;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let place = desk.line("/place", &self.place, LINE_CHARS_MAX);
        let purpose = desk.text("/purpose", &self.purpose);
        let units = desk.units("/units", &self.units);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::ScheduleJointAction {
            action: new_id(),
            meets_at: self.meets_at,
            place: protect.text(place).await?,
            purpose: protect.text(purpose).await?,
            units,
        }))
    }
}

/// 签到.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SignIn {
    /// Which joint action.
    pub action: Uuid,
    /// Who came; kept sealed.
    pub person: Option<String>,
}

impl CaseRequest for SignIn {
    const OPERATION: Operation = Operation::Answer;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let unit = desk.own_unit()?;
        let person = desk.optional_line("/person", self.person.as_deref(), LINE_CHARS_MAX);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::SignInJointAction {
            action: self.action,
            unit,
            person: protect.officer(person).await?,
        }))
    }
}

/// The joint action is over.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct JointResult {
    /// Which joint action.
    pub action: Uuid,
    /// What came of it.
    pub result: String,
}

impl CaseRequest for JointResult {
    const OPERATION: Operation = Operation::Convene;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let result = desk.text("/result", &self.result);
        let protect = desk.checked()?;
        Ok(CaseCommand::Direct(Directing::HoldJointAction {
            action: self.action,
            result: protect.text(result).await?,
        }))
    }
}
