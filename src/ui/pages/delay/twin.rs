//! The correlations of the curves as a table, made when it is opened.

use leptos::prelude::*;

use crate::ui::parts::CopyTable;
use crate::ui::words::Words;
use crate::views::{DelayView, LagView};

/// The same as a table; nothing where no series could be compared.
pub fn twins(words: Words, view: &DelayView) -> Option<AnyView> {
    let lags: Vec<LagView> = view.lags.iter().filter(|lag| !lag.points.is_empty()).cloned().collect();
    if lags.is_empty() {
        return None;
    }
    let lines = StoredValue::new(lines(words, &lags));
    let is_open = RwSignal::new(false);
    let table = view! {
        <details class="twinfold" on:toggle=move |_| is_open.set(true)>
            <summary class="small">{words.t("delay.twin")}</summary>
            {move || is_open.get().then(|| lines.with_value(|lines| table(lines)))}
            <p class="small">
                <CopyTable lines=move || lines.get_value() />
            </p>
        </details>
    };
    Some(table.into_any())
}

fn table(lines: &[Vec<String>]) -> AnyView {
    let mut lines = lines.iter();
    let head = lines.next().cloned().unwrap_or_default();
    let head: Vec<AnyView> = (head.into_iter().enumerate())
        .map(|(at, text)| view! { <th scope="col" class:r=at.gt(&0)>{text}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = lines
        .map(|line| {
            let (name, rest) =
                line.split_first().map_or((String::new(), Vec::new()), |(a, b)| (a.clone(), b.to_vec()));
            let cells: Vec<AnyView> = rest
                .into_iter()
                .map(|text| {
                    view! { <td class="r num"><bdi dir="ltr" class="ltr">{text}</bdi></td> }.into_any()
                })
                .collect();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="scrolls">
            <table class="data twin" data-testid="lag-twin">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A line for each series and outcome, a column for each lag.
fn lines(words: Words, lags: &[LagView]) -> Vec<Vec<String>> {
    let count = lags.iter().map(|lag| lag.points.len()).max().unwrap_or(0);
    let mut head = vec![words.t("delay.lag")];
    head.extend((0..count).map(|lag| words.integer(lag as u64)));
    let row = |lag: &LagView| {
        let name =
            format!("{} → {}", words.metric_name(&lag.series, None), words.metric_name(&lag.outcome, None));
        let cells = lag.points.iter().map(|dot| {
            let range = format!("{} / {}", words.number(dot.low, 2), words.number(dot.high, 2));
            format!("{} ({range})", words.number(dot.correlation, 2))
        });
        std::iter::once(name).chain(cells).collect()
    };
    std::iter::once(head).chain(lags.iter().map(row)).collect()
}
