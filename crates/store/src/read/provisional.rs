//! Cases with ends that can be counted again.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::QueryError;

/// Cases with clocks still running at `now` whose ends were provisional for want of one of these years, in the order of
/// their ids, after `after`.
pub async fn provisional_cases(
    pool: &PgPool,
    published: &[i32],
    now: DateTime<Utc>,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Uuid>, QueryError> {
    let after = after.unwrap_or(Uuid::nil());
    let found =
        sqlx::query_file_scalar!("src/read/queries/provisional_cases.sql", published, now, after, limit);
    Ok(found.fetch_all(pool).await?)
}
