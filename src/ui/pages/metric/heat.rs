//! The week by hours: the map, its scale, and the chosen cell with its interval beside it.

use leptos::prelude::*;

use super::heat_data::{Shown, counts, data, figure_at, is_not_reached, is_too_few, scale_top, weekday_of};
use super::heat_twin::{sentence, twin};
use crate::metrics::{Figure, Unit};
use crate::ui::parts::HeatMap;
use crate::ui::words::{Words, words};
use crate::views::{HeatView, MetricView};

/// The week by hours.
pub fn heat(view: Signal<MetricView>, heat: Signal<HeatView>) -> impl IntoView {
    let words = words();
    let shown = RwSignal::new(Shown::Value);
    let chosen = RwSignal::new(None::<(usize, usize)>);
    let map =
        Memo::new(move |_| view.with(|view| heat.with(|heat| data(words, &view.row, heat, shown.get()))));
    let label = Signal::derive(move || {
        view.with(|view| {
            let name = words.metric_name(&view.row.id, view.variant.as_deref());
            words.fill("heat.label", &[("name", &name)])
        })
    });
    let said = move || {
        view.with(|view| {
            let name = words.metric_name(&view.row.id, view.variant.as_deref());
            heat.with(|heat| sentence(words, &name, view.row.unit, heat))
        })
    };
    let of_twin = Memo::new(move |_| Some((view.with(|view| view.row.unit), heat.get())));
    let button = move |own: Shown, text: &'static str, test_id: &'static str| {
        let pressed = move || if shown.get() == own { "true" } else { "false" };
        view! {
            <button type="button" data-testid=test_id aria-pressed=pressed on:click=move |_| shown.set(own)>
                {words.t(text)}
            </button>
        }
    };
    let value_text =
        if view.with_untracked(|view| view.row.unit) == Unit::Ratio { "heat.share" } else { "heat.median" };
    view! {
        <section class="sec">
            <div class="hm">
                <div>
                    <h2>{words.t("heat.title")}</h2>
                    <p class="small quiet">
                        {move || {
                            view.with(|view| {
                                let zone =
                                    if view.frame.zone.is_empty() { "UTC" } else { &view.frame.zone };
                                words.fill("heat.of", &[("zone", zone)])
                            })
                        }}
                    </p>
                </div>
                <div class="seg push" role="group" aria-label=words.t("heat.show")>
                    {button(Shown::Value, value_text, "heat-value")}
                    {button(Shown::Volume, "heat.volume", "heat-volume")}
                </div>
            </div>
            <div class="cols heat">
                <figure data-testid="heat-map">
                    <HeatMap data=map chosen=chosen label=label id="heat" />
                    <figcaption class="legend">
                        {move || view.with(|view| heat.with(|heat| legend(words, view.row.unit, heat, shown.get())))}
                    </figcaption>
                    <p class="small quiet" data-testid="heat-sentence">{said}</p>
                    {twin(words, of_twin.into())}
                </figure>
                <aside class="side">
                    <section aria-live="polite" data-testid="heat-chosen">
                        {move || {
                            view.with(|view| heat.with(|heat| beside(words, view.row.unit, heat, chosen.get())))
                        }}
                    </section>
                </aside>
            </div>
        </section>
    }
}

/// The scale and the signs of the map.
pub fn legend(words: Words, unit: Unit, heat: &HeatView, shown: Shown) -> AnyView {
    let top = match shown {
        Shown::Value => words.tick(unit, scale_top(unit, heat), true, ""),
        Shown::Volume => words.integer(heat.most),
    };
    let few = (shown == Shown::Value).then(|| {
        let need = words.integer(u64::from(heat.need));
        view! {
            <span>
                <i class="hatch swatch" aria-hidden="true"></i>
                {words.fill("heat.few", &[("need", &need)])}
            </span>
        }
    });
    view! {
        <span dir="ltr">
            {words.tidy(0.0)}
            <span class="sc" aria-hidden="true">
                <i></i>
                <i></i>
                <i></i>
                <i></i>
                <i></i>
                <i></i>
                <i></i>
            </span>
            {top}
        </span>
        {few}
        <span>
            <i class="blank swatch" aria-hidden="true"></i>
            {words.t("heat.empty")}
        </span>
    }
    .into_any()
}

/// What is known of the chosen cell.
pub fn beside(words: Words, unit: Unit, heat: &HeatView, chosen: Option<(usize, usize)>) -> AnyView {
    let Some((row, hour)) = chosen else {
        return view! { <p>{words.t("heat.choose")}</p> }.into_any();
    };
    let hours = words.hour_range(u8::try_from(hour).unwrap_or(0));
    let place = words.in_line([words.weekday(weekday_of(words, row)), hours]);
    let body = match figure_at(words, heat, row, hour) {
        None => view! { <p>{words.t("heat.empty")}</p> }.into_any(),
        Some(figure) => of_cell(words, unit, heat, figure),
    };
    view! {
        <h3>{place}</h3>
        {body}
    }
    .into_any()
}

fn of_cell(words: Words, unit: Unit, heat: &HeatView, figure: &Figure) -> AnyView {
    let count = words.k_of_n(counts(figure), figure.n);
    if is_too_few(heat, figure) {
        let why = if is_not_reached(figure) && figure.n >= u64::from(heat.need) {
            words.t("state.not_reached")
        } else {
            words.t("state.too_few")
        };
        return view! { <p>{why} " " {count}</p> }.into_any();
    }
    let value = figure.value().map(|value| words.value_with_unit(unit, value, ""));
    let interval = words.figure_interval(unit, figure, "");
    view! {
        <p class="vals">
            <span class="val ink">
                <bdi dir="ltr" class="ltr">{value}</bdi>
            </span>
            <span class="num">
                <bdi dir="ltr" class="ltr">{interval}</bdi>
            </span>
        </p>
        <p>{count}</p>
    }
    .into_any()
}
