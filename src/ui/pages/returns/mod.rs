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

use super::shown::followed;
use crate::metrics::Unit;
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::route::Page;
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::{Answer, Ask, ReturnLine, ReturnView};

/// The return page.
#[component]
pub fn ReturnPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let (view, failure) = followed(
        move || Ask::Return { filter: session.filter() },
        |answer| match answer {
            Answer::Return { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let body = move || {
        view.with(|view| {
            let Some(view) = view else {
                return view! { <span class="skel" aria-hidden="true"></span> }.into_any();
            };
            if view.frame.is_empty {
                return view! { <NothingYet /> }.into_any();
            }
            let no_costs = view.cost.is_none().then(|| {
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
            });
            view! {
                {no_costs}
                {rules::rules(session, words, view)}
                {credited::credited(words, view)}
                {by_stage::by_stage(words, view)}
                {channels::channels(words, view)}
                {costs::costs(words, view)}
                {stages::stages(session, words, view)}
            }
            .into_any()
        })
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t("return.title")}</h1>
                <p class="quiet" data-testid="return-answer">
                    {move || view.with(|view| view.as_ref().map(|view| sentence(words, view)))}
                </p>
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {body}
    }
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
