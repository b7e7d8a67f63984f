//! Student's t distribution: how far a mean of few cases may be off.

use super::interval::Z_95;

/// Degrees of freedom from which the normal distribution is as good to four digits.
const MANY: u32 = 10_000;

/// The 97.5 % point of Student's t distribution with so many degrees of freedom: two-sided 95 % intervals. None
/// for no degrees of freedom.
///
/// Source: the distribution as the finite sums of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
/// Functions" (1964), 26.7.3 and 26.7.4; its inverse by halving.
pub fn student_95(freedom: u32) -> Option<f64> {
    match freedom {
        0 => None,
        MANY.. => Some(Z_95),
        _ => {
            // With one degree of freedom the point lies at 12.7, and the more there are the nearer it comes.
            let (mut low, mut high) = (Z_95, 13.0);
            for _ in 0..60 {
                let middle = (low + high) / 2.0;
                if within(middle, freedom) < 0.95 { low = middle } else { high = middle }
            }
            Some((low + high) / 2.0)
        }
    }
}

/// The probability of a value between −t and t.
fn within(t: f64, freedom: u32) -> f64 {
    let root = f64::from(freedom).sqrt();
    let angle = (t / root).atan();
    let (sine, cosine) = angle.sin_cos();
    let is_odd = freedom % 2 == 1;
    // The sums go up by two in every step: cos θ, 2/3 cos³ θ, … of odd degrees, 1, 1/2 cos² θ, … of even ones.
    let mut term = if is_odd { cosine } else { 1.0 };
    let mut sum = 0.0;
    let mut step = if is_odd { 2 } else { 1 };
    while step < freedom {
        sum += term;
        term *= f64::from(step) / f64::from(step + 1) * cosine * cosine;
        step += 2;
    }
    if is_odd { std::f64::consts::FRAC_2_PI * (angle + sine * sum) } else { sine * sum }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// R 4.3: `qt(0.975, c(1, 2, 3, 4, 5, 9, 12, 30, 101))`.
    #[rstest]
    #[case(1, 12.706_205)]
    #[case(2, 4.302_653)]
    #[case(3, 3.182_446)]
    #[case(4, 2.776_445)]
    #[case(5, 2.570_582)]
    #[case(9, 2.262_157)]
    #[case(12, 2.178_813)]
    #[case(30, 2.042_272)]
    #[case(101, 1.983_731)]
    fn equals_the_tables(#[case] freedom: u32, #[case] expected: f64) {
        let found = student_95(freedom).unwrap();
        assert!((found - expected).abs() < 2e-6, "{found}");
    }

    #[test]
    fn ends_at_the_normal_distribution() {
        assert_eq!(student_95(0), None);
        assert!((student_95(9_999).unwrap() - Z_95).abs() < 3e-4);
        assert_eq!(student_95(MANY), Some(Z_95));
    }
}
