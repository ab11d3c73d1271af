//! SplitMix64: a tiny generator of our own, so that the demo is the same everywhere and for ever.
//!
//! Public domain, by Sebastiano Vigna (2015): the state grows by the golden ratio's fraction of 2⁶⁴, and each output
//! is that state mixed twice. Good enough for inventing cases; never to be used for secrets.

/// 2⁶⁴ divided by the golden ratio, odd.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// A deterministic source of numbers.
#[derive(Debug, Clone)]
pub(crate) struct SplitMix64(u64);

impl SplitMix64 {
    /// The sequence number `index` of the family `seed`. Sequences do not depend on each other, so that a change to
    /// one case leaves all others as they are.
    pub(crate) const fn sequence(seed: u64, index: u64) -> Self {
        let mut start = Self(seed ^ index.wrapping_mul(GOLDEN).rotate_left(17));
        Self(start.draw())
    }

    /// The next 64 bits.
    pub(crate) const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low).expect("low is not above high") + 1;
        low + i64::try_from(self.draw() % span).expect("a remainder of an i64 span fits")
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, chance: i64) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of these; there must be one.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let last = i64::try_from(choices.len()).expect("few choices") - 1;
        &choices[usize::try_from(self.between(0, last)).expect("not negative")]
    }

    /// Puts these into another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, cards: &mut [T]) {
        for upper in (1..cards.len()).rev() {
            let other = self.between(0, i64::try_from(upper).expect("few cards"));
            cards.swap(upper, usize::try_from(other).expect("not negative"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut generator = SplitMix64(1_234_567);
        let published = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(published.map(|_| generator.draw()), published);
    }

    #[test]
    fn numbers_stay_within_their_bounds_and_reach_both_ends() {
        let mut generator = SplitMix64::sequence(7, 0);
        let drawn: std::collections::BTreeSet<i64> = (0..500).map(|_| generator.between(-2, 3)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [-2, -1, 0, 1, 2, 3]);
    }
}
