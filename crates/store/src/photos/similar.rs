//! Photographs that look like others.

use uuid::Uuid;

use super::{PhotoError, Photos};

/// In how many of the 64 bits two hashes of one picture may differ, after scaling and compressing it anew.
const BITS_APART_MAX: i64 = 4;
/// Most photographs of one case that are compared: the latest.
const OWN_MAX: i64 = 30;
/// Most photographs of the unit that each of them is compared with: the latest, which for a busy unit are those of some months.
const COMPARED_MAX: i64 = 5_000;
/// Most similar photographs that are named for one.
const SIMILAR_MAX: i64 = 20;
/// Most that are named for all of a case together.
const SEEN_MAX: i64 = 200;

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
    /// Photographs of a case that look like ones that the same unit used in other cases, the latest of those first. A bounded
    /// number of the latest is looked through.
    pub async fn seen_before(&self, case: Uuid) -> Result<Vec<Seen>, PhotoError> {
        let seen = sqlx::query_file_as!(
            Seen,
            "src/photos/queries/seen_before.sql",
            case,
            OWN_MAX,
            COMPARED_MAX,
            BITS_APART_MAX,
            SIMILAR_MAX,
            SEEN_MAX
        );
        Ok(seen.fetch_all(&self.pool).await?)
    }
}
