//! Won deals by month, each with its touches in order, and what every model makes of one path.

use leptos::prelude::*;

use super::{channel_name, model_name};
use crate::ui::pages::shown::fold;
use crate::ui::words::Words;
use crate::views::{AttributionView, DealPathView, TouchView};

/// So many of the latest months stand open.
const OPEN_MONTHS: usize = 2;

/// The section.
pub fn deals(words: Words, view: &AttributionView) -> AnyView {
    let currency = &view.frame.currency;
    let months: Vec<AnyView> = (view.months.iter().enumerate())
        .map(|(at, month)| {
            let count = words.integer(month.deals.len() as u64);
            let summary = view! { {words.month(month.from)} " " <span class="q3 num">{count}</span> };
            let (deals, currency) = (month.deals.clone(), currency.clone());
            fold("month", at < OPEN_MONTHS, summary.into_any(), move || {
                let deals: Vec<AnyView> = deals.iter().map(|deal| line(words, deal, &currency)).collect();
                view! { <ul class="deals">{deals}</ul> }.into_any()
            })
        })
        .collect();
    let more = (view.more_deals > 0).then(|| {
        let more = words.count("credit.more_deals", u64::from(view.more_deals), &[]);
        view! { <p class="small quiet">{more}</p> }
    });
    let none = view.months.is_empty().then(|| view! { <p class="quiet">{words.t("credit.no_deals")}</p> });
    view! {
        <section class="sec" data-testid="attribution-deals">
            <h2>{words.t("credit.deals")}</h2>
            <p class="small quiet lead">{words.t("credit.deals_text")}</p>
            {months}
            {none}
            {more}
        </section>
    }
    .into_any()
}

fn line(words: Words, deal: &DealPathView, currency: &str) -> AnyView {
    let value = deal.value.map_or_else(|| words.t("key.unknown"), |value| words.money(value, currency));
    let head = view! {
        <b>
            <bdi>{deal.name.clone()}</bdi>
        </b>
        " "
        <span class="q3 num">
            <bdi dir="ltr" class="ltr">{value}</bdi>
            " · "
            {words.day(deal.day)}
        </span>
    };
    let disagrees = deal.disagrees.then(|| {
        let said = words.fill("credit.disagrees", &[("source", &deal.source)]);
        view! { <span class="tag ask">{said}</span> }
    });
    if deal.touches.is_empty() {
        return view! {
            <li>
                <p>{head}</p>
                <p class="small q3">{words.t("credit.no_touches")}</p>
            </li>
        }
        .into_any();
    }
    let steps: Vec<AnyView> = deal.touches.iter().map(|touch| step(words, touch)).collect();
    let replayed = deal.clone();
    let summary = view! {
        <span class="dealhead">{head} " " {disagrees}</span>
        <ol class="steps small">{steps}</ol>
    };
    view! { <li>{fold("", false, summary.into_any(), move || replay(words, &replayed))}</li> }.into_any()
}

fn step(words: Words, touch: &TouchView) -> AnyView {
    view! {
        <li class:is-social=touch.is_social>
            <bdi>{channel_name(words, &touch.channel)}</bdi>
        </li>
    }
    .into_any()
}

/// Every touch of a deal, and its share by each model.
fn replay(words: Words, deal: &DealPathView) -> AnyView {
    let heads: Vec<AnyView> = (deal.splits.iter())
        .map(|(rule, _)| view! { <th scope="col" class="r">{model_name(words, *rule)}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = (deal.touches.iter().enumerate())
        .map(|(at, touch)| {
            let cells: Vec<AnyView> = (deal.splits.iter())
                .map(|(_, shares)| {
                    let share = shares.get(at).copied().unwrap_or(0.0);
                    let printed = words.percent(share, 0);
                    view! {
                        <td class="r num" class:q3=share == 0.0>
                            <bdi dir="ltr" class="ltr">{printed}</bdi>
                        </td>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <tr class:is-social=touch.is_social>
                    <td class="num">{words.day(touch.day)}</td>
                    <th scope="row">
                        <bdi>{channel_name(words, &touch.channel)}</bdi>
                        <small class="quiet">
                            <bdi>{touch.campaign.clone()}</bdi>
                        </small>
                    </th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="sideways replay">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{words.t("credit.col.day")}</th>
                        <th scope="col">{words.t("credit.channel")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="small quiet">{words.t("credit.replay_text")}</p>
    }
    .into_any()
}
