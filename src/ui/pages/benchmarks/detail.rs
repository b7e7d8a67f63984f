//! Where a number comes from, and what a person changes in it.

use leptos::prelude::*;

use super::own::{Draft, asked_value};
use super::printed;
use crate::metrics::{BenchmarkChange, ChangedBenchmark, OwnBenchmark};
use crate::ui::pages::goals::read_number;
use crate::ui::route::Page;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::BenchmarkLine;

/// The origin, and below it the ways to change the number.
pub fn detail(session: Session, draft: Draft, line: &BenchmarkLine) -> AnyView {
    let words = session.words();
    let change = match &line.own {
        Some(own) => of_own(session, draft, own),
        None => of_library(session, line),
    };
    let look = page(&line.id).map(|page| {
        view! {
            <p>
                <a href=session.href_now(page)>{words.t("bench.open")}</a>
            </p>
        }
    });
    view! {
        <details>
            <summary>{words.t("bench.details")}</summary>
            <dl>{facts(words, line)}</dl>
            {look}
            {change}
        </details>
    }
    .into_any()
}

fn facts(words: Words, line: &BenchmarkLine) -> AnyView {
    let source = if line.cites.is_empty() { words.t("bench.no_source") } else { line.cites.clone() };
    let mut facts = vec![("bench.label.source", source)];
    match &line.own {
        Some(own) if own.population.is_empty() => {}
        Some(own) => facts.push(("bench.label.population", own.population.clone())),
        None => {
            for (label, part) in [
                ("bench.label.population", "population"),
                ("bench.label.compared", "compared"),
                ("bench.label.says", "says"),
            ] {
                facts.push((label, words.t(&format!("bench.{}.{part}", line.id))));
            }
        }
    }
    let facts = facts.into_iter().map(|(label, text)| {
        view! {
            <dt>{words.t(label)}</dt>
            <dd>
                <bdi>{text}</bdi>
            </dd>
        }
    });
    facts.collect_view().into_any()
}

/// The page that looks closer at what a number is about.
fn page(id: &str) -> Option<Page> {
    match id {
        "ssi_98" | "ssi_opportunities" | "ssi_quota" => Some(Page::Ssi),
        "connections_930" => Some(Page::Network),
        "mix_linkedin" | "mix_others" => Some(Page::Content),
        "mutual_70" | "referral_odds" | "referral_70" | "referral_84" => Some(Page::Referrals),
        "roi_15" => Some(Page::Return),
        _ => None,
    }
}

/// Another number, a note, out of sight, or as in the library.
fn of_library(session: Session, line: &BenchmarkLine) -> AnyView {
    let words = session.words();
    let (measure, id, is_changed) = (line.measure, line.id.clone(), line.changed_from.is_some());
    let number = RwSignal::new(printed::typed(words, measure, line.value));
    let note = RwSignal::new(line.note.clone());
    let in_library = line.changed_from.unwrap_or(line.value);
    let known = line.note.clone();
    let change = move |is_hidden: bool| {
        let Some(value) = read_number(&number.get_untracked(), printed::unit(measure)) else {
            return session.say_error(words.t("bench.own.wrong"));
        };
        // A number that nobody touched is not one of their own.
        let value = Some(value).filter(|value| (value - in_library).abs() > 1e-9);
        let note = note.get_untracked();
        session.change_benchmarks(BenchmarkChange::Change(ChangedBenchmark {
            id: id.clone(),
            value,
            note,
            is_hidden,
        }));
    };
    let (save, hide) = (change.clone(), change);
    let as_it_was = (is_changed || !known.is_empty()).then(|| {
        let id = line.id.clone();
        let reset = move |_| {
            let changed = ChangedBenchmark { id: id.clone(), ..ChangedBenchmark::default() };
            session.change_benchmarks(BenchmarkChange::Change(changed));
        };
        view! {
            <button type="button" class="link" on:click=reset>
                {words.t("bench.reset")}
            </button>
        }
    });
    let asked = asked_value(words, printed::unit(measure));
    view! {
        <form
            class="bench-form"
            aria-label=words.t("bench.change")
            on:submit=move |event| {
                event.prevent_default();
                save(false);
            }
        >
            <label>
                <b>{asked}</b>
                <input
                    class="field"
                    type="text"
                    inputmode="decimal"
                    data-testid="bench-value"
                    prop:value=move || number.get()
                    on:input=move |event| number.set(value_of(&event))
                />
            </label>
            <label>
                <b>{words.t("bench.form.note")}</b>
                <input
                    class="field"
                    type="text"
                    maxlength="600"
                    data-testid="bench-note"
                    prop:value=move || note.get()
                    on:input=move |event| note.set(value_of(&event))
                />
            </label>
            <span class="acts">
                <button class="btn" type="submit" data-testid="bench-save">
                    {words.t("action.save")}
                </button>
                <button type="button" class="link" data-testid="bench-hide" on:click=move |_| hide(true)>
                    {words.t("bench.hide")}
                </button>
                {as_it_was}
            </span>
        </form>
    }
    .into_any()
}

fn of_own(session: Session, draft: Draft, own: &OwnBenchmark) -> AnyView {
    let words = session.words();
    let (edited, hidden, id) = (own.clone(), OwnBenchmark { is_hidden: true, ..own.clone() }, own.id);
    view! {
        <p class="acts">
            <button type="button" class="link" on:click=move |_| draft.edit(&edited)>
                {words.t("action.edit")}
            </button>
            <button
                type="button"
                class="link"
                on:click=move |_| session.change_benchmarks(BenchmarkChange::Put(hidden.clone()))
            >
                {words.t("bench.hide")}
            </button>
            <button
                type="button"
                class="link"
                on:click=move |_| session.change_benchmarks(BenchmarkChange::Remove(id))
            >
                {words.t("action.delete")}
            </button>
        </p>
    }
    .into_any()
}
