//! Deals won with any social touch.
//!
//! Formula: number of deals won in the period with a social or paid social touch anywhere on the path. Whether it counts as
//! sourced, converted or assisted does not matter. A deal without a known
//! touch, or of which an unknown channel decides, is left out.

use super::paths::add_counts;
use crate::metrics::deals::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Deals won with any social touch.
pub static SOCIAL_INVOLVED: Metric = Metric {
    id: "social_involved",
    version: 1,
    section: Section::Attribution,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: BY,
    headline: None,
    needs: &[Need::Deals, Need::Touches],
    cites: "First, last and any touch of a conversion path, as Google Analytics reports assisted conversions",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    add_counts(ctx, samples, |path| path.involved);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reason, TableId};
    use crate::metrics::attribution::example::world;
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Quantity, State};

    #[test]
    fn the_deals_of_the_period_are_counted() {
        let figure = world().figure(&SOCIAL_INVOLVED, "2026-03-01", "2026-03-31");
        // Deals 1, 2, 3, 5 and 6 have a social touch.
        let count = Quantity::Number(5.0);
        assert_eq!((figure.state, figure.n), (State::Value(count), 6));
        assert_eq!(figure.left_out, [(Reason::NoTouches, 1)]);
    }

    #[test]
    fn without_touches_nobody_knows() {
        let world = World::default().rows(
            TableId::Deals,
            "id|created|closed|status|amount",
            &["1|2026-01-01|2026-03-01|Won|100"],
        );
        let figure = world.figure(&SOCIAL_INVOLVED, "2026-03-01", "2026-03-31");
        assert_eq!(figure.state, State::Missing(Missing::NoFacts(Need::Touches)));
        let world = world.rows(TableId::Touches, "at|channel", &["2026-02-01|LinkedIn"]);
        let figure = world.figure(&SOCIAL_INVOLVED, "2026-03-01", "2026-03-31");
        assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    }
}
