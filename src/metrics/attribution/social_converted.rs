//! Deals won whose last touch is social.
//!
//! Formula: number of deals won in the period whose last touch of the path is social or paid social, and whose first
//! one is not. A deal counts once: sourced before converted before assisted. A deal without a known touch, or of
//! which an unknown channel decides, is left out.

use super::paths::add_counts;
use super::roles::counted;
use crate::metrics::{Context, Metric, Samples};

/// Deals won whose last touch is social.
pub static SOCIAL_CONVERTED: Metric = counted("social_converted", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_counts(ctx, samples, |path| path.converted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_are_counted() {
        let figure = world().figure(&SOCIAL_CONVERTED, "2026-03-01", "2026-03-31");
        // Deal 2 ends with a social touch, and deals 1 and 5 began with one; deal 6 ends with another.
        let count = Quantity::Number(1.0);
        assert_eq!((figure.state, figure.n), (State::Value(count), 6));
        assert_eq!(figure.left_out, [(Reason::NoTouches, 1)]);
    }
}
