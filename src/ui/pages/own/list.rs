//! The metrics that there are.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::Draft;
use super::said;
use crate::metrics::OwnMetric;
use crate::ui::pages::conversations::cells;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{OwnScoresView, ScoreRow};

/// The metrics that there are; nothing where there are none.
pub fn list(session: Session, draft: Draft, view: &OwnScoresView) -> AnyView {
    let words = session.words();
    if view.metrics.is_empty() {
        return view! { <p class="emp quiet" data-testid="own-none">{words.t("own.none")}</p> }.into_any();
    }
    let rows = view.metrics.iter().zip(&view.rows);
    let rows =
        rows.map(|(metric, row_of)| row(session, words, draft, metric, row_of.as_ref(), &view.metrics));
    let rows = rows.collect_view();
    view! {
        <div class="scroll">
            <table class="data" data-testid="own-list">
                <thead>
                    <tr>
                        <th scope="col">{words.t("own.name")}</th>
                        <th scope="col" class="r">{words.t("scorecard.head.value")}</th>
                        <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                        <th scope="col"><span class="vh">{words.t("own.change")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(
    session: Session,
    words: Words,
    draft: Draft,
    metric: &OwnMetric,
    row: Option<&ScoreRow>,
    all: &[OwnMetric],
) -> AnyView {
    let page = Page::Metric { id: metric.id(), by: None, variant: None, over: None };
    let name = match row {
        Some(_) => view! { <a class="nl" href=session.href_now(page)><bdi>{metric.name.clone()}</bdi></a> }
            .into_any(),
        None => view! { <bdi>{metric.name.clone()}</bdi> }.into_any(),
    };
    let value = match row {
        Some(row) => cells::figure(words, row.unit, Some(&row.figure)),
        None => view! { <span class="q3">{words.t("own.broken")}</span> }.into_any(),
    };
    let (edited, name_of, before) = (metric.clone(), metric.name.clone(), all.to_vec());
    let delete = move |_| {
        let (before, name) = (before.clone(), name_of.clone());
        let rest = before.iter().filter(|metric| metric.name != name).cloned().collect();
        spawn_local(async move {
            let text = session.words().fill("toast.deleted", &[("name", &name)]);
            if session.set_own(rest, Some((text, before))).await {
                draft.forget(&name);
            }
        });
    };
    view! {
        <tr>
            <th scope="row">
                {name} <small class="q3">{said(words, metric)}</small>
            </th>
            <td class="r">{value}</td>
            <td class="r num q3">{row.map(|row| words.counted(&row.figure))}</td>
            <td class="r">
                <button type="button" class="link" on:click=move |_| draft.edit(&edited)>
                    {words.t("action.edit")}
                </button>
                " "
                <button type="button" class="link" on:click=delete>
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}
