//! Value of the deals won with a social touch in between only.
//!
//! Formula: sum of the amounts of deals won in the period with a social or paid social touch on the path that is
//! neither the first nor the last, where both of these are of other channels. A deal without an amount, or in a
//! currency without a rate, is left out of the money. A deal without a known touch, or of which an unknown channel
//! decides, is left out.

use super::paths::add_money;
use super::roles::valued;
use crate::metrics::{Context, Metric, Samples};

/// Value of the deals won with a social touch in between only.
pub static SOCIAL_ASSISTED_VALUE: Metric = valued("social_assisted_value", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_money(ctx, samples, |path| path.assisted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_add_up() {
        let figure = world().figure(&SOCIAL_ASSISTED_VALUE, "2026-03-01", "2026-03-31");
        // 3.
        let sum = Quantity::Money(30_000);
        assert_eq!((figure.state, figure.n), (State::Value(sum), 1));
        assert_eq!(figure.left_out, [(Reason::Unknown, 1), (Reason::NoTouches, 1)]);
    }
}
