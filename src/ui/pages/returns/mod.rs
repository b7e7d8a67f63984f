//! The return page: what was spent, what came back by channel, by rule of credit and by part, and what a deal in a stage
//! is worth.
//!
//! | file | holds |
//! |---|---|
//! | `rules` | the choice of the rule of credit, margin, shift |
//! | `credited` | the return of social networks by rule and by part |
//! | `by_stage` | the return of social networks by stage |
//! | `channels` | the table of channels |
//! | `costs` | the ledger summed up |
//! | `stages` | value per stage |

mod by_stage;
mod channels;
mod costs;
mod credited;
mod rules;
mod stages;

use leptos::prelude::*;

use super::shown::{shown, shows};
use crate::metrics::Unit;
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::ui::words::Words;
use crate::views::{Ask, ReturnLine, ReturnView};

shows!(ReturnView of Return);

/// The return page.
#[component]
pub fn ReturnPage() -> impl IntoView {
    let session = session();
    shown(
        "return.title",
        move || Ask::Return { filter: session.filter() },
        move |view: &ReturnView| {
            let answer = sentence(session.words(), view);
            view! { <p class="quiet" data-testid="return-answer">{answer}</p> }.into_any()
        },
        move |view| filled(session, view),
    )
}

fn filled(session: Session, view: Signal<ReturnView>) -> AnyView {
    let words = session.words();
    in_turn(
        move || view.track(),
        sections![view =>
            view.cost.is_none().then(|| without_costs(session)),
            rules::rules(session, words, view),
            credited::credited(words, view),
            by_stage::by_stage(words, view),
            channels::channels(words, view),
            costs::costs(words, view),
            stages::stages(session, words, view),
        ],
    )
}

/// What files would bring the costs.
fn without_costs(session: Session) -> AnyView {
    let words = session.words();
    view! {
        <div class="emp" data-testid="return-empty">
            <p class="quiet">
                <b class="ink">{words.t("return.empty")}</b>
                {words.gap()}
                {words.t("need.costs")}
                {words.gap()}
                <a href=session.href_now(Page::Log)>{words.t("nav.log")}</a>
                " · "
                <a href=session.href_now(Page::Import)>{words.t("data.empty_link")}</a>
            </p>
        </div>
    }
    .into_any()
}

/// What is known, in a sentence.
fn sentence(words: Words, view: &ReturnView) -> String {
    let chosen = view.returns.iter().find(|line| line.id == view.rules.rule.id());
    let value = chosen.and_then(|line| line.figure.as_ref()?.value());
    let rules = view.returns.iter().filter(|line| !line.is_role);
    let all = rules.filter_map(|line| line.figure.as_ref()?.value());
    let ends = all.fold(None, |ends: Option<(f64, f64)>, own| {
        Some(ends.map_or((own, own), |(low, high)| (low.min(own), high.max(own))))
    });
    let (Some(value), Some((low, high))) = (value, ends) else { return words.t("return.answer_none") };
    let rule = words.t(&format!("credit.model.{}", view.rules.rule.id()));
    let range = words.fill("range.to", &[("low", &returned(words, low)), ("high", &returned(words, high))]);
    words.fill("return.answer", &[("value", &returned(words, value)), ("rule", &rule), ("range", &range)])
}

/// A return as it is read: `+250%`.
fn returned(words: Words, value: f64) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    format!("{sign}{}", words.percent(value, 0))
}

/// A return with its interval.
fn cell(words: Words, line: Option<&crate::metrics::Figure>) -> AnyView {
    let Some((figure, value)) = line.and_then(|figure| Some((figure, figure.value()?))) else {
        return view! { <span class="q3">{words.t("key.unknown")}</span> }.into_any();
    };
    let ends = figure.low.zip(figure.high).map(|(low, high)| (low.to_f64(), high.to_f64()));
    let range = ends.map(|(low, high)| {
        words.fill("range.to", &[("low", &returned(words, low)), ("high", &returned(words, high))])
    });
    view! {
        <b>
            <bdi dir="ltr" class="ltr">{returned(words, value)}</bdi>
        </b>
        <small class="q3">
            <bdi>{range}</bdi>
        </small>
    }
    .into_any()
}

/// Money, or that it is not known.
fn money(words: Words, amount: Option<f64>, currency: &str) -> String {
    amount.map_or_else(|| words.t("key.unknown"), |amount| words.value(Unit::Money, amount, currency))
}

/// The name of a line: a rule of credit, or the part that social networks play.
fn line_name(words: Words, line: &ReturnLine) -> String {
    let folder = if line.is_role { "role" } else { "model" };
    words.t(&format!("credit.{folder}.{}", line.id))
}
