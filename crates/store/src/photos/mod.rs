//! Photographs: kept sealed, beside the log, which names them with their hash.
//!
//! A photograph is *unused* until a command names it, then *reserved* for the case of that command, and *settled* once the
//! log was asked and does name it. Only unused ones are swept. The reasons are in `docs/adr/0016-photographs.md`.

mod similar;
mod sweeping;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::case::Photo;
use zeroize::Zeroizing;

pub use similar::Seen;
pub use sweeping::Reservation;

use crate::ids::new_id;
use crate::vault::{PictureForm, PictureKey, SubjectId, Vault, VaultError};

/// Why photographs cannot be kept, used or shown.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// The database did not answer.
    #[error("the photographs cannot be reached")]
    Database(#[from] sqlx::Error),
    /// Nobody uses so many that there is no room for another one.
    #[error("too many photographs are waiting to be used")]
    Full,
    /// The vault did not seal or open it.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// A photograph, ready to be kept.
pub struct NewPhoto<'a> {
    /// The JPEG.
    pub jpeg: &'a [u8],
    /// A smaller JPEG of the same.
    pub thumbnail: &'a [u8],
    /// Pixels from left to right.
    pub width: u16,
    /// Pixels from top to bottom.
    pub height: u16,
    /// A hash of its brightness, by which the same picture is found again.
    pub likeness: u64,
}

/// How much of what nobody uses is kept, of everybody's together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnusedMax {
    /// Photographs.
    pub photos: i64,
    /// Bytes of them, sealed.
    pub bytes: i64,
}

/// Where and by whom photographs are used.
#[derive(Debug, Clone, Copy)]
pub struct PhotoUse<'a> {
    /// For which case.
    pub case: Uuid,
    /// Under whose key.
    pub subject: SubjectId,
    /// By which unit; none for a resident.
    pub unit: Option<&'a str>,
    /// When.
    pub now: DateTime<Utc>,
}

/// What became of photographs that were to be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claimed {
    /// They belong to the case, in the order in which they were named.
    All(Vec<Photo>),
    /// There is no such photograph, or not any more.
    Unknown(Uuid),
    /// Another case has it.
    Used(Uuid),
}

/// What is known of a photograph without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoSize {
    /// Which.
    pub id: Uuid,
    /// Pixels from left to right.
    pub width: i32,
    /// Pixels from top to bottom.
    pub height: i32,
}

/// The photographs of a database.
#[derive(Debug, Clone)]
pub struct Photos {
    pool: PgPool,
    vault: Vault,
}

impl Photos {
    /// The photographs of this database.
    pub const fn new(pool: PgPool, vault: Vault) -> Self {
        Self { pool, vault }
    }

    /// Keeps a photograph that nobody has used yet; [`PhotoError::Full`] where there are too many of those.
    pub async fn keep(
        &self,
        photo: &NewPhoto<'_>,
        unused: UnusedMax,
        now: DateTime<Utc>,
    ) -> Result<Uuid, PhotoError> {
        let id = new_id();
        let sealed = self.vault.seal_picture(id, photo.jpeg, photo.thumbnail)?;
        let sha256 = Sha256::digest(photo.jpeg);
        let kept = sqlx::query_file!(
            "src/photos/queries/insert.sql",
            id,
            sealed.key,
            sha256.as_slice(),
            i32::from(photo.width),
            i32::from(photo.height),
            photo.likeness.cast_signed(),
            now,
            sealed.whole,
            sealed.thumbnail,
            unused.photos,
            unused.bytes
        );
        if kept.execute(&self.pool).await?.rows_affected() == 0 {
            return Err(PhotoError::Full);
        }
        Ok(id)
    }

    /// Reserves photographs for a case, all of them or none. Those that the case has already are fine. Their keys are
    /// entrusted to the case's person; [`VaultError::Erased`] says that there is none any more.
    pub async fn claim(&self, ids: &[Uuid], usage: PhotoUse<'_>) -> Result<Claimed, PhotoError> {
        let found = sqlx::query_file!("src/photos/queries/claimable.sql", ids).fetch_all(&self.pool).await?;
        let (mut photos, mut keys) = (Vec::with_capacity(ids.len()), Vec::with_capacity(ids.len()));
        for id in ids {
            let Some(row) = found.iter().find(|row| row.id == *id) else { return Ok(Claimed::Unknown(*id)) };
            if row.case_id.is_some_and(|case| case != usage.case) {
                return Ok(Claimed::Used(*id));
            }
            let key = PictureKey { picture: *id, holder: row.subject, key: &row.sealed_key };
            keys.push(self.vault.entrust_picture(key, usage.subject).await?);
            photos.push(Photo { id: *id, sha256: hex::encode(&row.sha256) });
        }
        let mut transaction = self.pool.begin().await?;
        let claimed = sqlx::query_file_scalar!(
            "src/photos/queries/claim.sql",
            ids,
            &keys,
            usage.subject,
            usage.case,
            usage.unit,
            usage.now
        )
        .fetch_all(&mut *transaction)
        .await?;
        if let Some(lost) = ids.iter().find(|id| !claimed.contains(id)) {
            // Somebody was faster, or it was swept; nothing of this is kept.
            let there = sqlx::query_scalar!("SELECT id FROM photos WHERE id = $1", lost);
            let there = there.fetch_optional(&mut *transaction).await?;
            return Ok(there.map_or(Claimed::Unknown(*lost), Claimed::Used));
        }
        transaction.commit().await?;
        Ok(Claimed::All(photos))
    }

    /// The case that has this photograph, if one has.
    pub async fn case_of(&self, id: Uuid) -> Result<Option<Uuid>, PhotoError> {
        let case = sqlx::query_scalar!("SELECT case_id FROM photos WHERE id = $1", id);
        Ok(case.fetch_optional(&self.pool).await?.flatten())
    }

    /// How large these photographs are; those that are gone are left out.
    pub async fn sizes(&self, ids: &[Uuid]) -> Result<Vec<PhotoSize>, PhotoError> {
        let sizes =
            sqlx::query_as!(PhotoSize, "SELECT id, width, height FROM photos WHERE id = ANY($1)", ids);
        Ok(sizes.fetch_all(&self.pool).await?)
    }

    /// The photograph that the log names, as JPEG. Nothing where it is gone, its person was erased, or the picture is not
    /// the one that the log names. The log knows the hash of the whole alone: a thumbnail is the one that was sealed with this
    /// picture, and no further proof.
    pub async fn open(
        &self,
        photo: &Photo,
        form: PictureForm,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, PhotoError> {
        let thumbnail = form == PictureForm::Thumbnail;
        let row = sqlx::query_file!("src/photos/queries/sealed.sql", photo.id, thumbnail);
        let Some(row) = row.fetch_optional(&self.pool).await? else { return Ok(None) };
        let key = PictureKey { picture: photo.id, holder: row.subject, key: &row.sealed_key };
        let Some(jpeg) = self.vault.open_picture(key, form, &row.bytes).await? else { return Ok(None) };
        let found = if thumbnail { hex::encode(&row.sha256) } else { hex::encode(Sha256::digest(&jpeg)) };
        if found != photo.sha256 {
            tracing::error!(photo = %photo.id, "a photograph is not the one that the log names");
            return Ok(None);
        }
        Ok(Some(jpeg))
    }
}

#[cfg(test)]
mod tests;
