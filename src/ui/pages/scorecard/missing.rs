//! Rows without a value: why, and which file would fill them.

use leptos::prelude::*;

use super::row::{name_cell, page_of};
use super::table::COLUMNS;
use crate::metrics::{Missing, Need, State};
use crate::ui::phrases::Why;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::ScoreRow;

/// Beyond so many, rows that need other files are folded away.
const MOST_OPEN: usize = 6;

/// The cells of a row without a value, beside its name.
pub fn why_cells(session: Session, words: Words, row: &ScoreRow, why: Why) -> AnyView {
    let button = why.wants_file.then(|| add_file(session, words));
    let n = (row.figure.n > 0).then(|| words.integer(row.figure.n));
    view! {
        <td class="c-why" colspan="4">
            <div class="whyrow">
                <span class="hatch" aria-hidden="true"></span>
                <span class="why" data-testid=format!("value-{}", row.id)>
                    <b>{why.lead}</b>
                    {words.gap()}
                    {why.rest}
                </span>
                {button}
            </div>
        </td>
        <td class="c-n r num small q3">{n}</td>
    }
    .into_any()
}

fn add_file(session: Session, words: Words) -> AnyView {
    view! { <a class="btn" href=session.href_now(Page::Import)>{words.t("scorecard.add_file")}</a> }
        .into_any()
}

/// The rows that no file has anything for: as they are while they are few, else folded, by file.
pub fn wanting(session: Session, words: Words, rows: &[&ScoreRow]) -> Vec<AnyView> {
    if rows.len() > MOST_OPEN {
        return vec![folded(session, words, rows)];
    }
    rows.iter()
        .filter_map(|row| {
            let why = words.why(row, "")?;
            let line = view! {
                <tr class="row" data-testid=format!("score-row-{}", row.id)>
                    {name_cell(session, words, row)}
                    {why_cells(session, words, row, why)}
                </tr>
            };
            Some(line.into_any())
        })
        .collect()
}

fn folded(session: Session, words: Words, rows: &[&ScoreRow]) -> AnyView {
    let mut needs: Vec<(Need, Vec<&ScoreRow>)> = Vec::new();
    for row in rows {
        let State::Missing(Missing::NoFacts(need)) = row.figure.state else { continue };
        match needs.iter_mut().find(|(known, _)| *known == need) {
            Some((_, same)) => same.push(row),
            None => needs.push((need, vec![row])),
        }
    }
    let lines: Vec<AnyView> =
        needs.into_iter().map(|(need, rows)| need_line(session, words, need, &rows)).collect();
    let count = words.count("scorecard.more_need_files", u64::try_from(rows.len()).unwrap_or(0), &[]);
    view! {
        <tr class="wanting">
            <td colspan=COLUMNS>
                <details data-testid="need-files">
                    <summary>
                        <span class="hatch swatch" aria-hidden="true"></span>
                        {count}
                    </summary>
                    <ul class="why">{lines}</ul>
                    {add_file(session, words)}
                </details>
            </td>
        </tr>
    }
    .into_any()
}

/// What one file would bring.
fn need_line(session: Session, words: Words, need: Need, rows: &[&ScoreRow]) -> AnyView {
    let links: Vec<AnyView> = rows
        .iter()
        .map(|row| {
            view! {
                <a class="nl" data-testid=format!("score-row-{}", row.id) href=session.href_now(page_of(&row.id))>
                    {words.metric_name(&row.id, None)}
                </a>
            }
            .into_any()
        })
        .collect();
    view! {
        <li>
            <span class="names">{links}</span>
            <span>{words.t(&format!("need.{}", need.id()))}</span>
        </li>
    }
    .into_any()
}
