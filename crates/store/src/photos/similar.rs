//! Photographs that look like others.

use uuid::Uuid;

use super::{PhotoError, Photos};

/// In how many of the 64 bits two hashes of one picture may differ, after scaling and compressing it anew.
const BITS_APART_MAX: i64 = 4;
/// Most similar photographs that are named for one.
const SIMILAR_MAX: i64 = 20;

/// A photograph of one case that looks like one of another, used by the same unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The photograph of this case.
    pub photo: Uuid,
    /// The other one.
    pub other: Uuid,
    /// Its case.
    pub other_case: Uuid,
}

impl Photos {
    /// Photographs of a case that look like ones that the same unit used in other cases, the latest of those first.
    pub async fn seen_before(&self, case: Uuid) -> Result<Vec<Seen>, PhotoError> {
        let seen = sqlx::query_file_as!(
            Seen,
            "src/photos/queries/seen_before.sql",
            case,
            BITS_APART_MAX,
            SIMILAR_MAX
        );
        Ok(seen.fetch_all(&self.pool).await?)
    }
}
