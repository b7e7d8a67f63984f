//! What one can bring, and how to get it.

use leptos::prelude::*;

use crate::sources::Source;
use crate::ui::parts::Templates;
use crate::ui::session::Session;

/// What one can bring whether or not a source is declared for it: its columns are mapped then.
const MAPPED: [&str; 3] = ["crm_deals", "crm_leads", "any_table"];

/// The list of what one can bring.
pub fn bring(session: Session) -> AnyView {
    let words = session.words();
    let mut groups: Vec<&str> = Source::bring_groups().into_iter().map(|(group, _)| group).collect();
    groups.extend(MAPPED.into_iter().filter(|group| !groups.contains(group)).collect::<Vec<_>>());
    let items = groups
        .into_iter()
        .enumerate()
        .map(|(index, group)| {
            let text = |part: &str| words.t(&format!("bring.{group}.{part}"));
            view! {
                <details name="bring" open=index == 0>
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
        })
        .collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("bring.title")}</h2>
            <p class="quiet small">{words.t("bring.text")}</p>
            <div class="exl">{items}</div>
            <Templates />
        </section>
    }
    .into_any()
}
