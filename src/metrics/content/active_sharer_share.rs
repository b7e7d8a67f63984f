//! Share of the sellers who posted lately.
//!
//! Formula: sellers with a post in the 28 days up to the day / sellers whose posts are known. A full head-count.

use crate::metrics::{Better, Context, Kind, Metric, Need, Samples, Section, Stage, Unit};

/// Share of the sellers who posted lately.
pub static ACTIVE_SHARER_SHARE: Metric = Metric {
    id: "active_sharer_share",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::HeadCount,
    by: &[],
    headline: None,
    needs: &[Need::Posts],
    cites: "Adoption as the share of active sellers; LinkedIn archive: Shares.csv and InstantReposts.csv",
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
            world().said(&ACTIVE_SHARER_SHARE),
            ["2024-02-29 Ada: count 1", "2026-03-01 Ada: count 1", "2026-03-03 Ada: count 1",]
        );
    }
}
