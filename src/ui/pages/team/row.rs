//! One seller.

use leptos::prelude::*;

use super::baseline::day_field;
use super::name::name_cell;
use crate::facts::{Day, RosterChange, SellerKind};
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::SellerLine;

/// The kinds with their word and their value in the list.
const KINDS: [(SellerKind, &str); 2] =
    [(SellerKind::Person, "person"), (SellerKind::BrandPage, "brand_page")];

/// A seller's row. It stays in place while what it shows changes, so that what has the focus keeps it.
pub fn row(
    session: Session,
    name: String,
    line: Memo<Option<SellerLine>>,
    teams: Memo<Vec<String>>,
    ticked: RwSignal<Vec<String>>,
) -> AnyView {
    let words = session.words();
    let own = name.clone();
    let is_ticked = Memo::new(move |_| ticked.with(|ticked| ticked.contains(&own)));
    let own = name.clone();
    let tick = move |_| {
        ticked.update(|ticked| match ticked.iter().position(|name| *name == own) {
            Some(at) => {
                ticked.remove(at);
            }
            None => ticked.push(own.clone()),
        });
    };
    let newest =
        move || line.with(|line| line.as_ref().and_then(|line| line.newest)).map(|day| words.day(day));
    let baseline = Memo::new(move |_| line.with(|line| line.as_ref().and_then(|line| line.baseline)));
    let whose = name.clone();
    let set_baseline = move |day: Option<Day>| {
        let seller = Some(whose.clone());
        let what = day.map_or_else(|| words.t("team.no_baseline"), |day| words.day(day));
        let said = words.fill("team.said.set", &[("name", &whose), ("what", &what)]);
        session.change_roster(RosterChange::SetBaseline { seller, day }, said);
    };
    let label = |key: &str| words.fill(key, &[("name", &name)]);
    view! {
        <tr class:is-ticked=move || is_ticked.get()>
            <td class="tick">
                <label>
                    <input
                        type="checkbox"
                        aria-label=label("team.tick_label")
                        prop:checked=move || is_ticked.get()
                        on:change=tick
                    />
                </label>
            </td>
            <th scope="row">{name_cell(session, &name, line)}</th>
            <td data-head=words.t("dim.team")>{team_choice(session, &name, line, teams)}</td>
            <td data-head=words.t("team.col_kind")>{kind_choice(session, &name, line)}</td>
            <td data-head=words.t("team.col_baseline")>
                {day_field(label("team.baseline_label"), "seller-baseline", baseline, set_baseline)}
            </td>
            <td data-head=words.t("team.col_from")>
                {move || line.with(|line| line.as_ref().map(|line| origin(words, line)))}
            </td>
            <td class="num" data-head=words.t("team.col_newest")>{newest}</td>
        </tr>
    }
    .into_any()
}

fn team_choice(
    session: Session,
    name: &str,
    line: Memo<Option<SellerLine>>,
    teams: Memo<Vec<String>>,
) -> AnyView {
    let words = session.words();
    let chosen = Memo::new(move |_| {
        line.with(|line| line.as_ref().and_then(|line| line.team.clone())).unwrap_or_default()
    });
    let option = move |value: String, text: String| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || chosen.get() == own>{text}</option> }
    };
    let options = move || {
        let all = teams.get().into_iter().map(|team| option(team.clone(), team));
        std::iter::once(option(String::new(), words.t("team.none"))).chain(all).collect_view()
    };
    let whose = name.to_owned();
    let choose = move |event: web_sys::Event| {
        let team = Some(value_of(&event)).filter(|team| !team.is_empty());
        let what = team.clone().unwrap_or_else(|| words.t("team.none"));
        let said = words.fill("team.said.set", &[("name", &whose), ("what", &what)]);
        session.change_roster(RosterChange::SetTeam { seller: whose.clone(), team }, said);
    };
    view! {
        <select
            class="sel"
            dir="auto"
            data-testid="seller-team"
            aria-label=words.fill("team.team_label", &[("name", name)])
            on:change=choose
        >
            {options}
        </select>
    }
    .into_any()
}

fn kind_choice(session: Session, name: &str, line: Memo<Option<SellerLine>>) -> AnyView {
    let words = session.words();
    let chosen =
        Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.kind)).unwrap_or_default());
    let options = KINDS
        .into_iter()
        .map(|(kind, id)| {
            let text = words.t(&format!("team.kind.{id}"));
            view! { <option value=id prop:selected=move || chosen.get() == kind>{text}</option> }
        })
        .collect_view();
    let whose = name.to_owned();
    let choose = move |event: web_sys::Event| {
        let value = value_of(&event);
        let Some((kind, id)) = KINDS.into_iter().find(|(_, id)| *id == value) else { return };
        let what = words.t(&format!("team.kind.{id}"));
        let said = words.fill("team.said.set", &[("name", &whose), ("what", &what)]);
        session.change_roster(RosterChange::SetKind { seller: whose.clone(), kind }, said);
    };
    view! {
        <select
            class="sel"
            data-testid="seller-kind"
            aria-label=words.fill("team.kind_label", &[("name", name)])
            on:change=choose
        >
            {options}
        </select>
    }
    .into_any()
}

/// Rows by table and the files they are from, behind their numbers.
fn origin(words: Words, line: &SellerLine) -> AnyView {
    let rows: u64 = line.tables.iter().map(|(_, rows)| u64::from(*rows)).sum();
    if rows == 0 {
        return view! { <span class="q3">{words.t("team.no_rows")}</span> }.into_any();
    }
    let files = u64::try_from(line.files.len()).unwrap_or(0);
    let tables = line
        .tables
        .iter()
        .map(|(table, rows)| {
            view! {
                <li>
                    {words.t(&format!("table.{}", table.name()))} " "
                    <span class="num">{words.integer(u64::from(*rows))}</span>
                </li>
            }
        })
        .collect_view();
    let names =
        line.files.iter().map(|file| view! { <li><bdi class="fn">{file.clone()}</bdi></li> }).collect_view();
    view! {
        <details>
            <summary>
                <span class="num">{words.count("team.rows", rows, &[])}</span>
                " · "
                <span class="num">{words.count("team.files", files, &[])}</span>
            </summary>
            <ul class="small">{tables}</ul>
            <ul class="small q3">{names}</ul>
        </details>
    }
    .into_any()
}
