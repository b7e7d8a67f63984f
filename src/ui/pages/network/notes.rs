//! Invitations with and without a note.

use leptos::prelude::*;

use super::super::shown::{bare_cell, figure_cell, part, share_change};
use crate::metrics::{Figure, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{NetworkView, NotesView};

/// Sent, accepted with and without a note, and the difference.
pub fn notes(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let notes = part(view, |view| view.notes.clone());
    view! {
        <section class="sec">
            <h2>{words.t("network.notes_title")}</h2>
            <p class="quiet small">{words.t("network.notes_text")}</p>
            {move || notes.with(|notes| table(words, notes))}
        </section>
    }
}

fn table(words: Words, notes: &NotesView) -> AnyView {
    let row = |key: &str, figure: Option<&Figure>| {
        figure.map(|figure| {
            view! {
                <tr>
                    <th scope="row">{words.t(key)}</th>
                    {figure_cell(words, Unit::Ratio, figure, "")}
                </tr>
            }
        })
    };
    let sent = notes.sent.as_ref().map(|row| {
        view! {
            <tr>
                <th scope="row">{words.t("metric.invitations_sent.name")}</th>
                {bare_cell(words, Unit::Count, &row.figure, "")}
            </tr>
        }
    });
    let difference = match &notes.difference {
        Some(change) => words.fill("network.notes_difference", &[("change", &share_change(words, change))]),
        None => words.t("network.notes_no_difference"),
    };
    view! {
        <table class="data narrow" data-testid="invitation-notes">
            <tbody>
                {sent} {row("metric.invitation_acceptance_rate.name", notes.all.as_ref().map(|row| &row.figure))}
                {row("key.has_note.yes", notes.with.as_ref())}
                {row("key.has_note.no", notes.without.as_ref())}
            </tbody>
        </table>
        <p class="small">{difference}</p>
        <p class="note q3">{words.t("network.notes_note")}</p>
    }
    .into_any()
}
