//! What the audience passed on, whom posts could reach, and where they were shared against two known numbers.

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, count};
use crate::metrics::{Dim, Unit};
use crate::ui::words::Words;
use crate::views::{AudienceLine, AudienceView};

/// Width and height of a bar, in CSS pixels.
const BAR: (f64, f64) = (200.0, 12.0);
/// What is said of buyers: the message of each, and the share.
const KNOWN: [(&str, f64); 2] = [("content.mix_linkedin", 0.71), ("content.mix_others", 0.43)];

/// Shares by the audience and potential reach.
pub fn audience(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.audience.clone());
    let lines = cells::section(words.t("content.audience"), words.t("content.audience_text"), move || {
        view.with(|view| table(words, view))
    });
    let mix = cells::section(words.t("content.mix"), words.t("content.mix_text"), move || {
        view.with(|view| mix(words, view))
    });
    view! {
        {lines}
        {mix}
    }
    .into_any()
}

fn platform(words: Words, platform: &str) -> String {
    if platform.is_empty() {
        words.t("content.all_platforms")
    } else {
        words.key_name(Dim::Platform, platform)
    }
}

fn table(words: Words, view: &AudienceView) -> AnyView {
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines = view.lines.iter().map(|line| row(words, line)).collect_view();
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-audience">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.platform")}</th>
                        {right("content.col.posts")}
                        {right("metric.audience_shares.name")}
                        {right("content.col.per_post")}
                        {right("metric.audience_shares_per_1000.name")}
                        {right("metric.potential_reach.name")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(words: Words, line: &AudienceLine) -> AnyView {
    let per_post = match line.per_post {
        Some(value) => view! { <span class="num">{words.number(value, 1)}</span> }.into_any(),
        None => cells::unknown(words),
    };
    // Of some posts only: the sum is theirs, and it is said how many they are.
    let part = |figure: &crate::metrics::Figure| {
        (figure.value().is_some() && figure.n < line.posts.n).then(|| {
            view! { <small class="q3">{words.k_of_n(figure.n as f64, line.posts.n)}</small> }
        })
    };
    view! {
        <tr>
            <th scope="row">
                <bdi>{platform(words, &line.platform)}</bdi>
            </th>
            <td class="r">{count(words, &line.posts)}</td>
            <td class="r">{count(words, &line.shares)} {part(&line.shares)}</td>
            <td class="r">{per_post}</td>
            <td class="r">{cells::value(words, Unit::Count, &line.per_1000)}</td>
            <td class="r">{count(words, &line.reach)} {part(&line.reach)}</td>
        </tr>
    }
    .into_any()
}

/// A bar from 0 to 100 %.
fn bar(share: f64, class: &'static str) -> AnyView {
    let width = format!("{:.1}", share.clamp(0.0, 1.0) * BAR.0);
    view! {
        <svg width=format!("{}", BAR.0) height=format!("{}", BAR.1) aria-hidden="true">
            <rect class="rail" width=format!("{}", BAR.0) height=format!("{}", BAR.1) />
            <rect class=class width=width height=format!("{}", BAR.1) />
        </svg>
    }
    .into_any()
}

/// Own posts by platform, and under them what is said of buyers.
fn mix(words: Words, view: &AudienceView) -> AnyView {
    let own = view.mix.channels.iter().filter_map(|channel| {
        let share = channel.share.value()?;
        let row = view! {
            <tr>
                <th scope="row">
                    <bdi>{platform(words, &channel.platform)}</bdi>
                </th>
                <td class="bar">{bar(share, "k1")}</td>
                <td class="r num">{words.percent(share, 0)}</td>
                <td class="r num q3">{words.counted(&channel.share)}</td>
            </tr>
        };
        Some(row.into_any())
    });
    let own: Vec<AnyView> = own.collect();
    let known: Vec<AnyView> = KNOWN
        .iter()
        .map(|(key, share)| {
            view! {
                <tr class="known">
                    <th scope="row">
                        {words.t(key)}
                        <small class="stand">{words.t("content.mix_trust")}</small>
                    </th>
                    <td class="bar">{bar(*share, "known")}</td>
                    <td class="r num">{words.percent(*share, 0)}</td>
                    <td></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="scrolls">
            <table class="data mix" data-testid="content-mix">
                <tbody>{own} {known}</tbody>
            </table>
        </div>
        <p class="small q3">{words.t("content.mix_source")}</p>
    }
    .into_any()
}
