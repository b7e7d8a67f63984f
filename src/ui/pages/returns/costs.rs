//! The ledger of costs summed up, and how costs are counted.

use leptos::prelude::*;

use crate::metrics::{Dim, Figure, Unit};
use crate::ui::words::Words;
use crate::views::ReturnView;

/// The section.
pub fn costs(words: Words, view: &ReturnView) -> AnyView {
    let Some(cost) = &view.cost else { return ().into_any() };
    let currency = &view.frame.currency;
    let sum = |figure: &Figure| {
        figure.value().map_or_else(|| words.t("key.unknown"), |sum| words.value(Unit::Money, sum, currency))
    };
    let list = |title: &str, rows: &[(String, Figure)], dim: Option<Dim>| {
        let rows: Vec<AnyView> = (rows.iter())
            .map(|(key, figure)| {
                let name = dim.map_or_else(|| key.clone(), |dim| words.key_name(dim, key));
                view! {
                    <li>
                        <bdi>{name}</bdi>
                        <b class="num">
                            <bdi dir="ltr" class="ltr">{sum(figure)}</bdi>
                        </b>
                    </li>
                }
                .into_any()
            })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{words.t(title)}</h3>
                    <ul class="kv small">{rows}</ul>
                </div>
            }
        })
    };
    let left_out: Vec<String> = (cost.left_out.iter())
        .map(|(reason, rows)| {
            words.labelled(&words.t(&reason.message_key()), &words.integer(u64::from(*rows)))
        })
        .collect();
    let left_out =
        (!left_out.is_empty()).then(|| words.fill("return.left_out", &[("list", &left_out.join(" · "))]));
    let total = words.fill("return.total", &[("sum", &sum(cost)), ("n", &words.integer(cost.n))]);
    view! {
        <section class="sec" data-testid="return-costs">
            <h2>{words.t("return.costs")}</h2>
            <p class="lead"><b>{total}</b></p>
            <p class="small quiet lead">{words.t("return.costs_text")} {words.gap()} {left_out}</p>
            <div class="three">
                {list("return.by_channel", &view.cost_by_channel, None)}
                {list("return.by_category", &view.cost_by_category, Some(Dim::Category))}
                {list("return.by_band", &view.bands, Some(Dim::Band))}
            </div>
        </section>
    }
    .into_any()
}
