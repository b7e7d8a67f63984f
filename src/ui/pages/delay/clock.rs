//! The programme's age against its own cycle; until it is older, changes of results stand in grey.

use leptos::prelude::*;

use crate::metrics::Unit;
use crate::ui::parts::change_mark;
use crate::ui::words::Words;
use crate::views::{ClockView, DelayView};

/// The clock; nothing where nothing is dated.
pub fn clock(words: Words, view: &DelayView) -> Option<AnyView> {
    let clock = &view.clock;
    let (since, age) = clock.since.zip(clock.age_days)?;
    let key = if clock.is_baseline { "clock.baseline" } else { "clock.first" };
    let day = words.day(since);
    let age = words.fill(key, &[("day", &day), ("days", &words.integer(u64::from(age)))]);
    let rows: Vec<AnyView> = clock
        .results
        .iter()
        .map(|row| {
            let mark = change_mark(words, row, &view.frame.currency);
            view! {
                <tr class:is-early=!clock.is_ripe>
                    <th scope="row">{words.metric_name(&row.id, None)}</th>
                    <td class="c-delta">{mark}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let results = (!rows.is_empty()).then(|| {
        view! {
            <table class="data narrowly">
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let section = view! {
        <section class="sec" data-testid="clock">
            <h2>{words.t("clock.title")}</h2>
            <p class="small quiet">{age}" "{cycle(words, clock)}</p>
            <p>{words.t(verdict(clock))}</p>
            {results}
        </section>
    };
    Some(section.into_any())
}

fn verdict(clock: &ClockView) -> &'static str {
    match (clock.is_ripe, clock.cycle.as_ref().and_then(|cycle| cycle.value())) {
        (true, _) => "clock.ripe",
        (false, Some(_)) => "clock.young",
        (false, None) => "clock.unknown",
    }
}

fn cycle(words: Words, clock: &ClockView) -> Option<String> {
    let cycle = clock.cycle.as_ref()?;
    let median = words.number(cycle.value()?, 0);
    let days = match words.figure_interval(Unit::Days, cycle, "") {
        Some(interval) => format!("{median} ({interval})"),
        None => median,
    };
    Some(words.fill("clock.cycle", &[("days", &days)]))
}
