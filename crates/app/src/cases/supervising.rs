//! 督办.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{CaseCommand, Supervising, SupervisionMeasure};
use whistle_store::ids::new_id;

use super::{CaseDesk, CaseRequest};
use crate::AppError;
use crate::access::Operation;
use crate::words;

/// 督办.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SupervisionOrder {
    /// `reminder`, `yellow_card`, `red_card`, `written` or `elevated`; a reminder where it is not given.
    #[serde(default = "reminder", alias = "level")]
    #[schema(value_type = words::SupervisionMeasure)]
    pub measure: SupervisionMeasure,
    /// The unit that must move; the one in charge of the case where none is named.
    pub department: Option<String>,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

const fn reminder() -> SupervisionMeasure {
    SupervisionMeasure::Reminder
}

impl CaseRequest for SupervisionOrder {
    const OPERATION: Operation = Operation::Supervise;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let department = self.department.as_ref().map(|unit| desk.unit("/department", unit));
        let reason = desk.text("/reason", &self.reason);
        let copied_to = desk.copied_to(self.measure, department.as_deref());
        let protect = desk.checked()?;
        Ok(CaseCommand::Supervise(Supervising::Issue {
            supervision: new_id(),
            measure: self.measure,
            department,
            reason: protect.text(reason).await?,
            copied_to,
        }))
    }
}

/// 督办回复.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SupervisionReply {
    /// Which.
    pub supervision: Uuid,
    /// The answer.
    pub reply: String,
}

impl CaseRequest for SupervisionReply {
    const OPERATION: Operation = Operation::Reply;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reply = desk.text("/reply", &self.reply);
        let protect = desk.checked()?;
        Ok(CaseCommand::Supervise(Supervising::Answer {
            supervision: self.supervision,
            reply: protect.text(reply).await?,
        }))
    }
}

/// 解除督办.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SupervisionEnd {
    /// Which.
    pub supervision: Uuid,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for SupervisionEnd {
    const OPERATION: Operation = Operation::Supervise;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Supervise(Supervising::Lift {
            supervision: self.supervision,
            reason: protect.text(reason).await?,
        }))
    }
}
