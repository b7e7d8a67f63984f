//! Whether shares rise or fall over groups in an order: the Cochran–Armitage test.

use super::chi_square_survival;

/// The answer of the test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendOfShares {
    /// Change of the share from one group to the next, by weighted least squares.
    pub slope: f64,
    /// The statistic, with one degree of freedom.
    pub chi2: f64,
    /// How often chance alone would give as much.
    pub p: f64,
}

/// Tests whether shares change with the order of their groups, given as k of n: Cochran 1954, Biometrics 10, 417;
/// Armitage 1955, Biometrics 11, 375. None where fewer than two groups have cases, or all or none of them are hits.
pub fn trend_of_shares(groups: &[(u64, u64)]) -> Option<TrendOfShares> {
    let cases: f64 = groups.iter().map(|(_, n)| *n as f64).sum();
    let share = groups.iter().map(|(k, _)| *k as f64).sum::<f64>() / cases;
    let scored = || groups.iter().enumerate().map(|(score, (k, n))| (score as f64, *k as f64, *n as f64));
    let centre = scored().map(|(score, _, n)| score * n).sum::<f64>() / cases;
    let spread: f64 = scored().map(|(score, _, n)| n * (score - centre).powi(2)).sum();
    let shared: f64 = scored().map(|(score, k, n)| (k - n * share) * (score - centre)).sum();
    let chi2 = shared.powi(2) / (share * (1.0 - share) * spread);
    let slope = shared / spread;
    let p = chi_square_survival(chi2, 1)?;
    (groups.iter().all(|(k, n)| k <= n) && slope.is_finite()).then_some(TrendOfShares { slope, chi2, p })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smokers_as_r_has_them() {
        // R 4.3: prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82)); the data are Fleiss 1981, p. 139.
        let trend = trend_of_shares(&[(83, 86), (90, 93), (129, 136), (70, 82)]).unwrap();
        assert!((trend.chi2 - 8.2249).abs() < 5e-5, "{}", trend.chi2);
        assert!((trend.p - 0.004132).abs() < 5e-7, "{}", trend.p);
        assert!(trend.slope < 0.0);
    }

    #[test]
    fn where_nothing_can_differ_there_is_no_answer() {
        assert_eq!(trend_of_shares(&[]), None);
        assert_eq!(trend_of_shares(&[(3, 9)]), None);
        assert_eq!(trend_of_shares(&[(0, 9), (0, 4)]), None);
        assert_eq!(trend_of_shares(&[(9, 9), (4, 4)]), None);
        assert_eq!(trend_of_shares(&[(0, 0), (2, 4)]), None);
    }
}
