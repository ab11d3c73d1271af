//! Folded cases that are remembered from one batch to the next.

use std::sync::Arc;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use uuid::Uuid;

use super::folded::Folded;

/// Ordinary cases that are remembered; fewer when some of them have very many events.
const CASES_MAX: u64 = 4096;
/// What an ordinary case weighs. A case is some kilobytes, and hardly more than its events.
const CASE_EVENTS: u32 = 32;

/// The cases that were last written, each with its version. That decides whether one is of use; a case that is not
/// remembered is folded from the log.
pub(super) struct KnownCases(Cache<Uuid, Arc<Folded>>);

impl KnownCases {
    /// Knows nothing yet.
    pub(super) fn new() -> Self {
        let weight = |_: &Uuid, case: &Arc<Folded>| case.version.unsigned_abs().max(CASE_EVENTS);
        let cache = Cache::builder()
            .max_capacity(CASES_MAX * u64::from(CASE_EVENTS))
            .weigher(weight)
            .eviction_policy(EvictionPolicy::lru());
        Self(cache.build())
    }

    /// The case as it was at `version` or before; as it was before its first event when nothing better is known. One
    /// that is ahead (the transaction that wrote it failed, or was taken back) is of no use.
    pub(super) fn at_or_before(&self, id: Uuid, version: i32) -> Arc<Folded> {
        let known = self.0.get(&id).filter(|known| known.version <= version);
        known.unwrap_or_else(|| Arc::new(Folded::empty(id)))
    }

    /// Remembers a case.
    pub(super) fn put(&self, case: Arc<Folded>) {
        self.0.insert(case.id, case);
    }
}
