//! The return of social networks under every rule of credit, and for each part they play.

use leptos::prelude::*;

use super::{cell, line_name, money};
use crate::ui::parts::CopyTable;
use crate::ui::words::Words;
use crate::views::{ReturnLine, ReturnView};

/// The section.
pub fn credited(words: Words, view: &ReturnView) -> AnyView {
    let rows = |is_role: bool| -> Vec<AnyView> {
        (view.returns.iter().filter(|line| line.is_role == is_role))
            .map(|line| row(words, view, line))
            .collect()
    };
    let copied = view.clone();
    view! {
        <section class="sec" data-testid="return-credited">
            <h2>{words.t("return.credited")}</h2>
            <p class="small quiet lead">{words.t("return.credited_text")}</p>
            <div class="sideways">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("return.rule")}</th>
                            <th scope="col" class="r">{words.t("return.col.revenue")}</th>
                            <th scope="col" class="r">{words.t("return.col.return")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows(false)}</tbody>
                    <tbody>
                        <tr class="part">
                            <th scope="rowgroup" colspan="3">{words.t("return.by_role")}</th>
                        </tr>
                        {rows(true)}
                    </tbody>
                </table>
            </div>
            <div class="tfoot small quiet">
                <CopyTable lines=move || lines(words, &copied) />
            </div>
        </section>
    }
    .into_any()
}

fn row(words: Words, view: &ReturnView, line: &ReturnLine) -> AnyView {
    let is_chosen = line.id == view.rules.rule.id();
    let chosen = is_chosen.then(|| view! { <small class="quiet">{words.t("return.chosen")}</small> });
    view! {
        <tr class:is-chosen=is_chosen>
            <th scope="row">{line_name(words, line)} {chosen}</th>
            <td class="r num">
                <bdi dir="ltr" class="ltr">{money(words, line.revenue, &view.frame.currency)}</bdi>
            </td>
            <td class="r num">{cell(words, line.figure.as_ref())}</td>
        </tr>
    }
    .into_any()
}

fn lines(words: Words, view: &ReturnView) -> Vec<Vec<String>> {
    let head = ["return.rule", "return.col.revenue", "return.col.return"].map(|key| words.t(key)).to_vec();
    let rows = view.returns.iter().map(|line| {
        let value = line.figure.as_ref().and_then(|figure| figure.value());
        vec![
            line_name(words, line),
            money(words, line.revenue, &view.frame.currency),
            value.map_or_else(|| words.t("key.unknown"), |value| super::returned(words, value)),
        ]
    });
    std::iter::once(head).chain(rows).collect()
}
