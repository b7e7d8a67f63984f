//! The week by hours, with its choices, and how long people wait.

use leptos::prelude::*;

use super::rules;
use crate::metrics::{Figure, Unit};
use crate::ui::pages::metric::heat::{beside, legend};
use crate::ui::pages::metric::heat_data::{Shown, data, weekday_of};
use crate::ui::pages::metric::heat_twin::{sentence, twin};
use crate::ui::pages::metric::survival::survival;
use crate::ui::pages::shown::followed;
use crate::ui::parts::{DayRange, Failed, HeatMap, HeatMapData, Pick, WorkingHours};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Answer, Ask, TalkHoursView, WeekView};

/// What the map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looking {
    Share,
    Time,
    Volume,
}

/// The week by hours, and how long people wait.
pub fn hours(session: Session) -> AnyView {
    let words = session.words();
    let window = RwSignal::new("4h".to_owned());
    let in_business_hours = RwSignal::new(false);
    let filter = Memo::new(move |_| session.filter());
    let question = move || Ask::TalkHours {
        filter: filter.get(),
        window: window.get(),
        in_business_hours: in_business_hours.get(),
    };
    let (view, failure) = followed(question, |answer| match answer {
        Answer::TalkHours { view } => Some((**view).clone()),
        _ => None,
    });
    let has_heat = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.share.heat.is_some())));
    let body = move || match has_heat.get() {
        // As high as a window, so that what follows does not move when the map is there.
        None => view! {
            <section class="sec">
                <h2>{words.t("talk.hours.title")}</h2>
                <span class="skel tall" aria-hidden="true"></span>
            </section>
        }
        .into_any(),
        Some(false) => view! {
            <section class="sec">
                <h2>{words.t("talk.hours.title")}</h2>
                <p class="quiet">{words.t("talk.hours.none")}</p>
            </section>
        }
        .into_any(),
        Some(true) => {
            let Some(first) = view.get_untracked() else { return ().into_any() };
            let known = Memo::new(move |_| view.get().unwrap_or_else(|| first.clone())).into();
            view! {
                {map(session, known, window, in_business_hours)}
                {waits(words, known)}
            }
            .into_any()
        }
    };
    view! {
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {body}
    }
    .into_any()
}

fn map(
    session: Session,
    view: Signal<TalkHoursView>,
    window: RwSignal<String>,
    in_business_hours: RwSignal<bool>,
) -> AnyView {
    let words = session.words();
    let looking = RwSignal::new(Looking::Share);
    let chosen = RwSignal::new(None::<(usize, usize)>);
    let button = move |own: Looking, text: &'static str, test_id: &'static str| {
        let pressed = move || if looking.get() == own { "true" } else { "false" };
        view! {
            <button type="button" data-testid=test_id aria-pressed=pressed on:click=move |_| looking.set(own)>
                {words.t(text)}
            </button>
        }
    };
    let shown = move || if looking.get() == Looking::Volume { Shown::Volume } else { Shown::Value };
    let drawn = Memo::new(move |_| view.with(|view| drawn(words, view, week(view, looking.get()), shown())));
    let said = move || view.with(|view| said(words, view, looking.get()));
    let found = move || {
        view.with(|view| {
            let week = week(view, looking.get());
            let name = words.metric_name(&week.row.id, Some(&view.window));
            week.heat.as_ref().map(|heat| sentence(words, &name, week.row.unit, heat))
        })
    };
    let of_twin = Memo::new(move |_| {
        view.with(|view| {
            let week = week(view, looking.get());
            Some((week.row.unit, week.heat.clone()?))
        })
    });
    let windows = Signal::derive(move || {
        let named = |key: &String| (key.clone(), words.key_name(crate::metrics::Dim::Window, key));
        view.with(|view| view.windows.iter().map(named).collect::<Vec<_>>())
    });
    let bases = vec![
        ("calendar".to_owned(), words.t("talk.hours.calendar")),
        ("business".to_owned(), words.t("talk.hours.business")),
    ];
    view! {
        <section class="sec">
            <div class="hm">
                <div>
                    <h2>{words.t("talk.hours.title")}</h2>
                    <p class="small quiet" data-testid="talk-hours-of">{said}</p>
                </div>
                <div class="seg push" role="group" aria-label=words.t("heat.show")>
                    {button(Looking::Share, "talk.hours.share", "talk-share")}
                    {button(Looking::Time, "heat.median", "talk-time")}
                    {button(Looking::Volume, "heat.volume", "talk-volume")}
                </div>
            </div>
            <div class="talk-picks">
                <Pick
                    name=words.t("metric.page.window")
                    test_id="talk-window"
                    options=windows
                    value=Signal::derive(move || view.with(|view| view.window.clone()))
                    on_pick=move |picked| window.set(picked)
                />
                <Pick
                    name=words.t("talk.hours.basis")
                    test_id="talk-basis"
                    options=Signal::derive(move || bases.clone())
                    value=Signal::derive(move || {
                        let is_business = in_business_hours.get();
                        if is_business { "business".to_owned() } else { "calendar".to_owned() }
                    })
                    on_pick=move |picked| {
                        in_business_hours.set(picked == "business");
                        looking.set(Looking::Time);
                    }
                />
                {rules::rules(session, Signal::derive(move || view.with(|view| view.rules.clone())))}
            </div>
            <div class="cols heat">
                <figure data-testid="talk-map">
                    <HeatMap data=drawn chosen=chosen label=Signal::derive(said) id="talk" />
                    <figcaption class="legend">
                        {move || {
                            view.with(|view| {
                                let week = week(view, looking.get());
                                week.heat.as_ref().map(|heat| legend(words, week.row.unit, heat, shown()))
                            })
                        }}
                        <span>
                            <i class="worked swatch" aria-hidden="true"></i>
                            {words.t("talk.hours.business")}
                        </span>
                    </figcaption>
                    <p class="small quiet" data-testid="talk-sentence">{found}</p>
                    {twin(words, of_twin.into())}
                </figure>
                <aside class="side">
                    <section aria-live="polite" data-testid="talk-chosen">
                        {move || {
                            view.with(|view| {
                                let week = week(view, looking.get());
                                week.heat
                                    .as_ref()
                                    .map(|heat| beside(words, week.row.unit, heat, chosen.get()))
                            })
                        }}
                    </section>
                </aside>
            </div>
        </section>
    }
    .into_any()
}

/// The metric that is looked at; volumes are those of the share.
fn week(view: &TalkHoursView, looking: Looking) -> &WeekView {
    if looking == Looking::Time { &view.time } else { &view.share }
}

fn said(words: Words, view: &TalkHoursView, looking: Looking) -> String {
    let span = words.span(view.span);
    let zone = if view.frame.zone.is_empty() { "UTC".to_owned() } else { view.frame.zone.clone() };
    let window = words.key_name(crate::metrics::Dim::Window, &view.window);
    let key = match looking {
        Looking::Share => "talk.hours.of_share",
        Looking::Time if view.in_business_hours => "talk.hours.of_business",
        Looking::Time => "talk.hours.of_time",
        Looking::Volume => "talk.hours.of_volume",
    };
    words.fill(key, &[("span", &span), ("zone", &zone), ("window", &window)])
}

/// The map with the whiskers of its days and the working hours.
fn drawn(words: Words, view: &TalkHoursView, week: &WeekView, shown: Shown) -> HeatMapData {
    let Some(heat) = &week.heat else {
        return HeatMapData {
            rows: Vec::new(),
            volumes: Vec::new(),
            volume_name: String::new(),
            hours: Vec::new(),
            range_name: String::new(),
            range_ends: (String::new(), String::new()),
            working: None,
            empty_label: String::new(),
        };
    };
    let mut map = data(words, &week.row, heat, shown);
    let top = top_of(week.row.unit, &week.days);
    let of_row = |row: usize| {
        let weekday = usize::from(weekday_of(words, row));
        week.days.get(weekday - 1).and_then(Option::as_ref)
    };
    if shown == Shown::Value && top > 0.0 {
        for (row, line) in map.rows.iter_mut().enumerate() {
            line.range = of_row(row).and_then(|figure| range(figure, top));
        }
        map.range_name = words.t("talk.hours.by_day");
        map.range_ends = words.axis_ends(week.row.unit, top, "");
    }
    map.working = working(words, view);
    map
}

fn top_of(unit: Unit, days: &[Option<Figure>]) -> f64 {
    if unit == Unit::Ratio {
        return 1.0;
    }
    let ends = days.iter().flatten().filter_map(|figure| figure.high.map(|high| high.to_f64()));
    ends.chain(days.iter().flatten().filter_map(Figure::value)).fold(0.0, f64::max)
}

fn range(figure: &Figure, top: f64) -> Option<DayRange> {
    let value = figure.value()?;
    let low = figure.low.map_or(value, |low| low.to_f64());
    let high = figure.high.map_or(top, |high| high.to_f64());
    Some(DayRange { low: low / top, value: value / top, high: high / top })
}

/// The working hours, where their days stand together in the order of the language.
fn working(words: Words, view: &TalkHoursView) -> Option<WorkingHours> {
    let hours = &view.rules.business_hours;
    let is_working = |row: &usize| hours.days.contains(&weekday_of(words, *row));
    let rows: Vec<usize> = (0..7).filter(is_working).collect();
    let (first, last) = (*rows.first()?, *rows.last()?);
    let is_one_block = last - first + 1 == rows.len() && hours.is_any();
    let at = |row: usize| u8::try_from(row).unwrap_or(0);
    is_one_block.then(|| WorkingHours { rows: at(first)..at(last + 1), hours: hours.from..hours.to })
}

/// How long people wait, over the period.
fn waits(words: Words, view: Signal<TalkHoursView>) -> AnyView {
    let opened = Memo::new(move |_| view.with(|view| view.waits.clone()));
    let spec = Memo::new(move |_| view.with(|view| view.waits.survival.clone()));
    let is_there = Memo::new(move |_| spec.with(Option::is_some));
    let curve = move || {
        let first = is_there.get().then(|| spec.get_untracked()).flatten()?;
        let kept = Memo::new(move |_| spec.get().unwrap_or_else(|| first.clone()));
        Some(survival(opened.into(), kept.into()).into_any())
    };
    view! {
        <div class="talk-waits" data-testid="talk-waits">
            {curve}
            <p class="small quiet">
                {move || {
                    let is_business = view.with(|view| view.in_business_hours);
                    words.t(if is_business { "talk.waits.business" } else { "talk.waits.calendar" })
                }}
            </p>
        </div>
    }
    .into_any()
}
