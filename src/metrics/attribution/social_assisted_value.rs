//! Value of the deals won with a social touch in between only.
//!
//! Formula: sum of the amounts of deals won in the period with a social or paid social touch on the path that is neither the first nor the
//! last, where both of these are of other channels. A deal without an
//! amount, or in a currency without a rate, is left out of the money. A deal without a known
//! touch, or of which an unknown channel decides, is left out.

use super::paths::add_money;
use crate::metrics::deals::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Value of the deals won with a social touch in between only.
pub static SOCIAL_ASSISTED_VALUE: Metric = Metric {
    id: "social_assisted_value",
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
    add_money(ctx, samples, |path| path.assisted);
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
        let figure = world().figure(&SOCIAL_ASSISTED_VALUE, "2026-03-01", "2026-03-31");
        // 3.
        let sum = Quantity::Money(30_000);
        assert_eq!((figure.state, figure.n), (State::Value(sum), 1));
        assert_eq!(figure.left_out, [(Reason::Unknown, 1), (Reason::NoTouches, 1)]);
    }

    #[test]
    fn without_touches_nobody_knows() {
        let world = World::default().rows(
            TableId::Deals,
            "id|created|closed|status|amount",
            &["1|2026-01-01|2026-03-01|Won|100"],
        );
        let figure = world.figure(&SOCIAL_ASSISTED_VALUE, "2026-03-01", "2026-03-31");
        assert_eq!(figure.state, State::Missing(Missing::NoFacts(Need::Touches)));
        let world = world.rows(TableId::Touches, "at|channel", &["2026-02-01|LinkedIn"]);
        let figure = world.figure(&SOCIAL_ASSISTED_VALUE, "2026-03-01", "2026-03-31");
        assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    }
}
