//! Quadratic forms of covariance matrices that may be singular.

/// A row counts as a combination of the others when elimination leaves less than this part of its variance.
const DEPENDENT: f64 = 1e-9;

/// dᵀV⁻d and the rank of V, for a symmetric positive semi-definite `matrix` V and a `vector` d in its range.
///
/// For such a d every generalised inverse V⁻ gives the same number, so dependent rows may be dropped:
/// elimination with diagonal pivoting, largest share of its own variance first, so that one small group
/// is not taken for the rounding error of a large one.
pub(super) fn quadratic_form(matrix: Vec<Vec<f64>>, vector: Vec<f64>) -> (f64, u32) {
    let mut rows: Vec<Row> = matrix
        .into_iter()
        .zip(vector)
        .enumerate()
        .map(|(column, (values, right))| Row { column, variance: at(&values, column), values, right })
        .collect();
    let (mut form, mut rank) = (0.0, 0);
    while let Some(pivot) = take_pivot(&mut rows) {
        let diagonal = at(&pivot.values, pivot.column);
        form += pivot.right * pivot.right / diagonal;
        rank += 1;
        for row in &mut rows {
            let factor = at(&row.values, pivot.column) / diagonal;
            row.right -= factor * pivot.right;
            for (value, above) in row.values.iter_mut().zip(&pivot.values) {
                *value -= factor * above;
            }
        }
    }
    (form, rank)
}

struct Row {
    column: usize,
    variance: f64,
    values: Vec<f64>,
    right: f64,
}

impl Row {
    fn share_left(&self) -> f64 {
        if self.variance > 0.0 { at(&self.values, self.column) / self.variance } else { 0.0 }
    }
}

fn take_pivot(rows: &mut Vec<Row>) -> Option<Row> {
    let (place, best) =
        rows.iter().enumerate().max_by(|(_, a), (_, b)| a.share_left().total_cmp(&b.share_left()))?;
    (best.share_left() > DEPENDENT).then(|| rows.swap_remove(place))
}

fn at(values: &[f64], column: usize) -> f64 {
    values.get(column).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_regular_matrix_is_that_of_its_inverse() {
        // [[2, 1], [1, 3]]⁻¹ = [[3, −1], [−1, 2]] / 5; with d = (1, 2): (3 − 4 + 8) / 5.
        let (form, rank) = quadratic_form(vec![vec![2.0, 1.0], vec![1.0, 3.0]], vec![1.0, 2.0]);
        assert!((form - 1.4).abs() < 1e-12);
        assert_eq!(rank, 2);
    }

    #[test]
    fn of_a_singular_matrix_drops_what_is_dependent() {
        // V = v·[[1, −1], [−1, 1]] and d = (x, −x): x²/v, for a large and for a tiny v.
        for v in [1e9, 2.0, 1e-9] {
            let (form, rank) = quadratic_form(vec![vec![v, -v], vec![-v, v]], vec![3.0, -3.0]);
            assert!((form * v - 9.0).abs() < 1e-9);
            assert_eq!(rank, 1);
        }
        assert_eq!(quadratic_form(vec![vec![0.0]], vec![0.0]), (0.0, 0));
        assert_eq!(quadratic_form(vec![], vec![]), (0.0, 0));
    }
}
