//! What if: another rule of credit, a margin, revenue taken later.

use leptos::prelude::*;

use crate::metrics::{CreditRule, ReturnRules};
use crate::ui::parts::Pick;
use crate::ui::session::{Session, value_of};
use crate::ui::typed::typed_number;
use crate::ui::words::Words;
use crate::views::ReturnView;

/// The section.
pub fn rules(session: Session, words: Words, view: &ReturnView) -> AnyView {
    let rules = view.rules.clone();
    let before = StoredValue::new(rules.clone());
    let set = move |rules: ReturnRules| session.set_return_rules(rules, Some(before.get_value()));
    let options: Vec<(String, String)> = (CreditRule::ALL.iter())
        .map(|rule| (rule.id().to_owned(), words.t(&format!("credit.model.{}", rule.id()))))
        .collect();
    let chosen = rules.rule;
    let picked = {
        let rules = rules.clone();
        move |id: String| {
            if let Some(rule) = CreditRule::by_id(&id) {
                set(ReturnRules { rule, ..rules.clone() });
            }
        }
    };
    let margin = {
        let rules = rules.clone();
        move |text: String| {
            let percent = typed_number(&text);
            set(ReturnRules { margin: percent.map(|percent| percent / 100.0), ..rules.clone() });
        }
    };
    let shift = {
        let rules = rules.clone();
        move |_| set(ReturnRules { shifts_by_cycle: !rules.shifts_by_cycle, ..rules.clone() })
    };
    let cycle = match view.cycle_days {
        Some(days) => words.count("return.cycle", days.round() as u64, &[]),
        None => words.t("return.cycle_unknown"),
    };
    let unknown = (view.unknown_days > 0).then(|| {
        let days = u64::try_from(view.unknown_days).unwrap_or(0);
        words.count("return.unknown_days", days, &[])
    });
    let margin_text = rules.margin.map_or_else(String::new, |margin| words.typed(margin * 100.0));
    view! {
        <section class="sec" data-testid="return-rules">
            <h2>{words.t("return.what_if")}</h2>
            <p class="small quiet lead">{words.t("return.what_if_text")}</p>
            <div class="bydim whatif">
                <Pick
                    name=words.t("return.rule")
                    test_id="credit-rule"
                    options=Signal::stored(options)
                    value=Signal::stored(chosen.id().to_owned())
                    on_pick=picked
                />
                {sliders(words, &rules, set)}
                <label class="setting">
                    {words.t("return.margin")}
                    <input
                        class="field short"
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        dir="ltr"
                        data-testid="margin"
                        value=margin_text
                        on:change=move |event| margin(value_of(&event))
                    />
                </label>
                <label class="shift small">
                    <input
                        type="checkbox"
                        data-testid="shift"
                        checked=rules.shifts_by_cycle
                        disabled=view.cycle_days.is_none()
                        on:change=shift
                    />
                    {words.t("return.shift")}
                </label>
            </div>
            <p class="small quiet">{cycle} " " {unknown}</p>
        </section>
    }
    .into_any()
}

/// The numbers of the chosen rule that can be moved.
fn sliders(words: Words, rules: &ReturnRules, set: impl Fn(ReturnRules) + Copy + 'static) -> AnyView {
    match rules.rule {
        CreditRule::TimeDecay => {
            let own = rules.clone();
            slider(words, "return.half_life", rules.half_life_days, 1.0, 60.0, move |days| {
                set(ReturnRules { half_life_days: days, ..own.clone() });
            })
        }
        CreditRule::Position => {
            let (first, last) = (rules.clone(), rules.clone());
            view! {
                {slider(words, "return.first_share", rules.first_share * 100.0, 0.0, 100.0, move |percent| {
                    set(ReturnRules { first_share: percent / 100.0, ..first.clone() });
                })}
                {slider(words, "return.last_share", rules.last_share * 100.0, 0.0, 100.0, move |percent| {
                    set(ReturnRules { last_share: percent / 100.0, ..last.clone() });
                })}
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

fn slider(
    words: Words,
    key: &'static str,
    value: f64,
    least: f64,
    most: f64,
    set: impl Fn(f64) + 'static,
) -> AnyView {
    let label = words.fill(key, &[("n", &words.tidy(value.round()))]);
    let change = move |event| {
        if let Ok(value) = value_of(&event).parse::<f64>() {
            set(value);
        }
    };
    view! {
        <label class="setting">
            {label}
            <input
                type="range"
                min=least.to_string()
                max=most.to_string()
                step="1"
                value=value.round().to_string()
                on:change=change
            />
        </label>
    }
    .into_any()
}
