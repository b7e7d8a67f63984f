//! Deals won with a social touch in between only.
//!
//! Formula: number of deals won in the period with a social or paid social touch on the path that is neither the
//! first nor the last, where both of these are of other channels. A deal counts once: sourced before converted
//! before assisted. A deal without a known touch, or of which an unknown channel decides, is left out.

use super::paths::add_counts;
use super::roles::counted;
use crate::metrics::{Context, Metric, Samples};

/// Deals won with a social touch in between only.
pub static SOCIAL_ASSISTED: Metric = counted("social_assisted", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_counts(ctx, samples, |path| path.assisted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_are_counted() {
        let figure = world().figure(&SOCIAL_ASSISTED, "2026-03-01", "2026-03-31");
        // Deal 3 has its social touch in between; nobody knows where deal 6 began.
        let count = Quantity::Number(1.0);
        assert_eq!((figure.state, figure.n), (State::Value(count), 5));
        assert_eq!(figure.left_out, [(Reason::Unknown, 1), (Reason::NoTouches, 1)]);
    }
}
