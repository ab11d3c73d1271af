//! From what people hold in their hands (a dispatch, a number with its code) to the case.

use futures::future::BoxFuture;
use uuid::Uuid;
use whistle_domain::case::Case;
use whistle_store::{log, read};

use crate::{App, AppError};

impl App {
    /// The case of a dispatch. Looked up in the read models; when they are behind the log, they are given the time to
    /// catch up, so that a dispatch can be signed for as soon as it was issued.
    pub(crate) fn case_of_dispatch(&self, dispatch: Uuid) -> BoxFuture<'_, Result<Uuid, AppError>> {
        Box::pin(async move {
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
        })
    }

    /// The case with this number, for whoever holds its code. A wrong code and a wrong number look alike.
    pub(crate) fn case_by_code<'a>(
        &'a self,
        number: &'a str,
        code: &'a str,
    ) -> BoxFuture<'a, Result<(Uuid, Case, u32), AppError>> {
        Box::pin(async move {
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
        })
    }

    /// Waits for the read models to reach the end of the log as it is now, whoever wrote it; at once when they are
    /// there.
    async fn catch_up(&self) -> Result<(), AppError> {
        self.await_position(self.log.last_position().await?).await
    }
}
