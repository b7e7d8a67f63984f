//! One leading series: its curve over the lags with the band of chance, and what it says.

use leptos::prelude::*;

use crate::ui::words::Words;
use crate::views::{DelayView, LagDot, LagView};

/// Size of a curve in CSS pixels.
const WIDTH: f64 = 260.0;
const HEIGHT: f64 = 56.0;
const MARGIN: f64 = 5.0;

/// The series against each outcome.
pub fn series(words: Words, view: &DelayView) -> AnyView {
    let mut outcomes: Vec<&str> = Vec::new();
    for lag in &view.lags {
        if !outcomes.contains(&lag.outcome.as_str()) {
            outcomes.push(&lag.outcome);
        }
    }
    let sections: Vec<AnyView> = outcomes
        .into_iter()
        .map(|outcome| {
            let name = words.metric_name(outcome, None);
            let rows: Vec<AnyView> =
                view.lags.iter().filter(|lag| lag.outcome == outcome).map(|lag| row(words, lag)).collect();
            view! {
                <section class="sec">
                    <h2>{words.fill("delay.against", &[("outcome", &name)])}</h2>
                    <table class="data lags" data-testid=format!("lags-{outcome}")>
                        <thead>
                            <tr>
                                <th scope="col">{words.t("delay.head.series")}</th>
                                <th scope="col">{words.t("delay.head.curve")}</th>
                                <th scope="col">{words.t("delay.head.says")}</th>
                                <th scope="col" class="r">{words.t("delay.head.weeks")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    {legend(words)}
                </section>
            }
            .into_any()
        })
        .collect();
    sections.into_any()
}

fn legend(words: Words) -> AnyView {
    view! {
        <div class="legend">
            <span>
                <svg class="lagc" width="28" height="12" aria-hidden="true">
                    <path class="line" d="M2 8L10 4L18 7L26 5" />
                </svg>
                {words.t("delay.legend.line")}
            </span>
            <span>
                <svg class="lagc" width="28" height="12" aria-hidden="true">
                    <path class="chance" d="M2 2H26V10H2Z" />
                </svg>
                {words.t("delay.legend.band")}
            </span>
            <span>
                <svg class="lagc" width="12" height="12" aria-hidden="true">
                    <circle class="dot" cx="6" cy="6" r="4" />
                </svg>
                {words.t("delay.legend.dot")}
            </span>
        </div>
    }
    .into_any()
}

fn row(words: Words, lag: &LagView) -> AnyView {
    let (said, quiet) = match lag.finding {
        Some(finding) if finding.weeks == 0 => (words.t("delay.row.same_week"), false),
        Some(finding) => {
            let (weeks, range) = super::weeks(words, finding);
            let found = words.fill("delay.row.found", &[("weeks", &weeks)]);
            (if finding.low == finding.high { found } else { words.with_aside(&found, &range) }, false)
        }
        None if lag.points.is_empty() => (words.t("delay.row.few"), true),
        None => (words.t("delay.row.nothing"), true),
    };
    let curve = if lag.points.is_empty() {
        view! { <span class="hatch swatch" aria-hidden="true"></span> }.into_any()
    } else {
        curve(words, lag)
    };
    view! {
        <tr data-testid=format!("lag-{}-{}", lag.series, lag.outcome)>
            <th scope="row">{words.metric_name(&lag.series, None)}</th>
            <td>{curve}</td>
            <td class:q3=quiet>{said}</td>
            <td class="r num" data-head=words.t("delay.head.weeks")>{words.integer(lag.seller_weeks)}</td>
        </tr>
    }
    .into_any()
}

/// The curve. Time runs from left to right in every language.
fn curve(words: Words, lag: &LagView) -> AnyView {
    let last = lag.points.len().saturating_sub(1).max(1) as f64;
    let x = |place: usize| MARGIN + place as f64 / last * (WIDTH - 2.0 * MARGIN);
    let reach = if lag.reach > 0.0 { lag.reach } else { 1.0 };
    let y = |value: f64| HEIGHT / 2.0 - value / reach * (HEIGHT / 2.0 - MARGIN);
    let path = |of: fn(&LagDot) -> f64, places: &mut dyn Iterator<Item = usize>| -> String {
        places
            .filter_map(|place| Some(format!("{:.1} {:.1}", x(place), y(of(lag.points.get(place)?)))))
            .collect::<Vec<_>>()
            .join("L")
    };
    let count = lag.points.len();
    let upper = path(|dot| dot.high, &mut (0..count));
    let lower = path(|dot| dot.low, &mut (0..count).rev());
    let line = path(|dot| dot.correlation, &mut (0..count));
    let best = lag.points.get(lag.best as usize);
    let found = best.filter(|_| lag.finding.is_some()).map(|dot| {
        let (x, y) = (x(lag.best as usize), y(dot.correlation));
        view! { <circle class="dot" cx=format!("{x:.1}") cy=format!("{y:.1}") r="4" /> }
    });
    let label = best.map(|dot| label(words, lag, dot)).unwrap_or_default();
    let zero = HEIGHT / 2.0;
    view! {
        <svg
            class="lagc"
            width=WIDTH.to_string()
            height=HEIGHT.to_string()
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            role="img"
            aria-label=label
        >
            <path class="chance" d=format!("M{upper}L{lower}Z") />
            <path class="grid" d=format!("M{MARGIN} {zero}H{}", WIDTH - MARGIN) />
            <path class="line" d=format!("M{line}") />
            {found}
        </svg>
    }
    .into_any()
}

fn label(words: Words, lag: &LagView, dot: &LagDot) -> String {
    words.fill(
        "delay.curve",
        &[
            ("series", &words.metric_name(&lag.series, None)),
            ("value", &words.number(dot.correlation, 2)),
            ("lag", &words.integer(u64::from(lag.best))),
            ("low", &words.number(dot.low, 2)),
            ("high", &words.number(dot.high, 2)),
        ],
    )
}
