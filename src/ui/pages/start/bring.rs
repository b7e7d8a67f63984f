//! What one can bring, and how to get it.

use leptos::prelude::*;

use crate::sources::Source;
use crate::ui::parts::Templates;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;

/// The kinds of tools, with how the groups of their exports begin. What is mapped by hand stands among them.
const KINDS: [(&str, &[&str]); 4] = [
    ("linkedin", &["linkedin", "ssi"]),
    ("crm", &["salesforce", "hubspot", "pipedrive", "zoho", "dynamics", "crm_deals", "crm_leads"]),
    ("social", &["sprout", "x", "meta", "metricool", "hootsuite", "buffer", "later"]),
    ("web", &["ga4", "bitly", "calendly", "google_trends"]),
];

/// What one can bring whether or not a source is declared for it: its columns are mapped then.
const MAPPED: [&str; 3] = ["crm_deals", "crm_leads", "any_table"];

/// The kind that a group belongs to; the last for all others.
fn kind_of(group: &str) -> usize {
    let is_of = |start: &&str| {
        group == *start || group.strip_prefix(*start).is_some_and(|rest| rest.starts_with('_'))
    };
    KINDS.iter().position(|(_, starts)| starts.iter().any(is_of)).unwrap_or(KINDS.len())
}

/// The list of what one can bring, by kind of tool, and the way to one of them by its name.
pub fn bring(session: Session) -> AnyView {
    let words = session.words();
    let mut groups: Vec<&'static str> = Source::bring_groups().into_iter().map(|(group, _)| group).collect();
    groups.extend(MAPPED.into_iter().filter(|group| !groups.contains(group)).collect::<Vec<_>>());
    let groups = StoredValue::new(groups);
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = query.get().to_lowercase();
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let fits = |group: &&'static str| is_meant(words, group, &wanted);
        let found = || groups.with_value(|groups| groups.iter().copied().filter(fits).collect::<Vec<_>>());
        (!wanted.is_empty()).then(found)
    });
    let list = move || match found.get() {
        None => groups.with_value(|groups| {
            (0..=KINDS.len()).map(|kind| kind_of_tools(words, kind, groups)).collect_view().into_any()
        }),
        Some(found) if found.is_empty() => view! { <p class="quiet">{words.t("find.none")}</p> }.into_any(),
        Some(found) => {
            let is_one = found.len() == 1;
            found.into_iter().map(|group| item(words, group, is_one)).collect_view().into_any()
        }
    };
    let count = move || {
        let count = found.with(|found| found.as_ref().map(Vec::len))?;
        Some(words.count("find.found", u64::try_from(count).unwrap_or(0), &[]))
    };
    view! {
        <section class="sec">
            <h2>{words.t("find.title")}</h2>
            <p class="quiet small">{words.t("bring.text")}</p>
            <label class="find-file">
                <span class="small">{words.t("find.label")}</span>
                <input
                    class="field"
                    type="search"
                    data-testid="find-file"
                    placeholder="HubSpot, Salesforce, messages.csv …"
                    dir="auto"
                    prop:value=move || query.get()
                    on:input=move |event| query.set(value_of(&event))
                />
                <small class="q3" role="status">{count}</small>
            </label>
            <div class="exl">{list}</div>
            <Templates />
        </section>
    }
    .into_any()
}

/// The exports of one kind of tool.
fn kind_of_tools(words: Words, kind: usize, groups: &[&'static str]) -> AnyView {
    let id = KINDS.get(kind).map_or("any", |(id, _)| id);
    let own: Vec<&str> = groups.iter().copied().filter(|group| kind_of(group) == kind).collect();
    let names: Vec<String> = own.iter().map(|group| words.t(&format!("bring.{group}.name"))).collect();
    let items = own.into_iter().map(|group| item(words, group, false)).collect_view();
    view! {
        <details class="kind" open=kind == 0>
            <summary>
                <h3>{words.t(&format!("bring.kind.{id}"))}</h3>
                <span class="small quiet names">{names.join(" · ")}</span>
            </summary>
            {items}
        </details>
    }
    .into_any()
}

/// Whether an export is looked for: every word stands in what is said of it, or in the names of its files.
fn is_meant(words: Words, group: &str, wanted: &[&str]) -> bool {
    let mut said: Vec<String> =
        ["name", "file", "gives", "how"].map(|part| words.t(&format!("bring.{group}.{part}"))).to_vec();
    for (_, sources) in Source::bring_groups().iter().filter(|(own, _)| *own == group) {
        said.extend(sources.iter().flat_map(|source| {
            source.files.iter().map(|file| (*file).to_owned()).chain([source.name.to_owned()])
        }));
    }
    let said = said.join(" ").to_lowercase();
    wanted.iter().all(|word| said.contains(word))
}

fn item(words: Words, group: &str, is_open: bool) -> AnyView {
    let text = |part: &str| words.t(&format!("bring.{group}.{part}"));
    let way = steps(&text("how"));
    let way = if way.len() > 1 {
        let steps = way.into_iter().map(|step| view! { <li dir="auto">{step}</li> });
        view! { <ol class="small menu-way">{steps.collect_view()}</ol> }.into_any()
    } else {
        view! { <p class="small quiet">{text("how")}</p> }.into_any()
    };
    view! {
        <details name="bring" class="item" open=is_open data-testid=format!("bring-{group}")>
            <summary>
                <span class="exn">
                    <b>{text("name")}</b>
                    <small>{text("file")}</small>
                </span>
                <span class="small quiet">{text("gives")}</span>
                <span class="note num">{text("time")}</span>
            </summary>
            {way}
        </details>
    }
    .into_any()
}

/// The steps of a way through menus, and what is to be known besides.
fn steps(how: &str) -> Vec<String> {
    how.split(['→', '←']).map(|step| step.trim().to_owned()).filter(|step| !step.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_through_menus_is_told_step_by_step() {
        assert_eq!(steps("CRM → Deals → Export."), ["CRM", "Deals", "Export."]);
        assert_eq!(steps("One sentence."), ["One sentence."]);
    }

    #[test]
    fn every_export_is_of_a_kind() {
        for (group, _) in Source::bring_groups() {
            assert!(kind_of(group) < KINDS.len(), "{group}");
        }
        assert_eq!(kind_of("any_table"), KINDS.len());
        assert_eq!(kind_of("xing"), KINDS.len());
    }
}
