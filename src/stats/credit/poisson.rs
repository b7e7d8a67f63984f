//! Poisson draws for resampling.

use super::super::random::Random;

/// Above this mean a rounded normal draw stands for the exact one: their distributions differ by under 0.02.
const MOST_EXACT: f64 = 64.0;

/// Draws of one mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Poisson {
    mean: f64,
    /// Probability of 0, for the exact draws.
    none: f64,
}

impl Poisson {
    pub(super) fn new(mean: f64) -> Poisson {
        Poisson { mean, none: (-mean).exp() }
    }

    pub(super) fn draw(self, random: &mut Random) -> f64 {
        if self.mean <= 0.0 {
            return 0.0;
        }
        if self.mean > MOST_EXACT {
            return (self.mean + self.mean.sqrt() * normal(random)).round().max(0.0);
        }
        // Inversion: the least count whose distribution function passes a uniform number.
        let uniform = unit(random);
        let (mut count, mut chance) = (0.0, self.none);
        let mut sum = chance;
        while uniform > sum && chance > 0.0 {
            count += 1.0;
            chance *= self.mean / count;
            sum += chance;
        }
        count
    }
}

/// Uniform, above 0 and below 1, in steps of 2⁻⁵³.
fn unit(random: &mut Random) -> f64 {
    ((random.bits() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
}

/// Standard normal: G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics 29 (1958) 610–611.
fn normal(random: &mut Random) -> f64 {
    let (length, turn) = (unit(random), unit(random));
    (-2.0 * length.ln()).sqrt() * (std::f64::consts::TAU * turn).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of a Poisson distribution are the same.
    #[test]
    fn draws_have_their_mean_and_variance() {
        for mean in [0.3, 1.0, 4.5, 60.0, 900.0] {
            let (poisson, mut random) = (Poisson::new(mean), Random::new(11));
            let draws: Vec<f64> = (0..20_000).map(|_| poisson.draw(&mut random)).collect();
            let average = draws.iter().sum::<f64>() / 20_000.0;
            let variance = draws.iter().map(|draw| (draw - average).powi(2)).sum::<f64>() / 19_999.0;
            assert!((average - mean).abs() < 5.0 * (mean / 20_000.0).sqrt(), "{mean}: {average}");
            assert!((variance / mean - 1.0).abs() < 0.08, "{mean}: {variance}");
            assert!(draws.iter().all(|draw| *draw >= 0.0 && draw.fract() == 0.0));
        }
        assert_eq!(Poisson::new(0.0).draw(&mut Random::new(1)), 0.0);
    }
}
