//! What lists, work lists and the backlog report ask of the read models.
//!
//! Who may see what is part of every question: a [`CaseScope`] is applied in the query itself, and there is no way to
//! ask without one.

mod backlog;
mod cases;
mod cursor;
mod dispatches;
mod echo;
mod export;
mod filter;
mod grids;
mod ledger;
mod list;
mod precedents;
mod provisional;
mod registers;
mod repeats;
mod reports;
mod snapshot;
#[cfg(test)]
mod tests;
mod timers;

use serde::Serialize;
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::actor::Code;

pub use backlog::{AGE_BANDS, AGE_BANDS_DAYS, BacklogRow, backlog, backlog_by_rows};
pub use cases::{CaseFilter, CaseItem};
pub use dispatches::{DispatchFilter, DispatchItem};
pub use echo::{EchoBoard, EchoRow, echo_board};
pub use export::Rows;
pub use filter::{Order, QUERY_CHARS_MAX, Search};
pub use grids::{GridRow, open_cases_by_grid};
pub use ledger::{LedgerFilter, LedgerItem, LedgerState};
pub use list::{Listed, list};
pub use precedents::{Precedent, PrecedentFilter, list_precedents, precedents};
pub use provisional::provisional_cases;
pub use registers::{RegisterItem, list_register};
pub use repeats::{SoughtMatter, closed_matters};
pub use reports::{
    Contribution, ReportFilter, ReportQuery, Reported, SECONDS_MAX as REPORT_SECONDS_MAX, contributions,
    report, report_of_facts,
};
pub use snapshot::Snapshot;
pub use timers::TimerWatch;

/// The longest page.
pub const PAGE_MAX: u32 = 200;

/// What of the cases somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseScope {
    /// All of it: those who look after the whole.
    Everything,
    /// Cases that lie in the area of this unit.
    Area(Code),
    /// Cases that were dispatched to this unit.
    Department(Code),
    /// A resident's own cases, as the data subject or as the account that raised them.
    Own {
        /// The data subject, where the account has one.
        subject: Option<Uuid>,
        /// The account; nil owns nothing.
        account: Uuid,
    },
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page<Item> {
    /// In the order of the list.
    pub items: Vec<Item>,
    /// Where the next page begins; none on the last one.
    pub next_cursor: Option<String>,
}

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// A page has 1 to [`PAGE_MAX`] items.
    #[error("the limit is {0}, but must be 1 to {PAGE_MAX}")]
    Limit(u32),
    /// The cursor is not one that this list gave out.
    #[error("the cursor is not one of this list")]
    Cursor,
    /// There is no letter, digit or character to look for.
    #[error("there is nothing to look for in the search text")]
    NothingToLookFor,
    /// The search text is too long.
    #[error("the search text has more than {QUERY_CHARS_MAX} characters")]
    SearchTooLong,
    /// Whoever asked for an export has stopped taking its rows.
    #[error("nobody reads the rows of this export any more")]
    NobodyReads,
    /// The database did not answer.
    #[error("the read models cannot be read")]
    Database(#[from] sqlx::Error),
}

/// The case that a dispatch belongs to.
pub async fn case_of_dispatch(pool: &PgPool, dispatch: Uuid) -> Result<Option<Uuid>, QueryError> {
    let case = sqlx::query_scalar!("SELECT case_id FROM dispatches WHERE id = $1", dispatch);
    Ok(case.fetch_optional(pool).await?)
}

/// The case with this number.
///
/// Numbers are unique because they are drawn from a counter ([`crate::numbers`]), not because a key says so: a
/// projection must be able to take in whatever the log holds. Should an import ever repeat one, whoever had it first
/// keeps it, and a rebuild does not change that.
pub async fn case_by_number(pool: &PgPool, number: &str) -> Result<Option<Uuid>, QueryError> {
    let case = sqlx::query_scalar!(
        "SELECT id FROM cases WHERE number = $1 ORDER BY raised_at, id LIMIT 1",
        filter::matchable(number)
    );
    Ok(case.fetch_optional(pool).await?)
}
