//! 退单与延期: what a unit asks for about its dispatch, and who decides.

use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::case::{CaseCommand, Dispatch, DispatchAction, DispatchRuling};
use whistle_domain::policy::Limit;
use whistle_store::ids::new_id;

use super::{CaseDesk, Decision, DispatchAnswer, DispatchParty, DispatchRequest};
use crate::AppError;
use crate::access::Operation;

/// 联系诉求人.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Contact {
    /// What was said.
    #[serde(alias = "comment")]
    pub note: String,
}

impl DispatchAnswer for Contact {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let note = desk.text("/note", &self.note);
        let protect = desk.checked()?;
        Ok(DispatchAction::ContactResident { note: protect.text(note).await? })
    }
}

/// 退单申请.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ReturnRequest {
    /// The item of the duty list, or the fact of the boundary, that it rests on.
    #[serde(alias = "duty_item", alias = "duty_basis")]
    pub basis: String,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
    /// Whose duty it is instead.
    #[serde(alias = "proposed_department", alias = "unit")]
    pub proposed_unit: Option<String>,
}

impl DispatchAnswer for ReturnRequest {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let basis = desk.text("/basis", &self.basis);
        let reason = desk.text("/reason", &self.reason);
        let proposed_unit = self.proposed_unit.as_ref().map(|unit| desk.unit("/proposed_unit", unit));
        let protect = desk.checked()?;
        Ok(DispatchAction::RequestReturn {
            request: new_id(),
            basis: protect.text(basis).await?,
            reason: protect.text(reason).await?,
            proposed_unit,
        })
    }
}

/// 延期申请.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ExtensionRequest {
    /// How much longer: `3wd` working days, `4wh` working hours, `2h`, `30min` or `7d`, with a count of 1 to 999.
    #[schema(value_type = String)]
    pub length: Limit,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl DispatchAnswer for ExtensionRequest {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(DispatchAction::RequestExtension {
            request: new_id(),
            length: self.length,
            reason: protect.text(reason).await?,
        })
    }
}

/// 逾期说明.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = OverdueExplanation)]
pub struct OverdueForm {
    /// 逾期原因.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
    /// 已采取的措施.
    pub measures_taken: String,
    /// 下一步计划.
    pub next_plan: String,
}

impl DispatchAnswer for OverdueForm {
    async fn action(self, desk: &mut CaseDesk<'_>) -> Result<DispatchAction, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let measures_taken = desk.text("/measures_taken", &self.measures_taken);
        let next_plan = desk.text("/next_plan", &self.next_plan);
        let protect = desk.checked()?;
        Ok(DispatchAction::ExplainOverdue {
            reason: protect.text(reason).await?,
            measures_taken: protect.text(measures_taken).await?,
            next_plan: protect.text(next_plan).await?,
        })
    }
}

/// 退单审批.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = ReturnRuling)]
pub struct ReturnRulingForm {
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why; kept as a precedent.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
    /// Whose duty it is found to be; the proposed unit where none is named.
    #[serde(alias = "department")]
    pub unit: Option<String>,
}

impl DispatchRequest for ReturnRulingForm {
    const OPERATION: Operation = Operation::Decide;
    const BY: DispatchParty = DispatchParty::Overseer;

    async fn command(self, dispatch: &Dispatch, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let unit = self.unit.as_ref().map(|unit| desk.unit("/unit", unit));
        let protect = desk.checked()?;
        Ok(CaseCommand::Rule {
            dispatch: dispatch.id,
            ruling: DispatchRuling::Return {
                approve: self.decision.approve(),
                reason: protect.text(reason).await?,
                dispatch: new_id(),
                unit,
            },
        })
    }
}

/// 延期审批.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ExtensionRuling {
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why; told to the resident.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl DispatchRequest for ExtensionRuling {
    const OPERATION: Operation = Operation::Decide;
    const BY: DispatchParty = DispatchParty::Overseer;

    async fn command(self, dispatch: &Dispatch, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Rule {
            dispatch: dispatch.id,
            ruling: DispatchRuling::Extension {
                approve: self.decision.approve(),
                reason: protect.text(reason).await?,
            },
        })
    }
}
