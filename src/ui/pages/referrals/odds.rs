//! Won against lost, and the cycle, of deals from referrals beside those from other sources.

use leptos::prelude::*;

use super::super::shown::{figure_cell, part};
use crate::metrics::{Quantity, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{ReferralsView, ScoreRow};

/// The odds ratio in a sentence, the two cycles in a table.
pub fn odds(session: Session, view: Signal<ReferralsView>) -> impl IntoView {
    let words = session.words();
    let odds = part(view, |view| view.odds.clone());
    let cycles = part(view, |view| (view.cycle.clone(), view.cycle_others.clone()));
    let table = move || {
        cycles.with(|(own, others)| {
            let row = |key: &str, figure: &crate::metrics::Figure| {
                view! {
                    <tr>
                        <th scope="row">{words.t(key)}</th>
                        {figure_cell(words, Unit::Days, figure, "")}
                        <td class="r num">{finished(words, figure)}</td>
                    </tr>
                }
            };
            let own = own.as_ref().map(|figure| row("group.referral", figure));
            let others = others.as_ref().map(|figure| row("referrals.others", figure));
            view! {
                <table class="data narrow" data-testid="referral-cycle">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("dim.source")}</th>
                            <th scope="col" class="r">{words.t("metric.sales_cycle.name")}</th>
                            <th scope="col" class="r">{words.t("referrals.col_won_of")}</th>
                        </tr>
                    </thead>
                    <tbody>{own} {others}</tbody>
                </table>
            }
        })
    };
    view! {
        <section class="sec">
            <h2>{words.t("referrals.odds_title")}</h2>
            {move || odds.with(|odds| odds.as_ref().map(|row| said(words, row)))}
            {table}
            <p class="note q3">{words.t("referrals.odds_note")}</p>
        </section>
    }
}

/// How many of the deals are won so far.
fn finished(words: Words, figure: &crate::metrics::Figure) -> String {
    let events = figure.duration.map_or(0, |duration| duration.events);
    words.k_of_n(events as f64, figure.n)
}

fn said(words: Words, row: &ScoreRow) -> AnyView {
    let figure = &row.figure;
    let number = |value: f64| words.number(value, 1);
    let interval = match (figure.low, figure.high) {
        (Some(low), Some(high)) => {
            Some(words.fill("range.to", &[("low", &number(low.to_f64())), ("high", &number(high.to_f64()))]))
        }
        (Some(low), None) => Some(words.fill("range.from", &[("low", &number(low.to_f64()))])),
        _ => None,
    };
    let text = match (figure.value(), interval) {
        (Some(value), Some(interval)) => {
            let key = match (figure.low.map(Quantity::to_f64), figure.high.map(Quantity::to_f64)) {
                (Some(low), _) if low > 1.0 => "referrals.odds_higher",
                (_, Some(high)) if high < 1.0 => "referrals.odds_lower",
                _ => "referrals.odds_cannot_tell",
            };
            words.fill(key, &[("value", &number(value)), ("interval", &interval)])
        }
        _ => words.why(row, "").map(|why| words.sentences([why.lead, why.rest])).unwrap_or_default(),
    };
    view! {
        <p>
            {words.woven(
                "together.label",
                [("label", view! { <b>{words.metric_name(&row.id, None)}</b> }.into_any()), ("text", text.into_any())],
            )}
        </p>
    }
    .into_any()
}
