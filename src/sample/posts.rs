//! What a seller posts, comments and likes, and what an audience makes of it day by day.

use super::clock::Wall;
use super::draw::{Draw, Quota};
use super::network::Network;
use super::pace;
use super::span::{WEEKS, Weeks};
use super::team::Plan;
use crate::facts::Day;

/// A post of one's own, with or without words.
pub(super) struct Post {
    pub at: Wall,
    /// Its number in the archive and its twin's in analytics, minted two seconds later.
    pub share_id: i64,
    pub activity_id: i64,
    /// Lines; none for a repost.
    pub lines: &'static [&'static str],
    /// Blank for none.
    pub shared_url: &'static str,
    pub impressions: i64,
    pub engagements: i64,
}

/// Something a seller did to another's post.
pub(super) struct Act {
    pub at: Wall,
    pub link_id: i64,
    /// The kind of a reaction, the words of a comment, blank for a repost.
    pub what: &'static str,
}

/// A day of the analytics workbook.
#[derive(Clone, Copy, Default)]
pub(super) struct AudienceDay {
    pub impressions: i64,
    pub engagements: i64,
    pub new_followers: i64,
}

/// A seller's feed, each list oldest first.
pub(super) struct Feed {
    pub posts: Vec<Post>,
    pub comments: Vec<Act>,
    pub reactions: Vec<Act>,
    pub reposts: Vec<Act>,
}

/// Days the analytics workbook covers.
pub(super) const AUDIENCE_DAYS: i32 = 365;

/// Makes a seller's feed.
pub(super) fn feed(plan: &Plan, weeks: Weeks) -> Feed {
    let mut draw = Draw::new(plan.seed ^ 0xfeed);
    let mut feed =
        Feed { posts: Vec::new(), comments: Vec::new(), reactions: Vec::new(), reposts: Vec::new() };
    let mut quotas: [Quota; 4] = Default::default();
    for week in 0..WEEKS {
        // Nobody posts every week: one in six is silent and its posts come later.
        let tenths = if draw.percent(16) { 0 } else { weeks.between(week, plan.posts) * 6 / 5 };
        let [posts, comments, reactions, reposts] = &mut quotas;
        for _ in 0..posts.take(tenths, 10) {
            let post =
                post(plan, pace::at_work(weeks.working_day(week, &mut draw), 7 * 60, &mut draw), &mut draw);
            feed.posts.push(post);
        }
        for _ in 0..comments.take(tenths + 6, 10) {
            let text = draw.one_of(&COMMENTS);
            feed.comments.push(act(weeks, week, text, &mut draw));
        }
        for _ in 0..reactions.take(tenths * 2 + 9, 10) {
            let kind = draw.weighted(&REACTIONS);
            feed.reactions.push(act(weeks, week, kind, &mut draw));
        }
        for _ in 0..reposts.take(1 + tenths / 12, 10) {
            feed.reposts.push(act(weeks, week, "", &mut draw));
        }
    }
    feed.posts.sort_by_key(|post| post.at);
    feed
}

fn post(plan: &Plan, at: Wall, draw: &mut Draw) -> Post {
    let is_repost = draw.percent(12);
    let lines = if is_repost { &[] } else { draw.one_of(&POSTS) };
    let shared_url = if !is_repost && draw.percent(25) { draw.one_of(&LINKS) } else { "" };
    let reach = plan.earlier_connections + plan.other_followers;
    // A few posts travel far; most reach a share of those who follow.
    let times_in_hundred = draw.weighted(&[(60, 30), (95, 30), (140, 22), (230, 12), (480, 6)]);
    let impressions = reach * times_in_hundred / 100 + draw.between(0, 60);
    let engagements = impressions * draw.between(14, 52) / 1000;
    let share_id = at.minted(draw.between(0, 999), draw.between(0, 4_000_000));
    let activity_id = at.minted(2000 + draw.between(0, 999), draw.between(0, 4_000_000));
    Post { at, share_id, activity_id, lines, shared_url, impressions, engagements }
}

fn act(weeks: Weeks, week: i32, what: &'static str, draw: &mut Draw) -> Act {
    let at = pace::at_work(weeks.working_day(week, draw), 7 * 60, draw);
    let link_id = at.plus_minutes(-draw.between(20, 3000)).minted(0, draw.between(0, 4_000_000));
    Act { at, link_id, what }
}

/// The last 365 days, oldest first: every post is seen over five days, old ones a little every day.
pub(super) fn audience(plan: &Plan, weeks: Weeks, feed: &Feed, network: &Network) -> Vec<AudienceDay> {
    const SEEN_BY_DAY: [i64; 5] = [46, 27, 14, 8, 5];
    let mut draw = Draw::new(plan.seed ^ 0xa0d1);
    let first = first_audience_day(weeks);
    let mut days: Vec<AudienceDay> = (0..AUDIENCE_DAYS)
        .map(|_| AudienceDay {
            impressions: draw.between(2, 24),
            engagements: draw.weighted(&[(0, 70), (1, 24), (2, 6)]),
            new_followers: draw.weighted(&[(0, 80), (1, 16), (2, 4)]),
        })
        .collect();
    let mut on_day = |day: Day, add: AudienceDay| {
        if let Some(place) = usize::try_from(day.0 - first.0).ok().and_then(|index| days.get_mut(index)) {
            place.impressions += add.impressions;
            place.engagements += add.engagements;
            place.new_followers += add.new_followers;
        }
    };
    for post in &feed.posts {
        for (day, percent) in (0..).zip(SEEN_BY_DAY) {
            let impressions = post.impressions * percent / 100;
            let engagements = post.engagements * percent / 100;
            on_day(post.at.day().plus(day), AudienceDay { impressions, engagements, new_followers: 0 });
        }
    }
    for connection in &network.connections {
        on_day(connection.on, AudienceDay { new_followers: 1, ..AudienceDay::default() });
    }
    days
}

/// First day of the analytics workbook.
pub(super) fn first_audience_day(weeks: Weeks) -> Day {
    weeks.last().plus(1 - AUDIENCE_DAYS)
}

const POSTS: [&[&str]; 8] = [
    &["A line that stops is cheaper than a line that lies."],
    &[
        "Three questions before you buy a camera:",
        "",
        "What is a fault?",
        "Who decides?",
        "What happens next?",
    ],
    &["Scrap is information.", "", "Ask it where it comes from."],
    &["Today a foreman taught me more than my last ten slides."],
    &["We measured the same jar 500 times. It was never the same jar.", "", "Here is what we changed."],
    &["Your auditor is not your enemy, your spreadsheet is."],
    &["What would you measure if you could measure one thing only?"],
    &["Night shift, 3 o'clock, \"everything green\".", "", "That is when I start to worry."],
];

/// Pages that posts and messages point to.
pub(super) const LINKS: [&str; 3] = [
    "https://www.example.com/guides/first-hour",
    "https://www.example.com/guides/scrap-rates",
    "https://www.example.com/stories/jar-500",
];

const COMMENTS: [&str; 6] = [
    "Well put, thank you.",
    "We saw the same on a dairy line.",
    "How long did the change take?",
    "\"Everything green\" is my favourite alarm.",
    "Agreed, and the second shift knows it first.",
    "Would you share the sheet?\nI would like to try it.",
];

const REACTIONS: [(&str, i64); 6] = [
    ("LIKE", 62),
    ("PRAISE", 12),
    ("INTEREST", 12),
    ("EMPATHY", 7),
    ("APPRECIATION", 5),
    ("ENTERTAINMENT", 2),
];
