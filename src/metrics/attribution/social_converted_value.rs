//! Value of the deals won whose last touch is social.
//!
//! Formula: sum of the amounts of deals won in the period whose last touch of the path is social or paid social, and whose first one is not. A deal without an
//! amount, or in a currency without a rate, is left out of the money. A deal without a known
//! touch, or of which an unknown channel decides, is left out.

use super::paths::add_money;
use crate::metrics::deals::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Value of the deals won whose last touch is social.
pub static SOCIAL_CONVERTED_VALUE: Metric = Metric {
    id: "social_converted_value",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Money,
    better: Better::Higher,
    kind: Kind::MoneySum,
    by: BY,
    headline: None,
    needs: &[Need::Deals, Need::Touches],
    cites: "First, last and any touch of a conversion path, as Google Analytics reports assisted conversions",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_money(ctx, samples, |path| path.converted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reason, TableId};
    use crate::metrics::attribution::example::world;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    #[test]
    fn the_deals_of_the_period_add_up() {
        let figure = world().figure(&SOCIAL_CONVERTED_VALUE, "2026-03-01", "2026-03-31");
        // 20.
        let sum = Quantity::Money(200_000);
        assert_eq!((figure.state, figure.n), (State::Value(sum), 1));
        assert_eq!(figure.left_out, [(Reason::NoTouches, 1)]);
    }

    #[test]
    fn without_touches_nobody_knows() {
        let world = World::default().rows(
            TableId::Deals,
            "id|created|closed|status|amount",
            &["1|2026-01-01|2026-03-01|Won|100"],
        );
        let figure = world.figure(&SOCIAL_CONVERTED_VALUE, "2026-03-01", "2026-03-31");
        assert_eq!(figure.state, State::Missing(Missing::NoFacts(Need::Touches)));
        let world = world.rows(TableId::Touches, "at|channel", &["2026-02-01|LinkedIn"]);
        let figure = world.figure(&SOCIAL_CONVERTED_VALUE, "2026-03-01", "2026-03-31");
        assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    }
}
