//! What a deal in a stage is worth: a suggestion from own data beside the person's own value.

use leptos::prelude::*;

use super::money;
use crate::facts::Amount;
use crate::metrics::{ReturnRules, Unit};
use crate::ui::session::{Session, value_of};
use crate::ui::typed::typed_number;
use crate::ui::words::Words;
use crate::views::{ReturnView, StageView};

/// The section.
pub fn stages(session: Session, words: Words, view: &ReturnView) -> AnyView {
    if view.stages.is_empty() {
        return ().into_any();
    }
    let currency = &view.frame.currency;
    let rows: Vec<AnyView> =
        view.stages.iter().map(|stage| row(session, words, &view.rules, stage, currency)).collect();
    let text = match view.median_won {
        Some(amount) => {
            words.fill("return.stages_text", &[("amount", &words.value(Unit::Money, amount, currency))])
        }
        None => words.t("return.stages_no_amount"),
    };
    let worth = view.pipeline_worth.map(|worth| {
        let sum = words.fill("return.pipeline", &[("sum", &words.value(Unit::Money, worth, currency))]);
        let missing = (view.open_without_value > 0)
            .then(|| words.count("return.pipeline_missing", u64::from(view.open_without_value), &[]));
        view! {
            <p>
                <b>{sum}</b>
                " "
                <span class="quiet">{missing}</span>
            </p>
        }
    });
    view! {
        <section class="sec" data-testid="return-stages">
            <h2>{words.t("return.stages")}</h2>
            <p class="small quiet lead">{text}</p>
            <div class="sideways">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("return.col.stage")}</th>
                            <th scope="col" class="r">{words.t("return.col.won")}</th>
                            <th scope="col" class="r">{words.t("return.col.open")}</th>
                            <th scope="col" class="r">{words.t("return.col.suggested")}</th>
                            <th scope="col">{words.t("return.col.own")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {worth}
        </section>
    }
    .into_any()
}

fn row(session: Session, words: Words, rules: &ReturnRules, stage: &StageView, currency: &str) -> AnyView {
    let share = stage.share.map(|(low, high)| words.interval(Unit::Ratio, low, high, ""));
    let suggested = match stage.suggested {
        Some(_) => money(words, stage.suggested, currency),
        None => words.t("state.too_few"),
    };
    let set = {
        let (before, name) = (rules.clone(), stage.stage.clone());
        move |value: Option<f64>| {
            let mut rules = before.clone();
            rules.stage_values.retain(|(own, _)| *own != name);
            if let Some(value) = value.and_then(Amount::from_f64) {
                rules.stage_values.push((name.clone(), value));
            }
            session.set_return_rules(rules, Some(before.clone()));
        }
    };
    let accept = stage.suggested.filter(|suggested| stage.value != Some(*suggested)).map(|suggested| {
        let set = set.clone();
        let label = words.fill("return.accept_label", &[("stage", &stage.stage)]);
        view! {
            <button class="link small" aria-label=label on:click=move |_| set(Some(suggested))>
                {words.t("return.accept")}
            </button>
        }
    });
    let own = stage.value.map_or_else(String::new, |value| words.typed(value));
    let label = words.fill("return.own_label", &[("stage", &stage.stage)]);
    view! {
        <tr>
            <th scope="row">
                <bdi>{stage.stage.clone()}</bdi>
            </th>
            <td class="r num">
                {words.k_of_n(stage.won as f64, stage.closed)}
                <small class="q3">
                    <bdi dir="ltr" class="ltr">{share}</bdi>
                </small>
            </td>
            <td class="r num">{words.integer(u64::from(stage.open))}</td>
            <td class="r num">
                <bdi>{suggested}</bdi>
            </td>
            <td class="ownvalue">
                <input
                    class="field short"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    dir="ltr"
                    aria-label=label
                    value=own
                    on:change=move |event| set(typed_number(&value_of(&event)))
                />
                " "
                {accept}
            </td>
        </tr>
    }
    .into_any()
}
