//! The table of sellers, and making several of them one.

use leptos::prelude::*;

use super::row::row;
use crate::facts::RosterChange;
use crate::ui::session::{Session, value_of};
use crate::views::{SellerLine, TeamView};

/// The table.
pub fn sellers(session: Session, view: Signal<TeamView>) -> impl IntoView {
    let words = session.words();
    let ticked = RwSignal::new(Vec::<String>::new());
    let names = Memo::new(move |_| {
        view.with(|view| view.sellers.iter().map(|seller| seller.name.clone()).collect::<Vec<_>>())
    });
    let teams = Memo::new(move |_| {
        view.with(|view| view.teams.iter().map(|team| team.name.clone()).collect::<Vec<_>>())
    });
    // In the order of the table; who is not there any more cannot be meant.
    let chosen = Memo::new(move |_| {
        let is_ticked = |name: &String| ticked.with(|ticked| ticked.contains(name));
        names.get().into_iter().filter(is_ticked).collect::<Vec<_>>()
    });
    let one = move |name: String| {
        let own = name.clone();
        let found = move || view.with(|view| view.sellers.iter().find(|line| line.name == own).cloned());
        let first = found();
        let line = Memo::new(move |known: Option<&Option<SellerLine>>| {
            found().or_else(|| known.cloned().flatten()).or_else(|| first.clone())
        });
        row(session, name, line, teams, ticked)
    };
    let column = |key: &str| view! { <th scope="col">{words.t(key)}</th> };
    view! {
        <section class="sec">
            <h2>{words.t("team.sellers")}</h2>
            <p class="quiet small">{words.t("team.sellers_text")}</p>
            {move || merge_bar(session, chosen.get(), ticked)}
            <table class="data roster" data-testid="sellers">
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="vh">{words.t("team.col_tick")}</span>
                        </th>
                        {column("dim.seller")}
                        {column("dim.team")}
                        {column("team.col_kind")}
                        {column("team.col_baseline")}
                        {column("team.col_from")}
                        {column("team.col_newest")}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || names.get() key=|name| name.clone() children=one />
                </tbody>
            </table>
        </section>
    }
}

/// What can be done with several; nothing below two.
fn merge_bar(session: Session, chosen: Vec<String>, ticked: RwSignal<Vec<String>>) -> Option<AnyView> {
    if chosen.len() < 2 {
        return None;
    }
    let words = session.words();
    let into = RwSignal::new(chosen.first().cloned().unwrap_or_default());
    let count = u64::try_from(chosen.len()).unwrap_or(0);
    let options =
        chosen.iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> }).collect_view();
    let merge = move |_| {
        let name = into.get_untracked();
        let said = words.fill("team.said.merged", &[("names", &words.list(&chosen)), ("name", &name)]);
        ticked.set(Vec::new());
        session.change_roster(RosterChange::Merge { sellers: chosen.clone(), into: name }, said);
    };
    let bar = view! {
        <div class="merge" role="group" aria-label=words.t("team.merge")>
            <b>{words.count("team.ticked", count, &[])}</b>
            <label class="pick">
                <small>{words.t("team.merge_name")}</small>
                <select
                    dir="auto"
                    data-testid="merge-name"
                    on:change=move |event| into.set(value_of(&event))
                >
                    {options}
                </select>
            </label>
            <button class="btn primary" data-testid="merge" on:click=merge>
                {words.t("team.merge")}
            </button>
            <button class="btn plain" on:click=move |_| ticked.set(Vec::new())>
                {words.t("action.cancel")}
            </button>
        </div>
    };
    Some(bar.into_any())
}
