//! 派单: filing a case and sending departments.

use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::actor::Code;
use whistle_domain::case::{Case, CaseCommand, DispatchRole, DispatchTarget, IssueDispatches};
use whistle_domain::policy::WhistleKind;
use whistle_store::ids::new_id;

use super::{CaseDesk, CaseRequest};
use crate::access::Operation;
use crate::words;
use crate::{AppError, Reference};

/// Category and kind, where the reported ones were wrong.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Filing {
    /// Category code.
    pub category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[schema(value_type = Option<words::WhistleKind>)]
    pub kind: Option<WhistleKind>,
}

impl CaseRequest for Filing {
    const OPERATION: Operation = Operation::Dispatch;

    async fn command(self, _: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        Ok(CaseCommand::FileCase { category: self.category, kind: self.kind })
    }
}

/// Who must act.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
pub struct Dispatches {
    /// 主办: the unit that leads.
    pub lead: String,
    /// 协办: units that must act too.
    #[serde(default)]
    pub co_handlers: Vec<String>,
    /// 知会: units that are told.
    #[serde(default)]
    pub notify: Vec<String>,
    /// What is asked of them.
    pub instruction: Option<String>,
}

impl CaseRequest for Dispatches {
    const OPERATION: Operation = Operation::Dispatch;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let lead = desk.unit("/lead", &self.lead);
        let co_handlers = desk.units("/co_handlers", &self.co_handlers);
        let notify = desk.units("/notify", &self.notify);
        let instruction = desk.optional_text("/instruction", self.instruction.as_deref());
        let protect = desk.checked()?;
        let (line_owner, territorial_owner) = owners(desk.case, &desk.reference);
        let instruction = protect.text_or_empty(instruction).await?;
        Ok(CaseCommand::IssueDispatches(IssueDispatches {
            targets: targets(Some(lead), co_handlers, notify),
            instruction,
            line_owner,
            territorial_owner,
        }))
    }
}

/// Who is sent, and in which part.
pub(super) fn targets(lead: Option<Code>, co_handlers: Vec<Code>, notify: Vec<Code>) -> Vec<DispatchTarget> {
    let target = |role| move |department| DispatchTarget { dispatch: new_id(), department, role };
    let helping = co_handlers.into_iter().map(target(DispatchRole::CoHandler));
    let told = notify.into_iter().map(target(DispatchRole::Notified));
    lead.into_iter().map(target(DispatchRole::Lead)).chain(helping).chain(told).collect()
}

/// The unit responsible by trade and the one responsible by territory, as the routing has them now.
pub(super) fn owners(case: &Case, reference: &Reference) -> (Code, Code) {
    let fallback = || reference.organisation.fallback_unit().code.clone();
    let Some(report) = &case.report else { return (fallback(), fallback()) };
    let policy = match &case.filing {
        Some(filing) => reference.policies.version(filing.policy_version),
        None => Some(reference.policies.current()),
    };
    let routing = policy.and_then(|policy| {
        policy.route(case.category()?, &report.location.grid, &reference.organisation).ok()
    });
    match routing {
        Some(routing) => (routing.line_owner, routing.territorial_owner),
        None => (fallback(), report.location.territorial_unit.clone()),
    }
}
