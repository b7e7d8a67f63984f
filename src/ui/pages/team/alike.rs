//! Names that may be one person's. A person says whether they are.

use leptos::prelude::*;

use crate::facts::RosterChange;
use crate::ui::session::Session;
use crate::views::TeamView;

/// The pairs; nothing where there are none.
pub fn alike(session: Session, view: Signal<TeamView>) -> impl IntoView {
    let words = session.words();
    let pairs = Memo::new(move |_| view.with(|view| view.alike.clone()));
    move || {
        let pairs = pairs.get();
        if pairs.is_empty() {
            return None;
        }
        let rows = pairs.into_iter().map(|pair| one(session, pair)).collect_view();
        Some(view! {
            <section class="sec first">
                <h2>{words.t("team.alike")}</h2>
                <p class="quiet small">{words.t("team.alike_text")}</p>
                <ul class="alike" data-testid="alike">{rows}</ul>
            </section>
        })
    }
}

fn one(session: Session, pair: [String; 2]) -> AnyView {
    let words = session.words();
    let [first, second] = pair.clone();
    let both = words.list(&pair);
    let join = |into: &String| {
        let (sellers, name) = (pair.to_vec(), into.clone());
        let said = words.fill("team.said.merged", &[("names", &both), ("name", into)]);
        let label = words.fill("team.alike_as_label", &[("names", &both), ("name", into)]);
        let change = RosterChange::Merge { sellers, into: name.clone() };
        view! {
            <button
                class="btn"
                aria-label=label
                on:click=move |_| session.change_roster(change.clone(), said.clone())
            >
                <span>{words.t("team.alike_as")} " " <bdi>{name}</bdi></span>
            </button>
        }
    };
    let as_first = join(&first);
    let as_second = join(&second);
    let apart = RosterChange::Dismiss { sellers: pair.clone() };
    let said = words.fill("team.said.apart", &[("names", &both)]);
    let label = words.fill("team.alike_no_label", &[("names", &both)]);
    view! {
        <li>
            <span class="pair">
                <bdi>{first}</bdi>
                <span class="q3">" · "</span>
                <bdi>{second}</bdi>
            </span>
            <span class="acts">
                {as_first} {as_second}
                <button
                    class="btn plain"
                    aria-label=label
                    data-testid="alike-no"
                    on:click=move |_| session.change_roster(apart.clone(), said.clone())
                >
                    {words.t("team.alike_no")}
                </button>
            </span>
        </li>
    }
    .into_any()
}
