//! Posts, each once: what the archive says of a post joined with what the analytics say of it.
//!
//! The archive names a post by its share number, the analytics by its activity number. Both are minted within
//! seconds of each other and carry their time (number >> 22 = milliseconds since 1970 UTC), so rows of
//! different files whose numbers were minted less than 5 s apart are the same post of the same seller.

use crate::facts::{Day, Moment, PostRow, Reason, RowRef, Sym, TableId, sort_list};
use crate::metrics::accounts::{is_brand, platform};
use crate::metrics::{Context, Dim, Key, Samples, What};

/// What every metric of posts can be broken down by, in the order of [`JoinedPost::keys`].
pub(super) const BY: &[Dim] = &[Dim::Platform, Dim::Campaign, Dim::Post];

/// Numbers minted closer than this belong to one post.
const TWINS_MILLISECONDS: u64 = 5_000;

/// A post with the best of what its rows say.
#[derive(Clone, Debug)]
pub(in crate::metrics) struct JoinedPost {
    pub row: RowRef,
    pub seller: Sym,
    pub day: Day,
    pub platform: String,
    /// The fields, each from the first row that has it.
    pub post: PostRow,
}

impl JoinedPost {
    fn keys(&self, ctx: &Context<'_>, samples: &mut Samples) -> [Key; 3] {
        let name = if self.post.post_id.is_blank() { self.post.url } else { self.post.post_id };
        [
            samples.keys.intern(&self.platform),
            samples.keys.intern(ctx.text(self.post.campaign)),
            samples.keys.intern(ctx.text(name)),
        ]
    }
}

/// All posts of sellers, and the rows of brand pages that are no seller, in the order of the facts.
#[derive(Debug, Default)]
pub(in crate::metrics) struct JoinedPosts {
    pub list: Vec<JoinedPost>,
    brand: Vec<JoinedPost>,
    /// Whether clicks are known for every post whose source does not state engagements itself: of people, of
    /// brand pages.
    clicks_known: [bool; 2],
}

impl JoinedPosts {
    fn new(ctx: &Context<'_>) -> JoinedPosts {
        let (mut list, mut brand) = (Vec::new(), Vec::new());
        for (row, post) in ctx.facts.rows::<PostRow>() {
            let Some(day) = post.published_at.map(|moment| ctx.day(moment)) else { continue };
            let platform = platform(ctx, post.platform);
            let joined = JoinedPost { row, seller: post.seller, day, platform, post };
            if is_brand(ctx, post.account, post.seller) { brand.push(joined) } else { list.push(joined) }
        }
        let list = join(ctx, list);
        let clicks_known = [false, true].map(|of_brand| {
            let is_counted = |joined: &&JoinedPost| {
                joined.post.engagements.is_none() && ctx.facts.roles.is_brand(joined.seller) == of_brand
            };
            list.iter().filter(is_counted).all(|joined| joined.post.clicks.is_some())
        });
        JoinedPosts { list, brand, clicks_known }
    }

    /// Whether clicks are known for every post that is counted with a seller's and whose source does not state
    /// engagements itself.
    pub fn clicks_known(&self, ctx: &Context<'_>, seller: Sym) -> bool {
        let [people, brands] = self.clicks_known;
        if ctx.facts.roles.is_brand(seller) { brands } else { people }
    }

    /// Adds one sample per post; brand pages are left out.
    pub fn add(&self, ctx: &Context<'_>, samples: &mut Samples, what: impl Fn(&JoinedPost) -> What) {
        for post in &self.list {
            let keys = post.keys(ctx, samples);
            samples.add_post(post.day, post.seller, post.row, keys, what(post));
        }
        for post in &self.brand {
            let keys = post.keys(ctx, samples);
            samples.add_post(post.day, post.seller, post.row, keys, What::LeftOut(Reason::BrandPage));
        }
    }

    /// Adds one count per post of a seller, without any key: for counts of sellers and of weeks.
    pub fn add_counts(&self, samples: &mut Samples) {
        for post in &self.list {
            samples.add(post.day, post.seller, post.row, What::Count(1.0));
        }
    }
}

/// When LinkedIn minted a post's number, in milliseconds since 1970 UTC. Other networks' numbers are no
/// times, or of one post each: a thread is posted within the second.
fn minted(ctx: &Context<'_>, joined: &JoinedPost) -> Option<u64> {
    if joined.platform != "linkedin" {
        return None;
    }
    ctx.text(joined.post.post_id).parse::<u64>().ok().map(|number| number >> 22).filter(|minted| *minted > 0)
}

/// Whether a row brings numbers. The archive's rows never do; two rows without any are two posts, however
/// close in time.
fn has_numbers(post: &PostRow) -> bool {
    [post.impressions, post.reach, post.engagements, post.reactions, post.comments, post.shares, post.clicks]
        .iter()
        .any(Option::is_some)
}

fn join(ctx: &Context<'_>, mut posts: Vec<JoinedPost>) -> Vec<JoinedPost> {
    let mut order: Vec<(Sym, u64, usize)> = (posts.iter().enumerate())
        .filter_map(|(at, joined)| Some((joined.seller, minted(ctx, joined)?, at)))
        .collect();
    sort_list(&mut order, Ord::cmp);
    let table = ctx.facts.table(TableId::Posts);
    let file = |row: RowRef| usize::try_from(row.row).map_or(0, |row| table.file(row));
    let mut gone = vec![false; posts.len()];
    // The post that the next one may belong to: where it stands, its first number's time, its files.
    let mut open: Option<(usize, Sym, u64, Vec<u32>)> = None;
    for (seller, at_ms, at) in order {
        let Some(candidate) = posts.get(at).cloned() else { continue };
        let its_file = file(candidate.row);
        if let Some((head, head_seller, head_ms, files)) = &mut open
            && *head_seller == seller
            && at_ms - *head_ms < TWINS_MILLISECONDS
            && !files.contains(&its_file)
            && let Some(first) = posts.get_mut(*head)
            && first.platform == candidate.platform
            && (has_numbers(&first.post) || has_numbers(&candidate.post))
        {
            files.push(its_file);
            coalesce(ctx, first, &candidate);
            if let Some(gone) = gone.get_mut(at) {
                *gone = true;
            }
        } else {
            open = Some((at, seller, at_ms, vec![its_file]));
        }
    }
    let mut gone = gone.into_iter();
    posts.retain(|_| !gone.next().unwrap_or(false));
    posts
}

/// Fills what the first row lacks from another one of the same post.
fn coalesce(ctx: &Context<'_>, joined: &mut JoinedPost, other: &JoinedPost) {
    let (post, more) = (&mut joined.post, &other.post);
    // A time of day is worth more than a bare date, whose zone nobody knows.
    let is_exact = |moment: Option<Moment>| moment.is_some_and(|moment| !moment.is_bare_date());
    if !is_exact(post.published_at) && is_exact(more.published_at) {
        post.published_at = more.published_at;
        joined.day = post.published_at.map_or(joined.day, |moment| ctx.day(moment));
    }
    let texts = [
        (&mut post.url, more.url),
        (&mut post.kind, more.kind),
        (&mut post.campaign, more.campaign),
        (&mut post.content, more.content),
        (&mut post.shared_url, more.shared_url),
    ];
    for (mine, theirs) in texts {
        if mine.is_blank() {
            *mine = theirs;
        }
    }
    let numbers = [
        (&mut post.impressions, more.impressions),
        (&mut post.reach, more.reach),
        (&mut post.engagements, more.engagements),
        (&mut post.reactions, more.reactions),
        (&mut post.comments, more.comments),
        (&mut post.shares, more.shares),
        (&mut post.clicks, more.clicks),
    ];
    for (mine, theirs) in numbers {
        *mine = mine.or(theirs);
    }
}

impl Context<'_> {
    /// The posts, made once.
    pub(in crate::metrics) fn posts(&self) -> &JoinedPosts {
        self.derived.posts.get_or_init(|| JoinedPosts::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::{World, day};
    use rstest::rstest;

    /// A number minted at a millisecond.
    fn number(milliseconds: u64) -> u64 {
        (milliseconds << 22) + 17
    }

    const T: u64 = 1_767_225_600_000; // 2026-01-01 00:00 UTC

    #[rstest]
    #[case(0, "Ada", 1)]
    #[case(4_999, "Ada", 1)]
    #[case(5_000, "Ada", 2)]
    #[case(100, "Bo", 2)]
    fn twins_are_one_post(#[case] apart: u64, #[case] seller: &str, #[case] posts: usize) {
        let archive = format!("Ada|2026-01-01 00:00Z|{}|https://one.example", number(T));
        let analytics = format!("{seller}|2026-01-02|{}|500|40", number(T + apart));
        let world = World::default()
            .rows_of_file(0, TableId::Posts, "seller|published_at|post_id|shared_url", &[&archive])
            .rows_of_file(
                1,
                TableId::Posts,
                "seller|published_at|post_id|impressions|engagements",
                &[&analytics],
            );
        let ctx = world.context();
        assert_eq!(ctx.posts().list.len(), posts);
        let first = &ctx.posts().list[0];
        assert_eq!(first.day, day("2026-01-01"));
        assert_eq!(first.post.impressions, (posts == 1).then_some(500.0));
        assert_eq!(ctx.text(first.post.shared_url), "https://one.example");
    }

    #[test]
    fn a_thread_on_another_network_is_several_posts() {
        let row = |number: u64| format!("Ada|X|2026-01-01|{number}|5");
        let world = World::default()
            .rows_of_file(
                0,
                TableId::Posts,
                "seller|platform|published_at|post_id|impressions",
                &[&row(number(T))],
            )
            .rows_of_file(
                1,
                TableId::Posts,
                "seller|platform|published_at|post_id|impressions",
                &[&row(number(T + 9))],
            );
        assert_eq!(world.context().posts().list.len(), 2);
    }

    #[test]
    fn the_time_of_day_outweighs_a_bare_date() {
        let (analytics, archive) =
            (format!("Ada|2026-01-02|{}|5", number(T)), format!("Ada|2025-12-31 23:30Z|{}|", number(T + 10)));
        let world = World::default()
            .rows_of_file(0, TableId::Posts, "seller|published_at|post_id|impressions", &[&analytics])
            .rows_of_file(1, TableId::Posts, "seller|published_at|post_id|impressions", &[&archive]);
        let ctx = world.context();
        let days: Vec<Day> = ctx.posts().list.iter().map(|post| post.day).collect();
        assert_eq!(days, [day("2025-12-31")]);
    }

    #[test]
    fn rows_of_one_file_stay_apart() {
        let rows = [format!("Ada|2026-01-01|{}|1", number(T)), format!("Ada|2026-01-01|{}|2", number(T + 9))];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::default().rows(TableId::Posts, "seller|published_at|post_id|impressions", &rows);
        assert_eq!(world.context().posts().list.len(), 2);
    }

    #[test]
    fn two_rows_without_numbers_stay_apart() {
        let [post, repost] = [T, T + 9].map(|at| format!("Ada|2026-01-01|{}", number(at)));
        let world = World::default()
            .rows_of_file(0, TableId::Posts, "seller|published_at|post_id", &[&post])
            .rows_of_file(1, TableId::Posts, "seller|published_at|post_id", &[&repost]);
        assert_eq!(world.context().posts().list.len(), 2);
    }

    #[test]
    fn a_name_that_is_no_number_joins_nothing() {
        let world = World::default()
            .rows_of_file(
                0,
                TableId::Posts,
                "seller|published_at|post_id",
                &["Ada|2026-01-01|abc", "Ada|2026-01-01|"],
            )
            .rows_of_file(
                1,
                TableId::Posts,
                "seller|published_at|post_id|impressions",
                &["Ada|2026-01-01|abd|3"],
            );
        assert_eq!(world.context().posts().list.len(), 3);
    }
}
