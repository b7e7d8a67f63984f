//! Social Selling Index.
//!
//! Formula: newest reading on or before the day; of a team the median of its sellers. A week of which only a check-in
//! tells is read from that, on its Monday.

use super::readings;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Social Selling Index.
pub static SSI: Metric = Metric {
    id: "ssi",
    version: 1,
    section: Section::Ssi,
    stage: Stage::Leading,
    unit: Unit::Score,
    better: Better::Higher,
    kind: Kind::Reading,
    by: &[],
    headline: None,
    needs: &[Need::SsiOrReported],
    cites: "LinkedIn, The new formula for social selling, 2015-01-26: four pillars of 0 to 25, together 0 to 100",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    readings::add(ctx, samples, |row| row.total);
    readings::add_reported(ctx, samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn a_check_in_stands_in_where_no_reading_covers_its_week() {
        let world = World::default()
            .rows(TableId::Ssi, "seller|date|total", &["Ada|2026-03-04|62.5", "Bo|2026-03-11|"])
            .rows(
                TableId::Checkins,
                "seller|week|ssi|shares",
                &["Ada|2026-03-02|60|1", "Ada|2026-03-09|64|", "Bo|2026-03-09|50|", "Bo|2026-03-16||3"],
            );
        assert_eq!(
            world.said(&SSI)[2..],
            [
                "2026-03-02 Ada: left out, counted already by another row",
                "2026-03-09 Ada: reads 64",
                "2026-03-09 Bo: reads 50",
            ]
        );
    }

    #[test]
    fn each_reading_keeps_its_hour() {
        let world = World::default().rows(
            TableId::Ssi,
            "seller|date|total",
            &["Ada|2026-03-02 18:00|62.5", "Ada|2026-03-02 09:00|61", "Bo|2026-03-01|0", "Bo|2026-03-03|"],
        );
        assert_eq!(
            world.said(&SSI),
            [
                "2026-03-02 18h Ada: reads 62.5",
                "2026-03-02 9h Ada: reads 61",
                "2026-03-01 Bo: reads 0",
                "2026-03-03 Bo: left out, unknown",
            ]
        );
    }
}
