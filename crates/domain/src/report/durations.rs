//! How long things took: histograms that can be added and subtracted.

use std::collections::BTreeMap;

/// Buckets of a histogram. The last begins at some fifty years.
pub const BUCKETS: u8 = 124;

/// Buckets grow by the fourth root of two: four of them double.
const BUCKETS_PER_DOUBLING: f64 = 4.0;

/// Longest duration that is told from longer ones, seconds.
const SECONDS_MAX: u32 = i32::MAX.unsigned_abs();

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// 签收用时: from the issue to the signature of a person.
    Signing,
    /// 响应用时: from the issue to the report for duty, or to the contact with the resident.
    Response,
    /// 办结用时: from the issue (of a case: from the report) to the end. Time for which it was parked is in it.
    Closing,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Signing, Self::Response, Self::Closing];
}

/// A histogram for each stage, with only the buckets in which there is something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Durations(BTreeMap<(Stage, u8), i64>);

impl Durations {
    /// Counts a duration. A negative one, of clocks that disagreed, counts as none.
    pub(super) fn count(&mut self, stage: Stage, seconds: i64) {
        self.add(stage, bucket_of(seconds), 1);
    }

    fn add(&mut self, stage: Stage, bucket: u8, count: i64) {
        let sum = self.0.entry((stage, bucket)).or_default();
        *sum += count;
        if *sum == 0 {
            self.0.remove(&(stage, bucket));
        }
    }

    /// Adds `other` `times` times; minus one subtracts it.
    pub(super) fn merge(&mut self, other: &Self, times: i64) {
        for ((stage, bucket), count) in &other.0 {
            self.add(*stage, *bucket, count * times);
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Durations that were counted.
    pub fn counted(&self, stage: Stage) -> i64 {
        self.of(stage).map(|(_, count)| count).sum()
    }

    fn of(&self, stage: Stage) -> impl Iterator<Item = (u8, i64)> {
        self.0.range((stage, 0)..=(stage, u8::MAX)).map(|((_, bucket), count)| (*bucket, *count))
    }

    /// The seconds that a share of the durations, 0 to 1, did not exceed; none if none was counted. Interpolated in its
    /// bucket, and so off by less than a fifth.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn percentile(&self, stage: Stage, share: f64) -> Option<f64> {
        let counted = self.counted(stage);
        let rank = share.clamp(0.0, 1.0) * counted as f64;
        let mut below = 0.0;
        for (bucket, count) in self.of(stage) {
            let inside = count as f64;
            if below + inside >= rank {
                let part = ((rank - below) / inside).clamp(0.0, 1.0);
                let (from, to) = (begins_at(bucket), begins_at(bucket + 1));
                return Some(from + (to - from) * part);
            }
            below += inside;
        }
        None
    }

    /// The buckets as pairs of a number (128 for each stage) and a count: how the database keeps them.
    pub fn pairs(&self) -> impl Iterator<Item = (i32, i64)> {
        self.0.iter().map(|((stage, bucket), count)| (*stage as i32 * 128 + i32::from(*bucket), *count))
    }

    /// The histograms of such pairs. A number that is none of a bucket is left out.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (i32, i64)>) -> Self {
        let mut durations = Self::default();
        for (number, count) in pairs {
            let stage = usize::try_from(number / 128).ok().and_then(|at| Stage::ALL.get(at));
            let bucket = u8::try_from(number % 128).ok().filter(|bucket| *bucket < BUCKETS);
            if let (Some(stage), Some(bucket)) = (stage, bucket) {
                durations.add(*stage, bucket, count);
            }
        }
        durations
    }
}

/// The bucket of a duration: the last that begins at or before it. Whole numbers all the way, so that every machine
/// says the same: bucket *n* begins at 2^(n/4) seconds, that is where the fourth power is 2^n.
pub fn bucket_of(seconds: i64) -> u8 {
    let seconds = u32::try_from(seconds.max(1)).unwrap_or(SECONDS_MAX).min(SECONDS_MAX);
    let doublings = u128::from(seconds).pow(4).ilog2();
    u8::try_from(doublings).expect("the fourth power of 31 bits has fewer than 124")
}

/// Where a bucket begins, seconds. The first holds everything shorter too.
fn begins_at(bucket: u8) -> f64 {
    if bucket == 0 { 0.0 } else { (f64::from(bucket) / BUCKETS_PER_DOUBLING).exp2() }
}
