//! The proof in the margin: how it is counted, with the numbers put in, from which rows, without which.

use leptos::prelude::*;

use super::rows::Listed;
use crate::metrics::{Basis, Figure, Quantity, Unit};
use crate::ui::pages::glossary::{caveat, improve, why};
use crate::ui::pages::own::said;
use crate::ui::phrases::cases;
use crate::ui::route::{Page, Route};
use crate::ui::words::Words;
use crate::views::{MetricView, Which};

/// Files that are listed; the others are added up.
const MOST_FILES: usize = 6;

/// The margin.
pub fn margin(words: Words, view: &MetricView, listed: RwSignal<Option<Listed>>) -> AnyView {
    let note = words.metric_text(&view.row.id, "note").map(|note| {
        view! {
            <section>
                <h3>{words.t("margin.note")}</h3>
                <p>{note}</p>
            </section>
        }
    });
    view! {
        <section>
            <h3>{words.t("margin.counted")}</h3>
            {fraction(words, view)}
            <p>{formula(words, view)}</p>
            <p>{method(words, view)}</p>
            {facts(words, view)}
            <p class="note">{definition(words, view.version, &view.cites)}</p>
        </section>
        {meaning(words, view)}
        {used(words, view, listed)}
        {left_out(words, view, listed)}
        {note}
    }
    .into_any()
}

/// Why it matters and what one can do, with the way to its entry in the glossary.
fn meaning(words: Words, view: &MetricView) -> Option<AnyView> {
    let id = view.row.id.as_str();
    let (why, improve) = (why(words, id)?, improve(words, id)?);
    let caveat = caveat(id).map(|key| view! { <p>{words.t(key)}</p> });
    let route = Route { page: Page::Glossary { id: Some(id.to_owned()) }, filter: view.frame.filter.clone() };
    let section = view! {
        <section data-testid="metric-meaning">
            <h3>{words.t("glossary.why")}</h3>
            <p>{why}</p>
            {caveat}
            <h3>{words.t("glossary.improve")}</h3>
            <p>{improve}</p>
            <p class="note">
                <a href=route.address()>{words.t("glossary.to")}</a>
            </p>
        </section>
    };
    Some(section.into_any())
}

/// The formula in words; of a metric that a person made, what they said.
fn formula(words: Words, view: &MetricView) -> String {
    match &view.own {
        Some(own) => said(words, own),
        None => words.t(&format!("metric.{}.formula", view.row.id)),
    }
}

/// The fraction with its numbers put in.
fn fraction(words: Words, view: &MetricView) -> Option<AnyView> {
    let figure = &view.row.figure;
    let currency = &view.frame.currency;
    let side = |part: &str, quantity: Option<crate::metrics::Quantity>| {
        words.metric_text(&view.row.id, part)?;
        let printed = words.quantity(quantity?, currency);
        Some(words.fill(&format!("metric.{}.{part}", view.row.id), &[("n", &printed)]))
    };
    let (above, below) = (side("num", figure.numerator)?, side("den", figure.denominator)?);
    let result = figure.value().map(|value| match view.row.unit {
        Unit::Ratio => words.percent(value, 1),
        unit => words.value(unit, value, currency),
    });
    let result = result.map(|result| {
        view! {
            <span>
                "= "
                <bdi dir="ltr" class="ltr">{result}</bdi>
            </span>
        }
    });
    let fraction = view! {
        <div class="fm" role="math">
            <span class="fr">
                <span>{above}</span>
                <span>{below}</span>
            </span>
            {result}
        </div>
    };
    Some(fraction.into_any())
}

/// Which definition it is, and what it follows.
fn definition(words: Words, version: u32, cites: &str) -> String {
    words.fill(
        "margin.definition",
        &[("n", &words.integer(u64::from(version))), ("cites", &words.cited(cites))],
    )
}

/// How the interval is made.
fn method(words: Words, view: &MetricView) -> String {
    let figure = &view.row.figure;
    let interval = words.figure_interval(view.row.unit, figure, &view.frame.currency).unwrap_or_default();
    if figure.low.is_none() && figure.high.is_none() {
        // Where there is no value, its interval is no question.
        return if figure.value().is_some() { words.t("method.none") } else { String::new() };
    }
    if figure.duration.is_some() {
        let end = figure.high.or(figure.low).map_or(0.0, Quantity::to_f64);
        let interval = words.interval_with_unit(view.row.unit, &interval, end);
        return words.fill("method.survival", &[("interval", &interval)]);
    }
    match cases(figure).filter(|_| view.row.unit == Unit::Ratio) {
        Some(k) => {
            words.fill("method.wilson", &[("counted", &words.k_of_n(k, figure.n)), ("interval", &interval)])
        }
        None => words.fill("method.bootstrap", &[("interval", &interval)]),
    }
}

/// What else is known of the figure: what it was made of, finished and open cases, ages of readings.
fn facts(words: Words, view: &MetricView) -> Option<AnyView> {
    let figure = &view.row.figure;
    let unit = view.row.unit;
    let mut lines: Vec<(String, String)> = Vec::new();
    let time = |value: Option<f64>| value.map(|value| words.value_with_unit(unit, value, ""));
    if let Some(duration) = figure.duration {
        lines.push((words.t("fact.finished"), words.k_of_n(duration.events as f64, figure.n)));
        lines.extend(time(duration.median_finished).map(|text| (words.t("fact.median_finished"), text)));
        lines.extend(time(duration.mean_finished).map(|text| (words.t("fact.mean_finished"), text)));
    }
    lines.extend(time(view.half_of_won).map(|text| (words.t("fact.half_of_won"), text)));
    if let Some(open) = figure.open {
        lines.push((words.t("fact.open"), words.integer(open.count)));
        let age = open.median_age_days.map(|days| words.value_with_unit(Unit::Days, days, ""));
        lines.extend(age.map(|text| (words.t("fact.open_age"), text)));
    }
    if figure.reported != 0.0 {
        lines.push((words.t("fact.reported_part"), words.value(unit, figure.reported, "")));
    }
    lines.extend(basis(words, figure).map(|text| (words.t("fact.basis"), text)));
    let readings: Vec<AnyView> = figure
        .readings
        .iter()
        .map(|reading| {
            let days = u64::try_from(reading.age_days).unwrap_or(0);
            let age = words.count("fact.reading_age", days, &[]);
            view! {
                <li>
                    <bdi>{reading.seller.clone()}</bdi>
                    <b class="num">
                        {if reading.is_reported { words.fill("fact.reported", &[("age", &age)]) } else { age }}
                    </b>
                </li>
            }
            .into_any()
        })
        .collect();
    if lines.is_empty() && readings.is_empty() {
        return None;
    }
    let lines: Vec<AnyView> = lines
        .into_iter()
        .map(|(name, text)| view! { <li><span>{name}</span><b class="num">{text}</b></li> }.into_any())
        .collect();
    Some(view! { <ul class="kv">{lines} {readings}</ul> }.into_any())
}

fn basis(words: Words, figure: &Figure) -> Option<String> {
    let key = match figure.basis? {
        Basis::ByDay => "basis.by_day",
        Basis::ByPost => "basis.by_post",
        Basis::Mixed => "basis.mixed",
    };
    Some(words.t(key))
}

fn used(words: Words, view: &MetricView, listed: RwSignal<Option<Listed>>) -> AnyView {
    let title = words.count("margin.used", view.used_total, &[]);
    let mut files: Vec<AnyView> = view
        .used
        .iter()
        .take(MOST_FILES)
        .map(|origin| {
            let owner = origin.owner.clone().map(|owner| view! { " · " <bdi>{owner}</bdi> });
            view! {
                <li>
                    <span>
                        <bdi>{origin.file.clone()}</bdi>
                        {owner}
                    </span>
                    <b class="num">{words.integer(origin.rows)}</b>
                </li>
            }
            .into_any()
        })
        .collect();
    let others = view.used.get(MOST_FILES..).unwrap_or(&[]);
    if !others.is_empty() {
        let count = u64::try_from(others.len()).unwrap_or(0);
        let rows: u64 = others.iter().map(|origin| origin.rows).sum();
        let line = view! {
            <li>
                <span>{words.count("margin.more_files", count, &[])}</span>
                <b class="num">{words.integer(rows)}</b>
            </li>
        };
        files.push(line.into_any());
    }
    let show = (view.used_total > 0).then(|| {
        let asked = Listed { which: Which::Used, title: title.clone(), days: None };
        show_button(
            words.fill("margin.show_all", &[("n", &words.integer(view.used_total))]),
            "show-used",
            asked,
            listed,
        )
    });
    view! {
        <section>
            <h3>{title.clone()}</h3>
            <ul class="kv">{files}</ul>
            {show}
        </section>
    }
    .into_any()
}

fn left_out(words: Words, view: &MetricView, listed: RwSignal<Option<Listed>>) -> Option<AnyView> {
    if view.left_out.is_empty() {
        return None;
    }
    let total: u64 = view.left_out.iter().map(|(_, rows)| u64::from(*rows)).sum();
    let title = words.count("margin.left_out", total, &[]);
    let reasons: Vec<AnyView> = view
        .left_out
        .iter()
        .map(|(reason, rows)| {
            let text = words.t(&reason.message_key());
            let count = words.integer(u64::from(*rows));
            let asked =
                Listed { which: Which::LeftOut(*reason), title: words.labelled(&text, &count), days: None };
            let show = words.fill("margin.show_all", &[("n", &count)]);
            view! {
                <li>
                    <span>{text}</span>
                    {show_button(show, "show-left-out", asked, listed)}
                </li>
            }
            .into_any()
        })
        .collect();
    let section = view! {
        <section>
            <h3>{title}</h3>
            <ul class="kv">{reasons}</ul>
        </section>
    };
    Some(section.into_any())
}

fn show_button(
    text: String,
    test_id: &'static str,
    asked: Listed,
    listed: RwSignal<Option<Listed>>,
) -> AnyView {
    view! {
        <button
            type="button"
            class="link num"
            data-testid=test_id
            on:click=move |_| listed.set(Some(asked.clone()))
        >
            {text}
        </button>
    }
    .into_any()
}
