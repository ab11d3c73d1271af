//! Whether organisation or policy have changed since they were read.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

/// Changes with every replacement of the organisation and with every new policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceStamp {
    replaced_at: Option<DateTime<Utc>>,
    policy: Option<i32>,
}

/// The stamp at this moment. Cheap: two rows are read.
pub async fn reference_stamp(pool: &PgPool) -> Result<ReferenceStamp, sqlx::Error> {
    sqlx::query_as!(
        ReferenceStamp,
        "SELECT (SELECT replaced_at FROM district) AS replaced_at,
                (SELECT max(version) FROM policy_sets) AS policy"
    )
    .fetch_one(pool)
    .await
}
