//! What one can bring, and how to get it.

use leptos::prelude::*;

use crate::sources::Source;
use crate::ui::parts::Templates;
use crate::ui::session::Session;
use crate::ui::words::Words;

/// The kinds of tools, with how the groups of their exports begin. What is mapped by hand stands among them.
const KINDS: [(&str, &[&str]); 4] = [
    ("linkedin", &["linkedin", "ssi"]),
    ("crm", &["salesforce", "hubspot", "pipedrive", "zoho", "dynamics", "crm_deals", "crm_leads"]),
    ("social", &["sprout", "x", "meta", "metricool", "hootsuite", "buffer", "later"]),
    ("web", &["ga4", "bitly", "calendly"]),
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

/// The list of what one can bring, by kind of tool.
pub fn bring(session: Session) -> AnyView {
    let words = session.words();
    let mut groups: Vec<&str> = Source::bring_groups().into_iter().map(|(group, _)| group).collect();
    groups.extend(MAPPED.into_iter().filter(|group| !groups.contains(group)).collect::<Vec<_>>());
    let kinds = (0..=KINDS.len())
        .map(|kind| {
            let id = KINDS.get(kind).map_or("any", |(id, _)| id);
            let own: Vec<&str> = groups.iter().copied().filter(|group| kind_of(group) == kind).collect();
            let names: Vec<String> =
                own.iter().map(|group| words.t(&format!("bring.{group}.name"))).collect();
            let items = own.into_iter().map(|group| item(words, group)).collect_view();
            view! {
                <details class="kind" open=kind == 0>
                    <summary>
                        <h3>{words.t(&format!("bring.kind.{id}"))}</h3>
                        <span class="small quiet names">{names.join(" · ")}</span>
                    </summary>
                    {items}
                </details>
            }
        })
        .collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("bring.title")}</h2>
            <p class="quiet small">{words.t("bring.text")}</p>
            <div class="exl">{kinds}</div>
            <Templates />
        </section>
    }
    .into_any()
}

fn item(words: Words, group: &str) -> AnyView {
    let text = |part: &str| words.t(&format!("bring.{group}.{part}"));
    view! {
        <details name="bring" class="item">
            <summary>
                <span class="exn">
                    <b>{text("name")}</b>
                    <small>{text("file")}</small>
                </span>
                <span class="small quiet">{text("gives")}</span>
                <span class="note num">{text("time")}</span>
            </summary>
            <p class="small quiet">{text("how")}</p>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_export_is_of_a_kind() {
        for (group, _) in Source::bring_groups() {
            assert!(kind_of(group) < KINDS.len(), "{group}");
        }
        assert_eq!(kind_of("any_table"), KINDS.len());
        assert_eq!(kind_of("xing"), KINDS.len());
    }
}
