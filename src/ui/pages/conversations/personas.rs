//! The catalogue's metrics of conversations, split by persona.

use leptos::prelude::*;

use super::cells;
use crate::metrics::Dim;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::TalksView;

/// The metrics, with people of the persona, others, and those of whom it is not known.
pub fn personas(session: Session, words: Words, view: &TalksView) -> AnyView {
    // A table of two columns need not fill the page.
    let is_whole = view.personas.iter().all(|line| line.parts.is_none());
    let has_parts = view.personas.iter().any(|line| line.parts.is_some());
    let heads = ["matching", "other", "unknown"].map(|key| words.key_name(Dim::Persona, key));
    let heads = has_parts.then(|| {
        heads.map(|head| view! { <th scope="col" class="r">{head}</th> }).into_iter().collect_view()
    });
    let rows = view
        .personas
        .iter()
        .map(|line| {
            let unit = line.row.unit;
            let page = Page::Metric { id: line.row.id.clone(), by: None, variant: None, over: None };
            let parts = has_parts.then(|| {
                let parts = line.parts.clone().unwrap_or_default();
                let cell = |part: &Option<_>| {
                    view! { <td class="r">{cells::figure(words, unit, part.as_ref())}</td> }
                };
                parts.iter().map(cell).collect_view()
            });
            view! {
                <tr>
                    <th scope="row">
                        <a class="nl" href=session.href_now(page)>{words.metric_name(&line.row.id, None)}</a>
                    </th>
                    <td class="r">{cells::figure(words, unit, Some(&line.row.figure))}</td>
                    {parts}
                </tr>
            }
        })
        .collect_view();
    let note = (!has_parts).then(|| {
        let key = if view.frame.personas.is_empty() { "talk.split.no_persona" } else { "talk.split.choose" };
        view! {
            <p class="small quiet">
                {words.t(key)} " " <a href=session.href_now(Page::Personas)>{words.t("persona.title")}</a>
            </p>
        }
    });
    view! {
        <section class="sec">
            <h2>{words.t("talk.split.title")}</h2>
            <p class="small quiet">{words.t("talk.split.text")}</p>
            {note}
            <div class="scroll talk-split" class:whole=is_whole>
                <table class="data" data-testid="talk-split">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("scorecard.head.measure")}</th>
                            <th scope="col" class="r">{words.t("talk.split.all")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
