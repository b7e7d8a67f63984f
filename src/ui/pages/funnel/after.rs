//! Where people stand now, and how long it takes from the first message to later steps.

use leptos::prelude::*;

use super::step_name;
use crate::metrics::Unit;
use crate::ui::words::Words;
use crate::views::{DelayLine, FunnelView, ShareWithin};

/// Where people stand now.
pub fn standing(words: Words, view: &FunnelView) -> AnyView {
    let rows: Vec<AnyView> = view
        .standing
        .iter()
        .map(|step| {
            let age = step.median_age_days.map_or_else(|| "–".to_owned(), |days| words.number(days, 0));
            view! {
                <tr>
                    <th scope="row">{step_name(words, &step.step)}</th>
                    <td class="r num">{words.integer(step.people)}</td>
                    <td class="r num">{age}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="sec">
            <h2>{words.t("funnel.standing.title")}</h2>
            <p class="small quiet">{words.t("funnel.standing.text")}</p>
            <table class="data narrowly" data-testid="standing">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.step")}</th>
                        <th scope="col" class="r">{words.t("funnel.standing.people")}</th>
                        <th scope="col" class="r">{words.t("funnel.standing.age")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// How long it takes; nothing where no later step is known.
pub fn delays(words: Words, view: &FunnelView) -> Option<AnyView> {
    let first = view.delays.first()?;
    let heads: Vec<AnyView> = first
        .within
        .iter()
        .map(|within| {
            let days = words.integer(u64::from(within.days));
            view! { <th scope="col" class="r">{words.fill("funnel.delay.within", &[("days", &days)])}</th> }
                .into_any()
        })
        .collect();
    let rows: Vec<AnyView> = view.delays.iter().map(|line| delay(words, line)).collect();
    let table = view! {
        <section class="sec">
            <h2>{words.t("funnel.delay.title")}</h2>
            <p class="small quiet">{words.t("funnel.delay.text")}</p>
            <div class="scrolls">
                <table class="data narrowly" data-testid="delays">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("funnel.delay.to")}</th>
                            <th scope="col" class="r">{words.t("funnel.delay.got")}</th>
                            <th scope="col" class="r">{words.t("funnel.delay.pending")}</th>
                            {heads}
                            <th scope="col" class="r">{words.t("funnel.delay.median")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    };
    Some(table.into_any())
}

fn delay(words: Words, line: &DelayLine) -> AnyView {
    let shares: Vec<AnyView> = line.within.iter().map(|within| share(words, within)).collect();
    let median = line.median.map(|median| words.number(median, 0));
    let interval = line.low.map(|low| {
        let high = line.high.map_or_else(|| "…".to_owned(), |high| words.number(high, 0));
        format!("{}–{high}", words.number(low, 0))
    });
    let median = match median {
        Some(median) => view! {
            <bdi dir="ltr" class="ltr">
                <b>{median}</b>
                " "
                <span class="q3">{interval}</span>
            </bdi>
        }
        .into_any(),
        None => view! { <span class="q3">{words.t("funnel.delay.not_reached")}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{step_name(words, &line.step)}</th>
            <td class="r num">{words.integer(line.events)}</td>
            <td class="r num">{words.integer(line.cases.saturating_sub(line.events))}</td>
            {shares}
            <td class="r num">{median}</td>
        </tr>
    }
    .into_any()
}

fn share(words: Words, within: &ShareWithin) -> AnyView {
    let Some(share) = within.share else {
        return view! { <td class="r q3">"–"</td> }.into_any();
    };
    let interval = within.low.zip(within.high).map(|(low, high)| words.interval(Unit::Ratio, low, high, ""));
    view! {
        <td class="r num">
            <bdi dir="ltr" class="ltr">
                <b>{words.value(Unit::Ratio, share, "")}</b>
                " "
                <span class="q3">{interval}</span>
            </bdi>
        </td>
    }
    .into_any()
}
