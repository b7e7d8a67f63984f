//! Keeps the names at the ends of lines from covering each other.

/// Heights moved as little as it takes for each to be `gap` from the next and all to lie between `top` and
/// `bottom`; `None` where there is no room. The order from top to bottom is that of what was wished for.
pub fn apart(wished: &[f64], gap: f64, top: f64, bottom: f64) -> Option<Vec<f64>> {
    let count = wished.len();
    let needed = gap * f64::from(u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX));
    if needed > bottom - top || wished.iter().any(|height| !height.is_finite()) {
        return None;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| wished[*a].total_cmp(&wished[*b]));
    let mut heights = wished.to_vec();
    let mut free_from = top;
    for at in &order {
        heights[*at] = heights[*at].clamp(top, bottom).max(free_from);
        free_from = heights[*at] + gap;
    }
    // What was pushed beyond the bottom pushes back upwards.
    let mut free_to = bottom;
    for at in order.iter().rev() {
        heights[*at] = heights[*at].min(free_to);
        free_to = heights[*at] - gap;
    }
    Some(heights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_that_are_far_apart_stay() {
        assert_eq!(apart(&[80.0, 20.0], 14.0, 0.0, 100.0), Some(vec![80.0, 20.0]));
        assert_eq!(apart(&[], 14.0, 0.0, 100.0), Some(vec![]));
    }

    #[test]
    fn heights_that_touch_part_in_their_order() {
        assert_eq!(apart(&[50.0, 49.0, 52.0], 10.0, 0.0, 100.0), Some(vec![59.0, 49.0, 69.0]));
        assert_eq!(apart(&[95.0, 99.0], 10.0, 0.0, 100.0), Some(vec![90.0, 100.0]));
    }

    #[test]
    fn too_many_have_no_room() {
        assert_eq!(apart(&[1.0, 2.0, 3.0], 14.0, 0.0, 20.0), None);
        assert_eq!(apart(&[f64::NAN], 14.0, 0.0, 20.0), None);
    }
}
