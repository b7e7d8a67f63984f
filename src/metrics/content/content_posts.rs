//! Posts one by one, as the catalogue counts them: what a page lists, ranks and groups.

use super::engagement::{of_post, part};
use super::joined::JoinedPost;
use crate::facts::{Day, RowRef, Sym};
use crate::metrics::{Context, Dim, Selection, Weights, What};

/// Which clicks are engagements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// As `engagement_rate` has it: stated engagements as stated, clicks where all posts have them.
    #[default]
    Catalogue,
    /// Reactions, comments and shares; posts that do not tell all three are left out.
    WithoutClicks,
    /// The three and clicks; posts that do not tell all four are left out.
    WithClicks,
}

/// A post with what is known of it. Every number is missing where no file tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContentPost<'a> {
    /// The first row that tells of it.
    pub row: RowRef,
    /// Whose.
    pub seller: Sym,
    /// When.
    pub day: Day,
    /// Where.
    pub platform: &'a str,
    /// Campaign; blank for none.
    pub campaign: Sym,
    /// The platform's number, else the address; blank where neither is known.
    pub name: Sym,
    /// Its address.
    pub url: Sym,
    /// Post or repost; blank means post.
    pub kind: Sym,
    /// Content item.
    pub content: Sym,
    /// Address that it shares.
    pub shared_url: Sym,
    /// Times shown.
    pub impressions: Option<f64>,
    /// People who saw it.
    pub reach: Option<f64>,
    /// Engagements as the catalogue counts them.
    pub engagements: Option<f64>,
    /// Reactions.
    pub reactions: Option<f64>,
    /// Comments.
    pub comments: Option<f64>,
    /// Shares by the audience.
    pub shares: Option<f64>,
    /// Clicks.
    pub clicks: Option<f64>,
    /// Whether clicks are among its engagements where the source does not state them.
    counts_clicks: bool,
}

impl ContentPost<'_> {
    /// Its engagements; none where they are not known.
    pub fn engaged(&self, counting: Counting) -> Option<f64> {
        let three = || Some(self.reactions? + self.comments? + self.shares?);
        match counting {
            Counting::Catalogue => self.engagements,
            Counting::WithoutClicks => three(),
            Counting::WithClicks => Some(three()? + self.clicks?),
        }
    }

    /// Its part of a rate: engagements and impressions, where both are known.
    pub fn rate_part(&self, counting: Counting) -> Option<(f64, f64)> {
        pair(part(self.engaged(counting), self.impressions))
    }

    /// The same with a weight on each kind of engagement. A source that states only their sum tells no kinds: its
    /// posts are left out.
    pub fn weighted_part(&self, weights: Weights, counting: Counting) -> Option<(f64, f64)> {
        let clicks = match counting {
            Counting::Catalogue => self.counts_clicks,
            Counting::WithoutClicks => false,
            Counting::WithClicks => true,
        };
        let clicked = if clicks { weights.clicks * self.clicks? } else { 0.0 };
        let sum = weights.reactions * self.reactions?
            + weights.comments * self.comments?
            + weights.shares * self.shares?
            + clicked;
        Some((sum, self.impressions?))
    }

    /// Clicks per impression, where both are known.
    pub fn click_part(&self) -> Option<(f64, f64)> {
        pair(part(self.clicks, self.impressions))
    }

    /// Clicks per person reached, where both are known.
    pub fn reach_part(&self) -> Option<(f64, f64)> {
        pair(part(self.clicks, self.reach))
    }
}

fn pair(what: Option<What>) -> Option<(f64, f64)> {
    match what? {
        What::Part { numerator, denominator } => Some((numerator, denominator)),
        _ => None,
    }
}

impl Context<'_> {
    /// The posts that a selection leaves, in the order of their days. A dimension that posts do not carry leaves
    /// none.
    pub fn content_posts(&self, selection: &Selection) -> Vec<ContentPost<'_>> {
        let posts = self.posts();
        let mut list: Vec<ContentPost<'_>> = (posts.list.iter())
            .filter(|joined| selection.span.contains(joined.day))
            .filter(|joined| self.facts.roles.counts(selection.sellers.as_deref(), joined.seller))
            .filter(|joined| selection.keys.iter().all(|(dim, key)| self.has_key(joined, *dim, key)))
            .map(|joined| self.content_post(joined))
            .collect();
        crate::facts::sort_list(&mut list, |a, b| (a.day, a.row).cmp(&(b.day, b.row)));
        list
    }

    fn has_key(&self, joined: &JoinedPost, dim: Dim, key: &str) -> bool {
        match dim {
            Dim::Platform => joined.platform == key,
            Dim::Campaign => !key.is_empty() && self.text(joined.post.campaign) == key,
            _ => false,
        }
    }

    fn content_post<'a>(&'a self, joined: &'a JoinedPost) -> ContentPost<'a> {
        let post = &joined.post;
        ContentPost {
            row: joined.row,
            seller: joined.seller,
            day: joined.day,
            platform: &joined.platform,
            campaign: post.campaign,
            name: if post.post_id.is_blank() { post.url } else { post.post_id },
            url: post.url,
            kind: post.kind,
            content: post.content,
            shared_url: post.shared_url,
            impressions: post.impressions,
            reach: post.reach,
            engagements: of_post(self, joined),
            reactions: post.reactions,
            comments: post.comments,
            shares: post.shares,
            clicks: post.clicks,
            counts_clicks: self.posts().clicks_known(self, joined.seller),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    fn world() -> World {
        World::default().rows(
            TableId::Posts,
            "seller|platform|published_at|post_id|campaign|impressions|engagements|reactions|comments|shares|clicks",
            &[
                "Ada||2026-03-02|p2|Spring|1000||10|5|2|30",
                "Ada|XING|2026-03-01|p1||||4|1|0|",
                "Bo||2026-03-03|p3||500|40||||",
                "Bo||2026-04-01|p4||500|40||||",
            ],
        )
    }

    fn march() -> Selection {
        Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") })
    }

    #[test]
    fn a_selection_leaves_its_posts_by_day() {
        let world = world();
        let ctx = world.context();
        let names = |selection: &Selection| -> Vec<&str> {
            ctx.content_posts(selection).iter().map(|post| ctx.text(post.name)).collect()
        };
        assert_eq!(names(&march()), ["p1", "p2", "p3"]);
        assert_eq!(names(&march().with_key(Dim::Platform, "xing")), ["p1"]);
        assert_eq!(names(&march().with_key(Dim::Campaign, "Spring")), ["p2"]);
        assert!(names(&march().with_key(Dim::Source, "social")).is_empty());
        let bo = ctx.facts.names.find("Bo").unwrap();
        assert_eq!(names(&Selection::of_seller(march().span, bo)), ["p3"]);
    }

    #[test]
    fn clicks_count_as_asked_and_what_is_missing_is_no_zero() {
        let world = world();
        let ctx = world.context();
        let posts = ctx.content_posts(&march());
        let parts = |counting: Counting| -> Vec<Option<(f64, f64)>> {
            posts.iter().map(|post| post.rate_part(counting)).collect()
        };
        // p1 has no clicks, so the catalogue counts none of any post that does not state its engagements.
        assert_eq!(parts(Counting::Catalogue), [None, Some((17.0, 1000.0)), Some((40.0, 500.0))]);
        assert_eq!(parts(Counting::WithoutClicks), [None, Some((17.0, 1000.0)), None]);
        assert_eq!(parts(Counting::WithClicks), [None, Some((47.0, 1000.0)), None]);
    }

    #[test]
    fn weights_of_one_change_nothing_and_others_do() {
        let world = world();
        let ctx = world.context();
        let post = ctx.content_posts(&march())[1];
        let weights = Weights { comments: 3.0, clicks: 0.5, ..Weights::default() };
        assert_eq!(post.weighted_part(Weights::default(), Counting::Catalogue), Some((17.0, 1000.0)));
        assert_eq!(post.weighted_part(weights, Counting::Catalogue), Some((27.0, 1000.0)));
        assert_eq!(post.weighted_part(weights, Counting::WithClicks), Some((42.0, 1000.0)));
    }
}
