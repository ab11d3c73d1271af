//! 重算期限: once a year is published, every end that was provisional for want of it is counted again.
//!
//! The read models say which cases have such ends, the case decides which of them still run. Asked again, or by two
//! services, it finds nothing provisional any more and answers with no event.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::case::CaseCommand;
use whistle_store::read;

use crate::timers::the_service;
use crate::{App, AppError, CommandContext};

/// Cases that are looked at in one go.
const CASES_AT_ONCE_MAX: i64 = 500;

impl App {
    /// Counts again whatever became certain. Returns how many cases moved. One that cannot be moved keeps no other from
    /// moving; it is tried again next time.
    #[boxed]
    pub async fn recount_deadlines(&self) -> Result<usize, AppError> {
        let (now, calendar) = (self.clock.now(), self.reference().calendar.clone());
        let published: Vec<i32> = calendar.years().collect();
        let (mut moved, mut after) = (0, None);
        loop {
            let cases =
                read::provisional_cases(&self.pool, &published, now, after, CASES_AT_ONCE_MAX).await?;
            let Some(last) = cases.last().copied() else { return Ok(moved) };
            for case in cases {
                match self.recount_in(case).await {
                    Ok(recounted) => moved += usize::from(recounted),
                    Err(error) => {
                        let error: &dyn std::error::Error = &error;
                        tracing::warn!(%case, error, "the ends of a case could not be counted again");
                    }
                }
            }
            after = Some(last);
        }
    }

    async fn recount_in(&self, id: Uuid) -> Result<bool, AppError> {
        let command = CaseCommand::KeepTime { chains: Vec::new() };
        let committed = self.commit(&the_service(), id, command, &CommandContext::default()).await?;
        Ok(!committed.events.is_empty())
    }
}
