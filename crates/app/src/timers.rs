//! What happens by itself: the service signs for what nobody signed for, calls up the chain of duty, and clocks strike.
//!
//! The instants come from the read models, the decision from the case itself. A case to which nothing is due any more
//! answers with no event, so that it does no harm when the read models are behind, or when several services look at the
//! same clock. That one of them has the watch saves the others the work, and is no more than that.

use std::time::Duration;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use futures::{StreamExt, stream};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::case::{Case, CaseCommand, ChainStep};
use whistle_domain::policy::WhistleKind;
use whistle_store::{log, read};

use crate::{App, AppError, Caller, CommandContext};

/// Cases in one page of what is due.
const CASES_PER_PAGE_MAX: i64 = 1_000;
/// Cases that move at the same time: working-day limits all end at midnight, and the log writes best by the batch.
const CASES_IN_FLIGHT_MAX: usize = 256;
/// How long a clock that was looked at is left alone: the read models need a moment to see that it has struck, and a case
/// that cannot be moved must not be tried at every look.
const REST: Duration = Duration::from_secs(2);
/// Clocks that can rest at a time. More of them are looked at again sooner, which does no harm.
const RESTED_MAX: u64 = 100_000;

/// Clocks that were looked at a moment ago.
pub(crate) type Rested = moka::sync::Cache<(DateTime<Utc>, Uuid), ()>;

/// No clock rests yet.
pub(crate) fn rested() -> Rested {
    moka::sync::Cache::builder().max_capacity(RESTED_MAX).time_to_live(REST).build()
}

impl App {
    /// Lets happen what is due by now, in every case, unless another process has the watch. Returns how many cases moved.
    /// One that cannot be moved keeps no other from moving; it is tried again after a rest.
    #[boxed]
    pub async fn keep_time(&self) -> Result<usize, AppError> {
        let Some(mut watch) = read::TimerWatch::take(&self.pool).await? else { return Ok(0) };
        let now = self.clock.now();
        let (mut moved, mut after) = (0, None);
        loop {
            let due = watch.due(now, after, CASES_PER_PAGE_MAX).await?;
            let Some(last) = due.last().copied() else { return Ok(moved) };
            let awake = due.into_iter().filter(|clock| !self.rested.contains_key(clock));
            let moving = stream::iter(awake).map(|clock| self.look_at(clock, now));
            let moving = moving.buffer_unordered(CASES_IN_FLIGHT_MAX);
            moved += moving.filter(|moved| std::future::ready(*moved)).count().await;
            after = Some(last);
        }
    }

    /// Whether the case of this clock moved. The clock rests, unless there was more than could happen at once.
    async fn look_at(&self, clock: (DateTime<Utc>, Uuid), now: DateTime<Utc>) -> bool {
        let (due_at, id) = clock;
        let looked = self.keep_time_in(id).await;
        let more = matches!(&looked, Ok((case, true)) if case.timer_at().is_some_and(|at| at <= now));
        if !more {
            self.rested.insert(clock, ());
        }
        match looked {
            Ok((_, moved)) => moved,
            Err(error) => {
                let error: &dyn std::error::Error = &error;
                tracing::warn!(case = %id, %due_at, error, "what is due in a case could not happen");
                false
            }
        }
    }

    /// Lets happen what is due by now in one case. Returns the case as it is then, and whether it moved.
    #[boxed]
    pub async fn keep_time_in(&self, id: Uuid) -> Result<(Case, bool), AppError> {
        let found = log::load(&self.log, &self.cases, id).await?;
        let (case, _) = found.ok_or(AppError::NotFound)?;
        let now = self.clock.now();
        if case.timer_at().is_none_or(|at| at > now) {
            return Ok((case, false));
        }
        let command = CaseCommand::KeepTime { chains: self.chains(&case, now) };
        let committed = self.commit(&the_service(), id, command, &CommandContext::default()).await?;
        Ok((committed.case, !committed.events.is_empty()))
    }

    /// Who is called for each dispatch of an emergency: the chain of its unit, as the duty roster has it now.
    fn chains(&self, case: &Case, now: DateTime<Utc>) -> Vec<(Uuid, Vec<ChainStep>)> {
        if case.kind() != Some(WhistleKind::Emergency) {
            return Vec::new();
        }
        let reference = self.reference();
        let chain = |unit: &str| reference.escalation_chain(unit, now);
        case.awaited().map(|dispatch| (dispatch.id, chain(&dispatch.department))).collect()
    }
}

/// The service itself, for what no person does.
pub(crate) const fn the_service() -> Caller {
    let actor = Actor { id: Uuid::nil(), role: Role::System, unit: None };
    Caller { actor, area_unit: None, subject: None }
}
