//! The self-assessment: a few statements, said again from time to time, and how the answers change.

use leptos::prelude::*;

use super::change;
use crate::facts::Day;
use crate::metrics::{Assessment, MOST_POINTS, ProgrammeChange, STATEMENTS};
use crate::ui::browser::today;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{ProgrammeView, SaidLine};

/// What is being answered; it outlives the answers that come in meanwhile.
#[derive(Clone, Copy)]
pub struct Draft {
    answers: RwSignal<[Option<u8>; STATEMENTS]>,
    note: RwSignal<String>,
}

impl Draft {
    /// Nothing answered yet.
    pub fn new() -> Draft {
        Draft { answers: RwSignal::new([None; STATEMENTS]), note: RwSignal::new(String::new()) }
    }
}

/// The section.
pub fn section(session: Session, view: &ProgrammeView, draft: Draft) -> AnyView {
    let words = session.words();
    let said = view.said.clone();
    let lines = said.iter().rev().map(|line| past(session, words, line)).collect_view();
    let has_any = !said.is_empty();
    let statements = (0..STATEMENTS).map(|at| statement(words, draft, at)).collect_view();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let answers = draft.answers.get_untracked().to_vec();
        if answers.iter().all(Option::is_none) {
            return session.say_error(words.t("maturity.none"));
        }
        let note = draft.note.get_untracked().trim().to_owned();
        change(session, ProgrammeChange::Assess(Assessment { day: Some(today()), answers, note }));
        draft.answers.set([None; STATEMENTS]);
        draft.note.set(String::new());
    };
    let table = has_any.then(|| {
        view! {
            <table class="data said" data-testid="maturity-table">
                <thead>
                    <tr>
                        <th scope="col">{words.t("maturity.day")}</th>
                        <th scope="col" class="r">{words.t("maturity.points")}</th>
                        <th scope="col">{words.t("scorecard.head.change")}</th>
                        <th scope="col">{words.t("field.note")}</th>
                        <th scope="col">
                            <span class="vh">{words.t("goals.col_change")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        }
    });
    view! {
        <section class="sec">
            <h2>{words.t("maturity.title")}</h2>
            <p class="quiet small">{words.t("maturity.text")}</p>
            {table}
            <form class="maturity" data-testid="maturity" on:submit=save>
                {statements}
                <label class="entry-field">
                    <span class="small">{words.t("field.note")}</span>
                    <textarea
                        class="field"
                        rows="2"
                        dir="auto"
                        prop:value=move || draft.note.get()
                        on:input=move |event| draft.note.set(value_of(&event))
                    ></textarea>
                </label>
                <div class="acts">
                    <button class="btn primary" type="submit" data-testid="maturity-save">
                        {words.fill("maturity.save", &[("day", &words.day(today()))])}
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn statement(words: Words, draft: Draft, at: usize) -> AnyView {
    let name = format!("maturity-{}", at + 1);
    let options = (0..=MOST_POINTS)
        .map(|points| {
            let is_chosen =
                move || draft.answers.with(|answers| answers.get(at).copied().flatten() == Some(points));
            let choose = move |_| {
                draft.answers.update(|answers| {
                    if let Some(answer) = answers.get_mut(at) {
                        *answer = Some(points);
                    }
                });
            };
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=is_chosen
                        data-testid=format!("{name}-{points}")
                        on:change=choose
                    />
                    <span>{words.t(&format!("maturity.answer.{points}"))}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend>{words.t(&format!("maturity.{}", at + 1))}</legend>
            <div class="answers">{options}</div>
        </fieldset>
    }
    .into_any()
}

fn past(session: Session, words: Words, line: &SaidLine) -> AnyView {
    let day: Day = line.day;
    let points = words.k_of_n(f64::from(line.points), u64::from(line.most));
    let changed = line.change.map(|(by, both)| {
        let sign = match by {
            0 => "±",
            by if by > 0 => "+",
            _ => "−",
        };
        let by = format!("\u{2066}{sign}{}\u{2069}", words.integer(u64::from(by.unsigned_abs())));
        words.count("maturity.change", u64::from(both), &[("by", &by)])
    });
    let label = words.fill("maturity.delete_label", &[("day", &words.day(day))]);
    view! {
        <tr>
            <th scope="row" class="num">{words.day(day)}</th>
            <td class="r num">{points}</td>
            <td>{changed}</td>
            <td>
                <bdi>{line.note.clone()}</bdi>
            </td>
            <td class="r">
                <button
                    class="link"
                    aria-label=label
                    on:click=move |_| change(session, ProgrammeChange::Forget(day))
                >
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}
