//! Policies, as administrators adopt them.

use std::sync::Arc;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_domain::policy::{PolicyAdopted, PolicyBook, PolicyCommand, PolicyRefusal, PolicyVersion};
use whistle_store::log::ExecuteError;
use whistle_store::policy::library;
use whistle_store::reference::ReferenceStamp;

use crate::access::Operation;
use crate::cases::CommandContext;
use crate::{App, AppError, Caller, Reference};

/// A policy, without its text.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PolicyItem {
    /// Its version.
    pub version: PolicyVersion,
    /// Its title.
    pub title: String,
    /// SHA-256 of its text, hexadecimal.
    pub digest: String,
    /// Since when it is in force for newly filed cases.
    pub adopted_at: DateTime<Utc>,
    /// Whether new cases are filed under it.
    pub current: bool,
}

/// A policy, word for word.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PolicyView {
    /// Everything but the text.
    #[serde(flatten)]
    pub item: PolicyItem,
    /// The text (TOML).
    pub document: String,
}

/// A policy that is durable in the log.
#[derive(Debug, Clone)]
pub struct PolicyCommitted {
    /// The policy.
    pub item: PolicyItem,
    /// The version of the policies' stream.
    pub stream_version: u32,
    /// Where it stands in the log.
    pub position: i64,
}

impl App {
    /// 政策启用: the text becomes the current policy. Cases that were filed before keep theirs.
    #[boxed]
    pub async fn adopt_policy(
        &self,
        caller: &Caller,
        document: String,
        context: &CommandContext,
    ) -> Result<PolicyCommitted, AppError> {
        Operation::AdoptPolicy.authorise(caller)?;
        let at = self.clock.now();
        let meta = self.meta(caller, context);
        let adopted_text = document.clone();
        let executed = self.policies.execute(PolicyCommand::Adopt { document, at }, meta).await?;
        let (book, appended) = (executed.aggregate, executed.appended);
        if !appended.duplicate {
            self.policies_in_force(&book, appended.version)?;
        }
        let adopted = book.adopted().iter().find(|adopted| adopted.document == adopted_text);
        let item = item(adopted.ok_or(AppError::NotFound)?, &book);
        Ok(PolicyCommitted { item, stream_version: appended.version, position: appended.last_position })
    }

    fn policies_in_force(&self, book: &PolicyBook, version: u32) -> Result<(), AppError> {
        let known = self.reference();
        let policies = Arc::new(library(book).map_err(AppError::internal)?);
        let stamp = ReferenceStamp { policies: version, ..known.stamp };
        let reference =
            Reference::new(known.history.clone(), policies, known.calendar.clone(), stamp, self.clock.now());
        self.reference.replace(reference.map_err(AppError::internal)?);
        Ok(())
    }

    /// Every policy that was ever adopted, oldest first.
    #[boxed]
    pub async fn policies(&self, caller: &Caller) -> Result<Vec<PolicyItem>, AppError> {
        Operation::ReadPolicies.authorise(caller)?;
        let (book, _) = self.policies.load().await?;
        Ok(book.adopted().iter().map(|adopted| item(adopted, &book)).collect())
    }

    /// One policy, word for word.
    #[boxed]
    pub async fn policy(&self, caller: &Caller, version: PolicyVersion) -> Result<PolicyView, AppError> {
        Operation::ReadPolicies.authorise(caller)?;
        let (book, _) = self.policies.load().await?;
        let adopted = book.version(version).ok_or(AppError::NotFound)?;
        Ok(PolicyView { item: item(adopted, &book), document: adopted.document.clone() })
    }
}

fn item(adopted: &PolicyAdopted, book: &PolicyBook) -> PolicyItem {
    PolicyItem {
        version: adopted.version,
        title: adopted.title.clone(),
        digest: adopted.digest.clone(),
        adopted_at: adopted.at,
        current: book.adopted().last().is_some_and(|last| last.version == adopted.version),
    }
}

impl From<ExecuteError<PolicyRefusal>> for AppError {
    fn from(error: ExecuteError<PolicyRefusal>) -> Self {
        Self::of_execution(error, Self::PolicyRefused)
    }
}
