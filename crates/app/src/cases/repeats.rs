//! 重复诉求: what a report that comes in may repeat, and who learns of it.

use std::time::Duration;

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::case::{Case, ClosedMatter, Location};
use whistle_store::read::{self, SoughtMatter};

use crate::{App, AppError, Caller, Reference};

/// How long a report waits for the answer. A statistic keeps nobody from reporting a burst pipe.
const LOOK_UP_MAX: Duration = Duration::from_millis(500);

impl App {
    /// Closed cases that a report of this matter at this place may repeat, as far as the read models are. None where they
    /// do not answer in time: the report is then one that repeats nothing.
    pub(super) async fn closed_before(
        &self,
        category: &str,
        location: &Location,
        reference: &Reference,
    ) -> Vec<ClosedMatter> {
        let Some(spot) = location.spot() else { return Vec::new() };
        let (now, rules) = (self.clock.now(), reference.policies.current().rules());
        let sought = SoughtMatter {
            category,
            spot: &spot,
            metres_max: rules.repeat_metres_max,
            closed_after: ClosedMatter::closed_after(now, rules),
            closed_by: now,
        };
        match tokio::time::timeout(LOOK_UP_MAX, read::closed_matters(&self.pool, &sought)).await {
            Ok(Ok(matters)) => matters,
            Ok(Err(error)) => {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(error, "whether a report repeats a closed case is not known");
                Vec::new()
            }
            Err(_elapsed) => {
                tracing::warn!("whether a report repeats a closed case was not found out in time");
                Vec::new()
            }
        }
    }

    /// The case that this one repeats, where the caller may see it.
    #[boxed]
    pub(crate) async fn repeated_by(&self, caller: &Caller, case: &Case) -> Result<Option<Uuid>, AppError> {
        let Some(earlier) = case.report.as_ref().and_then(|report| report.repeats) else { return Ok(None) };
        match self.visible_case(caller, earlier).await {
            Ok(_) => Ok(Some(earlier)),
            Err(AppError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
