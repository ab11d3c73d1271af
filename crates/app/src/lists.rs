//! Lists and backlogs, cut to what the caller may see.

use chrono::{DateTime, Utc};
use whistle_store::read::{
    self, BacklogRow, CaseFilter, CaseItem, CaseScope, DispatchFilter, DispatchItem, LedgerFilter,
    LedgerItem, Page,
};

use crate::access::Operation;
use crate::{App, AppError, Caller, case_scope};

/// Which part of a list.
#[derive(Debug, Clone, Default)]
pub struct PageRequest {
    /// Where the part before ended; nothing for the first.
    pub cursor: Option<String>,
    /// How many, 1 to 200.
    pub limit: u32,
}

impl App {
    /// Cases, newest first. Lamps are judged at `at`.
    pub async fn list_cases(
        &self,
        caller: &Caller,
        filter: &CaseFilter,
        page: &PageRequest,
        at: Option<DateTime<Utc>>,
    ) -> Result<Page<CaseItem>, AppError> {
        let scope = scope(Operation::ReadCases, caller)?;
        let at = at.unwrap_or_else(|| self.clock().now());
        Ok(read::list_cases(&self.pool, filter, &scope, at, page.cursor.as_deref(), page.limit).await?)
    }

    /// Dispatches, the most urgent first. Lamps are judged at `at`.
    pub async fn list_dispatches(
        &self,
        caller: &Caller,
        filter: &DispatchFilter,
        page: &PageRequest,
        at: Option<DateTime<Utc>>,
    ) -> Result<Page<DispatchItem>, AppError> {
        let scope = scope(Operation::ReadDispatches, caller)?;
        let at = at.unwrap_or_else(|| self.clock().now());
        Ok(read::list_dispatches(&self.pool, filter, &scope, at, page.cursor.as_deref(), page.limit).await?)
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

    /// What every department still owes at `at`.
    pub async fn backlog(
        &self,
        caller: &Caller,
        at: Option<DateTime<Utc>>,
    ) -> Result<Vec<BacklogRow>, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        let at = at.unwrap_or_else(|| self.clock().now());
        Ok(read::backlog(&self.pool, &scope, at).await?)
    }
}

pub(crate) fn scope(operation: Operation, caller: &Caller) -> Result<CaseScope, AppError> {
    operation.authorise(caller)?;
    case_scope(caller).ok_or(AppError::Forbidden)
}
