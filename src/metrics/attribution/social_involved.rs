//! Deals won with any social touch.
//!
//! Formula: number of deals won in the period with a social or paid social touch anywhere on the path. Whether it
//! counts as sourced, converted or assisted does not matter. A deal without a known touch, or of which an unknown
//! channel decides, is left out.

use super::paths::add_counts;
use super::roles::counted;
use crate::metrics::{Context, Metric, Samples};

/// Deals won with any social touch.
pub static SOCIAL_INVOLVED: Metric = counted("social_involved", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_counts(ctx, samples, |path| path.involved);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_are_counted() {
        let figure = world().figure(&SOCIAL_INVOLVED, "2026-03-01", "2026-03-31");
        // Deals 1, 2, 3, 5 and 6 have a social touch.
        let count = Quantity::Number(5.0);
        assert_eq!((figure.state, figure.n), (State::Value(count), 6));
        assert_eq!(figure.left_out, [(Reason::NoTouches, 1)]);
    }
}
