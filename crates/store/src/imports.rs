//! What imports leave in the log beside their cases: the catalogue of categories, and identities that follow from the
//! record, so that the same record is the same case for ever.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::imports::{CatalogueRefusal, ImportCatalogue, ImportedCategory, NameCategories};

use crate::log::{self, AggregateCache, EventLog, ExecuteError, LoadError};
use crate::organisation::of_the_service;
use crate::reference::{IMPORT_CATALOGUE_STREAM, folded};

/// The name space of everything that follows from a record.
const RECORDS: Uuid = Uuid::from_u128(0x696d_706f_7274_8000_8000_7265_636f_7264);
/// There is one catalogue.
const CATALOGUES_CACHED_MAX: u64 = 1;

/// The identities of a record: whoever imports it, however often, meets the same ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordIds {
    /// The case.
    pub case: Uuid,
    /// The command that imports it.
    pub command: Uuid,
    /// Its one dispatch.
    pub dispatch: Uuid,
}

impl RecordIds {
    /// The identities of the record with the number `external` in `scheme`.
    pub fn of(scheme: &str, external: &str) -> Self {
        // A scheme has no space in its name, so that no two pairs read alike.
        let case = Uuid::new_v5(&RECORDS, format!("{scheme} {external}").as_bytes());
        let following = |name: &str| Uuid::new_v5(&case, name.as_bytes());
        Self { case, command: following("import"), dispatch: following("dispatch") }
    }
}

/// What imports call their categories, by code. Cheap: a stream of a few events is read.
pub async fn category_names(pool: &PgPool) -> Result<HashMap<Code, String>, LoadError> {
    let (catalogue, _) = folded::<ImportCatalogue>(pool, IMPORT_CATALOGUE_STREAM).await?;
    Ok(catalogue.iter().map(|(code, name)| (code.to_owned(), name.to_owned())).collect())
}

/// Names categories, all of them or none. Those that are named already keep their names. Tells how many were new.
pub async fn name_categories(
    log: &EventLog,
    scheme: &str,
    categories: Vec<ImportedCategory>,
    at: DateTime<Utc>,
) -> Result<usize, ExecuteError<CatalogueRefusal>> {
    let command = NameCategories { scheme: scheme.to_owned(), categories, at };
    let cache: AggregateCache<ImportCatalogue> = AggregateCache::new(CATALOGUES_CACHED_MAX);
    let before = log::load(log, &cache, IMPORT_CATALOGUE_STREAM).await?.unwrap_or_default().0;
    let meta = of_the_service(None);
    let executed = log::execute(log, &cache, IMPORT_CATALOGUE_STREAM, command, (), meta).await?;
    Ok(executed.aggregate.iter().count() - before.iter().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_the_same_case_for_ever_and_no_two_are_one() {
        let ids = RecordIds::of("boston-311", "101004128563");
        // What is in logs must be met again by every later release.
        assert_eq!(ids.case.to_string(), "04a0837e-c08a-5ee7-9a46-55457806f780");
        assert_eq!(ids, RecordIds::of("boston-311", "101004128563"));
        assert_ne!(ids.case, RecordIds::of("boston-31", "1101004128563").case);
        assert!(ids.command != ids.case && ids.dispatch != ids.case && ids.command != ids.dispatch);
    }
}
