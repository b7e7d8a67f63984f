//! Value of the deals won with any social touch.
//!
//! Formula: sum of the amounts of deals won in the period with a social or paid social touch anywhere on the path. A
//! deal without an amount, or in a currency without a rate, is left out of the money. A deal without a known touch,
//! or of which an unknown channel decides, is left out.

use super::paths::add_money;
use super::roles::valued;
use crate::metrics::{Context, Metric, Samples};

/// Value of the deals won with any social touch.
pub static SOCIAL_INVOLVED_VALUE: Metric = valued("social_involved_value", emit);

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_money(ctx, samples, |path| path.involved);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reason;
    use crate::metrics::attribution::example::world;
    use crate::metrics::{Quantity, State};

    #[test]
    fn the_deals_of_the_period_add_up() {
        let figure = world().figure(&SOCIAL_INVOLVED_VALUE, "2026-03-01", "2026-03-31");
        // 100 + 20 + 3 + 50000; the amount of deal 5 is not known.
        let sum = Quantity::Money(501_230_000);
        assert_eq!((figure.state, figure.n), (State::Value(sum), 4));
        assert_eq!(figure.left_out, [(Reason::UnknownAmount, 1), (Reason::NoTouches, 1)]);
    }
}
