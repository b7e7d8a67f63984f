//! Value of the deals won whose last touch is social.
//!
//! Formula: sum of the amounts of deals won in the period whose last touch of the path is social or paid social, and
//! whose first one is not. A deal without an amount, or in a currency without a rate, is left out of the money. A
//! deal without a known touch, or of which an unknown channel decides, is left out.

use super::paths::add_money;
use super::roles::valued;
use crate::metrics::{Context, Metric, Samples};

/// Value of the deals won whose last touch is social.
pub static SOCIAL_CONVERTED_VALUE: Metric = valued("social_converted_value", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_money(ctx, samples, |path| path.converted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_add_up() {
        let figure = world().figure(&SOCIAL_CONVERTED_VALUE, "2026-03-01", "2026-03-31");
        // 20.
        let sum = Quantity::Money(200_000);
        assert_eq!((figure.state, figure.n), (State::Value(sum), 1));
        assert_eq!(figure.left_out, [(Reason::NoTouches, 1)]);
    }
}
