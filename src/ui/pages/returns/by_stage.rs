//! The return of social networks by the stage in which they touched deals, under the chosen rule of credit.

use leptos::prelude::*;

use super::{cell, money};
use crate::ui::pages::pipeline::held::name_text;
use crate::ui::words::Words;
use crate::views::{ReturnView, StageReturn};

/// The section.
pub fn by_stage(words: Words, view: &ReturnView) -> AnyView {
    let rule = words.t(&format!("credit.model.{}", view.rules.rule.id()));
    let inside = match &view.by_stage {
        None => {
            let text = words.fill("return.by_stage_withheld", &[("rule", &rule)]);
            view! { <p class="emp quiet small">{text}</p> }.into_any()
        }
        Some(lines) if lines.is_empty() => {
            view! { <p class="emp quiet small">{words.t("return.by_stage_none")}</p> }.into_any()
        }
        Some(lines) => table(words, lines, &view.frame.currency),
    };
    view! {
        <section class="sec" data-testid="return-by-stage">
            <h2>{words.t("return.by_stage")}</h2>
            <p class="small quiet lead">{words.fill("return.by_stage_text", &[("rule", &rule)])}</p>
            {inside}
        </section>
    }
    .into_any()
}

fn table(words: Words, lines: &[StageReturn], currency: &str) -> AnyView {
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let rows = lines
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">
                        <bdi>{name_text(words, &line.stage)}</bdi>
                    </th>
                    <td class="r num">{words.integer(line.touches)}</td>
                    <td class="r num">
                        <bdi dir="ltr" class="ltr">{money(words, line.cost, currency)}</bdi>
                    </td>
                    <td class="r num">
                        <bdi dir="ltr" class="ltr">{money(words, Some(line.revenue), currency)}</bdi>
                    </td>
                    <td class="r num">{cell(words, line.figure.as_ref())}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="sideways">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{words.t("return.col.stage")}</th>
                        {right("return.col.touches")}
                        {right("return.col.part_of_cost")}
                        {right("return.col.revenue")}
                        {right("return.col.return")}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="note q3">{words.t("return.by_stage_costs")}</p>
    }
    .into_any()
}
