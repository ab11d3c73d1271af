//! Every event of the organisation, for those who audit it.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_store::log::RecordedEvent;

use super::STREAM;
use crate::access::Operation;
use crate::lists::PageRequest;
use crate::views::{HistoryEntry, entry};
use crate::{App, AppError, AsOf, Caller, KnownAt, Moment};

/// A part of the history.
#[derive(Debug, Clone)]
pub struct HistoryPage {
    /// Every event of the part, oldest first.
    pub items: Vec<HistoryEntry>,
    /// Where the next part begins; nothing after the last.
    pub next_cursor: Option<String>,
}

impl App {
    /// Every event of the organisation, oldest first, page by page. Sealed fields stay sealed.
    #[boxed]
    pub async fn organisation_history(
        &self,
        caller: &Caller,
        known: KnownAt,
        page: &PageRequest,
    ) -> Result<HistoryPage, AppError> {
        Operation::ReadOrganisationHistory.authorise(caller)?;
        self.stream_history(STREAM, known, Order::OldestFirst, page).await
    }

    /// Every event of one stream, page by page.
    pub(crate) async fn stream_history(
        &self,
        stream: Uuid,
        known: KnownAt,
        order: Order,
        page: &PageRequest,
    ) -> Result<HistoryPage, AppError> {
        let cursor = page.cursor.as_deref().map(version_in).transpose()?;
        let moment = self.moment(AsOf { known, at: None }).await?;
        if order == Order::NewestFirst {
            return self.newest_first(stream, moment, cursor, page.limit).await;
        }
        let after = cursor.unwrap_or(0);
        // One more than is shown, to know whether there is more.
        let through = after.saturating_add(page.limit).saturating_add(1);
        let events = self.log.read_stream_through(stream, after, through).await?;
        let mut known: Vec<RecordedEvent> =
            events.into_iter().take_while(|event| moment.knows(event.position)).collect();
        let shown = usize::try_from(page.limit).unwrap_or(usize::MAX);
        let more = known.len() > shown;
        known.truncate(shown);
        let next_cursor = known.last().filter(|_| more).map(|last| last.version.to_string());
        let items = known.into_iter().map(entry).collect::<Result<_, _>>()?;
        Ok(HistoryPage { items, next_cursor })
    }

    /// The events of a stream before the version `before`, the newest first.
    async fn newest_first(
        &self,
        stream: Uuid,
        moment: Moment,
        before: Option<u32>,
        limit: u32,
    ) -> Result<HistoryPage, AppError> {
        let last = self.log.stream_version_as_of(stream, moment.position.unwrap_or(i64::MAX)).await?;
        let through = before.map_or(last, |before| last.min(before.saturating_sub(1)));
        let after = through.saturating_sub(limit);
        let events = self.log.read_stream_through(stream, after, through).await?;
        let next_cursor = (after > 0).then(|| after.saturating_add(1).to_string());
        let items = events.into_iter().rev().map(entry).collect::<Result<_, _>>()?;
        Ok(HistoryPage { items, next_cursor })
    }
}

/// In which order a history is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As it happened.
    OldestFirst,
    /// The other way round, for those who look for what happened last.
    NewestFirst,
}

/// A cursor is the version of the last event that was shown.
pub(crate) fn version_in(cursor: &str) -> Result<u32, AppError> {
    cursor.parse().map_err(|_| AppError::BadQuery("the cursor is not one of this list".to_owned()))
}
