//! Reactions that sellers gave.
//!
//! Formula: number of own reactions dated in the period.

use super::activity;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Reactions that sellers gave.
pub static REACTIONS_GIVEN: Metric = Metric {
    id: "reactions_given",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[],
    headline: None,
    needs: &[Need::Activity],
    cites: "LinkedIn archive: Reactions.csv",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    activity::add(ctx, samples, "reaction");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn own_reactions_count_on_their_day() {
        let world = World::default().hours_east(-3).rows(
            TableId::Activity,
            "seller|date|kind",
            &["Ada|2026-03-01 01:00Z|comment", "Ada|2026-03-02|reaction", "Bo|2026-03-03|reaction"],
        );
        assert_eq!(world.said(&REACTIONS_GIVEN), ["2026-03-02 Ada: count 1", "2026-03-03 Bo: count 1"]);
    }
}
