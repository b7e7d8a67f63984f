//! Odds ratio of a two-by-two table with Fisher's exact conditional interval.

/// Weights below this part of the largest no longer change a tail of 2.5 %.
const NEGLIGIBLE: f64 = 1e-20;
/// Probability left out on either side of a 95 % interval.
const TAIL: f64 = 0.025;
/// Logarithms of odds ratios beyond this leave the range of a float.
const MOST_LN: f64 = 700.0;

/// The odds ratio of a table ((a, b), (c, d)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OddsRatio {
    /// ad/bc; None where a cell is empty.
    pub sample: Option<f64>,
    /// The conditional maximum-likelihood estimate, which R's fisher.test shows; None where a cell is empty.
    pub conditional: Option<f64>,
    /// Lower limit; 0 where `a` is as small as the margins allow.
    pub low: f64,
    /// Upper limit; None (no limit) where `a` is as large as the margins allow.
    pub high: Option<f64>,
}

/// The odds ratio of (a : b) against (c : d) with the exact conditional 95 % interval: given the margins, `a`
/// follows Fisher's non-central hypergeometric distribution; the limits are the odds ratios at which P(X ≥ a)
/// and P(X ≤ a) are 2.5 %. The work grows with the square root of the counts.
///
/// None where a margin is empty, because such a table says nothing about the ratio, and beyond 2³² cases.
///
/// Source: R. A. Fisher, "The logic of inductive inference", Journal of the Royal Statistical Society 98 (1935)
/// 39–82; J. Cornfield, Proceedings of the Third Berkeley Symposium 4 (1956) 135–148.
pub fn odds_ratio(a: u64, b: u64, c: u64, d: u64) -> Option<OddsRatio> {
    let cell = |count: u64| u32::try_from(count).ok();
    let [a, b, c, d] = [cell(a)?, cell(b)?, cell(c)?, cell(d)?].map(i64::from);
    let margins = [a + b, c + d, a + c, b + d];
    if margins.contains(&0) || a + b + c + d > i64::from(u32::MAX) {
        return None;
    }
    let table = Table { row: a + b, column: a + c, rest: d - a, observed: a };
    let full = [a, b, c, d].iter().all(|count| *count > 0);
    // Half a case in every cell: a finite place to start from.
    let [ha, hb, hc, hd] = [a, b, c, d].map(|count| whole(count) + 0.5);
    let start = (ha * hd / (hb * hc)).ln();
    let conditional = if full { Some(root(start, |ln| table.tails(ln).drift)?) } else { None };
    let low = if table.observed == table.least() {
        0.0
    } else {
        root(start, |ln| table.tails(ln).at_least - TAIL)?
    };
    let high = if table.observed == table.most() {
        None
    } else {
        Some(root(start, |ln| TAIL - table.tails(ln).at_most)?)
    };
    let sample = full.then(|| whole(a) * whole(d) / (whole(b) * whole(c)));
    Some(OddsRatio { sample, conditional, low, high })
}

/// A table by its margins and its first cell.
struct Table {
    row: i64,
    column: i64,
    /// d − a, which no choice of a within the margins changes.
    rest: i64,
    observed: i64,
}

/// The distribution of the first cell, seen from its observed count.
struct Tails {
    at_least: f64,
    at_most: f64,
    /// Expected minus observed count.
    drift: f64,
}

impl Table {
    fn least(&self) -> i64 {
        (-self.rest).max(0)
    }

    fn most(&self) -> i64 {
        self.row.min(self.column)
    }

    /// P(x + 1) / P(x) at an odds ratio of 1.
    fn step(&self, x: i64) -> f64 {
        whole(self.row - x) * whole(self.column - x) / (whole(x + 1) * whole(self.rest + x + 1))
    }

    /// The most probable count: the steps fall with x, so halving finds where they pass 1.
    fn mode(&self, ratio: f64) -> i64 {
        let (mut low, mut high) = (self.least(), self.most());
        while low < high {
            let middle = low + (high - low) / 2;
            if ratio * self.step(middle) > 1.0 { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Sums outwards from the mode, whose weight is 1, until the weights are negligible.
    fn tails(&self, ln_ratio: f64) -> Tails {
        let ratio = ln_ratio.exp();
        let mode = self.mode(ratio);
        let mut sums = Sums::default();
        let mut weight = 1.0;
        let mut x = mode;
        sums.add(x - self.observed, weight);
        while x < self.most() && weight > NEGLIGIBLE {
            weight *= ratio * self.step(x);
            x += 1;
            sums.add(x - self.observed, weight);
        }
        (weight, x) = (1.0, mode);
        while x > self.least() && weight > NEGLIGIBLE {
            x -= 1;
            weight /= ratio * self.step(x);
            sums.add(x - self.observed, weight);
        }
        Tails {
            at_least: sums.at_least / sums.all,
            at_most: sums.at_most / sums.all,
            drift: sums.drift / sums.all,
        }
    }
}

#[derive(Default)]
struct Sums {
    all: f64,
    at_least: f64,
    at_most: f64,
    drift: f64,
}

impl Sums {
    fn add(&mut self, beyond: i64, weight: f64) {
        self.all += weight;
        self.drift += weight * whole(beyond);
        if beyond >= 0 {
            self.at_least += weight;
        }
        if beyond <= 0 {
            self.at_most += weight;
        }
    }
}

/// exp of the place where the rising function `f` of a logarithm passes 0, looked for around `start`.
fn root(start: f64, f: impl Fn(f64) -> f64) -> Option<f64> {
    let mut reach = 1.0;
    while f(start - reach) > 0.0 || f(start + reach) < 0.0 {
        reach *= 2.0;
        if reach > MOST_LN {
            return None;
        }
    }
    let (mut low, mut high) = (start - reach, start + reach);
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return Some(middle.exp()).filter(|ratio| ratio.is_finite());
        }
        if f(middle) < 0.0 { low = middle } else { high = middle }
    }
}

/// A count of at most 2³² as a real number: exact.
fn whole(count: i64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn near(got: Option<f64>, expected: Option<f64>, precision: f64) -> bool {
        match (got, expected) {
            (Some(got), Some(expected)) => (got - expected).abs() <= precision * expected.abs(),
            (got, expected) => got == expected,
        }
    }

    /// R's printed output: the tea tasting (A. Agresti, "Categorical Data Analysis", 1990, p. 61) and the convicted
    /// twins (Fisher 1962) of its help page for fisher.test, and the example of matstat.org. R looks for a limit
    /// on the scale of 1/ratio with a tolerance of 1e-4, so its own limits are good to a percent only.
    #[rstest]
    #[case([3, 1, 1, 3], 6.408309, 0.211_732_9, 621.933_750_5)]
    #[case([2, 10, 15, 3], 0.046_936_61, 0.003_325_764, 0.363_182_271)]
    #[case([2, 10, 20, 13], 0.136_076_5, 0.012_567_09, 0.787_408_29)]
    fn equals_r(#[case] table: [u64; 4], #[case] estimate: f64, #[case] low: f64, #[case] high: f64) {
        let [a, b, c, d] = table;
        let got = odds_ratio(a, b, c, d).unwrap();
        assert!(near(got.conditional, Some(estimate), 3e-5), "{got:?}");
        assert!(near(Some(got.low), Some(low), 0.01) && near(got.high, Some(high), 0.01), "{got:?}");
    }

    /// scipy 1.17.1, scipy.stats.contingency.odds_ratio (kind "conditional").
    #[rstest]
    #[case([3, 1, 1, 3], Some(6.408_319_658_2), 0.211_735_595_447, Some(626.243_530_589))]
    #[case([2, 10, 15, 3], Some(0.046_936_639_05), 0.003_317_163_950_66, Some(0.363_189_602_357))]
    #[case([2, 10, 20, 13], Some(0.136_073_509_37), 0.012_555_766_640_4, Some(0.787_407_544_646))]
    #[case([120, 340, 900, 4_100], Some(1.607_685_858_46), 1.278_546_882_41, Some(2.011_481_636_22))]
    #[case([0, 5, 6, 4], None, 0.0, Some(1.278_737_524_49))]
    #[case([5, 0, 4, 6], None, 0.782_021_314_656, None)]
    fn equals_an_exact_implementation(
        #[case] table: [u64; 4],
        #[case] estimate: Option<f64>,
        #[case] low: f64,
        #[case] high: Option<f64>,
    ) {
        let [a, b, c, d] = table;
        let got = odds_ratio(a, b, c, d).unwrap();
        assert!(near(got.conditional, estimate, 1e-5), "{got:?}");
        assert!(near(Some(got.low), Some(low), 1e-5) && near(got.high, high, 1e-5), "{got:?}");
    }

    #[test]
    fn the_sample_ratio_is_the_cross_product() {
        assert_eq!(odds_ratio(3, 1, 1, 3).unwrap().sample, Some(9.0));
        assert_eq!(odds_ratio(0, 5, 6, 4).unwrap().sample, None);
    }

    #[test]
    fn an_empty_margin_says_nothing() {
        for [a, b, c, d] in [[0, 0, 3, 4], [3, 4, 0, 0], [0, 3, 0, 4], [3, 0, 4, 0], [0, 0, 0, 0]] {
            assert_eq!(odds_ratio(a, b, c, d), None);
        }
        assert_eq!(odds_ratio(u64::MAX, 1, 1, 1), None);
    }

    /// In large tables the limits approach those of B. Woolf, Annals of Human Genetics 19 (1955) 251–253.
    #[test]
    fn large_tables_approach_the_normal_limits() {
        let got = odds_ratio(200_000, 300_000, 400_000, 700_000).unwrap();
        let error = [2e5_f64, 3e5, 4e5, 7e5].iter().map(|n| n.recip()).sum::<f64>().sqrt();
        let centre = (7.0_f64 / 6.0).ln();
        assert!(near(Some(got.low), Some((centre - 1.96 * error).exp()), 1e-4), "{got:?}");
        assert!(near(got.high, Some((centre + 1.96 * error).exp()), 1e-4), "{got:?}");
        assert!(near(got.conditional, got.sample, 1e-5), "{got:?}");
    }

    proptest! {
        #[test]
        fn turning_the_table_round_inverts_the_interval(a in 0..40u64, b in 0..40u64, c in 0..40u64, d in 0..40u64) {
            let (Some(forth), Some(back)) = (odds_ratio(a, b, c, d), odds_ratio(b, a, d, c)) else {
                prop_assert!([a + b, c + d, a + c, b + d].contains(&0));
                return Ok(());
            };
            prop_assert!(near(forth.high, (back.low > 0.0).then(|| back.low.recip()), 1e-9));
            prop_assert!(near(forth.conditional, back.conditional.map(f64::recip), 1e-9));
            if let Some(estimate) = forth.conditional {
                prop_assert!(forth.low < estimate && forth.high.is_none_or(|high| estimate < high));
            }
        }
    }
}
