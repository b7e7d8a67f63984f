//! The teams.

use leptos::prelude::*;

use super::name::RenameField;
use crate::facts::RosterChange;
use crate::ui::session::{Session, value_of};
use crate::views::{TeamLine, TeamView};

/// The teams, and making one.
pub fn teams(session: Session, view: Signal<TeamView>) -> impl IntoView {
    let words = session.words();
    let teams = Memo::new(move |_| view.with(|view| view.teams.clone()));
    let name = RwSignal::new(String::new());
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = name.get_untracked().trim().to_owned();
        if written.is_empty() {
            return;
        }
        name.set(String::new());
        let said = words.fill("team.said.made", &[("name", &written)]);
        session.change_roster(RosterChange::NewTeam { name: written }, said);
    };
    let list = move || {
        let teams = teams.get();
        if teams.is_empty() {
            return view! { <p class="emp quiet">{words.t("team.no_teams")}</p> }.into_any();
        }
        let rows = teams.into_iter().map(|team| one(session, team)).collect_view();
        view! { <ul class="teams" data-testid="teams">{rows}</ul> }.into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("team.teams")}</h2>
            <p class="quiet small">{words.t("team.teams_text")}</p>
            {list}
            <form class="inline" on:submit=make>
                <label>
                    <b>{words.t("team.new_name")}</b>
                    <input
                        class="field"
                        type="text"
                        dir="auto"
                        data-testid="team-name"
                        prop:value=move || name.get()
                        on:input=move |event| name.set(value_of(&event))
                    />
                </label>
                <button class="btn" type="submit" data-testid="team-make">
                    {words.t("action.make")}
                </button>
            </form>
        </section>
    }
}

fn one(session: Session, team: TeamLine) -> AnyView {
    let words = session.words();
    let name = team.name;
    let rename = RenameField {
        name: name.clone(),
        label: words.fill("team.rename_label", &[("name", &name)]),
        test_id: "rename-team",
    };
    let old = name.clone();
    let done = move |name: String| {
        let said = words.fill("team.said.renamed", &[("old", &old), ("name", &name)]);
        session.change_roster(RosterChange::RenameTeam { team: old.clone(), name }, said);
    };
    let label = words.fill("team.delete_label", &[("name", &name)]);
    let delete = move |_| {
        let said = words.fill("team.said.dissolved", &[("name", &name)]);
        session.change_roster(RosterChange::DeleteTeam { team: name.clone() }, said);
    };
    view! {
        <li>
            {rename.view(session, done)}
            <span class="q3 small num">{words.count("team.members", u64::from(team.sellers), &[])}</span>
            <button class="link small push" aria-label=label on:click=delete>
                {words.t("action.delete")}
            </button>
        </li>
    }
    .into_any()
}
