//! Acting the plan out, through the same use cases as everybody else.

use std::collections::HashMap;

use anyhow::Context;
use uuid::Uuid;
use whistle_app::{
    Acceptance, App, Caller, Closing, CommandContext, Committed, Feedback, Measure, Signature,
};
use whistle_domain::actor::Code;
use whistle_domain::clock::MovedClock;

use super::plan::{Act, By, Step};

/// Begins every idempotency key of the demo. A plan that differs for the same instant needs another one.
const KEY: &str = "demo-1";

/// The stage: what the steps need, and what earlier steps have brought about.
pub(super) struct Stage<'a> {
    pub(super) app: &'a App,
    pub(super) clock: &'a MovedClock,
    /// By user name.
    pub(super) callers: HashMap<String, Caller>,
    cases: HashMap<usize, Uuid>,
    dispatches: HashMap<(usize, Code), Uuid>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(app: &'a App, clock: &'a MovedClock, callers: HashMap<String, Caller>) -> Self {
        Self { app, clock, callers, cases: HashMap::new(), dispatches: HashMap::new() }
    }

    /// Gives one command at its instant. A command that an earlier, interrupted seed gave is answered as it was then,
    /// because its idempotency key follows from its place in the plan.
    pub(super) async fn perform(&mut self, step: &Step) -> anyhow::Result<()> {
        self.clock.set(step.at);
        let key = format!("{KEY}-case{:03}-step{:02}", step.case, step.ordinal);
        let context = CommandContext {
            request: key.clone().into_bytes(),
            idempotency_key: Some(key.clone()),
            if_match: None,
        };
        let committed = Box::pin(self.command(step, &context)).await;
        let committed =
            committed.with_context(|| format!("the demo's command {key} is refused: {:?}", step.act))?;
        self.cases.insert(step.case, committed.case_id);
        for dispatch in &committed.case.dispatches {
            self.dispatches.insert((step.case, dispatch.department.clone()), dispatch.id);
        }
        Ok(())
    }

    async fn command(&self, step: &Step, context: &CommandContext) -> anyhow::Result<Committed> {
        let (app, caller) = (self.app, self.caller(&step.by)?);
        if let Act::Raise(input) = &step.act {
            return Ok(app.raise(&caller, (**input).clone(), context).await?.committed);
        }
        let case = *self.cases.get(&step.case).context("nothing happens in a case before it is raised")?;
        let dispatch = |unit: &Code| {
            let id = self.dispatches.get(&(step.case, unit.clone())).copied();
            id.context("nobody acts on a dispatch before it is issued")
        };
        Ok(match step.act.clone() {
            Act::Raise(_) => unreachable!("handled above"),
            Act::Endorse(input) => app.on_case(&caller, case, input, context).await?,
            Act::Decline(input) => app.on_case(&caller, case, input, context).await?,
            Act::HandleLocally(input) => app.on_case(&caller, case, input, context).await?,
            Act::Escalate(input) => app.on_case(&caller, case, input, context).await?,
            Act::File(input) => app.on_case(&caller, case, input, context).await?,
            Act::Dispatch(input) => app.on_case(&caller, case, input, context).await?,
            Act::Sign { unit } => app.on_dispatch(&caller, dispatch(&unit)?, Signature, context).await?,
            Act::Report { unit, input } => app.on_dispatch(&caller, dispatch(&unit)?, input, context).await?,
            Act::Accept { unit } => app.on_dispatch(&caller, dispatch(&unit)?, Acceptance, context).await?,
            Act::Measure { unit, measure } => {
                app.on_dispatch(&caller, dispatch(&unit)?, Measure { measure }, context).await?
            }
            Act::FeedBack { unit, result, evidence } => {
                let feedback = Feedback { result: Some(result), evidence };
                app.on_dispatch(&caller, dispatch(&unit)?, feedback, context).await?
            }
            Act::Verify(input) => app.on_case(&caller, case, input, context).await?,
            Act::CallBack(input) => app.on_case(&caller, case, input, context).await?,
            Act::Settle(input) => app.on_case(&caller, case, input, context).await?,
            Act::Close { reason } => {
                app.on_case(&caller, case, Closing { reason: Some(reason) }, context).await?
            }
            Act::Rate(input) => app.on_case(&caller, case, input, context).await?,
        })
    }

    fn caller(&self, by: &By) -> anyhow::Result<Caller> {
        match by {
            By::Nobody => Ok(Caller::anonymous()),
            By::User(username) => {
                self.callers.get(username).cloned().with_context(|| format!("nobody is called {username}"))
            }
        }
    }
}
