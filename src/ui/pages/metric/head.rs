//! The head: where the page stands, name, choice of windows, and the value with its change.

use leptos::prelude::*;

use crate::metrics::{Stage, Unit};
use crate::ui::parts::{change_mark, value_whisker};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::words::{Words, words};
use crate::views::MetricView;

/// Width of the whisker beside the value, in CSS pixels.
const WIDTH: f64 = 260.0;

/// The head.
pub fn head(view: Signal<MetricView>) -> impl IntoView {
    let session = session();
    let words = words();
    let variants = Memo::new(move |_| view.with(|view| view.variants.clone()));
    let title =
        Memo::new(move |_| view.with(|view| words.metric_name(&view.row.id, view.variant.as_deref())));
    view! {
        <p class="small crumb">
            <a href=move || session.href(Page::Scorecard)>{words.t("scorecard.title")}</a>
            <span class="q3">" / " {move || view.with(|view| words.t(stage_key(view.row.stage)))}</span>
        </p>
        <div class="head">
            <div>
                <h1>{title}</h1>
                <p class="quiet small">{move || view.with(|view| under_name(words, view))}</p>
            </div>
            {move || segments(session, words, view, variants.get())}
        </div>
        {move || view.with(|view| value(words, view))}
    }
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Leading => "stage.leading",
        Stage::Lagging => "stage.lagging",
        Stage::Context => "stage.context",
    }
}

/// What is counted, in which period, and where hours matter in which time zone.
fn under_name(words: Words, view: &MetricView) -> String {
    let of = capitalized(&words.metric_of(&view.row.id));
    let mut parts = vec![words.fill("metric.page.of", &[("of", &of)])];
    if let Some(period) = view.frame.period {
        parts.push(words.fill("metric.page.period", &[("span", &words.span(period))]));
    }
    if view.row.unit == Unit::Hours || view.heat.is_some() {
        let zone = if view.frame.zone.is_empty() { "UTC" } else { &view.frame.zone };
        parts.push(words.fill("metric.page.zone", &[("zone", zone)]));
    }
    words.sentences(parts)
}

/// The line under a name begins small; as a sentence of its own it begins with a capital.
fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The windows that the value can be asked for.
fn segments(
    session: Session,
    words: Words,
    view: Signal<MetricView>,
    variants: Vec<String>,
) -> Option<AnyView> {
    if variants.len() < 2 {
        return None;
    }
    let buttons: Vec<AnyView> = variants
        .into_iter()
        .map(|key| {
            let text = words.key_name(crate::metrics::Dim::Window, &key);
            let test_id = format!("variant-{key}");
            let own = key.clone();
            let is_chosen = move || view.with(|view| view.variant.as_deref() == Some(own.as_str()));
            let pressed = move || if is_chosen() { "true" } else { "false" };
            view! {
                <button
                    type="button"
                    data-testid=test_id
                    aria-pressed=pressed
                    on:click=move |_| choose(session, &key)
                >
                    {text}
                </button>
            }
            .into_any()
        })
        .collect();
    let seg = view! {
        <div class="seg" role="group" aria-label=words.t("metric.page.window")>
            {buttons}
        </div>
    };
    Some(seg.into_any())
}

fn choose(session: Session, key: &str) {
    let mut route = session.route.get_untracked();
    if let Page::Metric { variant, .. } = &mut route.page {
        *variant = Some(key.to_owned());
        session.go(&route);
    }
}

/// The value with interval, whisker and change; or why there is none.
fn value(words: Words, view: &MetricView) -> AnyView {
    let currency = &view.frame.currency;
    let row = &view.row;
    if let Some(why) = words.why(row, currency) {
        let import = why.wants_file.then(|| {
            let href = session().href_now(Page::Import);
            view! { <a class="btn" href=href>{words.t("scorecard.add_file")}</a> }
        });
        return view! {
            <div class="big">
                <span class="hatch wide" aria-hidden="true"></span>
                <p class="why" data-testid="metric-value">
                    <b>{why.lead}</b>
                    {words.gap()}
                    {why.rest}
                </p>
                {import}
            </div>
        }
        .into_any();
    }
    let (value, unit) = words.shown(row.unit, row.figure.value().unwrap_or_default(), currency);
    let unit = (!unit.is_empty()).then(|| view! { <i>{format!("\u{a0}{unit}")}</i> });
    let interval = words.figure_interval(row.unit, &row.figure, currency);
    let between = interval.is_some().then_some(" · ");
    let n = words.fill("metric.page.n", &[("n", &words.counted(&row.figure))]);
    let against = row.before.as_ref().map(|before| {
        let known = match before.value() {
            Some(value) => words.value_with_unit(row.unit, value, currency),
            None => words.t("key.unknown"),
        };
        words.fill("metric.page.against", &[("value", &known), ("counted", &words.counted(before))])
    });
    view! {
        <div class="big">
            <p>
                <span class="huge" data-testid="metric-value">
                    <bdi dir="ltr" class="ltr">{value}</bdi>
                    {unit}
                </span>
                <span class="ci num">
                    <bdi dir="ltr" class="ltr">{interval}</bdi>
                    {between}
                    {n}
                </span>
            </p>
            <div>{value_whisker(words, row, currency, WIDTH)}</div>
            <div class="small changed">
                {change_mark(words, row, currency)}
                <span class="q3">{against}</span>
            </div>
        </div>
    }
    .into_any()
}
