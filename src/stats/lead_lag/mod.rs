//! Lead and lag: by how many steps one series runs ahead of another, and whether chance does as well.
//!
//! Of each seller both series lose their straight line; the products of the one with the other so many steps later are
//! added over all sellers. Chance is what comes out when whole series are moved round to places at which they cannot
//! belong together: a seller's series keeps its own ups and downs, only their company is wrong (`chance`).

mod chance;

use super::interval::{Interval, Z_95, real};
use super::random::Random;
use super::slope::slope_least_squares;
use super::summary::{mean, quantile};
use chance::Chance;

/// Random placements behind every curve.
const DRAWS: usize = 2_000;
/// Fewer different placements tell nothing of chance.
const LEAST_PLACES: usize = 26;
/// Seed of the draws: the same series give the same answer, everywhere and for ever.
const SEED: u64 = 0x1EAD;

/// The two series of one seller over the same steps of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// What may come first.
    pub leading: Vec<f64>,
    /// What may come of it; as long.
    pub outcome: Vec<f64>,
}

/// What is found at one lag.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LagPoint {
    /// Correlation, pooled within sellers: the sum of products over both series' whole lengths.
    pub correlation: f64,
    /// Where 95 % of the correlations lie that chance brings at this lag.
    pub chance: Interval,
    /// Probability that chance brings a correlation as far out to either side: twice that of one at least as large.
    pub p: f64,
    /// Pairs of steps compared.
    pub pairs: usize,
}

/// A correlation for every lag from 0 on.
#[derive(Debug, Clone, PartialEq)]
pub struct LagCurve {
    /// One for each lag.
    pub points: Vec<LagPoint>,
    /// The lag that chance is least likely to bring.
    pub best: usize,
    /// First and last of the lags around it that it cannot be told apart from.
    pub like_best: (usize, usize),
}

impl LagCurve {
    /// What is found at the best lag.
    pub fn best_point(&self) -> Option<&LagPoint> {
        self.points.get(self.best)
    }
}

/// The curve of the correlations at lags 0 to `most_lag`.
///
/// Sellers join whose series are at least `most_lag` + 13 steps long and do not stand still. Chance places a seller's
/// leading series so that outcomes meet steps that lie more than `most_lag` steps before them, or after them (round the
/// end of the series), every seller's by itself. The probability of one side is the share of placements that do as well; where
/// fewer than ten do, the upper tail of the Pearson type III distribution with the placements' mean, variance and
/// skewness.
///
/// None where no seller joins, or all sellers together have fewer than 26 different placements.
///
/// Sources: correlation as R's `ccf`; the test: E. S. Edgington and P. Onghena, "Randomization Tests" (2007); the
/// tail: P. W. Mielke and K. J. Berry, "Permutation Methods" (2007), 2.3, by E. B. Wilson and M. M. Hilferty,
/// Proceedings of the National Academy of Sciences 17 (1931) 684–688; few placements: D. L. Wallace, Annals of
/// Mathematical Statistics 30 (1959) 1124–1130.
pub fn lag_curve(pairs: &[Pair], most_lag: usize) -> Option<LagCurve> {
    let joined: Vec<Shifted> = pairs.iter().filter_map(|pair| Shifted::new(pair, most_lag)).collect();
    let spread = |of: fn(&Shifted) -> f64| joined.iter().map(of).sum::<f64>();
    let scale = (spread(|one| one.spread_leading) * spread(|one| one.spread_outcome)).sqrt();
    let places = joined.iter().map(|one| one.places(most_lag)).fold(1_usize, usize::saturating_mul);
    if joined.is_empty() || places < LEAST_PLACES || !scale.is_finite() || scale <= 0.0 {
        return None;
    }
    let own_places = joined.iter().map(|one| real(one.places(most_lag))).sum();
    let by_chance = draws(&joined, most_lag, scale);
    let points: Vec<(LagPoint, f64)> = (0..=most_lag)
        .map(|lag| {
            let correlation = joined.iter().map(|one| one.at(lag, lag)).sum::<f64>() / scale;
            let drawn: Vec<f64> = by_chance.iter().filter_map(|draw| draw.get(lag)).copied().collect();
            let chance = Chance::of(&drawn)?;
            let point = LagPoint {
                correlation,
                chance: Interval::finite(quantile(&drawn, 0.025)?, quantile(&drawn, 0.975)?)?,
                p: (2.0 * chance.at_least(correlation, &drawn, own_places)).min(1.0),
                pairs: joined.iter().map(|one| one.steps - lag).sum(),
            };
            Some((point, (correlation - chance.mean) / chance.deviation))
        })
        .collect::<Option<_>>()?;
    let best = (0..points.len()).max_by(|a, b| {
        let height = |place: &usize| points.get(*place).map_or(f64::NEG_INFINITY, |(_, height)| *height);
        // Of equals the smaller lag.
        height(a).total_cmp(&height(b)).then(b.cmp(a))
    })?;
    let points: Vec<LagPoint> = points.into_iter().map(|(point, _)| point).collect();
    let like_best = like_best(&points, best, &by_chance);
    Some(LagCurve { points, best, like_best })
}

/// One seller's series without their lines, and the products at every placement.
struct Shifted {
    steps: usize,
    spread_leading: f64,
    spread_outcome: f64,
    /// For every placement and lag: the products of the outcomes from that lag on with the leading series moved so far.
    products: Vec<Vec<f64>>,
}

impl Shifted {
    fn new(pair: &Pair, most_lag: usize) -> Option<Shifted> {
        let steps = pair.leading.len();
        if steps != pair.outcome.len() || steps < most_lag + 13 {
            return None;
        }
        let (leading, outcome) = (without_line(&pair.leading)?, without_line(&pair.outcome)?);
        let squares = |series: &[f64]| series.iter().map(|value| value * value).sum::<f64>();
        let products = (0..steps)
            .map(|moved| {
                let (before, after) = leading.split_at(steps - moved);
                let mut sums = vec![0.0; most_lag + 1];
                let mut sum = 0.0;
                let shifted = after.iter().chain(before);
                let steps: Vec<f64> = shifted.zip(&outcome).map(|(lead, out)| lead * out).collect();
                for (step, product) in steps.iter().enumerate().rev() {
                    sum += product;
                    if let Some(place) = sums.get_mut(step) {
                        *place = sum;
                    }
                }
                sums
            })
            .collect();
        Some(Shifted {
            steps,
            spread_leading: squares(&leading),
            spread_outcome: squares(&outcome),
            products,
        })
    }

    /// The sum of products at a placement, for a lag.
    fn at(&self, moved: usize, lag: usize) -> f64 {
        self.products.get(moved).and_then(|lags| lags.get(lag)).copied().unwrap_or(0.0)
    }

    /// Placements at which the series cannot belong together.
    fn places(&self, most_lag: usize) -> usize {
        self.steps - most_lag - 1
    }
}

/// A series without its least-squares line; none where it stands still or is a line.
fn without_line(series: &[f64]) -> Option<Vec<f64>> {
    let points: Vec<(f64, f64)> = series.iter().enumerate().map(|(x, y)| (real(x), *y)).collect();
    let slope = slope_least_squares(&points)?;
    let (middle, level) = ((real(series.len()) - 1.0) / 2.0, mean(series)?);
    let rest: Vec<f64> = points.iter().map(|(x, y)| y - level - slope * (x - middle)).collect();
    let most = series.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    rest.iter().any(|value| value.abs() > 1e-9 * most).then_some(rest)
}

/// Correlations at every lag for many placements: all of them where there is one seller, else random ones.
fn draws(joined: &[Shifted], most_lag: usize, scale: f64) -> Vec<Vec<f64>> {
    let sums = |placement: &mut dyn FnMut(&Shifted) -> usize| {
        let mut sums = vec![0.0; most_lag + 1];
        for one in joined {
            let lags = one.products.get(placement(one)).map_or(&[][..], Vec::as_slice);
            for (sum, product) in sums.iter_mut().zip(lags) {
                *sum += product / scale;
            }
        }
        sums
    };
    if let [only] = joined {
        return (most_lag + 1..only.steps).map(|moved| sums(&mut |_| moved)).collect();
    }
    let mut random = Random::new(SEED);
    let mut any = |one: &Shifted| {
        let bound = u32::try_from(one.places(most_lag)).unwrap_or(u32::MAX);
        most_lag + 1 + usize::try_from(random.below(bound)).unwrap_or(0)
    };
    (0..DRAWS).map(|_| sums(&mut any)).collect()
}

/// The run of lags around the best that it cannot be told apart from: their correlations differ by less than the
/// differences that chance brings between the two.
fn like_best(points: &[LagPoint], best: usize, by_chance: &[Vec<f64>]) -> (usize, usize) {
    let is_alike = |lag: usize| {
        let (Some(own), Some(top)) = (points.get(lag), points.get(best)) else { return false };
        let differences: Vec<f64> =
            by_chance.iter().filter_map(|draw| Some(draw.get(best)? - draw.get(lag)?)).collect();
        let spread = Chance::of(&differences).map_or(0.0, |chance| chance.deviation);
        top.correlation - own.correlation <= Z_95 * spread
    };
    let low = (0..best).rev().take_while(|lag| is_alike(*lag)).last().unwrap_or(best);
    let high = (best + 1..points.len()).take_while(|lag| is_alike(*lag)).last().unwrap_or(best);
    (low, high)
}
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    const MALE: [u16; 72] = [
        2134, 1863, 1877, 1877, 1492, 1249, 1280, 1131, 1209, 1492, 1621, 1846, 2103, 2137, 2153, 1833, 1403,
        1288, 1186, 1133, 1053, 1347, 1545, 2066, 2020, 2750, 2283, 1479, 1189, 1160, 1113, 970, 999, 1208,
        1467, 2059, 2240, 1634, 1722, 1801, 1246, 1162, 1087, 1013, 959, 1179, 1229, 1655, 2019, 2284, 1942,
        1423, 1340, 1187, 1098, 1004, 970, 1140, 1110, 1812, 2263, 1820, 1846, 1531, 1215, 1075, 1056, 975,
        940, 1081, 1294, 1341,
    ];
    const FEMALE: [u16; 72] = [
        901, 689, 827, 677, 522, 406, 441, 393, 387, 582, 578, 666, 830, 752, 785, 664, 467, 438, 421, 412,
        343, 440, 531, 771, 767, 1141, 896, 532, 447, 420, 376, 330, 357, 445, 546, 764, 862, 660, 663, 643,
        502, 392, 411, 348, 387, 385, 411, 638, 796, 853, 737, 546, 530, 446, 431, 362, 387, 430, 425, 679,
        821, 785, 727, 612, 478, 429, 405, 379, 393, 411, 487, 574,
    ];

    fn series(values: &[u16]) -> Vec<f64> {
        values.iter().map(|value| f64::from(*value)).collect()
    }

    /// Monthly deaths from lung diseases in the UK: P. J. Diggle, "Time Series" (1990), table A.3. Correlations:
    /// R 4.2.2, ccf of the residuals of a straight line.
    #[test]
    fn correlations_equal_r() {
        let curve = lag_curve(&[Pair { leading: series(&MALE), outcome: series(&FEMALE) }], 6).unwrap();
        let expected = [
            0.979_690_613,
            0.746_843_363,
            0.392_517_638,
            -0.002_706_915,
            -0.384_827_990,
            -0.651_670_275,
            -0.732_153_052,
        ];
        for (point, expected) in curve.points.iter().zip(expected) {
            assert!((point.correlation - expected).abs() < 1e-6, "{point:?}");
        }
        assert_eq!(
            curve.points.iter().map(|point| point.pairs).collect::<Vec<_>>(),
            [72, 71, 70, 69, 68, 67, 66]
        );
    }

    /// The deaths of a year repeat, so that any placement does about as well: chance explains them.
    #[test]
    fn a_season_is_no_lead() {
        let curve = lag_curve(&[Pair { leading: series(&MALE), outcome: series(&FEMALE) }], 26).unwrap();
        assert!(curve.points.iter().all(|point| point.p > 0.01), "{curve:?}");
    }

    /// Counts of a noise: so many coins each step.
    fn noise(random: &mut Random, steps: usize) -> Vec<f64> {
        (0..steps).map(|_| f64::from(random.bits().count_ones() / 8)).collect()
    }

    fn lead_of(lag: usize, sellers: usize, steps: usize, seed: u64) -> Vec<Pair> {
        let mut random = Random::new(seed);
        (0..sellers)
            .map(|_| {
                let leading = noise(&mut random, steps);
                let outcome = noise(&mut random, steps)
                    .into_iter()
                    .enumerate()
                    .map(|(step, own)| own + step.checked_sub(lag).map_or(0.0, |step| leading[step]))
                    .collect();
                Pair { leading, outcome }
            })
            .collect()
    }

    #[rstest]
    #[case(0, 1)]
    #[case(9, 1)]
    #[case(9, 3)]
    #[case(26, 3)]
    fn a_lead_is_found_at_its_lag(#[case] lag: usize, #[case] sellers: usize) {
        for seed in 0..6 {
            let curve = lag_curve(&lead_of(lag, sellers, 80, seed), 26).unwrap();
            let best = curve.best_point().unwrap();
            assert_eq!(curve.best, lag, "{curve:?}");
            assert!(best.p < 0.01 && best.correlation > best.chance.high, "{best:?}");
            assert!(
                curve.like_best.0 <= lag
                    && lag <= curve.like_best.1
                    && curve.like_best.1 - curve.like_best.0 <= 2
            );
        }
    }

    #[test]
    fn noise_is_below_every_level_as_often_as_it_says() {
        for sellers in [1, 3] {
            let mut p: Vec<f64> = Vec::new();
            for seed in 0..40 {
                let mut random = Random::new(1_000 + seed);
                let pairs: Vec<Pair> = (0..sellers)
                    .map(|_| Pair { leading: noise(&mut random, 78), outcome: noise(&mut random, 78) })
                    .collect();
                p.extend(lag_curve(&pairs, 26).unwrap().points.iter().map(|point| point.p));
            }
            let below = |level: f64| p.iter().filter(|p| **p <= level).count() as f64 / p.len() as f64;
            // 1,080 probabilities of leads alone, so half of the level, and neighbours are nearly independent.
            assert!(
                (0.03..0.08).contains(&below(0.1)) && below(0.002) < 0.005,
                "{} {}",
                below(0.1),
                below(0.002)
            );
        }
    }

    #[test]
    fn what_cannot_be_compared_has_no_curve() {
        let ups: Vec<f64> = (0..80).map(|step| f64::from(step % 7)).collect();
        let line: Vec<f64> = (0..80).map(|step| 3.0 + 0.1 * f64::from(step)).collect();
        let pair =
            |leading: &[f64], outcome: &[f64]| Pair { leading: leading.to_vec(), outcome: outcome.to_vec() };
        assert_eq!(lag_curve(&[], 26), None);
        assert_eq!(lag_curve(&[pair(&ups, &line)], 26), None);
        assert_eq!(lag_curve(&[pair(&[5.0; 80], &ups)], 26), None);
        assert_eq!(lag_curve(&[pair(&ups[..38], &ups[..38])], 26), None);
        assert_eq!(lag_curve(&[pair(&ups[..52], &ups[..52])], 26), None);
        assert_eq!(lag_curve(&[pair(&ups, &ups[1..])], 26), None);
        let broken: Vec<f64> = ups.iter().map(|up| if *up > 5.0 { f64::NAN } else { *up }).collect();
        assert_eq!(lag_curve(&[pair(&broken, &ups)], 26), None);
        assert!(lag_curve(&[pair(&ups[..53], &ups[..53])], 26).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn the_order_of_sellers_and_lines_added_change_no_correlation(seed in 0..1_000u64, slope in -2.0..2.0f64) {
            let mut pairs = lead_of(4, 2, 60, seed);
            let forth = lag_curve(&pairs, 26).unwrap();
            pairs.reverse();
            for (step, value) in pairs[0].leading.iter_mut().enumerate() {
                *value += slope * step as f64;
            }
            let back = lag_curve(&pairs, 26).unwrap();
            for (a, b) in forth.points.iter().zip(&back.points) {
                prop_assert!((a.correlation - b.correlation).abs() < 1e-9);
                prop_assert!((0.0..=1.0).contains(&a.p) && a.chance.low <= a.chance.high);
            }
        }
    }
}
