//! Content items: what several posts share, who shared it and who did not.

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, post_name, sum};
use crate::metrics::Unit;
use crate::ui::words::Words;
use crate::views::{Item, ItemsView};

/// The items, each open to its posts.
pub fn items(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.items.clone());
    cells::section(words.t("content.items"), words.t("content.items_text"), move || {
        view.with(|view| list(words, view))
    })
}

fn list(words: Words, view: &ItemsView) -> AnyView {
    let rest = [("content.items_single", view.single), ("content.items_unnamed", view.unnamed)];
    let rest: Vec<String> = (rest.iter())
        .filter(|(_, posts)| *posts > 0)
        .map(|(key, posts)| words.count(key, u64::from(*posts), &[]))
        .collect();
    let rest = (!rest.is_empty()).then(|| view! { <p class="small q3">{words.sentences(rest)}</p> });
    if view.items.is_empty() {
        return view! {
            <p class="emp quiet">{words.t("content.no_items")}</p>
            {rest}
        }
        .into_any();
    }
    let items = view.items.iter().map(|item| one(words, item)).collect_view();
    view! {
        <div class="items" data-testid="content-items">{items}</div>
        {rest}
    }
    .into_any()
}

fn one(words: Words, item: &Item) -> AnyView {
    let posts = u64::try_from(item.posts.len()).unwrap_or(0);
    let rate = match item.figure.value() {
        Some(_) => words.read_aloud(Unit::Ratio, &item.figure, ""),
        None => words.t("key.unknown"),
    };
    let under = words.count("content.item_posts", posts, &[("rate", &rate)]);
    let shared =
        words.fill("content.item_shared", &[("names", &cells::names(words, &item.shared, "content.nobody"))]);
    let not = (!item.not_shared.is_empty())
        .then(|| words.fill("content.item_not_shared", &[("names", &words.list(&item.not_shared))]));
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let rows: Vec<AnyView> = (item.posts.iter())
        .map(|post| {
            let counts = &post.counts;
            view! {
                <tr>
                    <th scope="row">{post_name(words, &post.post)}</th>
                    <td class="r">{cells::value(words, Unit::Ratio, &post.figure)}</td>
                    <td class="r">{sum(words, counts.impressions)}</td>
                    <td class="r">{sum(words, counts.reactions)}</td>
                    <td class="r">{sum(words, counts.comments)}</td>
                    <td class="r">{sum(words, counts.shares)}</td>
                    <td class="r">{sum(words, counts.clicks)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let all = &item.counts;
    view! {
        <details class="item">
            <summary>
                <b>
                    <bdi class="clip">{item.name.clone()}</bdi>
                </b>
                <span class="quiet small">{under}</span>
                <span class="small">{shared}</span>
                <span class="small q3">{not}</span>
            </summary>
            <div class="scrolls">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("content.level.post")}</th>
                            {right("content.col.rate")}
                            {right("content.col.impressions")}
                            {right("content.col.reactions")}
                            {right("content.col.comments")}
                            {right("content.col.shares")}
                            {right("content.col.clicks")}
                        </tr>
                    </thead>
                    <tbody>
                        {rows}
                        <tr class="total">
                            <th scope="row">{words.t("content.item_all")}</th>
                            <td class="r">{cells::value(words, Unit::Ratio, &item.figure)}</td>
                            <td class="r">{sum(words, all.impressions)}</td>
                            <td class="r">{sum(words, all.reactions)}</td>
                            <td class="r">{sum(words, all.comments)}</td>
                            <td class="r">{sum(words, all.shares)}</td>
                            <td class="r">{sum(words, all.clicks)}</td>
                        </tr>
                    </tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
