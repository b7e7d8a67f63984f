//! What counts as engagement.
//!
//! A source that states its own engagements is taken as stated. Else they are reactions, comments and shares,
//! all known, and clicks only if clicks are known for every post that is counted like this: otherwise posts
//! with and without clicks would be compared.

use super::joined::JoinedPost;
use crate::facts::{AudienceRow, Reason};
use crate::metrics::{Context, Samples, What, daily};

/// The engagements of a post; `None` where they are not known.
pub(super) fn of_post(ctx: &Context<'_>, joined: &JoinedPost) -> Option<f64> {
    let post = &joined.post;
    post.engagements.or_else(|| {
        let clicks = if ctx.posts().clicks_known(ctx, joined.seller) { post.clicks? } else { 0.0 };
        Some(post.reactions? + post.comments? + post.shares? + clicks)
    })
}

/// A part of a ratio of sums, where both sides are known.
pub(super) fn part(numerator: Option<f64>, denominator: Option<f64>) -> Option<What> {
    Some(What::Part { numerator: numerator?, denominator: denominator? })
}

/// Adds one sample per daily row; brand pages are left out.
pub(super) fn add_daily(
    ctx: &Context<'_>,
    samples: &mut Samples,
    what: impl Fn(&AudienceRow) -> Option<What>,
) {
    daily::add(ctx, samples, |row| Some(what(row).unwrap_or(What::LeftOut(Reason::UnknownEngagement))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    fn engagements(rows: &[&str]) -> Vec<Option<f64>> {
        let world = World::default().rows(
            TableId::Posts,
            "published_at|engagements|reactions|comments|shares|clicks",
            &rows
                .iter()
                .map(|row| format!("2026-01-01|{row}"))
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>(),
        );
        let ctx = world.context();
        ctx.posts().list.iter().map(|post| of_post(&ctx, post)).collect()
    }

    #[test]
    fn clicks_count_when_all_are_known() {
        assert_eq!(engagements(&["|1|2|3|4", "|0|0|0|5"]), [Some(10.0), Some(5.0)]);
    }

    #[test]
    fn one_post_without_clicks_takes_them_from_all() {
        assert_eq!(engagements(&["|1|2|3|4", "|0|0|0|"]), [Some(6.0), Some(0.0)]);
    }

    #[test]
    fn stated_engagements_are_taken_as_stated() {
        assert_eq!(engagements(&["|1|2|3|4", "70|1|1|1|"]), [Some(10.0), Some(70.0)]);
    }

    #[test]
    fn a_missing_part_is_unknown_and_not_zero() {
        assert_eq!(engagements(&["|1||3|4", "||||"]), [None, None]);
    }
}
