//! What the tables of the page share: rates, sums, names of posts and kinds.

use leptos::prelude::*;

use crate::metrics::{Dim, Figure, State, Unit};
use crate::ui::parts::{DotRange, DotRangeAxis, RangeTick, interval_on_axis};
use crate::ui::words::Words;
use crate::views::{PostDetail, Sum};

/// Width of an axis in a table, in CSS pixels.
pub const WIDTH: f64 = 240.0;
/// Under so many rows a dot is hollow: its interval is too wide to rank by.
const RANKED_FROM: u64 = 30;
/// Where the hairlines of an axis stand.
const GRID: [f64; 3] = [0.0, 0.5, 1.0];

/// A section: a head over one line that explains it.
pub fn section(title: String, text: impl IntoView + 'static, body: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="sec">
            <h2>{title}</h2>
            <p class="quiet small">{text}</p>
            {body}
        </section>
    }
    .into_any()
}

/// A value over its interval, or why there is none.
pub fn value(words: Words, unit: Unit, figure: &Figure) -> AnyView {
    let Some(value) = figure.value() else {
        return match figure.state {
            State::TooFew { .. } => {
                view! { <span class="q3">{without_value(words, figure)}</span> }.into_any()
            }
            _ => unknown(words),
        };
    };
    let interval = words.figure_interval(unit, figure, "");
    view! {
        <span class="val part">
            <bdi dir="ltr" class="ltr">{words.value_with_unit(unit, value, "")}</bdi>
        </span>
        <small class="num q3">
            <bdi dir="ltr" class="ltr">{interval}</bdi>
        </small>
    }
    .into_any()
}

/// What stands in the place of a value: counts where there are too few cases, else that it is not known.
pub fn without_value(words: Words, figure: &Figure) -> String {
    match figure.state {
        State::TooFew { .. } => words.with_aside(&words.t("state.too_few"), &words.counted(figure)),
        _ => words.t("key.unknown"),
    }
}

/// A count or a sum without an interval.
pub fn count(words: Words, figure: &Figure) -> AnyView {
    match figure.value() {
        Some(value) => view! { <span class="num">{words.tidy(value)}</span> }.into_any(),
        None => unknown(words),
    }
}

/// A sum over posts. Of posts that do not tell it nothing is added, and it is said how many they are.
pub fn sum(words: Words, sum: Sum) -> AnyView {
    let Some(value) = sum.value else { return unknown(words) };
    let part = (sum.unknown > 0).then(|| {
        let all = u64::from(sum.known) + u64::from(sum.unknown);
        view! { <small class="q3">{words.k_of_n(f64::from(sum.known), all)}</small> }
    });
    view! {
        <span class="num">{words.tidy(value)}</span>
        {part}
    }
    .into_any()
}

/// A number that no file tells: hatched, never 0.
pub fn unknown(words: Words) -> AnyView {
    view! {
        <span class="hatch short" title=words.t("key.unknown")></span>
        <span class="vh">{words.t("key.unknown")}</span>
    }
    .into_any()
}

/// The head of the axis that the rows of a table share.
pub fn axis(words: Words, unit: Unit, top: Option<f64>) -> Option<AnyView> {
    let top = top.filter(|top| *top > 0.0)?;
    let ticks = GRID
        .map(|position| RangeTick { position, text: words.tick(unit, position * top, position >= 1.0, "") });
    let (from, to) = words.axis_ends(unit, top, "");
    let label = words.fill("breakdown.axis", &[("from", &from), ("to", &to)]);
    Some(view! { <DotRangeAxis ticks=ticks.to_vec() label=label width=WIDTH /> }.into_any())
}

/// A rate on that axis. `is_one_post` says that its cases are impressions, of which there are always many.
pub fn range(
    words: Words,
    unit: Unit,
    figure: &Figure,
    top: Option<f64>,
    band: Option<(f64, f64)>,
    is_one_post: bool,
) -> AnyView {
    let drawn = figure.value().filter(|value| *value >= 0.0).zip(top.filter(|top| *top > 0.0));
    let Some((value, top)) = drawn else {
        return view! { <span class="hatch onaxis" aria-hidden="true"></span> }.into_any();
    };
    view! {
        <DotRange
            estimate=value / top
            interval=interval_on_axis(figure, value, top)
            grid=GRID.to_vec()
            team=band.map(|(low, high)| (low / top, high / top))
            hollow=figure.low.is_some() && figure.n < RANKED_FROM && !is_one_post
            label=words.read_aloud(unit, figure, "")
            width=WIDTH
        />
    }
    .into_any()
}

/// What a post is about, or what kind of post it is.
pub fn post_title(words: Words, post: &PostDetail) -> String {
    if post.about.is_empty() { kind(words, &post.kind) } else { post.about.clone() }
}

/// A post: what it is about, over day, seller and platform. Its address, where known, opens it where it stands.
pub fn post_name(words: Words, post: &PostDetail) -> AnyView {
    let title = post_title(words, post);
    let named = if post.url.starts_with("https://") {
        view! {
            <a href=post.url.clone() target="_blank" rel="noopener noreferrer">
                <bdi class="clip">{title}</bdi>
            </a>
        }
        .into_any()
    } else {
        view! { <bdi class="clip">{title}</bdi> }.into_any()
    };
    let mut under =
        vec![words.day(post.day), post.seller.clone(), words.key_name(Dim::Platform, &post.platform)];
    under.retain(|part| !part.is_empty());
    let under: Vec<AnyView> = under
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            view! {
                {(at > 0).then_some(" · ")}
                <bdi>{part}</bdi>
            }
            .into_any()
        })
        .collect();
    view! {
        <span class="post">{named}</span>
        <small class="q3">{under}</small>
    }
    .into_any()
}

/// The name of a kind of post.
pub fn kind(words: Words, kind: &str) -> String {
    let key = format!("content.kind.{kind}");
    if words.has(&key) { words.t(&key) } else { kind.to_owned() }
}

/// Names in a list, each isolated; a word where there is none.
pub fn names(words: Words, names: &[String], none: &str) -> String {
    if names.is_empty() { words.t(none) } else { words.list(names) }
}

/// A row of buttons of which one is pressed.
pub fn segments<T>(
    label: String,
    test_id: &'static str,
    options: Vec<(T, String)>,
    chosen: Signal<T>,
    choose: impl Fn(T) + Clone + Send + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let buttons: Vec<AnyView> = options
        .into_iter()
        .map(|(value, text)| {
            let (own, choose) = (value.clone(), choose.clone());
            let pressed = move || if chosen.get() == own { "true" } else { "false" };
            view! {
                <button type="button" aria-pressed=pressed on:click=move |_| choose(value.clone())>
                    {text}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="seg" role="group" aria-label=label data-testid=test_id>
            {buttons}
        </div>
    }
    .into_any()
}
