//! Reactions, comments, shares and clicks by week and by kind of post, as bars in a table with their numbers.

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, segments, sum};
use crate::facts::Bucket;
use crate::ui::words::Words;
use crate::views::{Stack, StackOf, StacksView};

/// Width of the longest bar and height of a bar, in CSS pixels.
const BAR: (f64, f64) = (320.0, 14.0);

/// The stacks, by week or by kind.
pub fn stacks(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.stacks.clone());
    let by_kind = RwSignal::new(false);
    let with_clicks = RwSignal::new(false);
    let time = move || {
        let is_month = view.with(|view| view.bucket == Bucket::Month);
        words.t(if is_month { "content.by_month" } else { "content.by_week" })
    };
    let choice = move || {
        let options = vec![(false, time()), (true, words.t("content.by_kind"))];
        segments(words.t("content.stack_by"), "stack-by", options, by_kind.into(), move |kind| {
            by_kind.set(kind)
        })
    };
    let options = vec![(false, words.t("content.clicks.without")), (true, words.t("content.clicks.with"))];
    let clicks =
        segments(words.t("content.clicks"), "stack-clicks", options, with_clicks.into(), move |with| {
            with_clicks.set(with)
        });
    let body = move || {
        let (by_kind, with_clicks) = (by_kind.get(), with_clicks.get());
        view.with(|view| table(words, view, by_kind, with_clicks))
    };
    let table = view! {
        <div class="choices">{choice} {clicks}</div>
        {body}
    };
    cells::section(words.t("content.stacks"), words.t("content.stacks_text"), table)
}

fn table(words: Words, view: &StacksView, by_kind: bool, with_clicks: bool) -> AnyView {
    let stacks = if by_kind { &view.by_kind } else { &view.by_time };
    let [by_time, kinds] = view.tops;
    let [without, with] = if by_kind { kinds } else { by_time };
    let top = if with_clicks { with } else { without };
    if stacks.is_empty() {
        return view! { <p class="emp quiet">{words.t("content.no_posts")}</p> }.into_any();
    }
    let head = if by_kind {
        words.t("content.level.kind")
    } else if view.bucket == Bucket::Month {
        words.t("dim.month")
    } else {
        words.t("dim.week")
    };
    let right = |key: &str, swatch: &'static str| {
        view! {
            <th scope="col" class="r">
                <span class=format!("swatch {swatch}") aria-hidden="true"></span>
                {words.t(key)}
            </th>
        }
    };
    let clicks = with_clicks.then(|| right("content.col.clicks", "k4"));
    let lines: Vec<AnyView> = stacks.iter().map(|stack| line(words, view, stack, top, with_clicks)).collect();
    view! {
        <div class="scrolls">
            <table class="data stacks" data-testid="content-stacks">
                <thead>
                    <tr>
                        <th scope="col">{head}</th>
                        <th scope="col">
                            <span class="vh">{words.t("content.col.engagements")}</span>
                        </th>
                        {right("content.col.reactions", "k1")}
                        {right("content.col.comments", "k2")}
                        {right("content.col.shares", "k3")}
                        {clicks}
                        <th scope="col" class="r">{words.t("content.col.posts")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(words: Words, view: &StacksView, stack: &Stack, top: f64, with_clicks: bool) -> AnyView {
    let name = match &stack.of {
        StackOf::Start(day) if view.bucket == Bucket::Month => words.month(*day),
        StackOf::Start(day) => words.short_day(*day),
        StackOf::Kind(kind) => cells::kind(words, kind),
    };
    let counts = stack.counts;
    let clicks = with_clicks.then(|| view! { <td class="r">{number(words, stack, counts.clicks)}</td> });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="bar">{bar(stack, top, with_clicks)}</td>
            <td class="r">{number(words, stack, counts.reactions)}</td>
            <td class="r">{number(words, stack, counts.comments)}</td>
            <td class="r">{number(words, stack, counts.shares)}</td>
            {clicks}
            <td class="r num">{words.integer(u64::from(stack.posts))}</td>
        </tr>
    }
    .into_any()
}

/// Of no posts there are no engagements, which is neither 0 of some nor unknown.
fn number(words: Words, stack: &Stack, of: crate::views::Sum) -> AnyView {
    if stack.posts == 0 { view! { <span class="q3">"–"</span> }.into_any() } else { sum(words, of) }
}

/// Where each kind begins and how long it is.
fn parts(stack: &Stack, top: f64, with_clicks: bool) -> Vec<(usize, f64, f64)> {
    let counts = &stack.counts;
    let all = [counts.reactions, counts.comments, counts.shares, counts.clicks];
    let mut at = 0.0;
    let mut parts = Vec::new();
    for (kind, sum) in all.iter().enumerate().take(if with_clicks { 4 } else { 3 }) {
        let Some(value) = sum.value.filter(|value| *value > 0.0 && top > 0.0) else { continue };
        let width = value / top * BAR.0;
        parts.push((kind + 1, at, width));
        at += width;
    }
    parts
}

fn bar(stack: &Stack, top: f64, with_clicks: bool) -> AnyView {
    let rects: Vec<AnyView> = parts(stack, top, with_clicks)
        .into_iter()
        .map(|(kind, at, width)| {
            view! {
                <rect
                    class=format!("k{kind}")
                    x=format!("{at:.1}")
                    y="0"
                    width=format!("{width:.1}")
                    height=format!("{}", BAR.1)
                />
            }
            .into_any()
        })
        .collect();
    view! {
        <svg width=format!("{}", BAR.0) height=format!("{}", BAR.1) aria-hidden="true">
            {rects}
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::{Counts, Sum};

    #[test]
    fn unknown_parts_take_no_room() {
        let sum = |value: Option<f64>| Sum { value, known: 1, unknown: 0 };
        let counts = Counts {
            reactions: sum(Some(30.0)),
            comments: sum(None),
            shares: sum(Some(10.0)),
            clicks: sum(Some(40.0)),
            ..Counts::default()
        };
        let stack = Stack { of: StackOf::Kind("post".into()), posts: 1, counts };
        assert_eq!(parts(&stack, 80.0, true), [(1, 0.0, 120.0), (3, 120.0, 40.0), (4, 160.0, 160.0)]);
        assert_eq!(parts(&stack, 80.0, false).len(), 2);
        assert!(parts(&stack, 0.0, true).is_empty());
    }
}
