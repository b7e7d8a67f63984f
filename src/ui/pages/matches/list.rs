//! Records that meet, and the two answers.

use leptos::prelude::*;

use crate::facts::TableId;
use crate::sources::Source;
use crate::ui::session::session;
use crate::ui::words::Words;
use crate::views::{Ask, MeetingList, MeetingView, SideView};

/// Records that meet, with how many there are in all.
pub(super) fn meetings(words: Words, list: &MeetingList, name: &str) -> AnyView {
    if list.total == 0 {
        return view! { <p class="emp quiet">{words.t("match.none")}</p> }.into_any();
    }
    let shown = u64::try_from(list.rows.len()).unwrap_or(u64::MAX);
    let text =
        words.fill("rows.shown", &[("shown", &words.integer(shown)), ("total", &words.integer(list.total))]);
    let rows: Vec<AnyView> = list.rows.iter().map(|row| meeting(words, row)).collect();
    view! {
        <p class="small quiet num">{text}</p>
        <div class="scroll rv-list" tabindex="0">
            <table class="data mt" data-testid=format!("matches-{name}")>
                <thead>
                    <tr>
                        <th scope="col">{words.t("match.col_one")}</th>
                        <th scope="col">{words.t("match.col_other")}</th>
                        <th scope="col">{words.t("match.col_why")}</th>
                        <th scope="col">
                            <span class="vh">{words.t("match.col_answer")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn meeting(words: Words, row: &MeetingView) -> AnyView {
    let session = session();
    let names =
        (row.one.name.clone(), row.other.as_ref().map(|other| other.name.clone()).unwrap_or_default());
    // What is joined can be parted, what is only alike can be joined or put aside.
    let is_joined = matches!(row.ground.as_str(), "profile" | "name")
        || (row.ground == "email" && row.one.places.iter().all(|(table, _)| *table != TableId::Leads));
    let answer = |key: &'static str, is_same: bool| {
        row.pair.clone().map(|pair| {
            let names = names.clone();
            let label = words.labelled(&words.t(key), &format!("{} · {}", names.0, names.1));
            view! {
                <button
                    class="btn"
                    aria-label=label
                    data-testid=if is_same { "match-same" } else { "match-other" }
                    on:click=move |_| {
                        session.tell(Ask::Decide { pair: pair.clone(), names: names.clone(), is_same });
                    }
                >
                    {words.t(key)}
                </button>
            }
        })
    };
    let differ = row
        .companies_differ
        .then(|| view! { <small class="askc">{words.t("match.companies_differ")}</small> });
    let key =
        (!row.key.is_empty()).then(|| view! { <small><bdi class="mono">{row.key.clone()}</bdi></small> });
    view! {
        <tr>
            // Records of one name in several tables have no second side.
            <td colspan=row.other.is_none().then_some("2")>{side(words, &row.one)}</td>
            {row.other.as_ref().map(|other| view! { <td>{side(words, other)}</td> })}
            <td>
                {words.t(&format!("match.ground_{}", row.ground))} {key} {differ}
            </td>
            <td class="r">
                <span class="mt-acts">
                    {(!is_joined).then(|| answer("match.same", true))}
                    {answer("match.other", false)}
                </span>
            </td>
        </tr>
    }
    .into_any()
}

/// The name of a system as its maker writes it; a table of one's own by its file.
fn system_name(words: Words, system: &str) -> String {
    Source::maker(system).map_or_else(|| words.fill("match.own_table", &[("name", system)]), str::to_owned)
}

fn side(words: Words, side: &SideView) -> AnyView {
    let places: Vec<String> = side
        .places
        .iter()
        .map(|(table, system)| {
            let table = words.t(&format!("table.{}", table.name()));
            if system.is_empty() { table } else { words.with_aside(&table, &system_name(words, system)) }
        })
        .collect();
    view! {
        <bdi>
            <b>{side.name.clone()}</b>
        </bdi>
        <small>
            <bdi>{side.detail.join(" · ")}</bdi>
        </small>
        <small class="q3">
            <bdi>{words.in_line(places)}</bdi>
        </small>
    }
    .into_any()
}
