//! Policies in their table: every version that was ever in force, word for word.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use whistle_domain::policy::{LibraryError, PolicyError, PolicyLibrary, PolicySet, PolicyVersion};

#[cfg(test)]
mod tests;

/// The policy that a new service starts with.
pub const DEFAULT_POLICY: &str = include_str!("../../../../policy/default.toml");

/// Why policies cannot be read or added.
#[derive(Debug, thiserror::Error)]
pub enum PolicyStoreError {
    /// The text is not a sound policy; nothing was changed.
    #[error("the policy is refused")]
    Refused(#[from] PolicyError),
    /// A stored policy cannot be read by this release.
    #[error("the stored policy of version {version} cannot be read")]
    Unreadable {
        /// Its version.
        version: i32,
        /// What is wrong with it.
        #[source]
        error: PolicyError,
    },
    /// The version is not greater than that of every earlier policy.
    #[error("policy version {given} is not greater than the current one, {current}")]
    NotNewer {
        /// The version of the text.
        given: PolicyVersion,
        /// The greatest version stored.
        current: i64,
    },
    /// The version is beyond what the table can hold.
    #[error("policy version {0} is too great")]
    VersionTooGreat(PolicyVersion),
    /// No policy is stored, or the table contradicts itself.
    #[error("the stored policies do not make a library")]
    Library(#[from] LibraryError),
    /// The database failed.
    #[error("the policy table cannot be used")]
    Database(#[from] sqlx::Error),
}

/// Every policy. There are few (one per change of rules), so all of them are read.
pub async fn load_policies(pool: &PgPool) -> Result<PolicyLibrary, PolicyStoreError> {
    let stored =
        sqlx::query!("SELECT version, document FROM policy_sets ORDER BY version").fetch_all(pool).await?;
    let policies: Result<Vec<PolicySet>, PolicyStoreError> = stored
        .into_iter()
        .map(|row| {
            let version = row.version;
            PolicySet::parse(&row.document).map_err(|error| PolicyStoreError::Unreadable { version, error })
        })
        .collect();
    Ok(PolicyLibrary::new(policies?)?)
}

/// Adds a policy, which becomes the current one. Adding the very same text again changes nothing.
pub async fn add_policy(
    pool: &PgPool,
    text: &str,
    now: DateTime<Utc>,
) -> Result<PolicyVersion, PolicyStoreError> {
    let given = PolicySet::parse(text)?.version();
    let version = i32::try_from(given).map_err(|_| PolicyStoreError::VersionTooGreat(given))?;
    let added =
        sqlx::query_file!("src/policy/queries/add_policy.sql", version, text, now).execute(pool).await?;
    if added.rows_affected() == 1 {
        return Ok(given);
    }
    let stored = sqlx::query_scalar!("SELECT document FROM policy_sets WHERE version = $1", version)
        .fetch_optional(pool)
        .await?;
    if stored.as_deref() == Some(text) {
        return Ok(given);
    }
    let current = sqlx::query_scalar!("SELECT max(version) FROM policy_sets").fetch_one(pool).await?;
    Err(PolicyStoreError::NotNewer { given, current: current.map_or(0, i64::from) })
}

/// Stores [`DEFAULT_POLICY`] when there is no policy yet.
pub async fn ensure_default_policy(pool: &PgPool, now: DateTime<Utc>) -> Result<(), PolicyStoreError> {
    let given = PolicySet::parse(DEFAULT_POLICY)?.version();
    let version = i32::try_from(given).map_err(|_| PolicyStoreError::VersionTooGreat(given))?;
    sqlx::query_file!("src/policy/queries/add_first_policy.sql", version, DEFAULT_POLICY, now)
        .execute(pool)
        .await?;
    Ok(())
}
