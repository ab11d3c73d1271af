//! Cursors: the sort key of the last item, so that a page begins where the one before ended, whatever was added
//! meanwhile. Opaque to the outside, and checked on the way back in.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, Utc};
use uuid::Uuid;

use super::{PAGE_MAX, Page, QueryError};

/// Which list a cursor belongs to, and how it is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Cases = 1,
    Dispatches = 2,
    Register = 3,
    Ledger = 4,
    CasesOldestFirst = 5,
    Precedents = 6,
    Facts = 10,
    /// Behind a fact that was laid on another unit.
    BorneFacts = 11,
}

/// The place of an item in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// What the list is sorted by; none comes last.
    pub(super) at: Option<DateTime<Utc>>,
    /// Tells items of one instant apart.
    pub(super) id: Uuid,
}

/// An instant that the database can hold is not this one.
const NEVER: i64 = i64::MAX;
const BYTES: usize = 1 + 8 + 16;

impl Place {
    pub(super) fn encode(self, list: List) -> String {
        let instant = self.at.map_or(NEVER, |at| at.timestamp_micros());
        let mut bytes = Vec::with_capacity(BYTES);
        bytes.push(list as u8);
        bytes.extend(instant.to_be_bytes());
        bytes.extend(self.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    pub(super) fn decode(cursor: &str, list: List) -> Result<Self, QueryError> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_not_base64| QueryError::Cursor)?;
        let bytes: [u8; BYTES] = bytes.try_into().map_err(|_length| QueryError::Cursor)?;
        let (tag, instant, id) = (bytes[0], &bytes[1..9], &bytes[9..]);
        if tag != list as u8 {
            return Err(QueryError::Cursor);
        }
        let instant = i64::from_be_bytes(instant.try_into().expect("the range has eight bytes"));
        let at = match instant {
            NEVER => None,
            micros => Some(
                DateTime::from_timestamp_micros(micros)
                    .filter(|at| (0..10_000).contains(&at.year()))
                    .ok_or(QueryError::Cursor)?,
            ),
        };
        Ok(Self { at, id: Uuid::from_slice(id).expect("the range has sixteen bytes") })
    }
}

/// A page of at most `limit` items out of one more, which tells whether there is a next page.
pub(super) fn page<Item>(mut items: Vec<Item>, limit: u32, cursor: impl Fn(&Item) -> String) -> Page<Item> {
    let limit = usize::try_from(limit).expect("a page fits into memory");
    let more = items.len() > limit;
    items.truncate(limit);
    let next_cursor = items.last().filter(|_| more).map(cursor);
    Page { items, next_cursor }
}

/// The limit, when it is one.
pub(super) fn checked_limit(limit: u32) -> Result<u32, QueryError> {
    if (1..=PAGE_MAX).contains(&limit) { Ok(limit) } else { Err(QueryError::Limit(limit)) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_comes_back_as_it_went(micros in prop::option::of(-62_000_000_000_000_000..253_000_000_000_000_000_i64), id: u128) {
            let place = Place {
                at: micros.map(|micros| DateTime::from_timestamp_micros(micros).unwrap()),
                id: Uuid::from_u128(id),
            };
            prop_assert_eq!(Place::decode(&place.encode(List::Cases), List::Cases).unwrap(), place);
            prop_assert!(Place::decode(&place.encode(List::Cases), List::Dispatches).is_err());
        }

        #[test]
        fn garbage_is_no_cursor_and_no_panic(garbage in "[A-Za-z0-9_-]{0,50}|\\PC{0,40}") {
            if let Ok(place) = Place::decode(&garbage, List::Cases) {
                prop_assert_eq!(place.encode(List::Cases), garbage);
            }
        }
    }
}
