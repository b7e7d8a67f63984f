//! All channels under every model, with a bar from the lowest to the highest.

use leptos::prelude::*;

use super::{channel_name, model_name};
use crate::metrics::Unit;
use crate::ui::parts::CopyTable;
use crate::ui::words::Words;
use crate::views::CourtView;

/// The section.
pub fn channels(words: Words, court: &CourtView, currency: &str) -> AnyView {
    let told: Vec<_> = court.models.iter().filter(|model| model.withheld.is_none()).collect();
    if told.is_empty() {
        return ().into_any();
    }
    let heads: Vec<AnyView> = (told.iter())
        .map(|model| view! { <th scope="col" class="r">{model_name(words, model.rule)}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = (court.channels.iter().enumerate())
        .map(|(at, (name, is_social))| {
            let credits: Vec<_> = told.iter().filter_map(|model| model.channels.get(at)).collect();
            let low = credits.iter().map(|credit| credit.share).fold(f64::INFINITY, f64::min);
            let high = credits.iter().map(|credit| credit.share).fold(0.0, f64::max);
            let values = credits.iter().map(|credit| credit.value);
            let value = court.value.map(|_| {
                let (low, high) = values.fold((f64::INFINITY, 0.0_f64), |(low, high), value| {
                    (low.min(value), high.max(value))
                });
                words.interval(Unit::Money, low, high, currency)
            });
            // The bar is 128 wide, and never so short that it is not seen.
            let (from, width) = (low.min(1.0) * 128.0, ((high - low) * 128.0).max(2.0));
            let cells: Vec<AnyView> = (credits.iter())
                .map(|credit| {
                    let share = words.percent(credit.share, 0);
                    view! {
                        <td class="r num">
                            <bdi dir="ltr" class="ltr">{share}</bdi>
                        </td>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <tr class:is-social=*is_social>
                    <th scope="row">
                        <bdi>{channel_name(words, name)}</bdi>
                        {is_social.then(|| view! { <small class="quiet">{words.t("credit.is_social")}</small> })}
                    </th>
                    <td>
                        <svg class="modelbar" width="128" height="11" viewBox="0 0 128 11" aria-hidden="true">
                            <path class="ground" d="M0 0h128v11h-128Z" />
                            <path class="bar" d=format!("M{from:.1} 0h{width:.1}v11h-{width:.1}Z") />
                        </svg>
                        <span class="vh">{words.interval(Unit::Ratio, low, high, "")}</span>
                    </td>
                    {cells}
                    <td class="r num q3">
                        <bdi dir="ltr" class="ltr">{value}</bdi>
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let more = (court.more_channels > 0).then(|| {
        let more = words.count("credit.more_channels", u64::from(court.more_channels), &[]);
        view! { <p class="small quiet">{more}</p> }
    });
    let (held, money) = (court.clone(), currency.to_owned());
    view! {
        <section class="sec" data-testid="attribution-channels">
            <h2>{words.t("credit.channels")}</h2>
            <p class="small quiet lead">{words.t("credit.channels_text")}</p>
            <div class="sideways">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("credit.channel")}</th>
                            <th scope="col">{words.t("credit.col.range")}</th>
                            {heads}
                            <th scope="col" class="r">{words.t("credit.col.value")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {more}
            <div class="tfoot small quiet">
                <CopyTable lines=move || copied(words, &held, &money) />
            </div>
        </section>
    }
    .into_any()
}

fn copied(words: Words, court: &CourtView, currency: &str) -> Vec<Vec<String>> {
    let told: Vec<_> = court.models.iter().filter(|model| model.withheld.is_none()).collect();
    let mut head = vec![words.t("credit.channel")];
    for model in &told {
        head.push(model_name(words, model.rule));
        head.push(words.t("copy.interval"));
        head.push(words.t("credit.col.value"));
    }
    let rows = court.channels.iter().enumerate().map(|(at, (name, _))| {
        let mut cells = vec![channel_name(words, name)];
        for credit in told.iter().filter_map(|model| model.channels.get(at)) {
            cells.push(words.percent(credit.share, 1));
            cells.push(
                credit
                    .range
                    .map_or_else(String::new, |(low, high)| words.interval(Unit::Ratio, low, high, "")),
            );
            cells.push(court.value.map_or_else(String::new, |_| words.money(credit.value, currency)));
        }
        cells
    });
    std::iter::once(head).chain(rows).collect()
}
