//! What became of warm conversations, and how far those talked with are customers.

use leptos::prelude::*;

use super::cells;
use crate::metrics::{Dim, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::TalksView;

/// What became of the conversations that became warm in the period.
pub fn outcomes(_: Session, words: Words, view: &TalksView) -> AnyView {
    let heads = ["matching", "other", "unknown"].map(|key| words.key_name(Dim::Persona, key));
    let has_parts = view.outcomes.iter().any(|line| line.parts.is_some());
    let heads = has_parts.then(|| {
        heads.into_iter().map(|head| view! { <th scope="col" class="r">{head}</th> }).collect_view()
    });
    let rows = view
        .outcomes
        .iter()
        .map(|line| {
            let parts = line.parts.map(|parts| {
                let cell = |part| view! { <td class="r num q3">{words.integer(part)}</td> };
                parts.into_iter().map(cell).collect_view()
            });
            view! {
                <tr>
                    <th scope="row">{words.key_name(Dim::Outcome, &line.key)}</th>
                    <td class="r num">{words.integer(line.count)}</td>
                    <td class="r">{cells::figure(words, Unit::Ratio, Some(&line.share))}</td>
                    {parts}
                </tr>
            }
        })
        .collect_view();
    let body = if view.outcomes.is_empty() {
        view! { <p class="emp quiet">{words.t("talk.warm.none")}</p> }.into_any()
    } else {
        view! {
            <div class="scroll">
                <table class="data" data-testid="talk-outcomes">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("dim.outcome")}</th>
                            <th scope="col" class="r">{words.t("talk.warm.number")}</th>
                            <th scope="col" class="r">{words.t("talk.warm.share")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("talk.warm.title")}</h2>
            <p class="small quiet">{words.count("talk.warm.text", view.became_warm.n, &[])}</p>
            {body}
            <p class="note">{words.t("talk.warm.note")}</p>
        </section>
    }
    .into_any()
}

/// How far those talked with are customers.
pub fn life(_: Session, words: Words, view: &TalksView) -> AnyView {
    let all: u64 = view.life.rows.iter().map(|row| row.figure.n).sum();
    let order = ["prospect", "opportunity", "customer", "former", "none"];
    let known = order.iter().filter_map(|key| view.life.rows.iter().find(|row| row.key == *key));
    let rows = known
        .map(|row| {
            let share = row.figure.n as f64 / all.max(1) as f64;
            view! {
                <tr>
                    <th scope="row">{words.key_name(Dim::Life, &row.key)}</th>
                    <td class="r num">{words.integer(row.figure.n)}</td>
                    <td class="r num q3">{words.percent(share, 0)}</td>
                </tr>
            }
        })
        .collect_view();
    let body = if all == 0 {
        view! { <p class="emp quiet">{words.t("talk.life.empty")}</p> }.into_any()
    } else {
        view! {
            <table class="data" data-testid="talk-life">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.life")}</th>
                        <th scope="col" class="r">{words.t("talk.warm.number")}</th>
                        <th scope="col" class="r">{words.t("talk.warm.share")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("talk.life.title")}</h2>
            <p class="small quiet">{words.t("talk.life.text")}</p>
            {body}
            <p class="note">{words.t("metric.conversations_by_life.formula")}</p>
        </section>
    }
    .into_any()
}
