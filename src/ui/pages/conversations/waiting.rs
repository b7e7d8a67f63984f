//! Who waits for an answer, longest first.

use leptos::prelude::*;

use super::cells;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{TalksView, WaitingLine};

/// From so many hours on a wait is long.
const LONG_HOURS: f64 = 24.0;

/// Who waits for an answer.
pub fn waiting(session: Session, words: Words, view: &TalksView) -> AnyView {
    let on = view.waiting_on.map(|day| words.fill("talk.waiting.text", &[("day", &words.day(day))]));
    let longest = view.waiting.iter().map(hours).fold(1.0, f64::max);
    let has_fit = view.frame.filter.persona.is_some();
    let rows = view.waiting.iter().map(|line| row(session, words, line, longest, has_fit)).collect_view();
    let body = if view.waiting.is_empty() {
        view! { <p class="emp quiet">{words.t("talk.waiting.none")}</p> }.into_any()
    } else {
        view! {
            <div class="scroll talk-waiting" tabindex="0" role="region" aria-label=words.t("talk.waiting.title")>
                <table class="data" data-testid="talk-waiting">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("talk.waiting.who")}</th>
                            <th scope="col">{words.t("dim.seller")}</th>
                            <th scope="col" colspan="2">{words.t("talk.waiting.waits")}</th>
                            <th scope="col">{words.t("talk.waiting.last")}</th>
                            {has_fit.then(|| view! { <th scope="col">{words.t("dim.persona")}</th> })}
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
            <h2>
                {words.t("talk.waiting.title")} " "
                <span class="q3 num">{words.integer(u64::from(view.waiting_total))}</span>
            </h2>
            <p class="small quiet">{on}</p>
            {body}
        </section>
    }
    .into_any()
}

fn hours(line: &WaitingLine) -> f64 {
    line.hours.unwrap_or_else(|| f64::from(line.days) * 24.0)
}

fn row(session: Session, words: Words, line: &WaitingLine, longest: f64, has_fit: bool) -> AnyView {
    let hours = hours(line);
    let waits = match line.hours {
        Some(hours) if hours < 48.0 => words.value_with_unit(crate::metrics::Unit::Hours, hours, ""),
        _ => words.value_with_unit(crate::metrics::Unit::Days, f64::from(line.days), ""),
    };
    let is_long = hours >= LONG_HOURS;
    let last = if line.has_answered_before { "talk.waiting.answered" } else { "talk.waiting.opened" };
    let fit = has_fit.then(|| {
        view! { <td class="q3">{words.key_name(crate::metrics::Dim::Persona, &line.fit)}</td> }
    });
    view! {
        <tr>
            <th scope="row">{cells::person(session, &line.name, &line.profile, &line.company)}</th>
            <td><bdi>{line.seller.clone()}</bdi></td>
            <td class="bar">
                <progress max="100" value=format!("{:.0}", 100.0 * hours / longest) aria-hidden="true"></progress>
            </td>
            <td class="r num" class:long=is_long>
                <bdi dir="ltr" class="ltr">{waits}</bdi>
            </td>
            <td class="q3">{words.t(last)}</td>
            {fit}
        </tr>
    }
    .into_any()
}
