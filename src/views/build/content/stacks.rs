//! Reactions, comments, shares and clicks by week and by kind of post.

use std::collections::BTreeMap;

use super::told::{Told, counts, number};
use crate::facts::{Day, Span, sort_list};
use crate::metrics::{ContentPost, Need};
use crate::views::{Stack, StackOf, StacksView};

/// The stacks.
pub fn stacks(told: &Told<'_>) -> StacksView {
    let span = told.asked.selection.span;
    let bucket = told.asked.frame.filter.by.bucket(span);
    let mut by_start: BTreeMap<Day, Vec<&ContentPost<'_>>> = BTreeMap::new();
    // Weeks of which posts are known are there without any, and have none.
    let known = told.asked.context.coverage.of_need(Need::Posts, told.asked.selection.sellers.as_deref());
    if let Some(known) = known.span() {
        let common = Span { from: span.from.max(known.from), to: span.to.min(known.to) };
        if common.from <= common.to {
            by_start.extend(bucket.cut(common).into_iter().map(|(start, _)| (start, Vec::new())));
        }
    }
    let mut by_kind: BTreeMap<String, Vec<&ContentPost<'_>>> = BTreeMap::new();
    for post in &told.posts {
        by_start.entry(bucket.start(post.day)).or_default().push(post);
        by_kind.entry(told.kind(post)).or_default().push(post);
    }
    let by_time: Vec<Stack> =
        by_start.into_iter().map(|(start, posts)| stack(StackOf::Start(start), &posts)).collect();
    let mut by_kind: Vec<Stack> =
        by_kind.into_iter().map(|(kind, posts)| stack(StackOf::Kind(kind), &posts)).collect();
    sort_list(&mut by_kind, |a, b| b.posts.cmp(&a.posts));
    let tops = [&by_time, &by_kind].map(|stacks| [top(stacks, false), top(stacks, true)]);
    StacksView { bucket, by_time, by_kind, tops }
}

fn stack(of: StackOf, posts: &[&ContentPost<'_>]) -> Stack {
    Stack { of, posts: number(posts.len()), counts: counts(posts.iter().copied()) }
}

/// The height of the tallest.
fn top(stacks: &[Stack], with_clicks: bool) -> f64 {
    let height = |stack: &Stack| {
        let counts = &stack.counts;
        let parts = [counts.reactions, counts.comments, counts.shares].map(|sum| sum.value.unwrap_or(0.0));
        let clicks = counts.clicks.value.filter(|_| with_clicks).unwrap_or(0.0);
        parts.iter().sum::<f64>() + clicks
    };
    stacks.iter().map(height).fold(0.0, f64::max)
}
