//! Engagements per follower against the seller's own earlier ones, and what is behind it where they are low.

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, post_name};
use crate::metrics::Unit;
use crate::ui::words::Words;
use crate::views::{ContentView, LowSeller};

/// Each seller whose followers are known.
pub fn followers(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.followers.clone());
    let margin = desk.part(|view: &ContentView| view.rules.low_margin_percent);
    let text = move || {
        words
            .fill("content.followers_text", &[("margin", &words.percent(f64::from(margin.get()) / 100.0, 0))])
    };
    let body = view! {
        {move || view.with(|view| table(words, &view.sellers))}
        {move || {
            view.with(|view| {
                view.sellers.iter().filter(|seller| seller.is_low).map(|seller| behind(words, seller)).collect_view()
            })
        }}
    };
    cells::section(words.t("content.followers"), text, body)
}

fn table(words: Words, sellers: &[LowSeller]) -> AnyView {
    if sellers.is_empty() {
        return view! { <p class="emp quiet">{words.t("content.no_followers")}</p> }.into_any();
    }
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines = sellers.iter().map(|seller| row(words, seller)).collect_view();
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-followers">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.seller")}</th>
                        {right("content.col.now")}
                        {right("content.col.usual")}
                        <th scope="col">{words.t("content.col.verdict")}</th>
                        {right("content.col.posts_now")}
                        {right("content.col.posts_usual")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(words: Words, seller: &LowSeller) -> AnyView {
    let usual = match seller.usual {
        Some(usual) => words.value_with_unit(Unit::Ratio, usual, ""),
        None => words.count("content.too_few_windows", u64::from(seller.windows), &[]),
    };
    let verdict = match (seller.usual.is_some() && seller.now.value().is_some(), seller.is_low) {
        (false, _) => "verdict.cannot_tell",
        (true, true) => "content.is_low",
        (true, false) => "content.is_usual",
    };
    let class = if seller.is_low { "worse" } else { "q3" };
    let usual_posts = seller.usual_posts.map_or_else(|| "–".to_owned(), |posts| words.tidy(posts));
    view! {
        <tr>
            <th scope="row">
                <bdi>{seller.seller.clone()}</bdi>
            </th>
            <td class="r">{cells::value(words, Unit::Ratio, &seller.now)}</td>
            <td class="r num">{usual}</td>
            <td class=class>{words.t(verdict)}</td>
            <td class="r num">{words.integer(u64::from(seller.posts))}</td>
            <td class="r num">{usual_posts}</td>
        </tr>
    }
    .into_any()
}

/// The posts and kinds that lack most.
fn behind(words: Words, seller: &LowSeller) -> AnyView {
    if seller.responsible.is_empty() {
        return view! {
            <p class="small">
                {words.fill("content.low_no_posts", &[("seller", &seller.seller)])}
            </p>
        }
        .into_any();
    }
    let lacks = |lacks: f64| words.number(lacks, 0);
    let kinds: Vec<String> = (seller.kinds.iter())
        .map(|kind| {
            let name = cells::kind(words, &kind.kind);
            words.count(
                "content.low_kind",
                u64::from(kind.posts),
                &[("kind", &name), ("lacks", &lacks(kind.lacks))],
            )
        })
        .collect();
    let rows: Vec<AnyView> = (seller.responsible.iter())
        .map(|low| {
            view! {
                <tr>
                    <th scope="row">{post_name(words, &low.post)}</th>
                    <td>{cells::kind(words, &low.post.kind)}</td>
                    <td class="r">{cells::value(words, Unit::Ratio, &low.figure)}</td>
                    <td class="r num">{lacks(low.lacks)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    view! {
        <h3 class="trendhead">
            {words.fill("content.low_of", &[("seller", &seller.seller)])}
        </h3>
        <p class="small quiet">{words.sentences(kinds)}</p>
        <div class="scrolls">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{words.t("content.level.post")}</th>
                        <th scope="col">{words.t("content.level.kind")}</th>
                        {right("content.col.rate")}
                        {right("content.col.lacks")}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
