//! Lists and backlogs, cut to what the caller may see.

use async_recursion::async_recursion as boxed;
use whistle_domain::case::meant_numbers;
use whistle_domain::period::beijing;
use whistle_domain::policy::WhistleKind;
use whistle_store::projections::Models;
use whistle_store::read::{
    self, BacklogRow, CaseFilter, CaseScope, DispatchFilter, GridRow, LedgerFilter, LedgerItem, Listed, Page,
    Search,
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

/// A list that can be asked for.
pub trait OpenList: Listed {
    /// What is asked; the roles that may ask for it follow.
    const OPERATION: Operation;
    /// What it is called in the log of the service.
    const NAME: &'static str;
}

/// A list that can also be asked for as it was.
pub trait PastList: OpenList {
    /// What is read for it.
    fn models(&self) -> Models;
}

impl OpenList for CaseFilter {
    const OPERATION: Operation = Operation::ReadCases;
    const NAME: &'static str = "cases";
}

impl PastList for CaseFilter {
    fn models(&self) -> Models {
        if self.q.is_some() { Models::CASES_SEARCHED } else { Models::CASES }
    }
}

impl OpenList for DispatchFilter {
    const OPERATION: Operation = Operation::ReadDispatches;
    const NAME: &'static str = "dispatches";
}

impl PastList for DispatchFilter {
    fn models(&self) -> Models {
        if self.q.is_some() { Models::DISPATCHES_SEARCHED } else { Models::DISPATCHES }
    }
}

impl OpenList for LedgerFilter {
    const OPERATION: Operation = Operation::ReadReports;
    const NAME: &'static str = "ledger";
}

impl App {
    /// What is looked for by this text: words, and the case of this number, in whichever form it was typed.
    pub fn search(&self, text: String) -> Search {
        let today = beijing(self.clock.now()).date_naive();
        let numbers = meant_numbers(&text, self.reference().organisation.county_code(), today);
        Search { text, numbers }
    }

    /// A page of what `filter` wants, in the order of its list, as it is or as it was.
    pub async fn list<F: PastList>(
        &self,
        caller: &Caller,
        filter: &F,
        page: &PageRequest,
        as_of: AsOf,
    ) -> Result<Page<F::Item>, AppError> {
        let scope = scope(F::OPERATION, caller)?;
        let Moment { position, at } = self.moment(as_of).await?;
        let (cursor, limit) = (page.cursor.as_deref(), page.limit);
        let Some(position) = position else {
            return Ok(read::list(&self.pool, filter, &scope, at, cursor, limit).await?);
        };
        let mut looking = self.look_back(position, filter.models()).await?;
        let found = read::list(looking.past().connection(), filter, &scope, at, cursor, limit).await?;
        looking.close().await;
        Ok(found)
    }

    /// 台账, the newest case first, its items below it.
    #[boxed]
    pub async fn ledger(
        &self,
        caller: &Caller,
        filter: &LedgerFilter,
        page: &PageRequest,
    ) -> Result<Page<LedgerItem>, AppError> {
        let scope = scope(LedgerFilter::OPERATION, caller)?;
        let now = self.clock.now();
        Ok(read::list(&self.pool, filter, &scope, now, page.cursor.as_deref(), page.limit).await?)
    }

    /// What every department still owes.
    #[boxed]
    pub async fn backlog(&self, caller: &Caller, moment: Moment) -> Result<Vec<BacklogRow>, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        let Some(position) = moment.position else {
            return Ok(read::backlog(&self.pool, &scope, moment.at).await?);
        };
        let mut looking = self.look_back(position, Models::BACKLOG).await?;
        let rows = read::backlog_by_rows(looking.past().connection(), &scope, moment.at).await?;
        looking.close().await;
        Ok(rows)
    }

    /// The open cases of every grid, of one kind or of all.
    #[boxed]
    pub async fn grid_backlog(
        &self,
        caller: &Caller,
        kind: Option<WhistleKind>,
        moment: Moment,
    ) -> Result<Vec<GridRow>, AppError> {
        let scope = scope(Operation::ReadReports, caller)?;
        let Some(position) = moment.position else {
            return Ok(read::open_cases_by_grid(&self.pool, &scope, kind, moment.at).await?);
        };
        let mut looking = self.look_back(position, Models::CASES).await?;
        let connection = looking.past().connection();
        let rows = read::open_cases_by_grid(connection, &scope, kind, moment.at).await?;
        looking.close().await;
        Ok(rows)
    }
}

pub(crate) fn scope(operation: Operation, caller: &Caller) -> Result<CaseScope, AppError> {
    operation.authorise(caller)?;
    case_scope(caller).ok_or(AppError::Forbidden)
}
