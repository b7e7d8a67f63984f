//! Followers.
//!
//! Formula: per seller and platform, the exported total minus the new followers dated after the day; sellers and platforms
//! added; a sum is unknown while one seller's is.

use crate::facts::{AudienceRow, Reason};
use crate::metrics::daily;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Followers.
pub static FOLLOWERS: Metric = Metric {
    id: "followers",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::ReadingSum,
    by: &[Dim::Platform],
    headline: None,
    needs: &[Need::Followers],
    cites: "LinkedIn analytics: Followers sheet, total and new followers of each day",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    for ((seller, platform), levels) in &ctx.followers().accounts {
        let platform = samples.keys.intern(platform);
        for level in levels {
            let what = level.followers.map_or(What::LeftOut(Reason::Unknown), What::Reading);
            samples.add_keyed(level.day, *seller, level.row, [platform, Key::BLANK, Key::BLANK], what);
        }
    }
    let no_level = |_: &AudienceRow| None;
    daily::add(ctx, samples, no_level);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::network::example::followers;

    #[test]
    fn each_day_reads_the_level_at_its_end() {
        assert_eq!(
            followers().said(&FOLLOWERS),
            [
                "2026-02-28 Ada linkedin: reads 98",
                "2026-03-01 Ada linkedin: reads 100",
                "2026-03-02 Ada linkedin: reads 100",
                "2026-03-02 Ada xing: reads 7",
                "2026-03-02 Bo linkedin: left out, unknown",
                "2026-03-03 Bo linkedin: left out, brand page",
            ]
        );
    }
}
