//! Least-squares slope.

use super::interval::real;

/// Slope of the least-squares line through `points` (x, y), in units of y per unit of x.
/// None below two distinct x, and where a number is not finite.
pub fn slope_least_squares(points: &[(f64, f64)]) -> Option<f64> {
    let n = real(points.len());
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / n;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / n;
    // Centred first: dates are large numbers close together.
    let spread = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum::<f64>();
    let shared = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum::<f64>();
    let (first, _) = points.first()?;
    // Equal x leave rounding dust in the mean, so the spread alone cannot tell.
    if points.iter().all(|(x, _)| x == first) {
        return None;
    }
    Some(shared / spread).filter(|slope| slope.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// F. J. Anscombe, "Graphs in statistical analysis", The American Statistician 27 (1973) 17–21:
    /// the first of his four sets has the line y = 3 + 0.5 x.
    #[test]
    fn equals_the_published_line() {
        let x = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
        let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        let points: Vec<_> = x.into_iter().zip(y).collect();
        assert!((slope_least_squares(&points).unwrap() - 0.500_090_909).abs() < 1e-9);
    }

    #[test]
    fn has_no_answer_below_two_distinct_x_or_without_numbers() {
        assert_eq!(slope_least_squares(&[]), None);
        assert_eq!(slope_least_squares(&[(1.0, 2.0)]), None);
        assert_eq!(slope_least_squares(&[(0.1, 2.0), (0.1, 3.0), (0.1, 7.0)]), None);
        assert_eq!(slope_least_squares(&[(1.0, f64::NAN), (2.0, 1.0)]), None);
        assert_eq!(slope_least_squares(&[(f64::INFINITY, 0.0), (2.0, 1.0)]), None);
    }

    proptest! {
        #[test]
        fn finds_the_slope_of_a_line_wherever_it_lies(slope in -100.0..100.0f64, start in -1e5..1e5f64) {
            let points: Vec<_> = (0..9).map(|i| (start + f64::from(i), slope * f64::from(i))).collect();
            prop_assert!((slope_least_squares(&points).unwrap() - slope).abs() < 1e-6);
        }
    }
}
