//! Deals won that began with social networks.
//!
//! Formula: number of deals won in the period whose first touch of the path is social or paid social. A deal counts
//! once: sourced before converted before assisted. A deal without a known touch, or of which an unknown channel
//! decides, is left out.

use super::paths::add_counts;
use super::roles::counted;
use crate::metrics::{Context, Metric, Samples};

/// Deals won that began with social networks.
pub static SOCIAL_SOURCED: Metric = counted("social_sourced", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_counts(ctx, samples, |path| path.sourced);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_are_counted() {
        let figure = world().figure(&SOCIAL_SOURCED, "2026-03-01", "2026-03-31");
        // Deals 1 and 5 begin with a social touch; nobody knows of 6 and 7.
        let count = Quantity::Number(2.0);
        assert_eq!((figure.state, figure.n), (State::Value(count), 5));
        assert_eq!(figure.left_out, [(Reason::Unknown, 1), (Reason::NoTouches, 1)]);
    }
}
