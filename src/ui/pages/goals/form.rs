//! Setting a goal, and changing one.

use leptos::prelude::*;

use super::fields::{Fields, PRESETS};
use super::says::goal_name;
use crate::metrics::{GoalChange, GoalOf, GoalPer, Measure, Section, Unit};
use crate::ui::browser::today;
use crate::ui::parts::{Line, choice_field, labelled, line_field};
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{Ask, GoalMetric, GoalsView};

/// The section.
pub fn section(session: Session, view: Signal<GoalsView>, fields: Fields) -> impl IntoView {
    let words = session.words();
    let presets = PRESETS
        .iter()
        .map(|preset| {
            view! {
                <button
                    class="btn"
                    type="button"
                    data-testid=format!("preset-{}", preset.id)
                    on:click=move |_| view.with(|view| fields.preset(preset, view, today()))
                >
                    {words.t(&format!("goals.preset.{}", preset.id))}
                </button>
            }
        })
        .collect_view();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match view.with_untracked(|view| fields.goal(&view.metrics)) {
            Ok(goal) => {
                let key = if goal.id == 0 { "goals.said.set" } else { "goals.said.changed" };
                let said = words.fill(key, &[("name", &goal_name(words, &goal))]);
                session.change_plan(Ask::ChangeGoals { change: GoalChange::Put(goal) }, said);
                fields.clear();
            }
            Err(fault) => fields.fault.set(Some(fault)),
        }
    };
    let known = Memo::new(move |_| {
        let id = fields.metric.get();
        view.with(|view| view.metrics.iter().find(|metric| metric.id == id).cloned())
    });
    let unit = Memo::new(move |_| known.get().map(|metric| metric.unit));
    view! {
        <section class="sec">
            <h2>
                {move || words.t(if fields.id.get() == 0 { "goals.new" } else { "goals.edit" })}
            </h2>
            <p class="quiet small">{words.t("goals.new_text")}</p>
            <div class="presets" role="group" aria-label=words.t("goals.presets")>
                {presets}
            </div>
            <form class="entry-form" data-testid="goal-form" on:submit=send novalidate>
                {labelled("goal-metric", words.t("goals.metric"), true, metric_pick(words, view, fields))}
                <Show when=move || known.with(|metric| metric.as_ref().is_some_and(|metric| metric.of_persona))>
                    {persona_pick(words, view, fields)}
                </Show>
                {who_pick(words, view, fields)}
                <div class="entry-field">
                    <label for="goal-target">
                        {move || match unit.get() {
                            Some(Unit::Ratio) => words.t("goals.target_percent"),
                            // The word as it stands with several.
                            Some(unit) if !words.unit_word(unit, 10.0).is_empty() => {
                                words.fill("goals.target_in", &[("unit", &words.unit_word(unit, 10.0))])
                            }
                            _ => words.t("goals.target"),
                        }}
                    </label>
                    <input
                        node_ref=fields.focus
                        id="goal-target"
                        class="field"
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        data-testid="goal-target"
                        prop:value=move || fields.target.get()
                        on:input=move |event| fields.target.set(value_of(&event))
                    />
                </div>
                <Show when=move || known.with(|metric| is_of(metric, Measure::Sum))>
                    {per_pick(words, fields)}
                </Show>
                {line_field("goal-start", words.t("goals.start"), Line::Day, fields.start)}
                <Show when=move || known.with(|metric| is_of(metric, Measure::Level))>
                    <div class="entry-field">
                        <label for="goal-start-value">{words.t("goals.start_value")}</label>
                        <input
                            id="goal-start-value"
                            class="field"
                            type="text"
                            inputmode="decimal"
                            autocomplete="off"
                            placeholder=words.t("goals.start_value_blank")
                            prop:value=move || fields.start_value.get()
                            on:input=move |event| fields.start_value.set(value_of(&event))
                        />
                    </div>
                </Show>
                {line_field("goal-deadline", words.t("goals.deadline"), Line::Day, fields.deadline)}
                {every_pick(words, fields)}
                <p class="err small" role="alert" data-testid="goal-fault">
                    {move || fields.fault.get().map(|key| words.t(key))}
                </p>
                <div class="acts">
                    <button class="btn primary" type="submit" data-testid="goal-save">
                        {words.t("action.save")}
                    </button>
                    <Show when=move || fields.id.get() != 0>
                        <button class="btn plain" type="button" on:click=move |_| fields.clear()>
                            {words.t("action.cancel")}
                        </button>
                    </Show>
                </div>
            </form>
        </section>
    }
}

fn is_of(metric: &Option<GoalMetric>, measure: Measure) -> bool {
    metric.as_ref().is_some_and(|metric| metric.measure == measure)
}

/// The metrics by section, in the scorecard's order.
fn metric_pick(words: Words, view: Signal<GoalsView>, fields: Fields) -> AnyView {
    let metrics = Memo::new(move |_| view.with(|view| view.metrics.clone()));
    let options = move || {
        let metrics = metrics.get();
        let mut sections: Vec<Section> = Vec::new();
        for metric in &metrics {
            if !sections.contains(&metric.section) {
                sections.push(metric.section);
            }
        }
        let group = |section: Section| {
            let own = metrics.iter().filter(|metric| metric.section == section).map(|metric| {
                let id = metric.id.clone();
                view! {
                    <option
                        value=metric.id.clone()
                        prop:selected=move || fields.metric.with(|chosen| *chosen == id)
                    >
                        {words.metric_name(&metric.id, None)}
                    </option>
                }
            });
            let own = own.collect_view();
            view! { <optgroup label=words.t(&format!("section.{}", section.id()))>{own}</optgroup> }
        };
        sections.into_iter().map(group).collect_view()
    };
    view! {
        <select
            id="goal-metric"
            class="sel"
            data-testid="goal-metric"
            on:change=move |event| fields.metric.set(value_of(&event))
        >
            <option value="" prop:selected=move || fields.metric.with(String::is_empty)>
                {words.t("goals.choose")}
            </option>
            {options}
        </select>
    }
    .into_any()
}

fn persona_pick(words: Words, view: Signal<GoalsView>, fields: Fields) -> AnyView {
    let names = Memo::new(move |_| view.with(|view| view.frame.personas.clone()));
    let option = move |name: String| {
        let (own, value) = (name.clone(), name.clone());
        view! {
            <option value=value prop:selected=move || fields.persona.with(|chosen| *chosen == own)>
                {name}
            </option>
        }
    };
    let options = view! {
        <option value="" prop:selected=move || fields.persona.with(String::is_empty)>
            {words.t("goals.choose")}
        </option>
        {move || names.get().into_iter().map(option).collect_view()}
    };
    let choose = move |name| fields.persona.set(name);
    choice_field("goal-persona", words.t("goals.persona"), options.into_any(), choose)
}

/// Everyone, the teams, the sellers. The value of an option is its place.
fn who_pick(words: Words, view: Signal<GoalsView>, fields: Fields) -> AnyView {
    let all = Memo::new(move |_| {
        view.with(|view| {
            let groups = &view.frame.groups;
            let teams = groups.iter().filter_map(|group| group.team.clone()).map(GoalOf::Team);
            let sellers = view.frame.sellers.iter().cloned().map(GoalOf::Seller);
            std::iter::once(GoalOf::All).chain(teams).chain(sellers).collect::<Vec<_>>()
        })
    });
    let options = move || {
        let option = |(place, of): (usize, GoalOf)| {
            let text = super::says::whose(words, &of);
            view! {
                <option value=place.to_string() prop:selected=move || fields.of.with(|chosen| *chosen == of)>
                    {text}
                </option>
            }
        };
        all.get().into_iter().enumerate().map(option).collect_view()
    };
    let choose = move |place: String| {
        let place = place.parse::<usize>().unwrap_or(0);
        fields.of.set(all.with(|all| all.get(place).cloned().unwrap_or_default()));
    };
    choice_field("goal-of", words.t("goals.of"), options.into_any(), choose)
}

fn per_pick(words: Words, fields: Fields) -> AnyView {
    let option = |per: GoalPer, value: &'static str, key: &str| {
        view! {
            <option value=value prop:selected=move || fields.per.get() == per>
                {words.t(key)}
            </option>
        }
    };
    let options = [
        option(GoalPer::Deadline, "deadline", "goals.per_deadline"),
        option(GoalPer::Week, "week", "goals.per_each_week"),
    ];
    let choose = move |per| fields.per.set(if per == "week" { GoalPer::Week } else { GoalPer::Deadline });
    choice_field("goal-per", words.t("goals.per"), options.into_any(), choose)
}

fn every_pick(words: Words, fields: Fields) -> AnyView {
    let options = [(1u8, "goals.every_week"), (2, "goals.every_fortnight"), (4, "goals.every_month")]
        .map(|(weeks, key)| {
            view! {
                <option value=weeks.to_string() prop:selected=move || fields.every.get() == weeks>
                    {words.t(key)}
                </option>
            }
        })
        .collect_view();
    let choose = move |weeks: String| fields.every.set(weeks.parse().unwrap_or(1));
    choice_field("goal-every", words.t("goals.every"), options.into_any(), choose)
}
