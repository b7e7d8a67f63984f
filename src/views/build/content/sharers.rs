//! Who shared lately, and who did not.

use super::super::goals::goal_lines;
use super::super::trend;
use super::told::{Told, number};
use super::{Counted, of_key};
use crate::charts::ChartSpec;
use crate::facts::{Bucket, Day, Span, sort_list};
use crate::metrics::{Dim, Figure};
use crate::views::{SharerLine, SharersView};
use crate::workspace::Workspace;

/// Days up to the end of the period that count as lately, as in `active_sharer_share`.
const LATELY_DAYS: i32 = 28;

/// Who shared lately, and who did not.
pub fn sharers(workspace: &Workspace, told: &Told<'_>) -> SharersView {
    let asked = told.asked;
    let selection = &asked.selection;
    let to = selection.span.to;
    let window = Span { from: to.plus(1 - LATELY_DAYS), to };
    let by_seller = |id: &str, span: Span| {
        let counted = Counted::new(asked, id);
        counted.map(|counted| counted.by(asked, &selection.over(span), Dim::Seller)).unwrap_or_default()
    };
    let lately = by_seller("posts_shared", window);
    let posts = by_seller("posts_shared", selection.span);
    let regularity = by_seller("posting_regularity", selection.span);
    let comments = by_seller("comments_given", selection.span);
    let reactions = by_seller("reactions_given", selection.span);
    let last = |seller: &str| -> Option<Day> {
        told.posts.iter().rev().find(|post| told.text(post.seller) == seller).map(|post| post.day)
    };
    let mut sellers: Vec<SharerLine> = (told.sellers().into_iter())
        .map(|seller| SharerLine {
            lately: of_key(&lately, &seller),
            posts: of_key(&posts, &seller),
            regularity: of_key(&regularity, &seller),
            last: last(&seller),
            comments: of_key(&comments, &seller),
            reactions: of_key(&reactions, &seller),
            seller,
        })
        .collect();
    let shared = |figure: &Figure| figure.value().unwrap_or(-1.0);
    sort_list(&mut sellers, |a, b| {
        let key = |line: &SharerLine| (shared(&line.lately), shared(&line.posts));
        let ((a1, a2), (b1, b2)) = (key(a), key(b));
        b1.total_cmp(&a1).then(b2.total_cmp(&a2))
    });
    let bucket = asked.frame.filter.by.bucket(selection.span);
    let adoption = Counted::new(asked, "active_sharer_share")
        .and_then(|counted| trend::trend(asked, counted.metric, &counted.stream(asked), selection, bucket));
    let weekly = Counted::new(asked, "posts_shared").and_then(|counted| {
        trend::trend(asked, counted.metric, &counted.stream(asked), selection, Bucket::Week)
    });
    SharersView {
        weekly: weekly.map(without_before),
        goals: goal_lines(workspace, asked, |goal| goal.metric == "posts_shared"),
        window: Some((window.from, window.to)),
        active: number(sellers.iter().filter(|line| shared(&line.lately) > 0.0).count()),
        sellers,
        bucket: adoption.is_some().then_some(bucket),
        adoption,
    }
}

/// A trend without the period before: beside a goal it is one line too many.
fn without_before(mut spec: ChartSpec) -> ChartSpec {
    if let ChartSpec::Trend(trend) = &mut spec {
        trend.before = None;
    }
    spec
}
