//! The list of accounts.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_store::accounts::{AccountFilter, RegisteredAccount};

use super::KeyView;
use crate::access::Operation;
use crate::lists::PageRequest;
use crate::{App, AppError, Caller, words};

/// Characters of what is looked for, at most.
const TEXT_CHARS_MAX: usize = 64;

/// Which accounts.
#[derive(Debug, Clone, Default)]
pub struct AccountQuery {
    /// Part of the user name or of the name that colleagues see.
    pub q: Option<String>,
    /// Only of this role.
    pub role: Option<String>,
    /// `open` or `closed`; both where nothing is said.
    pub state: Option<String>,
}

/// An account. There is no secret in it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountItem {
    /// The account, as events name it.
    pub id: Uuid,
    /// The name to sign in with.
    pub username: String,
    /// What it may do.
    #[schema(value_type = words::Role)]
    pub role: &'static str,
    /// The unit in which it is posted.
    pub unit: Option<String>,
    /// The unit whose area it sees, where that is said.
    pub area: Option<String>,
    /// What colleagues see.
    pub display_name: Option<String>,
    /// Whether it may come in.
    #[schema(value_type = words::AccountState)]
    pub state: &'static str,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Its keys, at most 40: those that let in first, and the newest first among them.
    pub keys: Vec<KeyView>,
}

/// A part of the list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountPage {
    /// By user name.
    pub items: Vec<AccountItem>,
    /// Where the next part begins; nothing after the last.
    pub next_cursor: Option<String>,
}

impl AccountItem {
    pub(super) fn of(registered: RegisteredAccount, now: DateTime<Utc>) -> Self {
        let RegisteredAccount { account, created_at, disabled_at, keys } = registered;
        Self {
            id: account.id,
            username: account.username,
            role: account.role.code(),
            unit: account.unit,
            area: account.area_unit,
            display_name: account.display_name,
            state: if disabled_at.is_some() { "closed" } else { "open" },
            opened_at: created_at,
            closed_at: disabled_at,
            keys: keys.into_iter().map(|key| KeyView::of(key, disabled_at, now)).collect(),
        }
    }
}

impl AccountQuery {
    fn filter(self) -> Result<AccountFilter, AppError> {
        let bad = |what: &str| Err(AppError::BadQuery(what.to_owned()));
        let text = self.q.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if text.as_deref().is_some_and(|text| text.chars().count() > TEXT_CHARS_MAX || text.contains('\0')) {
            return bad("what is looked for has at most 64 characters");
        }
        let role = self.role.as_deref().map(Role::from_code);
        if role == Some(None) {
            return bad("there is no such role");
        }
        let open = match self.state.as_deref() {
            None => None,
            Some("open") => Some(true),
            Some("closed") => Some(false),
            Some(_) => return bad("state is `open` or `closed`"),
        };
        Ok(AccountFilter { text, role: role.flatten(), open })
    }
}

impl App {
    /// Accounts, open and closed, by user name, page by page.
    #[boxed]
    pub async fn accounts_page(
        &self,
        caller: &Caller,
        query: AccountQuery,
        page: &PageRequest,
    ) -> Result<AccountPage, AppError> {
        Operation::KeepAccounts.authorise(caller)?;
        let filter = query.filter()?;
        let after = page.cursor.as_deref();
        if after.is_some_and(|after| after.contains('\0')) {
            return Err(AppError::BadQuery("the cursor is not one of this list".to_owned()));
        }
        // One more than is shown, to know whether there is more.
        let mut found = self.accounts.registered(&filter, after, i64::from(page.limit) + 1).await?;
        let shown = usize::try_from(page.limit).unwrap_or(usize::MAX);
        let more = found.len() > shown;
        found.truncate(shown);
        let next_cursor = found.last().filter(|_| more).map(|last| last.account.username.clone());
        let now = self.clock.now();
        Ok(AccountPage {
            items: found.into_iter().map(|account| AccountItem::of(account, now)).collect(),
            next_cursor,
        })
    }
}
