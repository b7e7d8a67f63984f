//! Rank in the industry: among the top x per cent.
//!
//! Formula: newest reading on or before the day, as read; lower is better; of a team the median of its sellers.

use super::readings;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Rank in the industry: among the top x per cent.
pub static SSI_INDUSTRY_RANK: Metric = Metric {
    id: "ssi_industry_rank",
    version: 1,
    section: Section::Ssi,
    stage: Stage::Leading,
    unit: Unit::TopPercent,
    better: Better::Lower,
    kind: Kind::Reading,
    by: &[],
    headline: None,
    needs: &[Need::Ssi],
    cites: "LinkedIn's page of the Social Selling Index shows the rank as top x %",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.industry_rank);
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
            "seller|date|total|industry_rank",
            &["Ada|2024-02-29|61|12", "Bo|2024-02-28|40|1", "Ada|2024-03-07|62|"],
        );
        assert_eq!(
            world.said(&SSI_INDUSTRY_RANK),
            ["2024-02-29 Ada: reads 12", "2024-02-28 Bo: reads 1", "2024-03-07 Ada: left out, unknown",]
        );
    }
}
