//! Everything that was done with accounts and keys, for those who audit it.

use std::collections::HashMap;

use async_recursion::async_recursion as boxed;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_store::reference::ACCESS_STREAM;

use crate::access::Operation;
use crate::lists::PageRequest;
use crate::views::HistoryEntry;
use crate::{App, AppError, Caller, HistoryPage, KnownAt, Order};

/// An event, with the names that tables know for what it names.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccessEntry {
    /// The event, as it stands in the log.
    #[serde(flatten)]
    pub event: HistoryEntry,
    /// The user name of the account; nothing where the account was written down and never made.
    pub username: Option<String>,
    /// The user name of who acted.
    pub by: Option<String>,
    /// What the key is for, where it is about one.
    pub label: Option<String>,
    /// What the integration is called, where it is about one.
    pub integration: Option<String>,
}

/// A part of the history.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccessHistoryPage {
    /// Every event of the part, in the order that was asked for.
    pub items: Vec<AccessEntry>,
    /// Where the next part begins; nothing after the last.
    pub next_cursor: Option<String>,
}

impl App {
    /// Every event of accounts and keys, page by page.
    #[boxed]
    pub async fn access_history(
        &self,
        caller: &Caller,
        known: KnownAt,
        order: Order,
        page: &PageRequest,
    ) -> Result<AccessHistoryPage, AppError> {
        Operation::ReadAccessHistory.authorise(caller)?;
        let HistoryPage { items, next_cursor } =
            self.stream_history(ACCESS_STREAM, known, order, page).await?;
        let accounts: Vec<Uuid> =
            items.iter().flat_map(|event| [named(event, "account"), actor_of(event)]).flatten().collect();
        let keys: Vec<Uuid> = items.iter().filter_map(|event| named(event, "key")).collect();
        let usernames = self.accounts.usernames(&accounts).await?;
        let labels = self.accounts.key_labels(&keys).await?;
        let integrations: Vec<Uuid> = items.iter().filter_map(|event| named(event, "integration")).collect();
        let systems: HashMap<Uuid, String> =
            self.integrations.names(&integrations).await?.into_iter().collect();
        let told =
            |names: &HashMap<Uuid, String>, id: Option<Uuid>| id.and_then(|id| names.get(&id).cloned());
        let items = items.into_iter().map(|event| AccessEntry {
            username: told(&usernames, named(&event, "account")),
            by: told(&usernames, actor_of(&event)),
            label: told(&labels, named(&event, "key")),
            integration: told(&systems, named(&event, "integration")),
            event,
        });
        Ok(AccessHistoryPage { items: items.collect(), next_cursor })
    }
}

/// The identity that an event gives in a field.
fn actor_of(event: &HistoryEntry) -> Option<Uuid> {
    event.actor.as_ref().map(|actor| actor.id)
}

fn named(event: &HistoryEntry, field: &str) -> Option<Uuid> {
    event.data.get(field)?.as_str()?.parse().ok()
}
