//! Value of the deals won that began with social networks.
//!
//! Formula: sum of the amounts of deals won in the period whose first touch of the path is social or paid social. A
//! deal without an amount, or in a currency without a rate, is left out of the money. A deal without a known touch,
//! or of which an unknown channel decides, is left out.

use super::paths::add_money;
use super::roles::valued;
use crate::metrics::{Context, Metric, Samples};

/// Value of the deals won that began with social networks.
pub static SOCIAL_SOURCED_VALUE: Metric = valued("social_sourced_value", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_money(ctx, samples, |path| path.sourced);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_add_up() {
        let figure = world().figure(&SOCIAL_SOURCED_VALUE, "2026-03-01", "2026-03-31");
        // 100; the amount of deal 5 is not known.
        let sum = Quantity::Money(1_000_000);
        assert_eq!((figure.state, figure.n), (State::Value(sum), 1));
        assert_eq!(
            figure.left_out,
            [(Reason::Unknown, 1), (Reason::UnknownAmount, 1), (Reason::NoTouches, 1)]
        );
    }
}
