//! The programme's age against its own cycle; until it is older, changes of results stand in grey.

use leptos::prelude::*;

use crate::metrics::Unit;
use crate::ui::parts::change_mark;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Baseline, ClockView, DelayView};

/// The clock; nothing where nothing is dated.
pub fn clock(session: Session, view: &DelayView) -> Option<AnyView> {
    view.span?;
    let words = session.words();
    let clock = &view.clock;
    let says = match clock.since.zip(clock.age_days) {
        Some((since, age)) => {
            let (day, days) = (words.day(since), words.integer(u64::from(age)));
            let age = words.fill("clock.baseline", &[("day", &day), ("days", &days)]);
            view! {
                <p class="small quiet">{age}" "{cycle(words, clock)}</p>
                <p>{words.t(verdict(clock))}</p>
            }
            .into_any()
        }
        None => withheld(session, view),
    };
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
            {says}
            {results}
        </section>
    };
    Some(section.into_any())
}

/// Why there is no verdict, and where the day is set that brings one.
fn withheld(session: Session, view: &DelayView) -> AnyView {
    let words = session.words();
    let why = words.t(match view.frame.baseline {
        Baseline::Different => "programme.different",
        Baseline::AfterData(_) => "programme.after_data",
        _ => "programme.no_baseline",
    });
    view! {
        <p class="callout" data-testid="clock-withheld">
            {why}
            {words.gap()}
            {words.t("clock.withheld")}
            {words.gap()}
            <a href=session.href_now(Page::Team)>{words.t("baseline.link")}</a>
        </p>
        <p class="small quiet">{cycle(words, &view.clock)}</p>
    }
    .into_any()
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
        Some(interval) => words.with_aside(&median, &interval),
        None => median,
    };
    Some(words.fill("clock.cycle", &[("days", &days)]))
}
