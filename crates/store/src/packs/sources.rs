//! What the figures of a pack are made of: facts, all of one snapshot, so that they and its position agree.

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use whistle_domain::report::Fact;

use crate::fact_bytes::KeptFact;
use crate::read::{QueryError, Snapshot};

/// Disputes that are listed; all are counted.
const DISPUTED_LISTED_MAX: i64 = 50;

/// A case that was raised, or counts, in a stretch of time.
#[derive(Debug, Clone, PartialEq)]
pub struct PackCase {
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// Category in force.
    pub category: String,
    /// The unit responsible for its territory.
    pub territorial_unit: String,
    /// What it contributes to reports; nothing while nobody was sent and it has not ended.
    pub fact: Option<Fact>,
}

/// A return that waits for its ruling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputedRow {
    /// Number of the case.
    pub number: String,
    /// The unit that wants to hand it back.
    pub unit: Option<String>,
    /// By when it is decided.
    pub due_at: Option<DateTime<Utc>>,
}

impl Snapshot {
    /// Hands `take` each case that was raised, or counts, from `from` to before `to`. However many there are, one is in
    /// memory.
    pub async fn each_case(
        &mut self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        mut take: impl FnMut(&PackCase) + Send,
    ) -> Result<(), QueryError> {
        let mut cases = sqlx::query_file!("src/packs/queries/cases.sql", from, to).fetch(self.connection());
        while let Some(row) = cases.try_next().await? {
            take(&PackCase {
                raised_at: row.raised_at,
                category: row.category,
                territorial_unit: row.territorial_unit,
                fact: row.fact.map(|KeptFact(fact)| fact),
            });
        }
        Ok(())
    }

    /// Hands `take` the fact of each dispatch that counts from `from` to before `to`, and of each that counts before and
    /// may have been open at `to`.
    pub async fn each_dispatch(
        &mut self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        mut take: impl FnMut(&Fact) + Send,
    ) -> Result<(), QueryError> {
        let facts = sqlx::query_file_scalar!("src/packs/queries/dispatch_facts.sql", from, to);
        let mut facts = facts.fetch(self.connection());
        while let Some(KeptFact(fact)) = facts.try_next().await? {
            take(&fact);
        }
        Ok(())
    }

    /// Returns that wait for their ruling: those that are due first, and how many there are.
    pub async fn disputed(&mut self) -> Result<(Vec<DisputedRow>, i64), QueryError> {
        let rows = sqlx::query_file!("src/packs/queries/disputed.sql", DISPUTED_LISTED_MAX);
        let rows = rows.fetch_all(self.connection()).await?;
        let total = rows.first().map_or(0, |row| row.total);
        let listed = rows.into_iter().map(|row| DisputedRow {
            number: row.number,
            unit: row.unit,
            due_at: row.due_at,
        });
        Ok((listed.collect(), total))
    }

    /// Whether any case was raised before this instant.
    pub async fn anything_before(&mut self, instant: DateTime<Utc>) -> Result<bool, QueryError> {
        let found = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT FROM cases WHERE raised_at < $1) AS "found!""#,
            instant
        );
        Ok(found.fetch_one(self.connection()).await?)
    }
}
