//! Seeded random numbers: the same seed gives the same figures on every machine, for ever.

/// SplitMix64: a counter stepped by 2⁶⁴/φ and mixed to 64 bits. Not for secrets.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014; constants as in Java's SplittableRandom.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The sequence of `seed`.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to `bound` − 1; 0 for a `bound` of 0. Some numbers come up more often
    /// than others by at most `bound`/2³².
    pub fn below(&mut self, bound: u32) -> u32 {
        scale(self.bits() >> 32, bound)
    }

    /// Two independent draws of [`Random::below`] for the price of one: resampling spends its time here.
    pub(super) fn two_below(&mut self, bound: u32) -> [u32; 2] {
        let bits = self.bits();
        [scale(bits >> 32, bound), scale(bits & u64::from(u32::MAX), bound)]
    }

    /// Puts `items` into a random order (Fisher–Yates). Lists beyond 2³² items keep the order of the rest.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for bound in (2..=u32::try_from(items.len()).unwrap_or(u32::MAX)).rev() {
            let other = self.below(bound);
            if let (Ok(last), Ok(other)) = (usize::try_from(bound - 1), usize::try_from(other)) {
                items.swap(last, other);
            }
        }
    }
}

/// `word` < 2³² stretched to 0 … `bound` − 1. The product's upper half is below `bound`: nothing is lost.
fn scale(word: u64, bound: u32) -> u32 {
    ((word * u64::from(bound)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference output for the seed 1234567: S. Vigna's splitmix64.c (prng.di.unimi.it), as listed on
    /// Rosetta Code, "Pseudo-random numbers/Splitmix64".
    #[test]
    fn equals_the_reference_sequence() {
        let mut random = Random::new(1_234_567);
        let first: Vec<u64> = (0..5).map(|_| random.bits()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn draws_every_number_about_equally_often() {
        let mut random = Random::new(7);
        let mut counts = [0_u32; 10];
        for _ in 0..50_000 {
            for draw in random.two_below(10) {
                counts[draw as usize] += 1;
            }
        }
        // Standard deviation 95; five of them.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 475), "{counts:?}");
        assert_eq!(random.below(0), 0);
        assert_eq!(random.below(1), 0);
    }

    #[test]
    fn shuffling_keeps_the_items_and_reaches_every_order() {
        let mut random = Random::new(1);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..200 {
            let mut items = [1, 2, 3];
            random.shuffle(&mut items);
            seen.insert(items);
        }
        assert_eq!(seen.len(), 6);
        random.shuffle::<u8>(&mut []);
    }
}
