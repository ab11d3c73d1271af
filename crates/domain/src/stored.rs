//! Events in the form in which the log keeps them.

use serde_json::Error;

use crate::access::AccessEvent;
use crate::calendar::book::CalendarEvent;
use crate::case::CaseEvent;
use crate::imports::CatalogueEvent;
use crate::organisation::history::OrganisationEvent;
use crate::pack::ReportPackEvent;
use crate::policy::PolicyEvent;

/// An event with its one form in the log.
///
/// Parsing an event of sixty kinds is a lot of code. Behind this trait there is one copy of it, here, instead of one in
/// every crate that reads the log.
pub trait StoredEvent: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// When it is none of the kinds that this program knows, or a field is missing or of another type.
    fn read(payload: &[u8]) -> Result<Self, Error>;

    /// Writes it down.
    ///
    /// # Errors
    /// When something in it has no JSON form; the domain has no such event.
    fn written(&self) -> Result<Vec<u8>, Error>;
}

macro_rules! stored_as_json {
    ($($event:ty),+ $(,)?) => {$(
        impl StoredEvent for $event {
            fn read(payload: &[u8]) -> Result<Self, Error> {
                serde_json::from_slice(payload)
            }

            fn written(&self) -> Result<Vec<u8>, Error> {
                serde_json::to_vec(self)
            }
        }
    )+};
}

stored_as_json!(
    CaseEvent,
    OrganisationEvent,
    PolicyEvent,
    CalendarEvent,
    CatalogueEvent,
    ReportPackEvent,
    AccessEvent,
);
