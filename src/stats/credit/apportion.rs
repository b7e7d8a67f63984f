//! A whole amount shared out in whole parts.

/// `total` shared out in proportion to `weights`, in whole parts that add up to it: each gets the whole part of its
/// quota, and the rest goes one by one to the largest remainders (of equal ones to the first). None where the weights
/// add up to nothing or are no numbers.
pub fn apportion(total: i128, weights: &[f64]) -> Option<Vec<i128>> {
    let sum: f64 = weights.iter().sum();
    if weights.iter().any(|weight| !weight.is_finite()) || !sum.is_finite() || sum == 0.0 {
        return None;
    }
    let quotas: Vec<f64> = weights.iter().map(|weight| total as f64 * (weight / sum)).collect();
    let mut parts: Vec<i128> = quotas.iter().map(|quota| quota.floor() as i128).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let remainder = |at: usize| quotas.get(at).map_or(0.0, |quota| quota - quota.floor());
    order.sort_by(|a, b| remainder(*b).total_cmp(&remainder(*a)).then(a.cmp(b)));
    let mut rest = total - parts.iter().sum::<i128>();
    // Rounding may leave a rest of either sign, or larger than there are parts where the total is beyond 2⁵³.
    let step = rest.signum();
    for at in order.iter().cycle() {
        if rest == 0 {
            break;
        }
        if rest.abs() > i128::try_from(order.len()).unwrap_or(i128::MAX) {
            // The largest part takes what no rounding explains.
            let whole = rest - step;
            *parts.get_mut(*at)? += whole;
            rest -= whole;
        }
        *parts.get_mut(*at)? += step;
        rest -= step;
    }
    Some(parts)
}
