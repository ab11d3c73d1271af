//! Lists and backlogs, cut to what the caller may see.

use whistle_store::projections::Models;
use whistle_store::read::{
    self, BacklogRow, CaseFilter, CaseItem, CaseScope, DispatchFilter, DispatchItem, LedgerFilter,
    LedgerItem, Page,
};

use crate::access::Operation;
use crate::{App, AppError, AsOf, Caller, Moment, case_scope};

/// Which part of a list.
#[derive(Debug, Clone, Default)]
pub struct PageRequest {
    /// Where the part before ended; nothing for the first.
    pub cursor: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
}

impl App {
    /// Cases, newest first.
    pub async fn list_cases(
        &self,
        caller: &Caller,
        filter: &CaseFilter,
        page: &PageRequest,
        as_of: AsOf,
    ) -> Result<Page<CaseItem>, AppError> {
        let scope = scope(Operation::ReadCases, caller)?;
        let Moment { position, at } = self.moment(as_of).await?;
        let (cursor, limit) = (page.cursor.as_deref(), page.limit);
        let Some(position) = position else {
            return Ok(read::list_cases(&self.pool, filter, &scope, at, cursor, limit).await?);
        };
        let models = if filter.q.is_some() { Models::CASES_SEARCHED } else { Models::CASES };
        let mut looking = self.look_back(position, models).await?;
        let found = read::list_cases(looking.past().connection(), filter, &scope, at, cursor, limit).await?;
        looking.close().await;
        Ok(found)
    }

    /// Dispatches, the most urgent first.
    pub async fn list_dispatches(
        &self,
        caller: &Caller,
        filter: &DispatchFilter,
        page: &PageRequest,
        as_of: AsOf,
    ) -> Result<Page<DispatchItem>, AppError> {
        let scope = scope(Operation::ReadDispatches, caller)?;
        let Moment { position, at } = self.moment(as_of).await?;
        let (cursor, limit) = (page.cursor.as_deref(), page.limit);
        let Some(position) = position else {
            return Ok(read::list_dispatches(&self.pool, filter, &scope, at, cursor, limit).await?);
        };
        let models = if filter.q.is_some() { Models::DISPATCHES_SEARCHED } else { Models::DISPATCHES };
        let mut looking = self.look_back(position, models).await?;
        let found =
            read::list_dispatches(looking.past().connection(), filter, &scope, at, cursor, limit).await?;
        looking.close().await;
        Ok(found)
    }

    /// 台账, the newest case first, its items below it.
    pub async fn ledger(
        &self,
        caller: &Caller,
        filter: &LedgerFilter,
        page: &PageRequest,
    ) -> Result<Page<LedgerItem>, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        Ok(read::list_ledger(&self.pool, filter, &scope, page.cursor.as_deref(), page.limit).await?)
    }

    /// What every department still owes.
    pub async fn backlog(&self, caller: &Caller, moment: Moment) -> Result<Vec<BacklogRow>, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        let Some(position) = moment.position else {
            return Ok(read::backlog(&self.pool, &scope, moment.at).await?);
        };
        let mut looking = self.look_back(position, Models::BACKLOG).await?;
        let rows = read::backlog(looking.past().connection(), &scope, moment.at).await?;
        looking.close().await;
        Ok(rows)
    }
}

pub(crate) fn scope(operation: Operation, caller: &Caller) -> Result<CaseScope, AppError> {
    operation.authorise(caller)?;
    case_scope(caller).ok_or(AppError::Forbidden)
}
