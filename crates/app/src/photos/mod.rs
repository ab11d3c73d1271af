//! 照片: taken in before there is a case, used by its commands, shown to those who may see it.
//! The reasons are in `docs/adr/0016-photographs.md`.

mod darkroom;
mod picture;
mod showing;
mod sweeping;
mod using;

use uuid::Uuid;
use whistle_store::photos::{NewPhoto, PhotoError, Photos, UnusedMax};
use whistle_store::vault::VaultError;

pub(crate) use showing::Eyes;
pub use showing::{PhotoKey, PhotoOfCase, PhotoSeen, PhotoShown, PhotoView};
pub(crate) use using::{NamedPhoto, PhotoDesk};

use crate::access::Operation;
use crate::{App, AppError, Caller};
use darkroom::Darkroom;
use picture::PictureError;

/// The largest picture that is taken in, in bytes.
pub const PHOTO_BYTES_MAX: usize = 10 * 1024 * 1024;

/// What may wait for a command that uses it: some days' photographs of a district, on a disk that the log lives on too.
const UNUSED_MAX: UnusedMax = UnusedMax { photos: 10_000, bytes: 8 << 30 };
/// What of it strangers may fill. The rest is for those with an account, who show their work with photographs.
const UNUSED_BY_STRANGERS_MAX: UnusedMax =
    UnusedMax { photos: UNUSED_MAX.photos / 2, bytes: UNUSED_MAX.bytes / 2 };

/// A photograph that was taken in.
#[derive(Debug, Clone, Copy)]
pub struct PhotoTaken {
    /// The name under which a command uses it.
    pub id: Uuid,
    /// Pixels from left to right.
    pub width: u16,
    /// Pixels from top to bottom.
    pub height: u16,
    /// How large the JPEG is that was made of it.
    pub bytes: usize,
}

/// The photographs, and where new ones are decoded.
pub(crate) struct PhotoRoom {
    photos: Photos,
    darkroom: Darkroom,
}

impl PhotoRoom {
    pub(crate) fn new(photos: Photos) -> Self {
        Self { photos, darkroom: Darkroom::new() }
    }
}

impl App {
    /// Takes a picture in. It is made anew, so that nothing of what came is kept but what it shows. Whoever holds its id can
    /// use it once; what nobody uses within a day is gone.
    pub async fn take_photo(&self, caller: &Caller, bytes: Vec<u8>) -> Result<PhotoTaken, AppError> {
        Operation::Raise.authorise(caller)?;
        let made = self.photos.darkroom.in_turn(move || picture::made_anew(&bytes)).await?;
        let picture = made.unwrap_or_else(|failure| {
            // A decoder that panics has met something that is no picture.
            tracing::error!(error = &failure as &dyn std::error::Error, "a picture could not be decoded");
            Err(PictureError::Unreadable)
        })?;
        let new = NewPhoto {
            jpeg: &picture.jpeg,
            thumbnail: &picture.thumbnail,
            width: picture.width,
            height: picture.height,
            likeness: picture.likeness,
        };
        let unused = if caller.known() { UNUSED_MAX } else { UNUSED_BY_STRANGERS_MAX };
        let id = self.photos.photos.keep(&new, unused, self.clock.now()).await?;
        Ok(PhotoTaken { id, width: picture.width, height: picture.height, bytes: picture.jpeg.len() })
    }
}

impl From<PictureError> for AppError {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::Unreadable => Self::NotAPicture,
            PictureError::TooLarge => Self::PictureTooLarge,
        }
    }
}

impl From<PhotoError> for AppError {
    fn from(error: PhotoError) -> Self {
        match error {
            PhotoError::Database(source) => {
                tracing::warn!(
                    error = &source as &dyn std::error::Error,
                    "the photographs cannot be reached"
                );
                Self::Unavailable
            }
            PhotoError::Full => Self::PhotosFull,
            PhotoError::Vault(VaultError::PictureTooLarge) => Self::PictureTooLarge,
            PhotoError::Vault(error) => error.into(),
        }
    }
}
