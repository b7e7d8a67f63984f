//! A number of one's own: what it says, where it comes from, and the metric that it is held against.

use leptos::prelude::*;

use super::printed;
use crate::metrics::{BenchmarkChange, Meant, OwnBenchmark, Trust, Unit};
use crate::ui::pages::goals::read_number;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;

/// What is written in the form.
#[derive(Clone, Copy)]
pub struct Draft {
    benchmark: RwSignal<OwnBenchmark>,
    /// The number and the year as typed.
    number: RwSignal<String>,
    year: RwSignal<String>,
    /// One that is to be changed: its number is typed in its metric's unit.
    asked: RwSignal<bool>,
}

impl Draft {
    /// A new one.
    pub fn new() -> Draft {
        Draft {
            benchmark: RwSignal::new(OwnBenchmark::default()),
            number: RwSignal::new(String::new()),
            year: RwSignal::new(String::new()),
            asked: RwSignal::new(false),
        }
    }

    /// Changes one that there is.
    pub fn edit(self, own: &OwnBenchmark) {
        self.benchmark.set(own.clone());
        self.year.set(own.year.map(|year| year.to_string()).unwrap_or_default());
        self.asked.set(true);
    }

    fn clear(self) {
        self.benchmark.set(OwnBenchmark::default());
        self.number.set(String::new());
        self.year.set(String::new());
    }
}

/// The unit of a metric; a number that is only quoted is a share.
fn unit_of(metrics: &[(String, Unit)], id: &str) -> Unit {
    metrics.iter().find(|(known, _)| known == id).map_or(Unit::Ratio, |(_, unit)| *unit)
}

/// What the field of the number asks for.
pub fn asked_value(words: Words, unit: Unit) -> String {
    let asked = words.t("bench.form.value");
    if unit == Unit::Ratio { words.with_aside(&asked, &words.t("bench.percent")) } else { asked }
}

/// The form.
pub fn form(session: Session, draft: Draft, metrics: Signal<Vec<(String, Unit)>>) -> AnyView {
    let words = session.words();
    let unit = move || draft.benchmark.with(|own| metrics.with(|metrics| unit_of(metrics, &own.metric)));
    Effect::new(move || {
        if draft.asked.get() {
            let value = draft.benchmark.with_untracked(|own| own.value);
            draft.number.set(printed::typed(words, Meant::Plain(unit()), value));
            draft.asked.set(false);
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let own = draft.benchmark.get_untracked();
        let number = draft.number.with_untracked(|text| read_number(text, untrack(unit)));
        let Some(value) = number.filter(|_| !own.claim.trim().is_empty()) else {
            return session.say_error(words.t("bench.own.wrong"));
        };
        let year = draft.year.with_untracked(|year| year.trim().parse().ok());
        session.change_benchmarks(BenchmarkChange::Put(OwnBenchmark { value, year, ..own }));
        draft.clear();
    };
    let title = move || {
        words.t(if draft.benchmark.with(|own| own.id == 0) { "bench.own.add" } else { "bench.own.edit" })
    };
    let asked = move || asked_value(words, unit());
    view! {
        <section class="sec" data-testid="bench-own">
            <h2>{title}</h2>
            <p class="quiet small">{words.t("bench.own.text")}</p>
            <form class="bench-form wide" on:submit=save>
                {text(words, draft, "bench.own.claim", "bench-own-claim", |own| &mut own.claim)}
                <label>
                    <b>{asked}</b>
                    <input
                        class="field"
                        type="text"
                        inputmode="decimal"
                        data-testid="bench-own-value"
                        prop:value=move || draft.number.get()
                        on:input=move |event| draft.number.set(value_of(&event))
                    />
                </label>
                {metric_field(words, draft, metrics)}
                {text(words, draft, "bench.own.origin", "bench-own-origin", |own| &mut own.origin)}
                <label>
                    <b>{words.t("bench.own.year")}</b>
                    <input
                        class="field"
                        type="text"
                        inputmode="numeric"
                        prop:value=move || draft.year.get()
                        on:input=move |event| draft.year.set(value_of(&event))
                    />
                </label>
                {text(words, draft, "bench.own.population", "bench-own-population", |own| &mut own.population)}
                {trust_field(words, draft)}
                {text(words, draft, "bench.form.note", "bench-own-note", |own| &mut own.note)}
                <span class="acts">
                    <button class="btn primary" type="submit" data-testid="bench-own-save">
                        {words.t("action.save")}
                    </button>
                    <Show when=move || draft.benchmark.with(|own| own.id != 0)>
                        <button class="btn plain" type="button" on:click=move |_| draft.clear()>
                            {words.t("action.cancel")}
                        </button>
                    </Show>
                </span>
            </form>
        </section>
    }
    .into_any()
}

fn text(
    words: Words,
    draft: Draft,
    key: &'static str,
    test_id: &'static str,
    field: fn(&mut OwnBenchmark) -> &mut String,
) -> AnyView {
    let value = move || draft.benchmark.with(|own| field(&mut own.clone()).clone());
    view! {
        <label>
            <b>{words.t(key)}</b>
            <input
                class="field"
                type="text"
                maxlength="600"
                data-testid=test_id
                prop:value=value
                on:input=move |event| draft.benchmark.update(|own| *field(own) = value_of(&event))
            />
        </label>
    }
    .into_any()
}

fn metric_field(words: Words, draft: Draft, metrics: Signal<Vec<(String, Unit)>>) -> AnyView {
    let options = move || {
        let chosen = draft.benchmark.with(|own| own.metric.clone());
        metrics.with(|metrics| {
            metrics
                .iter()
                .map(|(id, _)| {
                    let name = words.metric_name(id, None);
                    view! { <option value=id.clone() selected=*id == chosen>{name}</option> }
                })
                .collect_view()
        })
    };
    let is_none = move || draft.benchmark.with(|own| own.metric.is_empty());
    view! {
        <label>
            <b>{words.t("bench.own.metric")}</b>
            <select
                class="field"
                data-testid="bench-own-metric"
                on:change=move |event| draft.benchmark.update(|own| own.metric = value_of(&event))
            >
                <option value="" selected=is_none>{words.t("bench.own.no_metric")}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn trust_field(words: Words, draft: Draft) -> AnyView {
    let options = Trust::ALL.map(|trust| {
        let is_chosen = move || draft.benchmark.with(|own| own.trust == trust);
        let name = words.t(&format!("bench.trust.{}", trust.id()));
        view! { <option value=trust.id() selected=is_chosen>{name}</option> }
    });
    let choose = move |event: web_sys::Event| {
        let id = value_of(&event);
        if let Some(trust) = Trust::ALL.into_iter().find(|trust| trust.id() == id) {
            draft.benchmark.update(|own| own.trust = trust);
        }
    };
    view! {
        <label>
            <b>{words.t("bench.trust")}</b>
            <select class="field" on:change=choose>
                {options.into_iter().collect_view()}
            </select>
        </label>
    }
    .into_any()
}
