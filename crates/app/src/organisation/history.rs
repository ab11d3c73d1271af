//! Every event of the organisation, for those who audit it.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_store::log::RecordedEvent;

use super::STREAM;
use crate::access::Operation;
use crate::lists::PageRequest;
use crate::views::{HistoryEntry, entry};
use crate::{App, AppError, AsOf, Caller, KnownAt};

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
        self.stream_history(STREAM, known, page).await
    }

    /// Every event of one stream, oldest first, page by page.
    pub(crate) async fn stream_history(
        &self,
        stream: Uuid,
        known: KnownAt,
        page: &PageRequest,
    ) -> Result<HistoryPage, AppError> {
        let after = page.cursor.as_deref().map_or(Ok(0), version_in)?;
        // One more than is shown, to know whether there is more.
        let through = after.saturating_add(page.limit).saturating_add(1);
        let moment = self.moment(AsOf { known, at: None }).await?;
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
}

/// A cursor is the version of the last event that was shown.
pub(crate) fn version_in(cursor: &str) -> Result<u32, AppError> {
    cursor.parse().map_err(|_| AppError::BadQuery("the cursor is not one of this list".to_owned()))
}
