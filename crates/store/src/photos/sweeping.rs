//! What time does to photographs that no event names.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{PhotoError, Photos};
use crate::vault::{PictureKey, SubjectId, VaultError};

/// A photograph that was reserved for a case; whether the case names it is for the log to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reservation {
    /// The photograph.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// When it was reserved last.
    pub reserved_at: DateTime<Utc>,
}

impl Photos {
    /// Photographs that were reserved before `before` and not asked after yet, the longest waiting first; those behind `after`,
    /// where one is named.
    pub async fn unsettled(
        &self,
        before: DateTime<Utc>,
        after: Option<Reservation>,
        limit: i64,
    ) -> Result<Vec<Reservation>, PhotoError> {
        let reservations = sqlx::query_file_as!(
            Reservation,
            "src/photos/queries/unsettled.sql",
            before,
            after.map(|after| after.reserved_at) as Option<_>,
            after.map(|after| after.id) as Option<_>,
            limit
        );
        Ok(reservations.fetch_all(&self.pool).await?)
    }

    /// The log was asked, and names the photograph. Whoever it says the case is about has the key from now on: of two attempts
    /// at one report, each with a person of its own, only one came to something. A photograph that was reserved anew meanwhile
    /// waits for the next time, and one whose person was erased is gone.
    pub async fn settle(&self, reservation: Reservation, subject: SubjectId) -> Result<(), PhotoError> {
        let Reservation { id, reserved_at, .. } = reservation;
        let row = sqlx::query!(
            "SELECT subject, sealed_key FROM photos WHERE id = $1 AND NOT settled AND reserved_at = $2",
            id,
            reserved_at
        );
        let Some(row) = row.fetch_optional(&self.pool).await? else { return Ok(()) };
        let key = PictureKey { picture: id, holder: row.subject, key: &row.sealed_key };
        let sealed_key = if row.subject == Some(subject) {
            row.sealed_key
        } else {
            match self.vault.entrust_picture(key, subject).await {
                Ok(entrusted) => entrusted,
                Err(VaultError::Erased) => {
                    let gone = sqlx::query!(
                        "DELETE FROM photos WHERE id = $1 AND reserved_at = $2",
                        id,
                        reserved_at
                    );
                    gone.execute(&self.pool).await?;
                    return Ok(());
                }
                Err(error) => return Err(error.into()),
            }
        };
        sqlx::query_file!("src/photos/queries/settle.sql", id, reserved_at, subject, sealed_key)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The log was asked, and does not name the photograph: it is free again. One that was reserved anew meanwhile waits for the
    /// next time.
    pub async fn release(&self, reservation: Reservation, now: DateTime<Utc>) -> Result<(), PhotoError> {
        let Reservation { id, case, reserved_at } = reservation;
        sqlx::query_file!("src/photos/queries/give_back.sql", case, now, id as _, reserved_at as _)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Gives photographs back that were reserved for a case which never came to be.
    pub async fn give_back(&self, case: Uuid, now: DateTime<Utc>) -> Result<(), PhotoError> {
        let (every, ever) = (None::<Uuid>, None::<DateTime<Utc>>);
        sqlx::query_file!("src/photos/queries/give_back.sql", case, now, every as _, ever as _)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Deletes photographs that no case has, that came before `before` and were not given back since `given_back_before`, `limit`
    /// at most. Says how many.
    pub async fn delete_unused(
        &self,
        before: DateTime<Utc>,
        given_back_before: DateTime<Utc>,
        limit: i64,
    ) -> Result<u64, PhotoError> {
        let deleted =
            sqlx::query_file!("src/photos/queries/delete_unused.sql", before, given_back_before, limit);
        Ok(deleted.execute(&self.pool).await?.rows_affected())
    }
}
