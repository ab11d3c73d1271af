//! How long things took: histograms that can be added and subtracted.

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
///
/// A bucket has a number, 128 for each stage and one for each bucket, and the numbers are in order: adding up hundreds of
/// histograms is what a report does most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Durations(Vec<(u16, i64)>);

/// Numbers of the buckets of a stage.
const NUMBERS_PER_STAGE: u16 = 128;

/// Buckets that are looked at one by one before the rest is halved: those of two histograms that are added are nearly the
/// same.
const NEAR: usize = 8;

impl Stage {
    const fn first_number(self) -> u16 {
        self as u16 * NUMBERS_PER_STAGE
    }
}

impl Durations {
    /// Counts a duration. A negative one, of clocks that disagreed, counts as none.
    pub(super) fn count(&mut self, stage: Stage, seconds: i64) {
        self.add_all([(stage.first_number() + u16::from(bucket_of(seconds)), 1)]);
    }

    /// Adds `other` `times` times; minus one subtracts it.
    pub(super) fn merge(&mut self, other: &Self, times: i64) {
        self.add_all(other.0.iter().map(|(number, count)| (*number, count * times)));
    }

    /// The same of pairs whose numbers ascend, as [`pairs`](Self::pairs) gives them. A number that is none of a bucket is
    /// left out.
    pub fn merge_pairs(&mut self, pairs: impl IntoIterator<Item = (u16, i64)>, times: i64) {
        let sound = pairs.into_iter().filter(is_sound);
        self.add_all(sound.map(|(number, count)| (number, count * times)));
    }

    /// Adds counts to buckets whose numbers ascend. In place: nearly all of them are there already, and near to each other.
    fn add_all(&mut self, counts: impl IntoIterator<Item = (u16, i64)>) {
        let (mut place, mut emptied) = (0, false);
        for (number, count) in counts {
            let near = self.0[place..].iter().take(NEAR).position(|(own, _)| *own >= number);
            place += near.unwrap_or_else(|| self.0[place..].partition_point(|(own, _)| *own < number));
            match self.0.get_mut(place) {
                Some((own, sum)) if *own == number => {
                    *sum += count;
                    emptied |= *sum == 0;
                }
                _ => self.0.insert(place, (number, count)),
            }
        }
        if emptied {
            self.0.retain(|(_, count)| *count != 0);
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
        let first = stage.first_number();
        let begin = self.0.partition_point(|(number, _)| *number < first);
        let inside =
            self.0[begin..].iter().take_while(move |(number, _)| *number < first + NUMBERS_PER_STAGE);
        inside.map(move |(number, count)| (u8::try_from(number - first).unwrap_or(BUCKETS), *count))
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

    /// The numbers and counts of the buckets, in order: how the database keeps them.
    pub fn pairs(&self) -> &[(u16, i64)] {
        &self.0
    }

    /// The histograms of such pairs, in any order. A number that is none of a bucket is left out.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (u16, i64)>) -> Self {
        let mut kept: Vec<(u16, i64)> = pairs.into_iter().filter(is_sound).collect();
        kept.sort_unstable_by_key(|(number, _)| *number);
        kept.dedup_by_key(|(number, _)| *number);
        Self(kept)
    }
}

/// Whether a number is one of a bucket, and something is in it.
fn is_sound((number, count): &(u16, i64)) -> bool {
    let end = Stage::Closing.first_number() + NUMBERS_PER_STAGE;
    *number < end && number % NUMBERS_PER_STAGE < u16::from(BUCKETS) && *count != 0
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
