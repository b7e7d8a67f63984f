//! Distribution-free limits of a median, and the interval of a product of two independent figures.

use super::interval::{Estimate, Interval};

/// The places (from 0) of the two sorted values between which the median of the population lies with at least 95 %,
/// whatever the distribution: the largest d with P(B ≤ d − 1) ≤ 2.5 % for B ~ binomial(n, ½) gives the d-th smallest
/// and the d-th largest. None below six values, where no two of them are enough.
///
/// Source: W. J. Conover, "Practical Nonparametric Statistics", 3rd ed. (1999), section 3.2.
pub fn median_limits(n: usize) -> Option<(usize, usize)> {
    if n < 6 {
        return None;
    }
    // ln of binomial(n, k) / 2ⁿ, added up from k = 0; below 2⁻¹⁰⁷⁴ a term is nothing.
    let mut ln_term = -(n as f64) * std::f64::consts::LN_2;
    let (mut below, mut d) = (0.0, 0usize);
    for k in 0..n / 2 {
        below += ln_term.exp();
        if below > 0.025 {
            break;
        }
        d = k + 1;
        ln_term += ((n - k) as f64).ln() - ((k + 1) as f64).ln();
    }
    let low = d.checked_sub(1)?;
    Some((low, n - 1 - low))
}

/// The interval of `a · b` of two independent figures that are not negative, from their own intervals (MOVER on the
/// logarithms): the lower limit is 0 where one of theirs is. None where a figure is 0 or not finite.
///
/// Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, applied to ln a + ln b.
pub fn product(a: Estimate, b: Estimate) -> Option<Interval> {
    let all = [a.value, a.low, a.high, b.value, b.low, b.high];
    if all.iter().any(|number| !number.is_finite() || *number < 0.0) || a.value == 0.0 || b.value == 0.0 {
        return None;
    }
    let part = |figure: f64, limit: f64| (figure / limit).ln().abs();
    let value = a.value * b.value;
    let low = if a.low == 0.0 || b.low == 0.0 {
        0.0
    } else {
        value * (-part(a.value, a.low).hypot(part(b.value, b.low))).exp()
    };
    Interval::finite(low, value * part(a.value, a.high).hypot(part(b.value, b.high)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// R: qbinom(0.025, n, 0.5) and n − it + 1, where the first P(B ≤ d − 1) ≤ 0.025 (Conover, table A3).
    #[rstest]
    #[case(6, Some((0, 5)))]
    #[case(8, Some((0, 7)))]
    #[case(9, Some((1, 7)))]
    #[case(16, Some((3, 12)))]
    #[case(20, Some((5, 14)))]
    #[case(100, Some((39, 60)))]
    #[case(5, None)]
    #[case(0, None)]
    fn places_are_those_of_the_sign_test(#[case] n: usize, #[case] places: Option<(usize, usize)>) {
        assert_eq!(median_limits(n), places);
    }

    #[test]
    fn a_large_list_has_limits_near_its_middle() {
        let (low, high) = median_limits(10_000).unwrap();
        assert_eq!((low, high), (4_901, 5_098));
    }

    #[test]
    fn limits_of_a_product_are_those_of_its_logarithm() {
        let (a, b) =
            (Estimate { value: 2.0, low: 1.0, high: 4.0 }, Estimate { value: 3.0, low: 3.0, high: 3.0 });
        let interval = product(a, b).unwrap();
        assert!((interval.low - 3.0).abs() < 1e-12 && (interval.high - 12.0).abs() < 1e-12, "{interval:?}");
        // Both as uncertain by the factor e: together by e^√2.
        let e = std::f64::consts::E;
        let wide = Estimate { value: 1.0, low: 1.0 / e, high: e };
        let interval = product(wide, wide).unwrap();
        let reach = 2f64.sqrt().exp();
        assert!((interval.high - reach).abs() < 1e-12 && (interval.low * reach - 1.0).abs() < 1e-12);
        assert_eq!(product(Estimate { low: 0.0, ..a }, b).unwrap().low, 0.0);
        assert_eq!(product(Estimate { value: 0.0, low: 0.0, high: 1.0 }, b), None);
        assert_eq!(product(Estimate { high: f64::INFINITY, ..a }, b), None);
    }
}
