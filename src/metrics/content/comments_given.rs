//! Comments that sellers gave.
//!
//! Formula: number of own comments dated in the period.

use super::activity;
use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Comments that sellers gave.
pub static COMMENTS_GIVEN: Metric = Metric {
    id: "comments_given",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[],
    headline: None,
    needs: &[Need::Activity],
    cites: "LinkedIn archive: Comments.csv",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    activity::add(ctx, samples, "comment");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn own_comments_count_on_their_day() {
        let world = World::default().hours_east(-3).rows(
            TableId::Activity,
            "seller|date|kind",
            &["Ada|2026-03-01 01:00Z|comment", "Ada|2026-03-02|reaction", "Bo|2026-03-03|comment"],
        );
        assert_eq!(world.said(&COMMENTS_GIVEN), ["2026-02-28 Ada: count 1", "2026-03-03 Bo: count 1"]);
    }
}
