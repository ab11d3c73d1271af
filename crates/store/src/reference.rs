//! Organisation, policy and calendar in the log: three streams, of which there is one each.

use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::stored::StoredEvent;

use crate::log::{LoadError, Logged, ReadError};

/// The stream of the organisation.
pub const ORGANISATION_STREAM: Uuid = Uuid::from_u128(0x6f72_6761_6e69_8000_8000_7361_7469_6f6e);
/// The stream of the policies.
pub const POLICY_STREAM: Uuid = Uuid::from_u128(0x706f_6c69_6379_8000_8000_626f_6f6b_0000);
/// The stream of the import catalogue. It is no part of the stamp: nothing is decided by it.
pub const IMPORT_CATALOGUE_STREAM: Uuid = Uuid::from_u128(0x696d_706f_7274_8000_8000_6361_7461_6c67);

/// The stream of accounts and keys. It is no part of the stamp: nothing of a case is decided by it.
pub const ACCESS_STREAM: Uuid = Uuid::from_u128(0x6163_6365_7373_8000_8000_626f_6f6b_0000);

/// The stream of the calendar.
pub const CALENDAR_STREAM: Uuid = Uuid::from_u128(0x6361_6c65_6e64_8000_8000_6172_0000_0000);

/// Changes with every event of the organisation, of the policies and of the calendar: the versions of the streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReferenceStamp {
    /// Of the organisation; 0 before its first event.
    pub organisation: u32,
    /// Of the policies; 0 before the first.
    pub policies: u32,
    /// Of the calendar; 0 before the first event, when only the years that came with the program are known.
    pub calendar: u32,
}

/// The stamp at this moment. Cheap: three index entries are read.
pub async fn reference_stamp(pool: &PgPool) -> Result<ReferenceStamp, sqlx::Error> {
    let row = sqlx::query!(
        r#"SELECT coalesce((SELECT max(version) FROM events WHERE stream_id = $1), 0) AS "organisation!",
                  coalesce((SELECT max(version) FROM events WHERE stream_id = $2), 0) AS "policies!",
                  coalesce((SELECT max(version) FROM events WHERE stream_id = $3), 0) AS "calendar!""#,
        ORGANISATION_STREAM,
        POLICY_STREAM,
        CALENDAR_STREAM
    )
    .fetch_one(pool)
    .await?;
    let version = |version: i32| u32::try_from(version).expect("the table holds positive versions only");
    Ok(ReferenceStamp {
        organisation: version(row.organisation),
        policies: version(row.policies),
        calendar: version(row.calendar),
    })
}

/// The state and version of the one aggregate in `stream`, read with nothing but a pool: for those who only look.
pub(crate) async fn folded<A: Logged>(pool: &PgPool, stream: Uuid) -> Result<(A, u32), LoadError> {
    let rows = sqlx::query!(
        "SELECT position, version, payload FROM events WHERE stream_id = $1 ORDER BY version",
        stream
    );
    let (mut aggregate, mut version) = (A::default(), 0);
    for row in rows.fetch_all(pool).await.map_err(ReadError::from)? {
        let damaged = |source| LoadError::Event { position: row.position, source };
        aggregate.apply(A::Event::read(&row.payload).map_err(damaged)?);
        version += 1;
        if i64::from(version) != i64::from(row.version) {
            return Err(ReadError::Damaged { position: row.position, what: "version" }.into());
        }
    }
    Ok((aggregate, version))
}

/// The id of a command that is given once in the life of a database, whoever gives it.
pub(crate) fn once(stream: Uuid, name: &str) -> Uuid {
    Uuid::new_v5(&stream, name.as_bytes())
}
