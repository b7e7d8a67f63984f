//! Upper tails of the chi-squared and the normal distribution.

/// Relative precision at which series and fraction stop.
const PRECISION: f64 = 1e-15;
/// Far more terms than the degrees of freedom of any table of sources need.
const MOST_TERMS: u32 = 100_000;

/// P(X ≥ `chi2`) of a chi-squared variable with `df` degrees of freedom: Q(df/2, chi2/2), the upper
/// regularised incomplete gamma function. None for no degrees of freedom or a negative or non-finite `chi2`.
///
/// Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 26.4.19, with the series
/// 6.5.29 below x = a + 1 and the continued fraction 6.5.31 (Lentz's evaluation) above.
pub fn chi_square_survival(chi2: f64, df: u32) -> Option<f64> {
    if df == 0 || !chi2.is_finite() || chi2 < 0.0 {
        return None;
    }
    let (shape, x) = (f64::from(df) / 2.0, chi2 / 2.0);
    if x == 0.0 {
        return Some(1.0);
    }
    let scale = (shape * x.ln() - x - ln_gamma_half(df)).exp();
    let upper = if x < shape + 1.0 { 1.0 - scale * series(shape, x) } else { scale * fraction(shape, x) };
    upper.is_finite().then_some(upper.clamp(0.0, 1.0))
}

/// P(Z ≥ `z`) of a standard normal variable; 1 for what is no number.
pub(super) fn normal_survival(z: f64) -> f64 {
    let tail = chi_square_survival(z * z, 1).map_or(0.0, |both| both / 2.0);
    if z > 0.0 { tail } else { 1.0 - tail }
}

/// Σ xⁿ / (a(a+1)…(a+n)).
fn series(shape: f64, x: f64) -> f64 {
    let mut term = shape.recip();
    let mut sum = term;
    for n in 1..MOST_TERMS {
        term *= x / (shape + f64::from(n));
        sum += term;
        if term < sum * PRECISION {
            break;
        }
    }
    sum
}

/// 1/(x+1−a− 1(1−a)/(x+3−a− …)); for x ≥ a + 1 no partial denominator is 0.
fn fraction(shape: f64, x: f64) -> f64 {
    let mut base = x + 1.0 - shape;
    let mut ahead = f64::MAX.sqrt();
    let mut back = base.recip();
    let mut value = back;
    for n in 1..MOST_TERMS {
        let numerator = f64::from(n) * (shape - f64::from(n));
        base += 2.0;
        back = (numerator * back + base).recip();
        ahead = base + numerator / ahead;
        let factor = back * ahead;
        value *= factor;
        if (factor - 1.0).abs() < PRECISION {
            break;
        }
    }
    value
}

/// ln Γ(df/2): exact steps down to Γ(1/2) = √π or Γ(1) = 1 suffice for halves of whole numbers.
fn ln_gamma_half(df: u32) -> f64 {
    let odd = !df.is_multiple_of(2);
    let start = if odd { std::f64::consts::PI.sqrt().ln() } else { 0.0 };
    let first = if odd { 1 } else { 2 };
    start + (first..df).step_by(2).map(|n| (f64::from(n) / 2.0).ln()).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// scipy 1.17.1, scipy.stats.chi2.sf; the first and the fourth row are the 5 % points of every printed table.
    #[rstest]
    #[case(3.841_458_820_694_124, 1, 0.05)]
    #[case(16.79, 1, 4.175_275_138_919_787e-5)]
    #[case(0.1, 1, 0.751_829_634_045_849_2)]
    #[case(5.991, 2, 0.050_011_615_026_579_09)]
    #[case(3.1, 1, 0.078_292_294_146_409_66)]
    #[case(30.0, 10, 8.566_412_107_753_01e-4)]
    #[case(150.0, 100, 9.039_320_423_540_184e-4)]
    #[case(80.0, 100, 0.929_664_933_340_605_1)]
    #[case(0.5, 20, 0.999_999_999_999_790_6)]
    #[case(200.0, 3, 4.218_541_107_192_018e-43)]
    fn equals_known_tails(#[case] chi2: f64, #[case] df: u32, #[case] tail: f64) {
        let got = chi_square_survival(chi2, df).unwrap();
        assert!((got / tail - 1.0).abs() < 1e-12, "{got} {tail}");
    }

    #[test]
    fn two_degrees_of_freedom_are_the_exponential() {
        for chi2 in [0.0, 0.3, 2.0, 3.9, 4.1, 50.0] {
            assert!((chi_square_survival(chi2, 2).unwrap() - (-chi2 / 2.0f64).exp()).abs() < 1e-15);
        }
    }

    #[test]
    fn has_no_answer_outside_its_domain() {
        assert_eq!(chi_square_survival(1.0, 0), None);
        assert_eq!(chi_square_survival(-1.0, 1), None);
        assert_eq!(chi_square_survival(f64::NAN, 1), None);
        assert_eq!(chi_square_survival(f64::INFINITY, 1), None);
        assert_eq!(chi_square_survival(1e300, 5), Some(0.0));
    }
}
