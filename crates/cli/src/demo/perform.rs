//! Acting the plan out, through the same use cases as everybody else.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_app::{App, Caller, CommandContext, Committed, Merging};
use whistle_domain::actor::Code;
use whistle_domain::case::{Case, Dispatch, DispatchState};
use whistle_domain::clock::{Clock, MovedClock};
use whistle_store::projections::projections;

use super::pictures;
use super::plan::{Act, By, OnCase, OnDispatch, Step};

/// How long the read models may take to follow what was acted out so far.
const CATCH_UP_MAX: Duration = Duration::from_mins(1);
/// Begins every idempotency key of the demo. A plan that differs for the same instant needs another one.
const KEY: &str = "demo-4";

/// The stage: what the steps need, and what earlier steps have brought about.
pub(super) struct Stage<'a> {
    pub(super) app: &'a App,
    pub(super) clock: &'a MovedClock,
    /// By user name.
    pub(super) callers: HashMap<String, Caller>,
    cases: HashMap<usize, (Uuid, Case)>,
    /// When something happens by itself next, in cases where something does.
    timers: HashMap<usize, DateTime<Utc>>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(app: &'a App, clock: &'a MovedClock, callers: HashMap<String, Caller>) -> Self {
        Self { app, clock, callers, cases: HashMap::new(), timers: HashMap::new() }
    }

    /// Gives one command at its instant. A command that an earlier, interrupted seed gave is answered as it was then,
    /// because its idempotency key follows from its place in the plan.
    pub(super) async fn perform(&mut self, step: &Step) -> anyhow::Result<()> {
        self.keep_time(step.at).await?;
        if self.signed_already(step) {
            return Ok(());
        }
        self.clock.set(step.at);
        let key = format!("{KEY}-case{:03}-step{:03}", step.case, step.ordinal);
        let context = CommandContext {
            request: key.clone().into_bytes(),
            idempotency_key: Some(key.clone()),
            if_match: None,
        };
        let committed = Box::pin(self.command(step, &context)).await;
        let committed =
            committed.with_context(|| format!("the demo's command {key} is refused: {:?}", step.act))?;
        self.remember(step.case, committed.case_id, committed.case);
        Ok(())
    }

    /// What the service would have done by itself until `until`, each thing at its own instant. Done again by a seed
    /// that was interrupted, it changes nothing: the service asks the case as it is now.
    pub(super) async fn keep_time(&mut self, until: DateTime<Utc>) -> anyhow::Result<()> {
        loop {
            let next = self.timers.iter().map(|(case, at)| (*at, *case)).min();
            let Some((at, case)) = next.filter(|(at, _)| *at <= until) else { return Ok(()) };
            let id = self.id(case)?;
            // What was done a moment ago may have moved an end so that its reminder is past.
            self.clock.set(at.max(self.clock.now()));
            let (now, _) =
                Box::pin(self.app.keep_time_in(id)).await.context("the service cannot keep time")?;
            self.remember(case, id, now);
            // Where nobody is left to be called, nothing follows.
            if self.timers.get(&case).is_some_and(|next| *next <= at) {
                self.timers.remove(&case);
            }
        }
    }

    fn remember(&mut self, number: usize, id: Uuid, case: Case) {
        match case.timer_at() {
            Some(at) => self.timers.insert(number, at),
            None => self.timers.remove(&number),
        };
        self.cases.insert(number, (id, case));
    }

    /// A unit that comes too late to sign finds that the service has signed for it.
    fn signed_already(&self, step: &Step) -> bool {
        let Act::OnDispatch { unit, request: OnDispatch::Signature(_) } = &step.act else { return false };
        let dispatch = self.dispatch(step.case, unit);
        dispatch.is_ok_and(|dispatch| dispatch.state != DispatchState::Issued)
    }

    async fn command(&self, step: &Step, context: &CommandContext) -> anyhow::Result<Committed> {
        let (app, caller) = (self.app, self.caller(&step.by)?);
        let mut act = step.act.clone();
        pictures::illustrate(&mut act, app, &caller, step.case).await?;
        let act = match act {
            Act::Raise(input) => return Ok(app.raise(&caller, *input, context).await?.committed),
            Act::RaiseAgain(input) => {
                self.catch_up().await?;
                return Ok(app.raise(&caller, *input, context).await?.committed);
            }
            act => act,
        };
        let (id, case) = self.case(step.case)?;
        Ok(match act {
            Act::Raise(_) | Act::RaiseAgain(_) => unreachable!("handled above"),
            Act::OnCase(request) => request.give(app, &caller, *id, context).await?,
            Act::OnDispatch { unit, request } => {
                let dispatch = self.dispatch(step.case, &unit)?.id;
                request.give(app, &caller, dispatch, context).await?
            }
            Act::About { nth, request } => {
                let request = request.named(case, nth).context("the case does not list so many")?;
                request.give(app, &caller, *id, context).await?
            }
            Act::Merge { into, reason } => {
                let merging = Merging { into: self.id(into)?, reason };
                OnCase::from(merging).give(app, &caller, *id, context).await?
            }
        })
    }

    /// Whoever raises a matter again is recognised by the read models, which nobody else keeps up to date yet.
    async fn catch_up(&self) -> anyhow::Result<()> {
        for projection in projections() {
            let caught_up = self.app.projections().catch_up(projection, self.app.log().clone());
            let caught_up = tokio::time::timeout(CATCH_UP_MAX, caught_up).await;
            caught_up
                .context("the read models are kept by somebody else")?
                .context("the read models fail")?;
        }
        Ok(())
    }

    fn case(&self, number: usize) -> anyhow::Result<&(Uuid, Case)> {
        self.cases.get(&number).context("nothing happens in a case before it is raised")
    }

    fn id(&self, number: usize) -> anyhow::Result<Uuid> {
        Ok(self.case(number)?.0)
    }

    /// The last dispatch of a unit: one that was taken back may have been followed by another.
    fn dispatch(&self, number: usize, unit: &Code) -> anyhow::Result<&Dispatch> {
        let dispatches = &self.case(number)?.1.dispatches;
        let found = dispatches.iter().rfind(|dispatch| dispatch.department == *unit);
        found.context("nobody acts on a dispatch before it is issued")
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
