//! From what people hold in their hands (a dispatch, a number with its code) to the case.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::case::Case;
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

    /// The case with this number, for whoever holds its code. A wrong code and a wrong number look alike.
    #[boxed]
    pub(crate) async fn case_by_code(&self, number: &str, code: &str) -> Result<(Uuid, Case, u32), AppError> {
        if !whistle_domain::case::case_number_is_sound(number) {
            return Err(AppError::NotFound);
        }
        let mut found = read::case_by_number(&self.pool, number).await?;
        if found.is_none() {
            self.catch_up().await?;
            found = read::case_by_number(&self.pool, number).await?;
        }
        let id = found.ok_or(AppError::NotFound)?;
        if !self.vault.query_code_matches(id, code) {
            return Err(AppError::NotFound);
        }
        let (case, version) = log::load(&self.log, &self.cases, id).await?.ok_or(AppError::NotFound)?;
        Ok((id, case, version))
    }

    /// Waits for the read models to reach the end of the log as it is now, whoever wrote it; at once when they are
    /// there.
    async fn catch_up(&self) -> Result<(), AppError> {
        self.await_position(self.log.last_position().await?).await
    }
}
