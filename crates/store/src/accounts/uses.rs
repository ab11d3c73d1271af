//! When keys were last used: collected in memory, and written down now and then.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Accounts, AccountsError};

/// Keys remembered between two writings. More than that many used within a minute are not all remembered.
const KEYS_MAX: usize = 50_000;

/// The last use of each key since the last writing. A crash forgets them, and that is all it does.
#[derive(Clone, Default)]
pub(super) struct Uses(Arc<Mutex<HashMap<Uuid, DateTime<Utc>>>>);

impl Uses {
    /// Remembers that the key was used.
    pub(super) fn note(&self, key: Uuid, now: DateTime<Utc>) {
        let mut uses = self.kept();
        if uses.len() < KEYS_MAX || uses.contains_key(&key) {
            let last = uses.entry(key).or_insert(now);
            *last = now.max(*last);
        }
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Uuid, DateTime<Utc>>> {
        // Nothing panics while it holds the lock; and if something did, a map of instants is still one.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Accounts {
    /// Writes down when keys were last used, as far as this process knows, in one statement. What could not be written is
    /// kept for the next time. Returns how many keys it was.
    pub async fn write_uses_down(&self) -> Result<usize, AccountsError> {
        let uses = std::mem::take(&mut *self.uses.kept());
        if uses.is_empty() {
            return Ok(0);
        }
        let (keys, instants): (Vec<Uuid>, Vec<DateTime<Utc>>) =
            uses.iter().map(|(key, at)| (*key, *at)).unzip();
        let written = sqlx::query!(
            "UPDATE tokens SET last_used_at = used.at
             FROM unnest($1::uuid[], $2::timestamptz[]) AS used (id, at)
             WHERE tokens.id = used.id AND (tokens.last_used_at IS NULL OR tokens.last_used_at < used.at)",
            &keys,
            &instants
        )
        .execute(&self.pool)
        .await;
        if let Err(error) = written {
            for (key, at) in uses {
                self.uses.note(key, at);
            }
            return Err(error.into());
        }
        Ok(keys.len())
    }
}
