//! What a file's row opens to: what is inside, what was left out and why, what else is to be known.

use leptos::prelude::*;

use super::desk::Desk;
use super::details::{corrected_rows, left_out_rows, row_lists};
use super::files::{notice_text, source_name};
use super::groups::Group;
use crate::facts::TableId;
use crate::sources::Outcome;
use crate::ui::words::Words;

/// The row under a file's row.
pub(super) fn detail_row(words: Words, group: &Group) -> AnyView {
    let left_out = group.left_out();
    let sum: u64 = left_out.iter().map(|(_, rows)| rows).sum();
    let left_out_head =
        if sum == 0 { words.t("import.nothing_left_out") } else { words.count("import.left_out", sum, &[]) };
    let reasons = left_out
        .iter()
        .map(|(reason, rows)| {
            view! {
                <li>
                    <b class="num">{words.integer(*rows)}</b>
                    {words.t(&reason.message_key())}
                </li>
            }
        })
        .collect_view();
    let desk = expect_context::<Desk>();
    let lists = group
        .summaries()
        .filter(|summary| !summary.left_out_rows.is_empty())
        .map(|summary| left_out_rows(desk, words, summary));
    let lists = lists.collect_view();
    let corrected = group
        .summaries()
        .filter(|summary| !summary.corrected.is_empty())
        .map(|summary| corrected_rows(words, summary));
    let corrected = corrected.collect_view();
    let holds_messages = group
        .summaries()
        .any(|summary| summary.facts.iter().any(|(table, rows)| *table == TableId::Messages && *rows > 0));
    let notices = group
        .summaries()
        .flat_map(|summary| &summary.notices)
        .map(|notice| view! { <p class="small quiet">{notice_text(words, &notice.code, &notice.args)}</p> })
        .collect_view();
    let messages = holds_messages.then(|| {
        view! {
            <h2 class="h3">{words.t("import.message_text")}</h2>
            <p class="small quiet">{words.t("import.message_dropped")}</p>
        }
    });
    view! {
        <tr class="det">
            <td></td>
            <td colspan="6">
                <div class="lo">
                    <div>
                        <h2 class="h3">{words.t("import.inside")}</h2>
                        {inside(words, group)}
                    </div>
                    <div>
                        <h2 class="h3">{left_out_head}</h2>
                        <ul class="small quiet">{reasons}</ul>
                        {corrected}
                    </div>
                    <div>{messages} {notices}</div>
                </div>
                {lists}
                {row_lists(desk, words, group)}
            </td>
        </tr>
    }
    .into_any()
}

fn inside(words: Words, group: &Group) -> AnyView {
    let mut lines: Vec<AnyView> = Vec::new();
    for summary in group.summaries() {
        let facts = summary
            .facts
            .iter()
            .map(|(table, rows)| {
                words.labelled(&words.t(&format!("table.{}", table.name())), &words.integer(u64::from(*rows)))
            })
            .collect::<Vec<_>>()
            .join(" · ");
        let rows = words.count("import.rows", u64::from(summary.rows), &[]);
        let end = summary.data_end.map(|day| words.fill("import.data_end", &[("day", &words.day(day))]));
        lines.push(
            view! {
                <li>
                    {words.woven(
                        "import.part_is",
                        [
                            ("part", view! { <bdi>{part(group, &summary.file).to_owned()}</bdi> }.into_any()),
                            ("source", source_name(words, &summary.source).into_any()),
                            ("rows", rows.into_any()),
                        ],
                    )}
                    <small>{facts}{end.map(|end| format!(" · {end}"))}</small>
                </li>
            }
            .into_any(),
        );
    }
    for file in &group.files {
        if let Outcome::NotUsed { files, .. } = &file.outcome {
            let count = u64::try_from(files.len()).unwrap_or(u64::MAX);
            lines.push(
                view! {
                    <li>
                        <details>
                            <summary>{words.count("import.not_used", count, &[])}</summary>
                            <bdi class="mono">{files.join(" · ")}</bdi>
                        </details>
                    </li>
                }
                .into_any(),
            );
        }
    }
    view! { <ul class="small quiet parts">{lines}</ul> }.into_any()
}

/// The name of a part inside its archive; of a file alone its own name.
fn part<'a>(group: &Group, file: &'a str) -> &'a str {
    file.strip_prefix(&group.name).and_then(|rest| rest.strip_prefix('/')).unwrap_or(file)
}
