//! Pillar of the Social Selling Index: engage with insights.
//!
//! Formula: newest reading on or before the day that has the pillar; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Pillar of the Social Selling Index: engage with insights.
pub static SSI_INSIGHTS: Metric = Metric {
    id: "ssi_insights",
    version: 1,
    section: Section::Ssi,
    stage: Stage::Leading,
    unit: Unit::Pillar,
    better: Better::Higher,
    kind: Kind::Reading,
    by: &[],
    headline: None,
    needs: &[Need::Ssi],
    cites: "LinkedIn, The new formula for social selling, 2015-01-26: four pillars of 0 to 25, together 0 to 100",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.insights);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn rows_with_the_value_are_readings() {
        let world = World::default().rows(
            TableId::Ssi,
            "seller|date|total|insights",
            &["Ada|2024-02-29|61|24.5", "Bo|2024-02-28|40|0", "Ada|2024-03-07|62|"],
        );
        assert_eq!(
            world.said(&SSI_INSIGHTS),
            ["2024-02-29 Ada: reads 24.5", "2024-02-28 Bo: reads 0", "2024-03-07 Ada: left out, unknown",]
        );
    }
}
