//! What the header of a WebP does not tell: the sizes of the frames behind it. A file of the extended kind has a canvas, and the
//! decoder unfolds a frame before it compares the two.

use super::PictureError;

/// Where the chunks begin: behind `RIFF`, a length and `WEBP`.
const CHUNKS_BEGIN: usize = 12;
/// The name of a chunk and its length.
const CHUNK_HEAD_BYTES: usize = 8;

/// Width and height of every frame, as it says itself. A film is no photograph, and what begins and is not there is broken.
pub(super) fn frames(file: &[u8]) -> Result<Vec<(u32, u32)>, PictureError> {
    let mut frames = Vec::new();
    let mut rest = file.get(CHUNKS_BEGIN..).unwrap_or_default();
    while let Some((head, behind)) = rest.split_at_checked(CHUNK_HEAD_BYTES) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let (name, body) = (&head[..4], behind.get(..length));
        match name {
            b"ANIM" | b"ANMF" => return Err(PictureError::Unreadable),
            b"VP8 " | b"VP8L" => {
                let size = body.and_then(|body| size_of(name, body));
                frames.push(size.ok_or(PictureError::Unreadable)?);
            }
            // Read into memory as long as it claims to be.
            b"EXIF" if body.is_none() => return Err(PictureError::Unreadable),
            _ => {}
        }
        // A chunk of odd length is followed by a byte of nothing.
        rest = behind.get(length + length % 2..).unwrap_or_default();
    }
    Ok(frames)
}

/// Width and height in a frame's head: of the lossy kind (RFC 6386, 9.1), or the lossless one (RFC 9649, 3.4).
fn size_of(name: &[u8], frame: &[u8]) -> Option<(u32, u32)> {
    if name == b"VP8L" {
        let bits = u32::from_le_bytes(frame.get(1..5)?.try_into().ok()?);
        return Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1));
    }
    let side = |at: usize| {
        let side = u16::from_le_bytes(frame.get(at..at + 2)?.try_into().ok()?);
        Some(u32::from(side & 0x3fff))
    };
    Some((side(6)?, side(8)?))
}
