//! 派单: filing a case and sending departments.

use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::{Case, CaseCommand, DispatchRole, DispatchTarget, IssueDispatches};
use whistle_domain::policy::WhistleKind;
use whistle_store::ids::new_id;

use super::{CommandContext, Committed, or_empty};
use crate::access::Operation;
use crate::protect::Fields;
use crate::{App, AppError, Caller, Reference};

/// Most departments in one case.
const DEPARTMENTS_MAX: usize = 30;

/// Category and kind, where the reported ones were wrong.
#[derive(Debug, Clone, Default)]
pub struct FilingInput {
    /// Category code.
    pub category: Option<Code>,
    /// Kind of whistle.
    pub kind: Option<WhistleKind>,
}

/// Who must act.
#[derive(Debug, Clone, Default)]
pub struct DispatchInput {
    /// 主办.
    pub lead: Code,
    /// 协办.
    pub co_handlers: Vec<Code>,
    /// 知会.
    pub notify: Vec<Code>,
    /// What is asked of them.
    pub instruction: Option<String>,
}

impl App {
    /// Pins category, kind and policy version.
    pub async fn file(
        &self,
        caller: &Caller,
        id: Uuid,
        input: FilingInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::Dispatch.authorise(caller)?;
        self.visible_case(caller, id).await?;
        let command = CaseCommand::FileCase { category: input.category, kind: input.kind };
        self.commit(caller, id, command, context).await
    }

    /// Sends departments; files the case first where that was not done.
    pub async fn dispatch(
        &self,
        caller: &Caller,
        id: Uuid,
        input: DispatchInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::Dispatch.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let reference = self.reference();
        let mut fields = Fields::default();
        let targets = targets(&mut fields, &input, &reference);
        let instruction = fields.optional_text("/instruction", input.instruction.as_deref());
        fields.finish()?;
        let (line_owner, territorial_owner) = owners(&case, &reference);
        let instruction =
            or_empty(self.protector(id, &case).optional_text("instruction", instruction).await?);
        let issue = IssueDispatches { targets, instruction, line_owner, territorial_owner };
        let committed = self.commit(caller, id, CaseCommand::IssueDispatches(issue), context).await?;
        for dispatch in &committed.case.dispatches {
            self.dispatch_cases.insert(dispatch.id, id);
        }
        Ok(committed)
    }
}

fn targets(fields: &mut Fields, input: &DispatchInput, reference: &Reference) -> Vec<DispatchTarget> {
    if 1 + input.co_handlers.len() + input.notify.len() > DEPARTMENTS_MAX {
        fields.refuse("", "too_many", format!("at most {DEPARTMENTS_MAX} departments in one case"));
        return Vec::new();
    }
    let mut targets = Vec::new();
    let mut add = |pointer: String, unit: &Code, role: DispatchRole| {
        if reference.organisation.unit(unit).is_none() {
            fields.refuse(&pointer, "unknown_unit", "there is no such unit");
        }
        targets.push(DispatchTarget { dispatch: new_id(), department: unit.clone(), role });
    };
    add("/lead".to_owned(), &input.lead, DispatchRole::Lead);
    for (at, unit) in input.co_handlers.iter().enumerate() {
        add(format!("/co_handlers/{at}"), unit, DispatchRole::CoHandler);
    }
    for (at, unit) in input.notify.iter().enumerate() {
        add(format!("/notify/{at}"), unit, DispatchRole::Notified);
    }
    targets
}

/// The unit responsible by trade and the one responsible by territory, as the routing has them now.
fn owners(case: &Case, reference: &Reference) -> (Code, Code) {
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
