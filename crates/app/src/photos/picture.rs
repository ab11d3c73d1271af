//! A picture made anew from what somebody sent: upright, of a bounded size, and nothing but pixels.

mod jpeg;
mod webp;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};

/// The longest side of a picture that is kept, in pixels.
const SIDE_MAX: u32 = 2048;
/// The longest side of its thumbnail.
const THUMBNAIL_SIDE_MAX: u32 = 480;
/// The longest side of a picture that is decoded at all.
const DECODED_SIDE_MAX: u32 = 16_384;
/// The most pixels that are decoded: more than the pictures have that telephones take, and send, by themselves.
const DECODED_PIXELS_MAX: u64 = 64_000_000;
/// The most pixels where all of them are held as coefficients before the first is shown, which takes twice their memory.
const HELD_PIXELS_MAX: u64 = DECODED_PIXELS_MAX / 2;
/// The most bytes that one picture may need while it is decoded.
const DECODED_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// How well a JPEG is written, of 100.
const QUALITY: u8 = 82;
const THUMBNAIL_QUALITY: u8 = 75;

/// A picture as it is kept.
pub(super) struct Picture {
    pub(super) jpeg: Vec<u8>,
    pub(super) thumbnail: Vec<u8>,
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) likeness: u64,
}

/// Why something is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum PictureError {
    /// It is no JPEG, PNG or WebP, or a broken one.
    #[error("this cannot be read as a JPEG, PNG or WebP")]
    Unreadable,
    /// It has more pixels than are decoded.
    #[error("the picture has more pixels than are taken")]
    TooLarge,
}

/// Decodes, turns upright, makes smaller, and writes anew. What is too large is refused by its header, before a pixel of it
/// is decoded.
pub(super) fn made_anew(bytes: &[u8]) -> Result<Picture, PictureError> {
    let upright = decoded(bytes)?;
    let whole = flat(upright);
    let thumbnail = flat(reduced(DynamicImage::ImageRgb8(whole.clone()), THUMBNAIL_SIDE_MAX));
    let side = |side: u32| u16::try_from(side).expect("no side is longer than SIDE_MAX");
    Ok(Picture {
        width: side(whole.width()),
        height: side(whole.height()),
        likeness: likeness(&thumbnail),
        jpeg: written(&whole, QUALITY),
        thumbnail: written(&thumbnail, THUMBNAIL_QUALITY),
    })
}

/// The picture, upright and no larger than it is kept.
fn decoded(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    let unreadable = |_| PictureError::Unreadable;
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureError::Unreadable)?;
    let format = reader.format().ok_or(PictureError::Unreadable)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PictureError::Unreadable);
    }
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::Unreadable,
    })?;
    let size = decoder.dimensions();
    let pixels_max = match format {
        ImageFormat::Jpeg if !jpeg::in_one_pass(bytes) => HELD_PIXELS_MAX,
        _ => DECODED_PIXELS_MAX,
    };
    bounded(size, pixels_max)?;
    if decoder.total_bytes() > DECODED_BYTES_MAX {
        return Err(PictureError::TooLarge);
    }
    if format == ImageFormat::WebP {
        for frame in webp::frames(bytes)? {
            bounded(frame, DECODED_PIXELS_MAX)?;
            if frame != size {
                return Err(PictureError::Unreadable);
            }
        }
    }
    // A picture whose orientation cannot be read lies as it lies.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    image = reduced(image, SIDE_MAX);
    image.apply_orientation(orientation);
    Ok(image)
}

/// Whether something of this width and height is decoded.
fn bounded((width, height): (u32, u32), pixels_max: u64) -> Result<(), PictureError> {
    let fits = width.max(height) <= DECODED_SIDE_MAX && u64::from(width) * u64::from(height) <= pixels_max;
    if fits { Ok(()) } else { Err(PictureError::TooLarge) }
}

/// The image with no side longer than this. To half its size and below means are taken, which needs no memory; between that
/// and the whole they would show, and the better way is affordable.
fn reduced(image: DynamicImage, side_max: u32) -> DynamicImage {
    let side = image.width().max(image.height());
    if side <= side_max {
        image
    } else if side < 2 * side_max {
        image.resize(side_max, side_max, FilterType::Triangle)
    } else {
        image.thumbnail(side_max, side_max)
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(DECODED_SIDE_MAX);
    limits.max_image_height = Some(DECODED_SIDE_MAX);
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    limits
}

/// Colours alone; what is transparent becomes white, as on paper.
fn flat(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [red, green, blue, alpha] = image.get_pixel(x, y).0.map(u16::from);
        let on_white = |colour: u16| {
            let mixed = (colour * alpha + 255 * (255 - alpha)) / 255;
            u8::try_from(mixed).expect("a mean of two colours is one")
        };
        image::Rgb([red, green, blue].map(on_white))
    })
}

fn written(image: &RgbImage, quality: u8) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
    image.write_with_encoder(encoder).expect("a buffer takes every JPEG of 1 to 2048 pixels a side");
    jpeg
}

/// 64 bits: whether it grows darker from each of 9 × 8 squares to the next on its right.
fn likeness(image: &RgbImage) -> u64 {
    let grey: GrayImage = imageops::grayscale(image);
    let squares = imageops::resize(&grey, 9, 8, FilterType::Triangle);
    let darker =
        |row: u32, column: u32| squares.get_pixel(column, row).0[0] > squares.get_pixel(column + 1, row).0[0];
    let bits = (0..8).flat_map(|row| (0..8).map(move |column| (row, column)));
    bits.fold(0, |hash, (row, column)| hash << 1 | u64::from(darker(row, column)))
}

#[cfg(test)]
mod tests;
