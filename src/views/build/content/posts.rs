//! Rates of posts and of groups of posts.

use std::collections::BTreeMap;

use super::told::{Told, counts, number, rank};
use super::{super::scorecard::axis_top, Counted};
use crate::facts::sort_list;
use crate::metrics::{Basis, ContentPost, Figure, Quantity, State, Unit, pooled};
use crate::stats;
use crate::views::{Level, LevelRows, PostsView, RankRow, Without};

/// Rows of a level that are listed.
const MOST_ROWS: usize = 100;
/// Fewer posts than this have no usual range.
const FENCE_NEEDS: usize = 8;

/// Rates of posts and of groups of posts.
pub fn posts(told: &Told<'_>) -> PostsView {
    let fence = fence(told);
    let without_kinds = |post: &&ContentPost<'_>| {
        post.rate_part(told.counting).is_some()
            && post.weighted_part(told.rules.weights, told.counting).is_none()
    };
    PostsView {
        posts: number(told.posts.len()),
        all: (!told.posts.is_empty()).then(|| told.rate_of_all(told.posts.iter())),
        weighted: told.weighted(told.posts.iter()),
        without_kinds: number(told.posts.iter().filter(without_kinds).count()),
        levels: levels(told, fence),
        without: fence.and_then(|fence| without(told, fence)),
    }
}

fn levels(told: &Told<'_>, fence: Option<f64>) -> Vec<LevelRows> {
    let roles = &told.asked.context.facts.roles;
    let levels = [Level::Team, Level::Seller, Level::Post, Level::Platform, Level::Campaign, Level::Kind];
    let groups = levels.into_iter().map(|level| {
        let mut groups: BTreeMap<String, Vec<&ContentPost<'_>>> = BTreeMap::new();
        for (at, post) in told.posts.iter().enumerate() {
            let name = match level {
                Level::Team => roles.team_of(post.seller).map(|team| told.text(team).to_owned()),
                Level::Seller => Some(told.text(post.seller).to_owned()),
                // Posts without a name are posts of their own all the same.
                Level::Post => Some(format!("{at:09}")),
                Level::Platform => Some(post.platform.to_owned()),
                Level::Campaign => Some(told.text(post.campaign).to_owned()),
                Level::Kind => Some(told.kind(post)),
            };
            if let Some(name) = name {
                groups.entry(name).or_default().push(post);
            }
        }
        (level, groups)
    });
    // A campaign that no post names, and a team that nobody is in, are nothing to choose.
    let has_names = |(_, groups): &(Level, BTreeMap<String, _>)| groups.keys().any(|name| !name.is_empty());
    groups.filter(has_names).map(|(level, groups)| ranked(told, level, groups, fence)).collect()
}

fn ranked(
    told: &Told<'_>,
    level: Level,
    groups: BTreeMap<String, Vec<&ContentPost<'_>>>,
    fence: Option<f64>,
) -> LevelRows {
    let least = f64::from(told.rules.least_impressions);
    let mut listed = LevelRows { level, ..LevelRows::default() };
    let mut rows = Vec::new();
    for (name, posts) in groups {
        let shown: f64 =
            posts.iter().filter_map(|post| post.rate_part(told.counting)).map(|(_, shown)| shown).sum();
        let is_known = posts.iter().any(|post| post.rate_part(told.counting).is_some());
        if !is_known {
            listed.unknown += 1;
        } else if shown < least {
            listed.too_small += 1;
        } else {
            rows.push(row(told, level, name, &posts, fence));
        }
    }
    sort_list(&mut rows, |a, b| {
        let (a, b) = (rank(&a.figure), rank(&b.figure));
        b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    let floor = rows.first().and_then(|first| first.figure.low).map(Quantity::to_f64);
    for row in &mut rows {
        let high = row.figure.high.map(Quantity::to_f64);
        row.is_like_first = floor.zip(high).is_some_and(|(floor, high)| high >= floor);
    }
    listed.more = number(rows.len().saturating_sub(MOST_ROWS));
    rows.truncate(MOST_ROWS);
    listed.axis_top = axis_top(Unit::Ratio, rows.iter().map(|row| &row.figure), None);
    LevelRows { rows, ..listed }
}

fn row(
    told: &Told<'_>,
    level: Level,
    name: String,
    posts: &[&ContentPost<'_>],
    fence: Option<f64>,
) -> RankRow {
    let one = posts.first().filter(|_| level == Level::Post);
    let all = || posts.iter().copied();
    RankRow {
        name: one.map_or(name, |post| told.text(post.name).to_owned()),
        posts: number(posts.len()),
        figure: one.map_or_else(|| told.rate_of_all(all()), |post| told.rate_of(post)),
        weighted: told.weighted(all()),
        counts: counts(all()),
        is_like_first: false,
        outliers: number(all().filter(|post| is_beyond(told, post, fence)).count()),
        post: one.map(|post| told.detail(post)),
    }
}

/// Engagements beyond which a post stands out: the upper quartile and one and a half times the distance between the
/// quartiles (J. W. Tukey, "Exploratory Data Analysis", 1977, 2C). None for few posts.
fn fence(told: &Told<'_>) -> Option<f64> {
    let engaged: Vec<f64> = told.posts.iter().filter_map(|post| post.engaged(told.counting)).collect();
    if engaged.len() < FENCE_NEEDS {
        return None;
    }
    let (lower, upper) = (stats::quantile(&engaged, 0.25)?, stats::quantile(&engaged, 0.75)?);
    Some(upper + 1.5 * (upper - lower))
}

fn is_beyond(told: &Told<'_>, post: &ContentPost<'_>, fence: Option<f64>) -> bool {
    fence.zip(post.engaged(told.counting)).is_some_and(|(fence, engaged)| engaged > fence)
}

/// The rate with and without the posts beyond the fence; none where there are none.
fn without(told: &Told<'_>, fence: f64) -> Option<Without> {
    let (beyond, within): (Vec<&ContentPost<'_>>, Vec<_>) =
        told.posts.iter().partition(|post| is_beyond(told, post, Some(fence)));
    if beyond.is_empty() {
        return None;
    }
    let rate = Counted::new(told.asked, "follower_engagement_rate")?;
    let followers = rate.figure(told.asked, &told.asked.selection);
    let theirs: f64 = beyond.iter().filter_map(|post| post.engagements).sum();
    Some(Without {
        fence,
        posts: number(beyond.len()),
        with: told.rate_of_all(told.posts.iter()),
        without: told.rate_of_all(within.into_iter()),
        followers_without: less(&followers, theirs),
        followers,
    })
}

/// A figure made of posts, less so many of its numerator. Of daily rows nobody knows which are the posts'.
fn less(figure: &Figure, numerator: f64) -> Option<Figure> {
    let (Some(Quantity::Number(above)), Some(Quantity::Number(below))) =
        (figure.numerator, figure.denominator)
    else {
        return None;
    };
    let rest = pooled(&[((above - numerator).max(0.0), below)]);
    (figure.basis == Some(Basis::ByPost) && matches!(rest.state, State::Value(_))).then_some(rest)
}
