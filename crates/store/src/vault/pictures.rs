//! Sealing pictures. Each has a data key of its own, so that it can change hands without being sealed anew: while nobody has
//! used it the key-encryption key holds that key, afterwards the person whose picture it is.

use uuid::Uuid;
use zeroize::Zeroizing;

use super::seal::{DataKey, open, seal};
use super::{SubjectId, Vault, VaultError};

/// The largest picture that is sealed, in bytes.
pub const PICTURE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// One of the two forms in which a picture is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureForm {
    /// The picture itself.
    Whole,
    /// The small one.
    Thumbnail,
}

/// A picture that nobody has used yet, sealed.
pub struct SealedPicture {
    /// Its data key, as the key file holds it.
    pub key: Vec<u8>,
    /// The picture.
    pub whole: Vec<u8>,
    /// The small one.
    pub thumbnail: Vec<u8>,
}

/// Who holds the key of a picture.
#[derive(Debug, Clone, Copy)]
pub struct PictureKey<'a> {
    /// Which picture.
    pub picture: Uuid,
    /// Nobody while it is unused.
    pub holder: Option<SubjectId>,
    /// The key, sealed.
    pub key: &'a [u8],
}

impl Vault {
    /// Seals a picture and its thumbnail under a new key of their own.
    pub fn seal_picture(
        &self,
        picture: Uuid,
        whole: &[u8],
        thumbnail: &[u8],
    ) -> Result<SealedPicture, VaultError> {
        if whole.len().max(thumbnail.len()) > PICTURE_BYTES_MAX {
            return Err(VaultError::PictureTooLarge);
        }
        let key = DataKey::random();
        Ok(SealedPicture {
            whole: key.seal_bytes(&bound(picture, PictureForm::Whole), whole),
            thumbnail: key.seal_bytes(&bound(picture, PictureForm::Thumbnail), thumbnail),
            key: self.keys.wrap_key(picture, &key),
        })
    }

    /// The picture's key, sealed for this person. Erasing them erases the picture from then on.
    pub async fn entrust_picture(&self, key: PictureKey<'_>, to: SubjectId) -> Result<Vec<u8>, VaultError> {
        let person = self.key_of(to).await?.ok_or(VaultError::Erased)?;
        let own = self.picture_key(key).await?.ok_or(VaultError::Erased)?;
        Ok(person.seal_bytes(&entrusted(to, key.picture), own.bytes()))
    }

    /// The picture in one of its forms; nothing once its person was erased.
    pub async fn open_picture(
        &self,
        key: PictureKey<'_>,
        form: PictureForm,
        sealed: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let Some(own) = self.picture_key(key).await? else { return Ok(None) };
        own.open_bytes(&bound(key.picture, form), sealed).map(Some).ok_or(VaultError::Broken)
    }

    async fn picture_key(&self, key: PictureKey<'_>) -> Result<Option<DataKey>, VaultError> {
        let Some(holder) = key.holder else {
            return self.keys.unwrap_key(key.picture, key.key).map(Some);
        };
        let Some(person) = self.key_of(holder).await? else { return Ok(None) };
        let own = person.open_bytes(&entrusted(holder, key.picture), key.key).ok_or(VaultError::Broken)?;
        DataKey::of_bytes(&own).map(Some)
    }
}

impl DataKey {
    fn seal_bytes(&self, associated: &[u8], plain: &[u8]) -> Vec<u8> {
        seal(self.bytes(), associated, plain)
    }

    fn open_bytes(&self, associated: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        open(self.bytes(), associated, sealed)
    }
}

/// What ties the sealed bytes to their picture and form.
fn bound(picture: Uuid, form: PictureForm) -> Vec<u8> {
    let form: &[u8] = match form {
        PictureForm::Whole => b"whole",
        PictureForm::Thumbnail => b"thumbnail",
    };
    [b"whistle picture 1".as_slice(), picture.as_bytes(), form].concat()
}

/// What ties the key of a picture to the picture and its person.
fn entrusted(subject: SubjectId, picture: Uuid) -> Vec<u8> {
    [b"whistle picture key 1".as_slice(), subject.as_bytes(), picture.as_bytes()].concat()
}
