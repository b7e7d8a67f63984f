//! Trend of the Social Selling Index, in points a week.
//!
//! Formula: least-squares slope over the readings of the 56 days up to the day; at least 3 readings on 3 days.

use super::readings;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Trend of the Social Selling Index, in points a week.
pub static SSI_SLOPE: Metric = Metric {
    id: "ssi_slope",
    version: 1,
    section: Section::Ssi,
    stage: Stage::Leading,
    unit: Unit::PointsPerWeek,
    better: Better::Higher,
    kind: Kind::Slope,
    by: &[],
    headline: None,
    needs: &[Need::Ssi],
    cites: "Ordinary least squares over the readings of LinkedIn's index",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.total);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn each_reading_keeps_its_hour() {
        let world = World::default().rows(
            TableId::Ssi,
            "seller|date|total",
            &["Ada|2026-03-02 18:00|62.5", "Ada|2026-03-02 09:00|61", "Bo|2026-03-01|0", "Bo|2026-03-03|"],
        );
        assert_eq!(
            world.said(&SSI_SLOPE),
            [
                "2026-03-02 18h Ada: reads 62.5",
                "2026-03-02 9h Ada: reads 61",
                "2026-03-01 Bo: reads 0",
                "2026-03-03 Bo: left out, unknown",
            ]
        );
    }
}
