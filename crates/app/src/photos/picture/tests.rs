use image::{ImageBuffer, Rgb, Rgba};

use super::*;

/// Bright on the left, dark on the right, with a red corner at the top left.
fn scenery(width: u32, height: u32) -> RgbImage {
    ImageBuffer::from_fn(width, height, |x, y| {
        if x < width / 4 && y < height / 4 {
            return Rgb([220, 30, 30]);
        }
        let shade = u8::try_from(230 - x * 200 / width).expect("a shade");
        Rgb([shade, shade, u8::try_from(y * 200 / height).expect("a shade")])
    })
}

fn as_format(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

/// The JPEG with an APP1 segment in which Exif says how it lies, and something that nobody must learn.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 28.2N 113.1E");
    let length = u16::try_from(exif.len() + 2).expect("a short segment").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn read_back(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).expect("a JPEG").into_rgb8()
}

fn reddish(pixel: Rgb<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[1] < 90
}

#[test]
fn every_format_comes_out_as_a_jpeg_of_the_same_size() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let made = made_anew(&as_format(scenery(600, 300), format)).expect("a picture");
        assert_eq!((made.width, made.height), (600, 300), "{format:?}");
        let (whole, thumbnail) = (read_back(&made.jpeg), read_back(&made.thumbnail));
        assert_eq!((whole.dimensions(), thumbnail.dimensions()), ((600, 300), (480, 240)), "{format:?}");
        assert!(reddish(*whole.get_pixel(20, 20)) && !reddish(*whole.get_pixel(400, 20)), "{format:?}");
    }
}

#[test]
fn what_is_large_becomes_smaller_and_what_is_small_stays_as_it_is() {
    let large = made_anew(&as_format(scenery(4096, 1024), ImageFormat::Png)).expect("a picture");
    assert_eq!((large.width, large.height), (2048, 512));
    let thin = made_anew(&as_format(scenery(5000, 4), ImageFormat::Png)).expect("a picture");
    assert_eq!((thin.width, thin.height), (2048, 2));
    let small = made_anew(&as_format(scenery(3, 2), ImageFormat::Png)).expect("a picture");
    assert_eq!((small.width, small.height), (3, 2));
    assert_eq!(read_back(&small.thumbnail).dimensions(), (3, 2));
}

#[test]
fn a_picture_is_turned_upright_and_says_nothing_about_where_it_was_taken() {
    let lying = as_format(scenery(400, 200), ImageFormat::Jpeg);
    // 6: turn it a quarter to the right.
    let made = made_anew(&with_exif(&lying, 6)).expect("a picture");
    assert_eq!((made.width, made.height), (200, 400));
    let upright = read_back(&made.jpeg);
    assert!(reddish(*upright.get_pixel(180, 20)) && !reddish(*upright.get_pixel(20, 20)));
    for kept in [&made.jpeg, &made.thumbnail] {
        for secret in [&b"GPS"[..], b"Exif", b"113.1E"] {
            assert!(!kept.windows(secret.len()).any(|window| window == secret));
        }
    }
}

#[test]
fn what_is_transparent_becomes_white() {
    let clear = ImageBuffer::from_pixel(16, 16, Rgba([0_u8, 0, 0, 0]));
    let made = made_anew(&as_format(clear, ImageFormat::Png)).expect("a picture");
    assert!(read_back(&made.jpeg).pixels().all(|pixel| pixel.0.iter().all(|colour| *colour > 250)));
}

#[test]
fn what_is_no_picture_is_refused() {
    let whole = as_format(scenery(64, 64), ImageFormat::Png);
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;".to_vec();
    for bytes in
        [Vec::new(), b"%PDF-1.7".to_vec(), gif, whole[..whole.len() / 2].to_vec(), whole[..20].to_vec()]
    {
        assert_eq!(made_anew(&bytes).err(), Some(PictureError::Unreadable), "{} bytes", bytes.len());
    }
}

#[test]
fn a_picture_that_unfolds_into_gigabytes_is_refused_by_its_header() {
    // Width and height stand behind the name of the first chunk, its checksum behind them.
    let mut bomb = as_format(scenery(8, 8), ImageFormat::Png);
    let claim = |bomb: &mut Vec<u8>, width: u32, height: u32| {
        bomb[16..20].copy_from_slice(&width.to_be_bytes());
        bomb[20..24].copy_from_slice(&height.to_be_bytes());
        let checksum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    };
    for (width, height) in [(60_000, 60_000), (16_000, 16_000), (20_000, 1), (1, 20_000)] {
        claim(&mut bomb, width, height);
        assert_eq!(made_anew(&bomb).err(), Some(PictureError::TooLarge), "{width} × {height}");
    }
    // The same bytes with their true size are a picture: it is the size that was refused.
    claim(&mut bomb, 8, 8);
    assert!(made_anew(&bomb).is_ok());
}

/// A RIFF file of these chunks.
fn riff(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, chunk) in chunks {
        body.extend_from_slice(*name);
        body.extend(u32::try_from(chunk.len()).expect("a short chunk").to_le_bytes());
        body.extend(chunk);
        body.extend(vec![0; chunk.len() % 2]);
    }
    let length = u32::try_from(body.len()).expect("a short file").to_le_bytes();
    [&b"RIFF"[..], &length, &body].concat()
}

/// The head of a WebP of the extended kind: its flags, and a canvas of these sides.
fn canvas(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    [vec![flags, 0, 0, 0], side(width), side(height)].concat()
}

/// The lossless frame within a WebP of the simple kind.
fn lossless(width: u32, height: u32) -> Vec<u8> {
    let file = as_format(scenery(width, height), ImageFormat::WebP);
    assert_eq!(&file[12..16], b"VP8L");
    let length = u32::from_le_bytes(file[16..20].try_into().expect("four bytes"));
    file[20..20 + length as usize].to_vec()
}

#[test]
fn a_frame_that_is_larger_than_its_canvas_is_refused_before_it_is_unfolded() {
    // A key frame that is shown, the start code, and 16,383 pixels each way.
    let vast = [&[0x10, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f][..], &[0; 64]].concat();
    let bomb = riff(&[(b"VP8X", canvas(0, 8, 8)), (b"VP8 ", vast.clone())]);
    assert_eq!(made_anew(&bomb).err(), Some(PictureError::TooLarge));
    // Behind something else, and cut off.
    let hidden = riff(&[(b"VP8X", canvas(0, 8, 8)), (b"ZZZZ", vec![7; 5]), (b"VP8 ", vast)]);
    assert_eq!(made_anew(&hidden).err(), Some(PictureError::TooLarge));
    let other = riff(&[(b"VP8X", canvas(0, 8, 8)), (b"VP8L", lossless(16, 8))]);
    assert_eq!(made_anew(&other).err(), Some(PictureError::Unreadable));
    let endless =
        [&riff(&[(b"VP8X", canvas(8, 16, 8)), (b"VP8L", lossless(16, 8))])[..], b"EXIF\xff\xff\xff\x7f"];
    assert_eq!(made_anew(&endless.concat()).err(), Some(PictureError::Unreadable));
    let sound = riff(&[(b"VP8X", canvas(0, 16, 8)), (b"VP8L", lossless(16, 8))]);
    assert_eq!(made_anew(&sound).map(|made| (made.width, made.height)), Ok((16, 8)));
}

#[test]
fn a_film_is_no_photograph() {
    let frame = riff(&[(b"VP8L", lossless(16, 8))]);
    let place = [vec![0; 6], canvas(0, 16, 8)[4..].to_vec(), vec![10, 0, 0, 0]].concat();
    let film = riff(&[
        (b"VP8X", canvas(2, 16, 8)),
        (b"ANIM", vec![0; 6]),
        (b"ANMF", [&place[..], &frame[12..]].concat()),
    ]);
    assert_eq!(made_anew(&film).err(), Some(PictureError::Unreadable));
}

/// A grey JPEG whose head says that it is of this kind and size.
fn jpeg_claiming(frame: u8, width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = as_format(DynamicImage::ImageRgb8(scenery(16, 16)).into_luma8(), ImageFormat::Jpeg);
    let at = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).expect("a baseline frame");
    jpeg[at + 1] = frame;
    jpeg[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

#[test]
fn of_a_jpeg_that_is_held_until_its_last_pass_half_as_many_pixels_are_taken() {
    const BASELINE: u8 = 0xc0;
    const PROGRESSIVE: u8 = 0xc2;
    let refused = |jpeg: &[u8]| made_anew(jpeg).err() == Some(PictureError::TooLarge);
    assert!(refused(&jpeg_claiming(PROGRESSIVE, 8000, 4001)));
    assert!(!refused(&jpeg_claiming(PROGRESSIVE, 8000, 4000)));
    assert!(!refused(&jpeg_claiming(BASELINE, 8000, 4001)));
    assert!(refused(&jpeg_claiming(BASELINE, 8000, 8001)));
    // A sequential one that brings its components one after the other is held as well.
    let mut colours = as_format(scenery(16, 16), ImageFormat::Jpeg);
    assert!(jpeg::in_one_pass(&colours));
    let scan = colours.windows(2).position(|two| two == [0xff, 0xda]).expect("a scan");
    colours[scan + 4] = 1;
    assert!(!jpeg::in_one_pass(&colours));
    // So is whatever is not written as it should be.
    let whole = jpeg_claiming(BASELINE, 16, 16);
    assert!(jpeg::in_one_pass(&[&[0xff, 0xd8, 0xff][..], &whole[2..]].concat()));
    for otherwise in [&b""[..], &whole[..30], &[&[0xff, 0xd8, 0][..], &whole[2..]].concat()] {
        assert!(!jpeg::in_one_pass(otherwise));
    }
}

/// The checksum of PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[test]
fn a_picture_is_like_itself_scaled_and_compressed_and_unlike_another() {
    let hash = |bytes: &[u8]| made_anew(bytes).expect("a picture").likeness;
    let noisy = |seed: u32| {
        ImageBuffer::from_fn(640, 480, |x, y| {
            let block = (x / 80 + 31 * (y / 60)).wrapping_mul(seed) % 200;
            Rgb([u8::try_from(block).expect("a shade"); 3])
        })
    };
    let picture = noisy(2_654_435_761);
    let first = hash(&as_format(picture.clone(), ImageFormat::Png));
    let smaller = imageops::resize(&picture, 500, 375, FilterType::Triangle);
    let again = hash(&as_format(smaller, ImageFormat::Jpeg));
    assert!((first ^ again).count_ones() <= 4, "{first:064b} {again:064b}");
    let other = hash(&as_format(noisy(40_503), ImageFormat::Png));
    assert!((first ^ other).count_ones() > 10, "{first:064b} {other:064b}");
}
