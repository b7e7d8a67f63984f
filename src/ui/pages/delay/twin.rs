//! The correlations of the curves as a table, made when it is opened.

use leptos::prelude::*;

use super::super::shown::{folded, table_of};
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
    let table = view! {
        {folded(words.t("delay.twin"), move || table_of(lines.get_value(), "lag-twin"))}
        <p class="small">
            <CopyTable lines=move || lines.get_value() />
        </p>
    };
    Some(table.into_any())
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
            words.with_aside(&words.number(dot.correlation, 2), &range)
        });
        std::iter::once(name).chain(cells).collect()
    };
    std::iter::once(head).chain(lags.iter().map(row)).collect()
}
