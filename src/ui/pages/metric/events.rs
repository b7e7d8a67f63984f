//! A metric before and after an event, with the same comparison at days without one.

use leptos::prelude::*;

use super::super::shown::followed;
use crate::facts::Day;
use crate::metrics::{BeforeAfter, Compared, Unit, Verdict};
use crate::ui::parts::{Change, ChangeRange, Direction, Failed, Judgement, Pick};
use crate::ui::route::Page;
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::{Answer, Ask, BeforeAfterView, MetricView};

/// The windows that can be chosen, in weeks.
const WINDOWS: [u32; 4] = [2, 4, 8, 13];
/// Geometry of the strip of differences.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 46.0;

/// The section.
pub fn section(view: Signal<MetricView>) -> impl IntoView {
    let session = session();
    let words = session.words();
    let day = RwSignal::new(None::<Day>);
    let weeks = RwSignal::new(4u32);
    let asked = Memo::new(move |_| {
        view.with(|view| (view.row.id.clone(), view.frame.filter.clone(), view.variant.clone()))
    });
    let question = move || {
        let (id, filter, variant) = asked.get();
        Ask::BeforeAfter { id, filter, day: day.get(), weeks: weeks.get(), variant }
    };
    let (found, failure) = followed(question, |answer| match answer {
        Answer::BeforeAfter { view } => Some((**view).clone()),
        _ => None,
    });
    let options = Signal::derive(move || {
        found.with(|found| found.as_ref().map(|found| event_options(words, found)).unwrap_or_default())
    });
    let chosen = Signal::derive(move || {
        found.with(|found| found.as_ref().and_then(chosen_day)).map(|day| day.to_string()).unwrap_or_default()
    });
    let windows = Signal::derive(move || {
        let option = |weeks: u32| (weeks.to_string(), words.count("length.weeks", u64::from(weeks), &[]));
        WINDOWS.map(option).to_vec()
    });
    // None before the first answer.
    let has_events =
        Memo::new(move |_| found.with(|found| found.as_ref().map(|found| !found.events.is_empty())));
    let body = move || {
        if !has_events.get()? {
            let none = view! {
                <p class="quiet small">
                    {words.t("events.none")}
                    {words.gap()}
                    <a href=session.href_now(Page::Log)>{words.t("events.log_link")}</a>
                </p>
            };
            return Some(none.into_any());
        }
        let compared = move || found.with(|found| found.as_ref().map(|found| comparison(words, found)));
        let body = view! {
            <div class="bydim">
                <Pick
                    name=words.t("events.event")
                    test_id="event"
                    options=options
                    value=chosen
                    on_pick=move |text| day.set(text.parse().ok().map(Day))
                />
                <Pick
                    name=words.t("events.window")
                    test_id="event-window"
                    options=windows
                    value=Signal::derive(move || weeks.get().to_string())
                    on_pick=move |text| weeks.set(text.parse().unwrap_or(4))
                />
            </div>
            {compared}
        };
        Some(body.into_any())
    };
    view! {
        <section class="sec events" data-testid="events">
            <h2>{words.t("events.title")}</h2>
            <p class="small quiet">{words.t("events.text")}</p>
            {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
            {body}
        </section>
    }
}

fn event_options(words: Words, found: &BeforeAfterView) -> Vec<(String, String)> {
    let option = |event: &crate::charts::EventMark| {
        let text = format!("{} · {}", words.day(Day(event.day)), words.event_name(&event.name));
        (event.day.to_string(), text)
    };
    found.events.iter().rev().map(option).collect()
}

fn chosen_day(found: &BeforeAfterView) -> Option<i32> {
    let place = usize::try_from(found.chosen?).ok()?;
    Some(found.events.get(place)?.day)
}

/// The unit to print in: means of scores have a decimal, as a pillar's score has.
fn printed_unit(unit: Unit) -> Unit {
    if unit == Unit::Score { Unit::Pillar } else { unit }
}

fn comparison(words: Words, view: &BeforeAfterView) -> AnyView {
    let Some(found) = &view.found else { return ().into_any() };
    let (unit, currency) = (printed_unit(view.unit), &view.currency);
    let value = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| words.value_with_unit(unit, value, currency))
    };
    let compared = words.t(match found.compared {
        Compared::Figures => "events.compared.figures",
        Compared::Weeks => "events.compared.weeks",
        Compared::Growth => "events.compared.growth",
        Compared::Readings => "events.compared.readings",
    });
    let others = (!view.others.is_empty()).then(|| {
        let names: Vec<String> = view.others.iter().map(|event| words.event_name(&event.name)).collect();
        words.fill("events.others", &[("names", &words.list(&names))])
    });
    view! {
        <table class="data before-after" data-testid="before-after">
            <thead>
                <tr>
                    <th scope="col">{words.t("events.before")}</th>
                    <th scope="col">{words.t("events.after")}</th>
                    <th scope="col">{words.t("scorecard.head.change")}</th>
                </tr>
            </thead>
            <tbody>
                <tr>
                    <td>
                        <b class="val num">
                            <bdi>{value(found.old)}</bdi>
                        </b>
                        <small class="q3 num">{words.span(found.before)}</small>
                    </td>
                    <td>
                        <b class="val num">
                            <bdi>{value(found.new)}</bdi>
                        </b>
                        <small class="q3 num">{words.span(found.after)}</small>
                    </td>
                    <td class="c-delta">{difference(words, view, found)}</td>
                </tr>
            </tbody>
        </table>
        <p class="small quiet">{compared}</p>
        {placebos(words, found)}
        <p class="small">{others}</p>
        <p class="small q3">{words.t("events.caveat")}</p>
    }
    .into_any()
}

fn difference(words: Words, view: &BeforeAfterView, found: &BeforeAfter) -> AnyView {
    let unit = printed_unit(view.unit);
    let Some(change) = found.change else {
        return view! { <span class="small q3">{words.t("events.no_value")}</span> }.into_any();
    };
    let judgement = match change.verdict {
        Verdict::Better => Judgement::Better,
        Verdict::Worse => Judgement::Worse,
        Verdict::CannotTell => Judgement::Unclear,
        Verdict::Moved | Verdict::Counted => Judgement::Neutral,
    };
    let word = match change.verdict {
        Verdict::Better => "verdict.better",
        Verdict::Worse => "verdict.worse",
        Verdict::Moved => "verdict.moved",
        Verdict::CannotTell => "verdict.cannot_tell",
        Verdict::Counted => "verdict.counted",
    };
    let interval = change
        .low
        .zip(change.high)
        .map(|(low, high)| words.signed_interval(unit, low, high, &view.currency))
        .unwrap_or_default();
    let range = change.low.zip(change.high).map(|(low, high)| {
        let reach = (low.abs().max(high.abs()) * 1.5).max(f64::MIN_POSITIVE);
        let at = |value: f64| 0.5 + value / reach / 2.0;
        ChangeRange { low: at(low), change: at(change.difference), high: at(high) }
    });
    view! {
        <Change
            range=range
            judgement=judgement
            direction=if change.difference < 0.0 { Direction::Down } else { Direction::Up }
            number=words.signed(unit, change.difference, &view.currency)
            word=words.t(word)
            interval=interval
        />
    }
    .into_any()
}

/// How often such a difference comes by itself: a ring for each day without an event, a dot for the event, over a
/// line with zero in its middle.
fn placebos(words: Words, found: &BeforeAfter) -> AnyView {
    let Some(change) = found.change else { return ().into_any() };
    if found.placebos.is_empty() {
        return view! { <p class="small quiet">{words.t("events.no_placebo")}</p> }.into_any();
    }
    let largest = found.placebos.iter().copied().chain([change.difference]).map(f64::abs).fold(0.0, f64::max);
    let reach = largest.max(f64::MIN_POSITIVE) * 1.08;
    let x = |value: f64| WIDTH / 2.0 * (1.0 + value / reach);
    let rings = found
        .placebos
        .iter()
        .enumerate()
        .map(|(at, value)| {
            // Three rows, so that equal differences stay apart.
            let y = 9.0 + f64::from(u8::try_from(at % 3).unwrap_or(0)) * 9.0;
            view! { <circle class="ring" cx=format!("{:.1}", x(*value)) cy=format!("{y}") r="3" /> }
        })
        .collect_view();
    let said = words.count(
        "events.placebo",
        u64::try_from(found.placebos.len()).unwrap_or(0),
        &[("k", &words.integer(u64::from(found.as_large)))],
    );
    let middle = WIDTH / 2.0;
    view! {
        <svg
            class="placebos"
            width="320"
            height="46"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            role="img"
            aria-label=words.t("events.placebo_label")
        >
            <path class="axis" d=format!("M0 38H{WIDTH}M{middle} 4V42") fill="none" />
            {rings}
            <circle class="dot" cx=format!("{:.1}", x(change.difference)) cy="38" r="4.5" />
        </svg>
        <p class="small" data-testid="placebos">{said}</p>
    }
    .into_any()
}
