//! Share of the weeks in which a seller posted.
//!
//! Formula: seller-weeks with a post / seller-weeks, over every ISO week that the period touches, days inside the period
//! only. Wilson interval.

use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Share of the weeks in which a seller posted.
pub static POSTING_REGULARITY: Metric = Metric {
    id: "posting_regularity",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::ActiveWeeks,
    by: &[],
    headline: None,
    needs: &[Need::Posts],
    cites: "Share of active weeks; weeks: ISO 8601; interval: Wilson 1927, JASA 22, 209",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    ctx.posts().add_counts(samples);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::content::example::world;

    #[test]
    fn each_post_of_a_seller_counts() {
        assert_eq!(
            world().said(&POSTING_REGULARITY),
            ["2024-02-29 Ada: count 1", "2026-03-01 Ada: count 1", "2026-03-03 Ada: count 1",]
        );
    }
}
