//! First messages with and without a mutual connection: a person says which, the page compares.

use leptos::prelude::*;

use super::super::shown::{figure_cell, part, share_change};
use crate::facts::NoteChange;
use crate::metrics::{Figure, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{FirstMessageLine, MutualView, ReferralsView};

/// The two rates, and the newest first messages to be told apart.
pub fn mutual(session: Session, view: Signal<ReferralsView>) -> impl IntoView {
    let words = session.words();
    let rates = part(view, |view| MutualView { messages: Vec::new(), ..view.mutual.clone() });
    let keys = part(view, |view| {
        let messages = view.mutual.messages.iter();
        messages.map(|line| FirstMessageLine { mentioned: None, ..line.clone() }).collect::<Vec<_>>()
    });
    let key = |line: &FirstMessageLine| (line.seller.clone(), line.key.clone(), line.sent.0);
    view! {
        <section class="sec">
            <h2>{words.t("referrals.mutual_title")}</h2>
            <p class="quiet small">{words.t("referrals.mutual_text")}</p>
            {move || rates.with(|rates| table(words, rates))}
            <details class="small" data-testid="mutual-list">
                <summary>{words.t("referrals.mutual_list")}</summary>
                {move || {
                    keys
                        .with(Vec::is_empty)
                        .then(|| view! { <p class="quiet">{words.t("referrals.mutual_empty")}</p> })
                }}
                <ul class="plain checks">
                    <For each=move || keys.get() key=key children=move |line| message(session, view, line) />
                </ul>
            </details>
        </section>
    }
}

fn table(words: Words, rates: &MutualView) -> AnyView {
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
    let has_any = rates.with.is_some() || rates.without.is_some();
    let rows = has_any.then(|| {
        view! {
            <table class="data narrow" data-testid="mutual">
                <tbody>
                    {row("referrals.mutual_with", rates.with.as_ref())}
                    {row("referrals.mutual_without", rates.without.as_ref())}
                </tbody>
            </table>
        }
    });
    let verdict = match (&rates.difference, rates.ratio) {
        (Some(change), Some((ratio, low, high))) => {
            let number = |value: f64| words.number(value, 1);
            let range = words.fill("range.to", &[("low", &number(low)), ("high", &number(high))]);
            words.fill(
                "referrals.mutual_ratio",
                &[("ratio", &number(ratio)), ("range", &range), ("change", &share_change(words, change))],
            )
        }
        (Some(change), None) => {
            words.fill("referrals.mutual_difference", &[("change", &share_change(words, change))])
        }
        _ => words.t("referrals.mutual_cannot_tell"),
    };
    let rest = words.fill(
        "referrals.mutual_rest",
        &[
            ("unsaid", &words.integer(u64::from(rates.unsaid))),
            ("waiting", &words.integer(u64::from(rates.waiting))),
        ],
    );
    view! {
        {rows}
        <p class="small">
            <b>{verdict}</b>
            " "
            {rest}
        </p>
        <p class="note q3">{words.t("referrals.mutual_note")}</p>
    }
    .into_any()
}

fn message(session: Session, view: Signal<ReferralsView>, line: FirstMessageLine) -> AnyView {
    let words = session.words();
    let own = line.clone();
    let said = part(view, move |view| {
        let same = |known: &&FirstMessageLine| {
            (&known.seller, &known.key, known.sent) == (&own.seller, &own.key, own.sent)
        };
        view.mutual.messages.iter().find(same).and_then(|known| known.mentioned)
    });
    let FirstMessageLine { seller, key: person, name, sent, .. } = line;
    let name = if name.trim().is_empty() { person.clone() } else { name };
    let head = words
        .fill("referrals.mutual_line", &[("seller", &seller), ("person", &name), ("day", &words.day(sent))]);
    let button = move |is_yes: bool, key: &'static str| {
        let (seller, person) = (seller.clone(), person.clone());
        // Pressing the answer that holds takes it back.
        let press = move |_| {
            let mentioned = Some(is_yes).filter(|_| said.get_untracked() != Some(is_yes));
            let (seller, person) = (seller.clone(), person.clone());
            session.note(NoteChange::Mutual { seller, person, sent, mentioned }, None);
        };
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || (said.get() == Some(is_yes)).to_string()
                on:click=press
            >
                {words.t(key)}
            </button>
        }
    };
    view! {
        <li>
            <span>{head}</span>
            <span class="acts">{button(true, "ssi.yes")} {button(false, "ssi.no")}</span>
        </li>
    }
    .into_any()
}
