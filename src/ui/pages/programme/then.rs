//! What stood at the baseline, and what stands now.

use leptos::prelude::*;

use crate::metrics::Unit;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{ProgrammeView, ThenRow};

/// The table; without any baseline what to do.
pub fn section(session: Session, view: &ProgrammeView) -> AnyView {
    let words = session.words();
    if view.then.is_empty() {
        return view! {
            <section class="sec">
                <h2>{words.t("programme.then")}</h2>
                <p class="quiet">
                    {words.t("programme.no_baseline")} " "
                    <a href=session.href_now(Page::Team)>{words.t("baseline.link")}</a>
                </p>
            </section>
        }
        .into_any();
    }
    let heads = view
        .then_metrics
        .iter()
        .map(|metric| {
            let days = metric.counts_days.then(|| words.t("programme.in_28_days"));
            view! {
                <th scope="col" class="r">
                    {words.metric_name(&metric.id, None)} <small>{days}</small>
                </th>
            }
        })
        .collect_view();
    let units: Vec<Unit> = view.then_metrics.iter().map(|metric| metric.unit).collect();
    let rows = view.then.iter().map(|row| one(words, row, &units, &view.frame.currency)).collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("programme.then")}</h2>
            <p class="quiet small">{words.t("programme.then_text")}</p>
            <div class="scroll">
                <table class="data then" data-testid="baseline-table">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("dim.seller")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn one(words: Words, row: &ThenRow, units: &[Unit], currency: &str) -> AnyView {
    let value = |unit: Unit, value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| words.value(unit, value, currency))
    };
    let cells = row
        .values
        .iter()
        .zip(units)
        .map(|((then, now), unit)| {
            view! {
                <td class="r num">
                    <bdi dir="ltr" class="ltr">
                        <span class="q3">{value(*unit, *then)}</span>
                        " → "
                        <b>{value(*unit, *now)}</b>
                    </bdi>
                </td>
            }
        })
        .collect_view();
    let name = match &row.seller {
        Some(name) => view! { <bdi>{name.clone()}</bdi> }.into_any(),
        None => view! { <b>{words.t("goals.everyone")}</b> }.into_any(),
    };
    let day = row.day.map_or_else(|| words.t("team.no_baseline"), |day| words.day(day));
    view! {
        <tr>
            <th scope="row">{name} <small class="q3 num">{day}</small></th>
            {cells}
        </tr>
    }
    .into_any()
}
