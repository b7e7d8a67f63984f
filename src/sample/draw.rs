//! Drawing from lists and ranges, and quotas that hold where chance might blur what is planted.

use crate::stats::Random;

/// A seeded source of choices.
pub(super) struct Draw(Random);

impl Draw {
    /// The choices of `seed`.
    pub fn new(seed: u64) -> Draw {
        Draw(Random::new(seed))
    }

    /// A whole number from `low` to `high`, both included; `low` when the range is empty.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u32::try_from(high - low + 1).unwrap_or(0);
        low + i64::from(self.0.below(width))
    }

    /// Yes in `percent` of cases.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.between(0, 99) < percent
    }

    /// One of a list; the type's blank for an empty list.
    pub fn one_of<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let at = self.0.below(u32::try_from(items.len()).unwrap_or(u32::MAX));
        usize::try_from(at).ok().and_then(|at| items.get(at)).copied().unwrap_or_default()
    }

    /// One of a list by weights; the first for weights of nothing.
    pub fn weighted<T: Copy + Default>(&mut self, items: &[(T, i64)]) -> T {
        let mut left = self.between(0, items.iter().map(|(_, weight)| weight).sum::<i64>() - 1);
        for (item, weight) in items {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        items.first().map(|(item, _)| *item).unwrap_or_default()
    }

    /// Letters and digits as in the ids of conversations.
    pub fn letters(&mut self, count: usize) -> String {
        const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        (0..count).map(|_| char::from(self.one_of(ALPHABET))).collect()
    }
}

/// Hands out whole ones so that their number keeps to a rate, without chance.
#[derive(Default)]
pub(super) struct Quota {
    saved: i64,
}

impl Quota {
    /// Adds `amount` of `of` and takes out the whole ones.
    pub fn take(&mut self, amount: i64, of: i64) -> i64 {
        self.saved += amount;
        let whole = self.saved.div_euclid(of);
        self.saved -= whole * of;
        whole
    }

    /// Whether this case is among the `percent`.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.take(percent, 100) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_keeps_its_rate() {
        let mut quota = Quota::default();
        assert_eq!((0..200).filter(|_| quota.percent(34)).count(), 68);
        let mut weeks = Quota::default();
        assert_eq!((0..10).map(|_| weeks.take(43, 10)).sum::<i64>(), 43);
    }

    #[test]
    fn weights_are_kept_and_blank_weights_never_drawn() {
        let mut draw = Draw::new(1);
        let drawn: Vec<char> = (0..1000).map(|_| draw.weighted(&[('a', 80), ('b', 0), ('c', 20)])).collect();
        let count = |letter| drawn.iter().filter(|other| **other == letter).count();
        assert_eq!(count('b'), 0);
        assert!((150..250).contains(&count('c')), "{}", count('c'));
    }
}
