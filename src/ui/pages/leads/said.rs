//! Figures as text.

use leptos::prelude::*;

use crate::metrics::{Figure, Missing, Quantity, State, Unit};
use crate::ui::parts::direction_of;
use crate::ui::words::Words;
use crate::views::LeadsView;

/// Whether there is no lead at all.
pub fn is_nothing(view: &LeadsView) -> bool {
    matches!(view.leads.figure.state, State::Missing(Missing::NoFacts(_) | Missing::NoFactsOfSeller(_)))
}

/// The sentence at the head of the page.
pub fn answer(words: Words, view: &LeadsView) -> String {
    if is_nothing(view) {
        return String::new();
    }
    let of = |figure: &Figure| figure.value().unwrap_or(0.0) as u64;
    let social = words.integer(of(&view.social));
    let leads = words.count("leads.answer", of(&view.leads.figure), &[("social", &social)]);
    let lacking = view.missing.leads.as_ref().and_then(|figure| figure.numerator);
    let lacking = lacking.map(Quantity::to_f64).filter(|count| *count > 0.0);
    let lacking = lacking.map(|count| words.count("leads.answer_lacking", count as u64, &[]));
    let untouched = u64::from(view.nurture.untouched);
    let untouched = (untouched > 0).then(|| words.count("leads.answer_untouched", untouched, &[]));
    words.sentences([Some(leads), lacking, untouched].into_iter().flatten())
}

/// A value with its interval; where there is none, why.
pub fn value(words: Words, unit: Unit, figure: &Figure, currency: &str) -> AnyView {
    match figure.state {
        State::Value(quantity) => {
            let printed = words.value_with_unit(unit, quantity.to_f64(), currency);
            let interval = words.figure_interval(unit, figure, currency);
            let interval = interval.map(|interval| {
                view! {
                    " "
                    <bdi dir=direction_of(&interval) class="q3 interval">
                        {interval.clone()}
                    </bdi>
                }
            });
            view! {
                <b class="num">
                    <bdi>{printed}</bdi>
                </b>
                {interval}
            }
            .into_any()
        }
        State::TooFew { .. } => view! { <span class="q3">{words.t("state.too_few")}</span> }.into_any(),
        _ => view! { <span class="q3">"–"</span> }.into_any(),
    }
}

/// A share with its interval over how many of how many.
pub fn share(words: Words, figure: &Figure) -> AnyView {
    let k = figure.numerator.map_or(0.0, Quantity::to_f64);
    view! {
        {value(words, Unit::Ratio, figure, "")}
        <small class="q3 num">{words.k_of_n(k, figure.n)}</small>
    }
    .into_any()
}

/// A number of people and their company.
pub fn person(name: &str, company: &str) -> AnyView {
    let company = (!company.is_empty()).then(|| {
        let company = company.to_owned();
        view! {
            <small class="q3">
                <bdi>{company}</bdi>
            </small>
        }
    });
    let name = name.to_owned();
    view! {
        <bdi>{name}</bdi>
        {company}
    }
    .into_any()
}

/// A table that scrolls sideways where it is too wide, never the page. The heads of `numbers` stand at the end, over
/// cells of the class `r`.
pub fn table(
    label: String,
    head: Vec<String>,
    numbers: &[usize],
    rows: Vec<AnyView>,
    test_id: &'static str,
) -> AnyView {
    let head = head.into_iter().enumerate().map(|(at, cell)| {
        let is_number = numbers.contains(&at);
        view! { <th scope="col" class:r=is_number>{cell}</th> }
    });
    let head = head.collect_view();
    view! {
        <div class="wide">
            <table class="data" aria-label=label data-testid=test_id>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
