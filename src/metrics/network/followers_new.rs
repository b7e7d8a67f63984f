//! New followers.
//!
//! Formula: sum of the new followers of the days of the period; per platform, sellers added.

use crate::facts::Reason;
use crate::metrics::daily;
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// New followers.
pub static FOLLOWERS_NEW: Metric = Metric {
    id: "followers_new",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Platform],
    headline: None,
    needs: &[Need::Followers],
    cites: "LinkedIn analytics: Followers sheet, new followers of each day",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    daily::add(ctx, samples, |row| {
        Some(row.followers_new.map_or(What::LeftOut(Reason::Unknown), What::Count))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::followers;

    #[test]
    fn each_day_counts_its_new_ones() {
        assert_eq!(
            followers().said(&FOLLOWERS_NEW),
            [
                "2026-03-01 Ada linkedin: count 2",
                "2026-03-02 Ada linkedin: count 0",
                "2026-03-02 Ada xing: left out, unknown",
                "2026-03-02 Bo linkedin: count 4",
                "2026-03-03 Bo linkedin: left out, brand page",
            ]
        );
    }
}
