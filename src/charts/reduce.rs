//! Fewer points for the same picture: the extremes of every pixel column.
//!
//! A line over more points than pixels is drawn many times over itself. First, lowest, highest and
//! last of each column leave the same ink (the min/max decimation used by uPlot, re-derived here).

/// Keeps at most four points for each of `columns` equal parts of the x range. Points come in order
/// of x and leave in the same order; a short line is returned as it is.
pub fn by_column(points: &[(f64, f64)], columns: usize) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let width = last.0 - first.0;
    if columns == 0 || points.len() <= columns.saturating_mul(4) || width.is_nan() || width <= 0.0 {
        return points.to_vec();
    }
    let mut kept = Vec::with_capacity(columns.saturating_mul(4));
    let parts = f64::from(u32::try_from(columns).unwrap_or(u32::MAX));
    let column_of = |x: f64| ((x - first.0) / width * parts).floor();
    for column in points.chunk_by(|a, b| column_of(a.0) == column_of(b.0)) {
        keep_extremes(column, &mut kept);
    }
    kept
}

fn keep_extremes(column: &[(f64, f64)], kept: &mut Vec<(f64, f64)>) {
    let by_value = |a: &(usize, &(f64, f64)), b: &(usize, &(f64, f64))| a.1.1.total_cmp(&b.1.1);
    let lowest = column.iter().enumerate().min_by(by_value).map_or(0, |(index, _)| index);
    let highest = column.iter().enumerate().max_by(by_value).map_or(0, |(index, _)| index);
    let mut indexes = [0, lowest, highest, column.len().saturating_sub(1)];
    indexes.sort_unstable();
    let mut before = None;
    for index in indexes {
        if before != Some(index) {
            kept.extend(column.get(index));
        }
        before = Some(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_short_line_stays_whole() {
        let line = [(0.0, 1.0), (1.0, 5.0), (2.0, 2.0)];
        assert_eq!(by_column(&line, 100), line);
    }

    #[test]
    fn a_lone_spike_survives() {
        let line: Vec<(f64, f64)> =
            (0..55_550).map(|i| (f64::from(i), if i == 31_337 { 9.0 } else { 1.0 })).collect();
        let kept = by_column(&line, 800);
        assert!(kept.len() <= 3_204, "{}", kept.len());
        assert!(kept.contains(&(31_337.0, 9.0)));
    }

    proptest! {
        #[test]
        fn ends_extremes_and_order_are_kept(values in prop::collection::vec(-1e3f64..1e3, 1..2000), columns in 1usize..60) {
            let line: Vec<(f64, f64)> = values.iter().zip(0u32..).map(|(y, x)| (f64::from(x), *y)).collect();
            let kept = by_column(&line, columns);
            prop_assert_eq!(kept.first(), line.first());
            prop_assert_eq!(kept.last(), line.last());
            prop_assert!(kept.windows(2).all(|pair| pair[0].0 < pair[1].0));
            let top = |points: &[(f64, f64)]| points.iter().map(|p| p.1).fold(f64::MIN, f64::max);
            prop_assert_eq!(top(&kept), top(&line));
        }
    }
}
