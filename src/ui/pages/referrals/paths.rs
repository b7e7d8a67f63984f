//! Who on the team knows somebody at a company, and asking for an introduction.

use leptos::prelude::*;

use super::super::shown::part;
use crate::facts::NoteChange;
use crate::ui::browser::today;
use crate::ui::session::{Session, value_of};
use crate::views::{PathLine, PathsView, ReferralsView, TargetLine};

/// So many companies are listed at once; the others are found by typing.
const TARGETS_SHOWN: usize = 12;

/// The company, the companies one may mean, and the ways in.
pub fn paths(
    session: Session,
    view: Signal<ReferralsView>,
    company: RwSignal<Option<String>>,
) -> impl IntoView {
    let words = session.words();
    let targets = part(view, |view| view.targets.clone());
    let found = part(view, |view| view.paths.clone());
    let team = part(view, |view| view.team.clone());
    let written = RwSignal::new(String::new());
    let look = move |name: String| {
        let name = name.trim().to_owned();
        written.set(name.clone());
        company.set((!name.is_empty()).then_some(name));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        look(written.get_untracked());
    };
    let options = move || {
        let option = |target: &TargetLine| view! { <option value=target.company.clone()></option> };
        targets.with(|targets| targets.iter().map(option).collect_view())
    };
    let list = move || {
        targets.with(|targets| {
            let row = |target: &TargetLine| row(session, target, look);
            (!targets.is_empty()).then(|| {
                view! {
                    <table class="data narrow" data-testid="targets">
                        <thead>
                            <tr>
                                <th scope="col">{words.t("referrals.col_company")}</th>
                                <th scope="col" class="r">{words.t("referrals.col_open_deals")}</th>
                                <th scope="col" class="r">{words.t("referrals.col_open_leads")}</th>
                                <th scope="col" class="r">{words.t("referrals.col_ways")}</th>
                            </tr>
                        </thead>
                        <tbody>{targets.iter().take(TARGETS_SHOWN).map(row).collect_view()}</tbody>
                    </table>
                }
            })
        })
    };
    let chosen = RwSignal::new(None::<String>);
    let asker = Memo::new(move |_| {
        let of_filter = || session.route.with(|route| route.filter.seller.clone());
        let first = || team.with(|team| team.first().cloned());
        chosen.get().or_else(of_filter).or_else(first).unwrap_or_default()
    });
    view! {
        <section class="sec">
            <h2>{words.t("referrals.paths_title")}</h2>
            <p class="quiet small">{words.t("referrals.paths_text")}</p>
            <form class="inline" on:submit=submit>
                <label>
                    <b>{words.t("referrals.col_company")}</b>
                    <input
                        class="field"
                        type="text"
                        dir="auto"
                        list="target-companies"
                        data-testid="company"
                        prop:value=move || written.get()
                        on:input=move |event| written.set(value_of(&event))
                    />
                </label>
                <datalist id="target-companies">{options}</datalist>
                <button class="btn" type="submit" data-testid="look">
                    {words.t("referrals.look")}
                </button>
            </form>
            {move || found.get().map(|found| ways(session, &found, &team.get(), asker, chosen))}
            <h3>{words.t("referrals.targets_title")}</h3>
            {list}
            {move || {
                targets
                    .with(Vec::is_empty)
                    .then(|| view! { <p class="emp quiet small">{words.t("referrals.no_targets")}</p> })
            }}
        </section>
    }
}

fn row(session: Session, target: &TargetLine, look: impl Fn(String) + Copy + 'static) -> AnyView {
    let words = session.words();
    let (name, company) = (target.company.clone(), target.company.clone());
    let cells = [target.deals, target.leads, target.known]
        .map(|count| view! { <td class="r num">{words.integer(u64::from(count))}</td> });
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" on:click=move |_| look(company.clone())>
                    <bdi>{name}</bdi>
                </button>
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

fn ways(
    session: Session,
    found: &PathsView,
    team: &[String],
    asker: Memo<String>,
    chosen: RwSignal<Option<String>>,
) -> AnyView {
    let words = session.words();
    if found.lines.is_empty() {
        let text = words.fill("referrals.no_paths", &[("company", &found.company)]);
        return view! { <p class="emp quiet small" data-testid="paths">{text}</p> }.into_any();
    }
    let count = u64::try_from(found.lines.len()).unwrap_or(0);
    let title = words.count("referrals.paths_found", count, &[("company", &found.company)]);
    let options = team
        .iter()
        .map(|name| {
            let own = name.clone();
            view! {
                <option value=name.clone() prop:selected=move || asker.with(|asker| *asker == own)>
                    {name.clone()}
                </option>
            }
        })
        .collect_view();
    let rows = found.lines.iter().map(|line| way(session, found, line, asker)).collect_view();
    view! {
        <div class="ways-in" data-testid="paths">
            <p class="small">
                <b>{title}</b>
            </p>
            <label class="pick">
                <small>{words.t("referrals.asker")}</small>
                <select dir="auto" data-testid="asker" on:change=move |event| chosen.set(Some(value_of(&event)))>
                    {options}
                </select>
            </label>
            <div class="scroll">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("referrals.col_via")}</th>
                            <th scope="col">{words.t("referrals.col_person")}</th>
                            <th scope="col">{words.t("referrals.col_position")}</th>
                            <th scope="col">{words.t("referrals.col_company")}</th>
                            <th scope="col" class="r">{words.t("referrals.col_known_since")}</th>
                            <th scope="col"></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn way(session: Session, found: &PathsView, line: &PathLine, asker: Memo<String>) -> AnyView {
    let words = session.words();
    let PathLine { via, person, position, company, since, is_asked } = line.clone();
    let asked_for = found.company.clone();
    let (colleague, whom) = (via.clone(), person.clone());
    let ask = move |_| {
        let seller = asker.get_untracked();
        let said = words.fill("referrals.said_asked", &[("via", &colleague), ("person", &whom)]);
        let change = NoteChange::AskIntroduction {
            seller,
            via: colleague.clone(),
            person: whom.clone(),
            company: asked_for.clone(),
            on: today(),
        };
        session.note(change, Some(said));
    };
    let own = via.clone();
    // One need not ask oneself.
    let is_own = Memo::new(move |_| asker.with(|asker| *asker == own));
    let action = move || {
        if is_asked {
            return view! { <span class="q3">{words.t("referrals.is_asked")}</span> }.into_any();
        }
        if is_own.get() {
            return view! { <span class="q3">{words.t("referrals.own")}</span> }.into_any();
        }
        view! {
            <button type="button" class="btn small" on:click=ask.clone()>
                {words.t("referrals.ask")}
            </button>
        }
        .into_any()
    };
    view! {
        <tr>
            <td>
                <bdi>{via}</bdi>
            </td>
            <th scope="row">
                <bdi>{person}</bdi>
            </th>
            <td>
                <bdi>{position}</bdi>
            </td>
            <td>
                <bdi>{company}</bdi>
            </td>
            <td class="r num">{words.day(since)}</td>
            <td class="r">{action}</td>
        </tr>
    }
    .into_any()
}
