//! Every figure in words: what it is, why it matters, how it is counted, what one can do; and the words of statistics.
//!
//! | file | holds |
//! |---|---|
//! | `terms` | which words belong to which metric |

mod terms;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::pages::scorecard::page_of;
use crate::ui::route::Page;
use crate::ui::session::{Session, session, value_of};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, GlossaryEntry};

pub use terms::{caveat, topic};

/// An entry ready to be shown and looked through.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    id: String,
    /// The metric; none for a word of statistics.
    metric: Option<GlossaryEntry>,
    /// All that it says, folded, for the search.
    text: String,
}

/// The glossary; `id` is the entry that the address asks for.
#[component]
pub fn GlossaryPage(
    /// The entry.
    id: Option<String>,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let answer = session.answer_to(|| Ask::Glossary);
    let entries = Memo::new(move |_| match answer.get() {
        Some(Answer::Glossary { entries }) => all(words, &entries),
        _ => Vec::new(),
    });
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = search.with(|search| search.trim().to_lowercase());
        entries.with(|entries| {
            entries.iter().filter(|entry| entry.text.contains(&wanted)).cloned().collect::<Vec<_>>()
        })
    });
    let count = move || {
        let n = found.with(Vec::len) as u64;
        if n == 0 { words.t("glossary.none") } else { words.count("glossary.found", n, &[]) }
    };
    let wanted = id.clone();
    Effect::new(move || {
        if entries.with(|entries| !entries.is_empty())
            && let Some(id) = &wanted
        {
            bring(id);
        }
    });
    view! {
        <div class="head">
            <div>
                <h1>{words.t("glossary.title")}</h1>
                <p class="quiet">{words.t("glossary.text")}</p>
            </div>
        </div>
        <p class="glossary-search">
            <label>
                <b>{words.t("glossary.search")}</b>
                <input
                    class="field"
                    type="search"
                    data-testid="glossary-search"
                    on:input=move |event| search.set(value_of(&event))
                />
            </label>
            <span class="q3 small" role="status">{count}</span>
        </p>
        <div class="glossary" data-testid="glossary">
            {move || {
                found.with(|found| {
                    found.iter().map(|entry| shown(session, words, entry, id.as_deref())).collect_view()
                })
            }}
        </div>
    }
}

/// The metrics in the order of the catalogue, then the words of statistics.
fn all(words: Words, metrics: &[GlossaryEntry]) -> Vec<Entry> {
    let metrics = metrics.iter().map(|metric| {
        let texts = [
            words.metric_name(&metric.id, None),
            words.metric_of(&metric.id),
            words.t(&format!("metric.{}.formula", metric.id)),
            why(words, &metric.id).unwrap_or_default(),
            improve(words, &metric.id).unwrap_or_default(),
            metric.id.clone(),
        ];
        Entry { id: metric.id.clone(), metric: Some(metric.clone()), text: texts.join("\n").to_lowercase() }
    });
    let words_of_statistics = terms::STATISTICS.iter().map(|word| {
        let texts = [words.t(&format!("stat.{word}.name")), words.t(&format!("stat.{word}.text"))];
        Entry { id: (*word).to_owned(), metric: None, text: texts.join("\n").to_lowercase() }
    });
    metrics.chain(words_of_statistics).collect()
}

/// Why a metric matters.
pub fn why(words: Words, id: &str) -> Option<String> {
    Some(words.t(&format!("gloss.{}.why", topic(id)?)))
}

/// What one can do about it.
pub fn improve(words: Words, id: &str) -> Option<String> {
    Some(words.t(&format!("gloss.{}.improve", topic(id)?)))
}

/// Brings an entry before the eyes.
fn bring(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(&element_id(id)));
    if let Some(element) = element {
        element.scroll_into_view();
        if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
            // An element that refuses the focus is in view all the same.
            let _ = element.focus();
        }
    }
}

fn element_id(id: &str) -> String {
    format!("term-{id}")
}

fn shown(session: Session, words: Words, entry: &Entry, wanted: Option<&str>) -> AnyView {
    let class = if wanted == Some(entry.id.as_str()) { "term chosen" } else { "term" };
    let address = session.href_now(Page::Glossary { id: Some(entry.id.clone()) });
    let (name, body) = match &entry.metric {
        Some(metric) => (words.metric_name(&metric.id, None), of_metric(session, words, metric)),
        None => {
            let text = words.t(&format!("stat.{}.text", entry.id));
            (words.t(&format!("stat.{}.name", entry.id)), view! { <p>{text}</p> }.into_any())
        }
    };
    view! {
        <article id=element_id(&entry.id) class=class tabindex="-1">
            <h2>
                <a href=address>{name}</a>
            </h2>
            {body}
        </article>
    }
    .into_any()
}

fn of_metric(session: Session, words: Words, metric: &GlossaryEntry) -> AnyView {
    let id = metric.id.as_str();
    let note = words.metric_text(id, "note");
    let caveat = caveat(id).map(|key| words.t(key));
    let caveat = words.sentences([caveat, note].into_iter().flatten());
    let needs: Vec<String> =
        metric.needs.iter().map(|need| words.t(&format!("need.{}", need.id()))).collect();
    let version = words.integer(u64::from(metric.version));
    let cites = words.fill("glossary.cites", &[("n", &version), ("cites", &words.cited(&metric.cites))]);
    let parts = [
        ("glossary.why", why(words, id).unwrap_or_default()),
        ("glossary.formula", words.t(&format!("metric.{id}.formula"))),
        ("glossary.method", words.t(&format!("gloss.method.{}", metric.method.id()))),
        ("glossary.improve", improve(words, id).unwrap_or_default()),
        ("glossary.caveat", caveat),
        ("glossary.needs", words.sentences(needs)),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| {
        view! {
            <dt>{words.t(key)}</dt>
            <dd>{text}</dd>
        }
    });
    view! {
        <p class="quiet">{words.metric_of(id)}</p>
        <dl>{parts.collect_view()}</dl>
        <p class="note q3">
            {cites} " · " <a href=session.href_now(page_of(id))>{words.t("glossary.open")}</a>
        </p>
    }
    .into_any()
}
