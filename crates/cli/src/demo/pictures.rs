//! The photographs of the demo: a house front, a street and a lamp, drawn by a few rules. Nobody is in them.

use anyhow::Context;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;
use whistle_app::{App, Caller};

use super::plan::{Act, OnDispatch};
use super::splitmix::SplitMix64;

/// One in so many cases has photographs.
const ILLUSTRATED_EVERY: usize = 9;
/// Begins every sequence from which a picture is drawn.
const SEED: u64 = 0x7068_6f74_6f73;
const WIDTH: u32 = 480;
const HEIGHT: u32 = 360;
const GROUND: u32 = 280;
const HOUSE: Rgb<u8> = Rgb([176, 140, 110]);
const STREET: Rgb<u8> = Rgb([96, 96, 100]);
const POST: Rgb<u8> = Rgb([60, 62, 66]);
const LIT: Rgb<u8> = Rgb([255, 226, 120]);
const DARK: Rgb<u8> = Rgb([48, 52, 66]);

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// The matter as it was reported.
    Broken,
    /// The same place afterwards.
    Mended,
}

/// Puts photographs into what residents report and departments feed back, in some of the cases. They are taken in first, because
/// a command names them by ids that nobody knows before.
pub(super) async fn illustrate(act: &mut Act, app: &App, caller: &Caller, case: usize) -> anyhow::Result<()> {
    if !case.is_multiple_of(ILLUSTRATED_EVERY) {
        return Ok(());
    }
    let taken = async |shown| {
        let taken = app.take_photo(caller, drawn(case, shown)).await;
        taken.map(|taken| taken.id).context("a photograph of the demo is not taken")
    };
    match act {
        Act::Raise(report) | Act::RaiseAgain(report) => report.photos.push(taken(Shown::Broken).await?),
        Act::OnDispatch { request: OnDispatch::Feedback(feedback), .. } => {
            feedback.evidence.push(format!("photo/{}", taken(Shown::Mended).await?));
        }
        _ => {}
    }
    Ok(())
}

/// The place of a case, as PNG.
fn drawn(case: usize, shown: Shown) -> Vec<u8> {
    let index = u64::try_from(case).unwrap_or(u64::MAX);
    let mut chance = SplitMix64::sequence(SEED, index);
    let mut image = RgbImage::from_fn(WIDTH, HEIGHT, |_, y| sky(y));
    let mut number = |low: i64, high: i64| u32::try_from(chance.between(low, high)).unwrap_or_default();
    let (left, top) = (number(20, 90), number(50, 110));
    fill(&mut image, (left, top), (left + 220, GROUND), HOUSE);
    for floor in 0..3 {
        for window in 0..4 {
            let corner = (left + 18 + window * 52, top + 14 + floor * 52);
            let pane = if number(0, 2) == 0 { LIT } else { DARK };
            fill(&mut image, corner, (corner.0 + 30, corner.1 + 34), pane);
        }
    }
    fill(&mut image, (0, GROUND), (WIDTH, HEIGHT), STREET);
    let post = number(330, 430);
    fill(&mut image, (post, 90), (post + 8, GROUND), POST);
    let lamp = if shown == Shown::Mended { LIT } else { DARK };
    fill(&mut image, (post - 22, 76), (post + 30, 94), lamp);
    if shown == Shown::Broken {
        let puddle = number(120, 260);
        fill(&mut image, (puddle, 310), (puddle + 90, 330), DARK);
    }
    let mut png = Cursor::new(Vec::new());
    let written = DynamicImage::from(image).write_to(&mut png, ImageFormat::Png);
    written.expect("a buffer takes every picture");
    png.into_inner()
}

/// Dusk.
fn sky(y: u32) -> Rgb<u8> {
    let shade = |from: u32, to: u32| u8::try_from(from + (to - from) * y / HEIGHT).unwrap_or(u8::MAX);
    Rgb([shade(70, 210), shade(90, 180), shade(140, 190)])
}

/// A rectangle, cut off at the edges of the picture.
fn fill(image: &mut RgbImage, (left, top): (u32, u32), (right, bottom): (u32, u32), colour: Rgb<u8>) {
    for y in top..bottom.min(HEIGHT) {
        for x in left..right.min(WIDTH) {
            image.put_pixel(x, y, colour);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_looks_the_same_every_time_and_unlike_others_and_unlike_itself_when_mended() {
        let pictures: Vec<Vec<u8>> = (0..10).map(|case| drawn(case, Shown::Broken)).collect();
        for (case, picture) in pictures.iter().enumerate() {
            assert_eq!(*picture, drawn(case, Shown::Broken));
            assert_ne!(*picture, drawn(case, Shown::Mended));
            assert!(pictures[..case].iter().all(|other| other != picture));
            assert!(image::load_from_memory_with_format(picture, ImageFormat::Png).is_ok());
        }
    }
}
