//! The persona's people of each seller at the end of each week.

use leptos::prelude::*;

use super::super::goals::brief;
use super::super::shown::{name_cell, number, part};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{NetworkView, PersonaWeeks};

/// The goals that are set for the persona's people, with the needed pace and where it leads.
pub fn goals(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let goals = part(view, |view| view.goals.clone());
    view! {
        <section class="sec">
            <h2>{words.t("network.goals_title")}</h2>
            <p class="quiet small">{words.t("network.goals_text")}</p>
            {move || goals.with(|goals| brief(session, goals, "network.goals_none", "persona-goals"))}
        </section>
    }
}

/// The table; nothing where no persona is chosen.
pub fn persona(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let weeks = part(view, |view| view.persona_weeks.clone().filter(|weeks| !weeks.sellers.is_empty()));
    let persona = part(view, |view| view.frame.filter.persona.clone().unwrap_or_default());
    move || {
        weeks.get().map(|weeks| {
            view! {
                <section class="sec">
                    <h2>{words.fill("network.persona_title", &[("persona", &persona.get())])}</h2>
                    <p class="quiet small">{words.t("network.persona_text")}</p>
                    {table(words, &weeks)}
                </section>
            }
        })
    }
}

fn table(words: Words, weeks: &PersonaWeeks) -> AnyView {
    let head = weeks
        .weeks
        .iter()
        .map(|week| view! { <th scope="col" class="r">{words.short_day(*week)}</th> })
        .collect_view();
    let rows = weeks
        .sellers
        .iter()
        .map(|(name, levels)| {
            let cells = levels.iter().map(|level| number(level.map(|level| words.tidy(level))));
            view! {
                <tr>
                    {name_cell(name)}
                    {cells.collect_view()}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll">
            <table class="data" data-testid="persona-weeks">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.seller")}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
