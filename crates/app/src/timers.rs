//! What happens by itself: the service signs for what nobody signed for, and calls up the chain of duty.
//!
//! The instants come from the read models, the decision from the case itself. A case to which nothing is due any more
//! answers with no event, so that it does no harm when the read models are behind, or when several services look at the
//! same clock.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::case::{Case, CaseCommand, ChainStep};
use whistle_domain::policy::WhistleKind;
use whistle_store::{log, read};

use crate::{App, AppError, Caller, CommandContext};

/// Cases that are looked at in one go.
const CASES_AT_ONCE_MAX: i64 = 500;

impl App {
    /// Lets happen what is due by now, in every case. Returns how many cases moved. One that cannot be moved keeps no
    /// other from moving; it is tried again next time.
    pub async fn keep_time(&self) -> Result<usize, AppError> {
        let now = self.clock.now();
        let (mut moved, mut after) = (0, None);
        loop {
            let due = read::due_timers(&self.pool, now, after, CASES_AT_ONCE_MAX).await?;
            let Some(last) = due.last().copied() else { return Ok(moved) };
            for (due_at, case) in due {
                match self.keep_time_in(case).await {
                    Ok((_, true)) => moved += 1,
                    Ok((_, false)) => {}
                    Err(error) => {
                        let error: &dyn std::error::Error = &error;
                        tracing::warn!(%case, %due_at, error, "what is due in a case could not happen");
                    }
                }
            }
            after = Some(last);
        }
    }

    /// Lets happen what is due by now in one case. Returns the case as it is then, and whether it moved.
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
