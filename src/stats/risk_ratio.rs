//! Ratio of two independent shares.

use super::interval::{Estimate, Z_95};

/// (k₁/n₁) / (k₂/n₂) with the 95 % interval on the logarithm, whose variance is
/// 1/k₁ − 1/n₁ + 1/k₂ − 1/n₂.
///
/// `None` where a share has no cases, no hits, or more hits than cases: then the ratio or a limit is not finite.
///
/// Source: D. Katz, J. Baptista, S. P. Azen and M. C. Pike, "Obtaining confidence intervals for the risk ratio in
/// cohort studies", Biometrics 34 (1978) 469–474, method C.
pub fn risk_ratio(k1: u64, n1: u64, k2: u64, n2: u64) -> Option<Estimate> {
    if k1 == 0 || k2 == 0 || k1 > n1 || k2 > n2 {
        return None;
    }
    let [k1, n1, k2, n2] = [k1, n1, k2, n2].map(|count| count as f64);
    let value = (k1 / n1) / (k2 / n2);
    let spread = Z_95 * (1.0 / k1 - 1.0 / n1 + 1.0 / k2 - 1.0 / n2).max(0.0).sqrt();
    Some(Estimate { value, low: value * (-spread).exp(), high: value * spread.exp() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// The example in the manual of SciPy's `stats.contingency.relative_risk`.
    #[rstest]
    #[case([27, 122, 44, 487], 2.4495156482861398, 1.5836990926700116, 3.7886786315466354)]
    fn equals_the_published_example(
        #[case] table: [u64; 4],
        #[case] value: f64,
        #[case] low: f64,
        #[case] high: f64,
    ) {
        let [k1, n1, k2, n2] = table;
        let ratio = risk_ratio(k1, n1, k2, n2).unwrap();
        for (own, published) in [(ratio.value, value), (ratio.low, low), (ratio.high, high)] {
            assert!((own - published).abs() < 1e-9, "{ratio:?}");
        }
    }

    #[rstest]
    #[case([0, 10, 5, 10])]
    #[case([5, 10, 0, 10])]
    #[case([11, 10, 5, 10])]
    #[case([0, 0, 5, 10])]
    fn nothing_finite_is_nothing(#[case] table: [u64; 4]) {
        let [k1, n1, k2, n2] = table;
        assert_eq!(risk_ratio(k1, n1, k2, n2), None);
    }

    #[test]
    fn all_of_both_are_equal_beyond_doubt() {
        assert_eq!(risk_ratio(4, 4, 7, 7), Some(Estimate { value: 1.0, low: 1.0, high: 1.0 }));
    }
}
