//! What happens by itself: the service signs for what nobody signed for, calls up the chain of duty, and clocks strike.
//!
//! The instants come from the read models, the decision from the case itself. A case to which nothing is due any more
//! answers with no event, so that it does no harm when the read models are behind, or when several services look at the
//! same clock. That one of them has the watch saves the others the work, and is no more than that.

use std::time::Duration;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use futures::{FutureExt, StreamExt, TryStreamExt, stream};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::case::{Case, CaseCommand, ChainStep};
use whistle_domain::policy::WhistleKind;
use whistle_store::{log, read};

use crate::{App, AppError, Caller, CommandContext};

/// Cases in one page of what is due.
const CASES_PER_PAGE_MAX: i64 = 1_000;
/// Cases that are read from the log at once: one by one, that was a quarter of the time of a midnight.
const CASES_READ_AT_ONCE: usize = 64;
/// Reads that are under way while cases move.
const READS_IN_FLIGHT_MAX: usize = 2;
/// Cases that move at the same time: working-day limits all end at midnight, and the log writes best by the batch.
const CASES_IN_FLIGHT_MAX: usize = 256;
/// How long a clock that was looked at is left alone: the read models need a moment to see that it has struck, and a case
/// that cannot be moved must not be tried at every look.
const REST: Duration = Duration::from_secs(2);
/// Clocks that can rest at a time. More of them are looked at again sooner, which does no harm.
const RESTED_MAX: u64 = 100_000;

/// When something is due, and in which case.
type Clock = (DateTime<Utc>, Uuid);

/// Clocks that were looked at a moment ago.
pub(crate) type Rested = moka::sync::Cache<Clock, ()>;

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
            let awake: Vec<_> = due.into_iter().filter(|clock| !self.rested.contains_key(clock)).collect();
            let some: Vec<Vec<Clock>> = awake.chunks(CASES_READ_AT_ONCE).map(<[Clock]>::to_vec).collect();
            let read = stream::iter(some).map(|clocks| self.cases_of(clocks));
            let read = read.buffered(READS_IN_FLIGHT_MAX).map_ok(|cases| stream::iter(cases).map(Ok));
            let moving = read.try_flatten().map_ok(|(clock, case)| self.look_at(clock, case, now).map(Ok));
            let moving = moving.try_buffer_unordered(CASES_IN_FLIGHT_MAX);
            let count = async |count, more| Ok::<_, AppError>(count + usize::from(more));
            moved += moving.try_fold(0, count).await?;
            after = Some(last);
        }
    }

    /// The cases of these clocks, as far as they can be understood.
    async fn cases_of(&self, clocks: Vec<Clock>) -> Result<Vec<(Clock, Option<Case>)>, AppError> {
        let ids: Vec<Uuid> = clocks.iter().map(|(_, id)| *id).collect();
        let mut cases = log::load_all(&self.log, &self.cases, &ids).await?;
        Ok(clocks.into_iter().map(|clock| (clock, cases.remove(&clock.1))).collect())
    }

    /// Whether the case of this clock moved. The clock rests, unless there was more than could happen at once.
    async fn look_at(&self, clock: Clock, case: Option<Case>, now: DateTime<Utc>) -> bool {
        let (due_at, id) = clock;
        let looked = match case {
            Some(case) => self.keep_time_of(id, case).await,
            None => self.keep_time_in(id).await,
        };
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
        self.keep_time_of(id, case).await
    }

    #[boxed]
    async fn keep_time_of(&self, id: Uuid, case: Case) -> Result<(Case, bool), AppError> {
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
