//! Posts that few click, links sent to persons, short links.

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, post_name};
use crate::metrics::Unit;
use crate::ui::words::Words;
use crate::views::{ClicksView, SentLink, ShortLink};

/// The three lists.
pub fn clicks(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.clicks.clone());
    let low = cells::section(
        words.t("content.low_clicks"),
        move || view.with(|view| low_text(words, view)),
        move || view.with(|view| low(words, view)),
    );
    let sent = cells::section(words.t("content.sent"), words.t("content.sent_text"), move || {
        view.with(|view| sent(words, view))
    });
    let has_short = Memo::new(move |_| view.with(|view| !view.short.is_empty()));
    let short = move || {
        has_short.get().then(|| {
            cells::section(words.t("content.short"), words.t("content.short_text"), move || {
                view.with(|view| short(words, &view.short))
            })
        })
    };
    view! {
        {low}
        {sent}
        {short}
    }
    .into_any()
}

fn low_text(words: Words, view: &ClicksView) -> String {
    let rate = view.all.as_ref().filter(|all| all.value().is_some());
    match rate {
        Some(all) => {
            let rate = words.read_aloud(Unit::Ratio, all, "");
            words.count("content.low_clicks_text", u64::from(view.compared), &[("rate", &rate)])
        }
        None => words.t("content.clicks_unknown"),
    }
}

fn low(words: Words, view: &ClicksView) -> Option<AnyView> {
    view.all.as_ref().filter(|all| all.value().is_some())?;
    if view.low.is_empty() {
        return Some(view! { <p class="small">{words.t("content.low_clicks_none")}</p> }.into_any());
    }
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines: Vec<AnyView> = (view.low.iter())
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{post_name(words, &line.post)}</th>
                    <td class="r">{cells::value(words, Unit::Ratio, &line.rate)}</td>
                    <td class="r num q3">{words.counted(&line.rate)}</td>
                    <td class="r">{cells::value(words, Unit::Ratio, &line.of_reach)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let table = view! {
        <div class="scrolls">
            <table class="data" data-testid="content-low-clicks">
                <thead>
                    <tr>
                        <th scope="col">{words.t("content.level.post")}</th>
                        {right("content.col.ctr")}
                        {right("content.col.ctr_of")}
                        {right("content.col.ctr_reach")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        <p class="small q3">{words.t("content.low_clicks_note")}</p>
    };
    Some(table.into_any())
}

fn sent(words: Words, view: &ClicksView) -> AnyView {
    if view.by_link.is_empty() {
        return view! { <p class="emp quiet">{words.t("content.nothing_sent")}</p> }.into_any();
    }
    view! {
        {sent_table(words, "dim.link", "content-sent-links", &view.by_link)}
        {sent_table(words, "dim.seller", "content-sent-sellers", &view.by_seller)}
    }
    .into_any()
}

fn sent_table(words: Words, head: &str, test_id: &'static str, lines: &[SentLink]) -> AnyView {
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines: Vec<AnyView> = (lines.iter())
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">
                        <bdi class="clip">{line.name.clone()}</bdi>
                    </th>
                    <td class="r">{cells::value(words, Unit::Ratio, &line.opened)}</td>
                    <td class="r num q3">{words.counted(&line.opened)}</td>
                    <td class="r">{cells::value(words, Unit::Count, &line.per_send)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="scrolls">
            <table class="data" data-testid=test_id>
                <thead>
                    <tr>
                        <th scope="col">{words.t(head)}</th>
                        {right("content.col.opened")}
                        {right("content.col.people")}
                        {right("content.col.per_send")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn short(words: Words, links: &[ShortLink]) -> AnyView {
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines: Vec<AnyView> = (links.iter())
        .map(|link| {
            let clicks = match link.clicks {
                Some(clicks) => view! { <span class="num">{words.tidy(clicks)}</span> }.into_any(),
                None => cells::unknown(words),
            };
            view! {
                <tr>
                    <th scope="row">
                        <bdi class="clip">{link.link.clone()}</bdi>
                    </th>
                    <td class="r">{clicks}</td>
                    <td class="r num">{words.integer(u64::from(link.posts))}</td>
                    <td>{cells::names(words, &link.sellers, "content.nobody")}</td>
                    <td class="r num">{words.integer(u64::from(link.sends))}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-short">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.link")}</th>
                        {right("content.col.clicks")}
                        {right("content.col.posts")}
                        <th scope="col">{words.t("content.col.shared_by")}</th>
                        {right("content.col.sends")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}
