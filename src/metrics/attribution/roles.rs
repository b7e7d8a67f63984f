//! What the four roles of social networks on a deal's path have in common, counted and valued.

use crate::metrics::deals::BY;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Number of the deals won in which social networks have a role.
pub(super) const fn counted(id: &'static str, emit: fn(&Context<'_>, &mut Samples)) -> Metric {
    of(id, Unit::Count, Kind::Count, emit)
}

/// Amounts of the deals won in which social networks have a role, added up.
pub(super) const fn valued(id: &'static str, emit: fn(&Context<'_>, &mut Samples)) -> Metric {
    of(id, Unit::Money, Kind::MoneySum, emit)
}

const fn of(id: &'static str, unit: Unit, kind: Kind, emit: fn(&Context<'_>, &mut Samples)) -> Metric {
    Metric {
        id,
        version: 1,
        section: Section::Attribution,
        stage: Stage::Lagging,
        unit,
        better: Better::Higher,
        kind,
        by: BY,
        headline: None,
        needs: &[Need::Deals, Need::Touches],
        cites: "First, last and any touch of a conversion path, as Google Analytics reports assisted conversions",
        emit,
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::TableId;
    use crate::metrics::attribution::{
        SOCIAL_ASSISTED, SOCIAL_ASSISTED_VALUE, SOCIAL_CONVERTED, SOCIAL_CONVERTED_VALUE, SOCIAL_INVOLVED,
        SOCIAL_INVOLVED_VALUE, SOCIAL_SOURCED, SOCIAL_SOURCED_VALUE,
    };
    use crate::metrics::testing::World;
    use crate::metrics::{Missing, Need, State};

    #[test]
    fn without_touches_nobody_knows() {
        let none = || {
            World::default().rows(
                TableId::Deals,
                "id|created|closed|status|amount",
                &["1|2026-01-01|2026-03-01|Won|100"],
            )
        };
        let anothers = none().rows(TableId::Touches, "at|channel", &["2026-02-01|LinkedIn"]);
        for metric in [
            &SOCIAL_SOURCED,
            &SOCIAL_SOURCED_VALUE,
            &SOCIAL_CONVERTED,
            &SOCIAL_CONVERTED_VALUE,
            &SOCIAL_ASSISTED,
            &SOCIAL_ASSISTED_VALUE,
            &SOCIAL_INVOLVED,
            &SOCIAL_INVOLVED_VALUE,
        ] {
            let state = |world: &World| world.figure(metric, "2026-03-01", "2026-03-31").state;
            assert_eq!(state(&none()), State::Missing(Missing::NoFacts(Need::Touches)), "{}", metric.id);
            assert_eq!(state(&anothers), State::Missing(Missing::AllUnknown), "{}", metric.id);
        }
    }
}
