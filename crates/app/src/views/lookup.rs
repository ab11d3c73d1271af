//! From what people hold in their hands (a dispatch, a number with its code) to the case.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::case::{Case, meant_numbers};
use whistle_domain::period::beijing;
use whistle_store::{log, read};

use crate::{App, AppError};

impl App {
    /// The case of a dispatch. Looked up in the read models; when they are behind the log, they are given the time to
    /// catch up, so that a dispatch can be signed for as soon as it was issued.
    #[boxed]
    pub(crate) async fn case_of_dispatch(&self, dispatch: Uuid) -> Result<Uuid, AppError> {
        if let Some(case) = self.dispatch_cases.get(&dispatch) {
            return Ok(case);
        }
        let mut found = read::case_of_dispatch(&self.pool, dispatch).await?;
        if found.is_none() {
            self.catch_up().await?;
            found = read::case_of_dispatch(&self.pool, dispatch).await?;
        }
        let case = found.ok_or(AppError::NotFound)?;
        self.dispatch_cases.insert(dispatch, case);
        Ok(case)
    }

    /// The case that is meant by this number, short or whole, for whoever holds its code. A wrong code and a wrong number
    /// look alike.
    #[boxed]
    pub(crate) async fn case_by_code(&self, typed: &str, code: &str) -> Result<(Uuid, Case, u32), AppError> {
        let today = beijing(self.clock().now()).date_naive();
        let numbers = meant_numbers(typed, self.reference().organisation.county_code(), today);
        let mut found = self.matching(&numbers, code).await?;
        if found.is_none() && !numbers.is_empty() {
            self.catch_up().await?;
            found = self.matching(&numbers, code).await?;
        }
        let id = found.ok_or(AppError::NotFound)?;
        let (case, version) = log::load(&self.log, &self.cases, id).await?.ok_or(AppError::NotFound)?;
        Ok((id, case, version))
    }

    /// The one of these cases that has this code.
    async fn matching(&self, numbers: &[String], code: &str) -> Result<Option<Uuid>, AppError> {
        let mut matching = None;
        // Every number is looked up, also after the right one: how long it takes tells nothing.
        for number in numbers {
            let case = read::case_by_number(&self.pool, number).await?;
            matching = matching.or(case.filter(|id| self.vault.query_code_matches(*id, code)));
        }
        Ok(matching)
    }

    /// Waits for the read models to reach the end of the log as it is now, whoever wrote it; at once when they are
    /// there.
    async fn catch_up(&self) -> Result<(), AppError> {
        self.await_position(self.log.last_position().await?).await
    }
}
