//! Connections among those who engaged: no export names them, so a person may paste them.

use leptos::prelude::*;

use super::Desk;
use super::cells;
use crate::facts::{NoteChange, tidy_list};
use crate::metrics::{Figure, Unit};
use crate::ui::parts::{labelled, lines_input};
use crate::ui::words::Words;

/// The shares of the list, and the list.
pub fn engagers(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.engagers.clone());
    let shares = move || {
        view.with(|view| {
            let Some(known) = &view.known else {
                return view! {
                    <p class="small">
                        <b>{words.t("content.not_measurable")}</b>
                    </p>
                }
                .into_any();
            };
            let matching = view.matching.as_ref();
            view! {
                <dl class="key-facts" data-testid="engagers-shares">
                    {share(words, "content.engagers_known", known)}
                    {matching.map(|figure| share(words, "content.engagers_matching", figure))}
                </dl>
                {matching.is_none().then(|| view! { <p class="quiet small">{words.t("content.engagers_no_persona")}</p> })}
            }
            .into_any()
        })
    };
    let body = view! {
        <div data-testid="content-engagers">{shares}</div>
        {form(desk)}
    };
    cells::section(words.t("content.engagers"), words.t("content.engagers_text"), body)
}

fn share(words: Words, name: &str, figure: &Figure) -> AnyView {
    view! {
        <div>
            <dt>{words.t(name)}</dt>
            <dd>
                {cells::value(words, Unit::Ratio, figure)}
                <small class="num q3">{words.counted(figure)}</small>
            </dd>
        </div>
    }
    .into_any()
}

/// The list, one person a line.
fn form(desk: Desk) -> AnyView {
    let (session, words) = (desk.session, desk.words);
    let kept = desk.part(|view| view.engagers.people.join("\n"));
    let text = RwSignal::new(String::new());
    Effect::new(move |_| text.set(kept.get()));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let lines: Vec<String> = text.with_untracked(|text| text.lines().map(str::to_owned).collect());
        let people = tidy_list(&lines);
        let said = words.count("content.said.engagers", people.len() as u64, &[]);
        session.note(NoteChange::Engagers { people }, Some(said));
    };
    view! {
        <form class="entry-form" on:submit=send>
            {labelled("engagers", words.t("content.engagers_list"), true, lines_input("engagers", 4, text))}
            <div class="acts">
                <button class="btn" type="submit" data-testid="engagers-save">
                    {words.t("action.save")}
                </button>
            </div>
        </form>
    }
    .into_any()
}
