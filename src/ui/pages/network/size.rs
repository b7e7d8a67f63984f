//! Size and share of the persona beside each other: a network that only grows says nothing of whom it holds.

use leptos::prelude::*;

use super::super::shown::{Drawn, bare_cell, drawn_where, figure_cell, name_cell, number, part};
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{NetworkLine, NetworkView};

/// The two trends, and each seller.
pub fn size(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let size = part(view, move |view| {
        let spec = view.size.as_ref()?;
        Some(Drawn::trend(words, "connections", Unit::Count, view.bucket, spec))
    });
    let share = part(view, move |view| {
        let spec = view.share.as_ref()?;
        Some(Drawn::trend(words, "persona_share", Unit::Ratio, view.bucket, spec))
    });
    let why_no_share = part(view, move |view| {
        let row = view.row("persona_share").filter(|_| view.share.is_none())?;
        let why = words.why(row, "")?;
        Some(words.sentences([why.lead, why.rest]))
    });
    let lines = part(view, |view| view.sellers.clone());
    view! {
        <section class="sec">
            <h2>{words.t("network.size_title")}</h2>
            <p class="quiet small">{words.t("network.size_text")}</p>
            <div class="pair-of-charts">
                <div>
                    <h3>{words.t("metric.connections.name")}</h3>
                    {drawn_where(size, "short", "size-chart")}
                </div>
                <div>
                    <h3>{words.t("metric.persona_share.name")}</h3>
                    {drawn_where(share, "short", "share-chart")}
                    {move || why_no_share.get().map(|why| view! { <p class="emp quiet small">{why}</p> })}
                </div>
            </div>
            {move || lines.with(|lines| (!lines.is_empty()).then(|| table(words, lines)))}
            <p class="note q3">{words.sentences([words.t("metric.connections.note"), words.t("network.average")])}</p>
        </section>
    }
}

fn table(words: Words, lines: &[NetworkLine]) -> AnyView {
    let head = [
        "metric.connections.name",
        "network.col_since",
        "metric.connections_new.name",
        "metric.connection_growth_rate.name",
        "metric.persona_share.name",
        "network.col_unknown",
        "metric.inbound_share.name",
    ];
    let head = head.map(|key| view! { <th scope="col" class="r">{words.t(key)}</th> }).collect_view();
    let rows = lines.iter().map(|line| row(words, line)).collect_view();
    view! {
        <div class="scroll">
            <table class="data" data-testid="network-sellers">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.seller")}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(words: Words, line: &NetworkLine) -> AnyView {
    let since = match (line.baseline, line.since) {
        (None, _) => view! { <td class="r q3 note">{words.t("network.no_baseline")}</td> }.into_any(),
        (Some(_), None) => number(None),
        (Some(day), Some(since)) => {
            let more = words.signed(Unit::Count, since.more, "");
            let more = match since.share {
                Some(share) => words.with_aside(&more, &words.percent(share, 0)),
                None => more,
            };
            let from = words.tidy(since.from);
            let under = words.fill("network.since", &[("from", &from), ("day", &words.day(day))]);
            view! {
                <td class="r num">
                    <bdi dir="ltr" class="ltr">{more}</bdi>
                    <small class="q3">{under}</small>
                </td>
            }
            .into_any()
        }
    };
    view! {
        <tr>
            {name_cell(&line.seller)}
            {bare_cell(words, Unit::Count, &line.size, "")}
            {since}
            {bare_cell(words, Unit::Count, &line.new, "")}
            {figure_cell(words, Unit::Ratio, &line.growth, "")}
            {figure_cell(words, Unit::Ratio, &line.persona_share, "")}
            {number(line.unknown_titles.map(|rows| words.tidy(rows)))}
            {figure_cell(words, Unit::Ratio, &line.inbound_share, "")}
        </tr>
    }
    .into_any()
}
