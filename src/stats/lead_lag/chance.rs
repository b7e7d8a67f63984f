//! What chance brings, and how probable it makes a value: counted, or where it is too rare for that, fitted.

use crate::stats::chi_square::normal_survival;
use crate::stats::interval::real;
use crate::stats::summary::mean;

/// So many draws must do as well for their share to be the probability; below, the tail is fitted.
const LEAST_EXCEEDING: usize = 10;

/// What chance brings at one lag.
pub(super) struct Chance {
    pub(super) mean: f64,
    pub(super) deviation: f64,
    skewness: f64,
}

impl Chance {
    pub(super) fn of(drawn: &[f64]) -> Option<Chance> {
        let mean = mean(drawn)?;
        let moment = |power: i32| {
            drawn.iter().map(|value| (value - mean).powi(power)).sum::<f64>() / real(drawn.len())
        };
        let deviation = moment(2).sqrt();
        (deviation > 0.0).then(|| Chance { mean, deviation, skewness: moment(3) / deviation.powi(3) })
    }

    /// The probability of a value at least as large; `places` are those that the sellers have, one after the other.
    pub(super) fn at_least(&self, value: f64, drawn: &[f64], places: f64) -> f64 {
        let as_large = drawn.iter().filter(|drawn| **drawn >= value).count();
        if as_large >= LEAST_EXCEEDING {
            return real(as_large + 1) / real(drawn.len() + 1);
        }
        let height = as_normal((value - self.mean) / self.deviation, places / 2.0);
        pearson_upper(height, self.skewness)
    }
}

/// How far out a normal variable lies where Student's lies at `t`: a spread that was read off few placements is not
/// certain. Neighbouring placements resemble each other, so half of them count as degrees of freedom.
fn as_normal(t: f64, freedom: f64) -> f64 {
    let out = (freedom * (t * t / freedom).ln_1p()).sqrt() * (8.0 * freedom + 1.0) / (8.0 * freedom + 3.0);
    out.copysign(t)
}

/// P(Z ≥ `z`) of a Pearson type III variable with mean 0, variance 1 and a skewness; a negative skewness, whose upper
/// tail ends, counts as none.
fn pearson_upper(z: f64, skewness: f64) -> f64 {
    if skewness < 1e-3 {
        return normal_survival(z);
    }
    // A gamma variable of this shape; its cube root is nearly normal.
    let shape = 4.0 / (skewness * skewness);
    let gamma = (shape + z * shape.sqrt()).max(0.0);
    let root = (gamma / shape).cbrt();
    normal_survival(3.0 * shape.sqrt() * (root - 1.0 + (9.0 * shape).recip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// R 4.2.2, pgamma: the tail of a gamma variable moved and stretched to mean 0 and variance 1.
    #[rstest]
    #[case(2.0, 0.2, 0.027_863_740)]
    #[case(4.0, 0.2, 1.610_571_7e-4)]
    #[case(2.0, 0.6, 0.036_276_565)]
    #[case(4.0, 0.6, 9.139_056_7e-4)]
    #[case(4.0, 1.0, 2.291_791_2e-3)]
    #[case(6.0, 1.0, 9.314_161_3e-5)]
    fn tails_are_near_those_of_the_gamma(#[case] z: f64, #[case] skewness: f64, #[case] tail: f64) {
        let times = pearson_upper(z, skewness) / tail;
        // Far out rather above than below.
        assert!((0.95..1.25).contains(&times), "{times}");
    }

    /// R 4.2.2: qnorm(pt(t, freedom)).
    #[rstest]
    #[case(3.0, 20.0, 2.693_25)]
    #[case(5.0, 20.0, 3.980_64)]
    #[case(-4.0, 80.0, -3.807_39)]
    fn students_quantiles_become_normal_ones(#[case] t: f64, #[case] freedom: f64, #[case] normal: f64) {
        assert!((as_normal(t, freedom) - normal).abs() < 0.01, "{}", as_normal(t, freedom));
    }
}
