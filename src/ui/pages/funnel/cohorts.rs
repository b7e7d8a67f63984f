//! The table of cohorts: a bar and a rate for every step; none while it is still moving.

use leptos::prelude::*;

use super::step_name;
use crate::metrics::{State, Unit};
use crate::ui::parts::CopyTable;
use crate::ui::words::Words;
use crate::views::{CohortStep, CohortView, FunnelView};

/// Length of the longest bar, in CSS pixels.
const LONGEST: f64 = 108.0;

/// The table.
pub fn cohorts(words: Words, view: &FunnelView) -> AnyView {
    let heads: Vec<AnyView> = ["connection"]
        .into_iter()
        .chain(view.steps.iter().map(String::as_str))
        .map(|step| view! { <th scope="col">{step_name(words, step)}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = view.cohorts.iter().map(|cohort| row(words, view, cohort)).collect();
    let lacking = view.lacks_meetings.then(
        || view! { <p class="note">{words.t("funnel.lacks_meetings")} {words.gap()} {words.t("need.meetings")}</p> },
    );
    let copied = StoredValue::new(view.clone());
    view! {
        <section class="sec">
            <div class="scrolls">
                <table class="data cohorts" data-testid="cohorts">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("funnel.began")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="tfoot">
                {lacking}
                <p class="small push">
                    <CopyTable lines=move || copied.with_value(|view| lines(words, view)) />
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn row(words: Words, view: &FunnelView, cohort: &CohortView) -> AnyView {
    let cells: Vec<AnyView> = cohort.steps.iter().map(|step| cell(words, view, step)).collect();
    view! {
        <tr>
            <th scope="row">{words.span(cohort.span)}</th>
            <td>{bar(words, view, cohort.connected, false)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(words: Words, view: &FunnelView, step: &CohortStep) -> AnyView {
    let Some(reached) = step.reached else {
        return view! {
            <td>
                <span class="hatch swatch" aria-hidden="true"></span>
                <small class="q3">{words.t("funnel.unknown")}</small>
            </td>
        }
        .into_any();
    };
    view! {
        <td>
            {bar(words, view, reached, step.is_open)}
            <small class="num">{under(words, step)}</small>
        </td>
    }
    .into_any()
}

/// What stands under a bar: the rate with its interval, or why there is none.
fn under(words: Words, step: &CohortStep) -> AnyView {
    if step.is_open {
        return view! { <span class="q3">{words.t("funnel.open")}</span> }.into_any();
    }
    match (step.figure.state, step.figure.value()) {
        (State::Value(_), Some(value)) => {
            let interval = words.figure_interval(Unit::Ratio, &step.figure, "");
            view! {
                <bdi dir="ltr" class="ltr">
                    <b>{words.value(Unit::Ratio, value, "")}</b>
                    " "
                    <span class="q3">{interval}</span>
                </bdi>
            }
            .into_any()
        }
        (State::TooFew { .. }, _) => {
            let counts = words.counted(&step.figure);
            view! { <span class="q3">{counts}" · "{words.t("state.too_few")}</span> }.into_any()
        }
        _ => view! { <span class="q3">{words.t("funnel.nobody")}</span> }.into_any(),
    }
}

/// A bar of people and their number; hollow while it is still moving.
fn bar(words: Words, view: &FunnelView, people: u64, is_open: bool) -> AnyView {
    let long = if view.most > 0 { people as f64 / view.most as f64 * LONGEST } else { 0.0 };
    // Somebody is seen, however few they are.
    let long = if people > 0 { long.max(1.5) } else { 0.0 };
    view! {
        <span class="fbar" class:open=is_open>
            <i aria-hidden="true" style:inline-size=format!("{long:.1}px")></i>
            <b class="num">{words.integer(people)}</b>
        </span>
    }
    .into_any()
}

/// The lines of the table as text, head first.
fn lines(words: Words, view: &FunnelView) -> Vec<Vec<String>> {
    let mut head = vec![words.t("funnel.began"), step_name(words, "connection")];
    for step in &view.steps {
        head.extend([step_name(words, step), String::new()]);
    }
    let row = |cohort: &CohortView| {
        let mut cells = vec![words.span(cohort.span), words.integer(cohort.connected)];
        for step in &cohort.steps {
            let count =
                step.reached.map_or_else(|| words.t("funnel.unknown"), |people| words.integer(people));
            let rate = match step.figure.state {
                _ if step.is_open => words.t("funnel.open"),
                State::Value(_) => words.read_aloud(Unit::Ratio, &step.figure, ""),
                _ => String::new(),
            };
            cells.extend([count, rate]);
        }
        cells
    };
    std::iter::once(head).chain(view.cohorts.iter().map(row)).collect()
}
