//! Who shared lately and who did not, and the share of active sharers over time.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_where};
use super::Desk;
use super::cells::{self, count};
use crate::facts::Span;
use crate::metrics::Unit;
use crate::ui::words::Words;
use crate::views::{SharerLine, SharersView};

/// The table, and the trend beside it.
pub fn sharers(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.sharers.clone());
    let text = move || {
        view.with(|view| match view.window {
            Some((from, to)) => {
                words.fill("content.sharers_text", &[("span", &words.span(Span { from, to }))])
            }
            None => String::new(),
        })
    };
    let adoption = desk.part(move |view| {
        let (spec, bucket) = (view.sharers.adoption.as_ref()?, view.sharers.bucket);
        Some(Drawn::trend(words, "active_sharer_share", Unit::Ratio, bucket, spec))
    });
    let has_trend = Memo::new(move |_| adoption.with(Option::is_some));
    let body = view! {
        {move || view.with(|view| table(words, view))}
        {move || has_trend.get().then(|| trend(desk, adoption))}
    };
    cells::section(words.t("content.sharers"), text, body)
}

fn table(words: Words, view: &SharersView) -> AnyView {
    if view.sellers.is_empty() {
        return view! { <p class="emp quiet">{words.t("content.no_sharers")}</p> }.into_any();
    }
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let lines = view.sellers.iter().map(|line| row(words, line)).collect_view();
    let quiet: Vec<String> = (view.sellers.iter())
        .filter(|line| line.lately.value() == Some(0.0))
        .map(|line| line.seller.clone())
        .collect();
    let said = if quiet.is_empty() {
        None
    } else {
        Some(words.fill("content.not_lately", &[("names", &words.list(&quiet))]))
    };
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-sharers">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.seller")}</th>
                        {right("content.col.lately")}
                        {right("content.col.posts")}
                        {right("content.col.regularity")}
                        {right("content.col.last")}
                        {right("content.col.comments_given")}
                        {right("content.col.reactions_given")}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        <p class="small" data-testid="content-quiet">{said}</p>
    }
    .into_any()
}

fn row(words: Words, line: &SharerLine) -> AnyView {
    let last = line.last.map_or_else(|| "–".to_owned(), |day| words.day(day));
    let is_quiet = line.lately.value() == Some(0.0);
    let mark = is_quiet.then(|| view! { <small class="stand">{words.t("content.quiet")}</small> });
    view! {
        <tr>
            <th scope="row">
                <bdi>{line.seller.clone()}</bdi>
                {mark}
            </th>
            <td class="r">{count(words, &line.lately)}</td>
            <td class="r">{count(words, &line.posts)}</td>
            <td class="r">
                {cells::value(words, Unit::Ratio, &line.regularity)}
            </td>
            <td class="r num">{last}</td>
            <td class="r">{count(words, &line.comments)}</td>
            <td class="r">{count(words, &line.reactions)}</td>
        </tr>
    }
    .into_any()
}

fn trend(desk: Desk, adoption: Memo<Option<Drawn>>) -> AnyView {
    view! {
        <h3 class="trendhead">{desk.words.t("metric.active_sharer_share.name")}</h3>
        {drawn_where(adoption, "short", "adoption-canvas")}
    }
    .into_any()
}
