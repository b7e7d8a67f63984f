//! Numbers that are often quoted: where they come from, one's own figure beside each, and what it says.
//!
//! | file | holds |
//! |---|---|
//! | `line` | one number: claim, own figure, ruling |
//! | `detail` | where it comes from, and what a person changes in it |
//! | `own` | numbers of one's own |
//! | `printed` | numbers as they are meant |

mod detail;
mod line;
mod own;
mod printed;

pub use line::cited;

use leptos::prelude::*;

use super::shown::{part, shown, shows};
use crate::metrics::{BenchmarkChange, ChangedBenchmark, OwnBenchmark, Ruling};
use crate::ui::session::{Session, session};
use crate::views::{Ask, BenchmarksView, HiddenBenchmark};

shows!(BenchmarksView of Benchmarks);

/// The page of benchmarks.
#[component]
pub fn BenchmarksPage() -> impl IntoView {
    let session = session();
    shown(
        "bench.title",
        move || Ask::Benchmarks { filter: session.filter() },
        move |view: &BenchmarksView| lead(session, view),
        move |view| sections(session, view),
    )
}

/// How many of the numbers one's own figures agree with.
fn lead(session: Session, view: &BenchmarksView) -> AnyView {
    let words = session.words();
    let count = |wanted: &dyn Fn(Ruling) -> bool| {
        words.integer(view.lines.iter().filter(|line| wanted(line.ruling)).count() as u64)
    };
    let said = words.fill(
        "bench.lead",
        &[
            ("all", &count(&|_| true)),
            ("agree", &count(&|ruling| ruling == Ruling::Agrees)),
            ("disagree", &count(&|ruling| matches!(ruling, Ruling::Disagrees { .. }))),
            ("unknown", &count(&|ruling| matches!(ruling, Ruling::CannotTell(_)))),
        ],
    );
    view! {
        <p data-testid="bench-lead">{said}</p>
        <p class="quiet small">{words.t("bench.text")}</p>
    }
    .into_any()
}

fn sections(session: Session, view: Signal<BenchmarksView>) -> AnyView {
    let words = session.words();
    let draft = own::Draft::new();
    let lines = part(view, |view| view.lines.clone());
    let hidden = part(view, |view| view.hidden.clone());
    let metrics = part(view, |view| view.metrics.clone());
    let need = part(view, |view| view.need);
    view! {
        <div class="scroll">
            <table class="data bench" data-testid="benchmarks">
                <thead>
                    <tr>
                        <th scope="col">{words.t("bench.head.claim")}</th>
                        <th scope="col">{words.t("bench.head.mine")}</th>
                        <th scope="col">{words.t("bench.head.ruling")}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let currency = view.with_untracked(|view| view.frame.currency.clone());
                        lines
                            .with(|lines| {
                                lines
                                    .iter()
                                    .map(|known| line::line(session, draft, known, &currency))
                                    .collect_view()
                            })
                    }}
                </tbody>
            </table>
        </div>
        {move || hidden.with(|hidden| (!hidden.is_empty()).then(|| hidden_list(session, hidden)))}
        {move || how(session, need.get())}
        {own::form(session, draft, metrics.into())}
    }
    .into_any()
}

/// The test in words.
fn how(session: Session, need: u32) -> impl IntoView {
    let words = session.words();
    let need = words.integer(u64::from(need));
    let texts = ["bench.test.level", "bench.test.effect", "bench.test.direction"];
    let texts = texts.map(|key| view! { <li>{words.t(key)}</li> });
    view! {
        <section class="sec" data-testid="bench-test">
            <h2>{words.t("bench.test.title")}</h2>
            <ul class="bench-test">
                {texts.into_iter().collect_view()} <li>{words.fill("bench.test.else", &[("need", &need)])}</li>
            </ul>
        </section>
    }
}

fn hidden_list(session: Session, hidden: &[HiddenBenchmark]) -> AnyView {
    let words = session.words();
    let lines = hidden.iter().map(|known| {
        let value = printed::value(words, known.measure, known.value, "");
        let claim = match &known.own {
            Some(own) => view! { <bdi>{own.claim.clone()}</bdi> }.into_any(),
            None => view! { {words.fill(&format!("bench.{}.claim", known.id), &[("value", &value)])} }.into_any(),
        };
        let change = shown_again(known);
        view! {
            <li>
                {claim} " "
                <button type="button" class="link" on:click=move |_| session.change_benchmarks(change.clone())>
                    {words.t("bench.show")}
                </button>
            </li>
        }
    });
    view! {
        <section class="sec" data-testid="bench-hidden">
            <h2>{words.t("bench.hidden")}</h2>
            <ul class="plain">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn shown_again(known: &HiddenBenchmark) -> BenchmarkChange {
    match &known.own {
        Some(own) => BenchmarkChange::Put(OwnBenchmark { is_hidden: false, ..own.clone() }),
        None => BenchmarkChange::Change(ChangedBenchmark {
            id: known.id.clone(),
            value: Some(known.value),
            note: known.note.clone(),
            is_hidden: false,
        }),
    }
}
