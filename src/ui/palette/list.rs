//! All that can be called just now: pages, actions, metrics, selections, workspaces, looks.

use leptos::prelude::*;

use super::command::{Act, Command, Run};
use crate::text::Locale;
use crate::ui::focusing::section_names;
use crate::ui::nav::{MAIN, MORE};
use crate::ui::parts::{THEMES, period_id, period_of, periods};
use crate::ui::route::{Page, Route};
use crate::ui::session::Session;
use crate::views::{Compare, Filter, Frame};

/// All commands, in the order in which they stand before anything is written.
pub fn commands(session: Session) -> Vec<Command> {
    let frame = session.frame.get_untracked();
    let mut all = pages(session, !frame.is_empty);
    all.extend(sections(session));
    all.extend(actions(session));
    all.extend(workspaces(session));
    if !frame.is_empty {
        all.extend(selections(session, &frame));
        all.extend(metrics(session));
    }
    all.extend(looks(session));
    all
}

fn pages(session: Session, has_data: bool) -> Vec<Command> {
    let words = session.words();
    let here = session.route.with_untracked(|route| route.page.clone());
    let kind = words.t("palette.page");
    let start = [(Page::Start, "palette.start")];
    let others = MAIN.iter().chain(MORE.iter().flat_map(|(_, group)| group.iter()));
    let others = others.filter(|to| has_data || !to.needs_data).map(|to| (to.page.clone(), to.key));
    let all = others.chain(start).map(|(page, key)| Command {
        id: Some(address_of(&page)),
        kind: kind.clone(),
        name: words.t(key),
        is_listed: true,
        is_on: page == here,
        keys: None,
        run: Run::Open(page),
    });
    all.collect()
}

/// The sections of the open page: some pages are long.
fn sections(session: Session) -> Vec<Command> {
    let kind = session.words().t("palette.section");
    let all = section_names().into_iter().enumerate().map(|(place, name)| Command {
        id: None,
        kind: kind.clone(),
        name,
        is_listed: true,
        is_on: false,
        keys: None,
        run: Run::Section(place),
    });
    all.collect()
}

/// A page's address without a selection: what it is remembered by.
fn address_of(page: &Page) -> String {
    Route { page: page.clone(), filter: Filter::default() }.address()
}

fn actions(session: Session) -> Vec<Command> {
    let words = session.words();
    let kind = words.t("palette.action");
    let steps = session.steps.get_untracked();
    let has_workspace = session.current.with_untracked(Option::is_some);
    let is_selected = session.route.with_untracked(|route| route.filter != Filter::default());
    let all = Act::ALL.into_iter().filter_map(|(act, key)| {
        let mut kind = kind.clone();
        match act {
            // What it is that comes back.
            Act::Undo => steps.last()?.0.clone_into(&mut kind),
            Act::Redo => steps.last_undone()?.0.clone_into(&mut kind),
            Act::Rename | Act::Delete if !has_workspace => return None,
            Act::Reset if !is_selected => return None,
            Act::Present if session.frame.with_untracked(|frame| frame.is_empty) => return None,
            _ => {}
        }
        Some(Command {
            id: Some(format!("act:{key}")),
            kind,
            name: words.t(key),
            is_listed: true,
            is_on: false,
            keys: act.keys(),
            run: Run::Act(act),
        })
    });
    all.collect()
}

fn workspaces(session: Session) -> Vec<Command> {
    let words = session.words();
    let kind = words.t("workspace.label");
    let current = session.current.get_untracked();
    let all = session.workspaces.get_untracked().into_iter().map(|entry| Command {
        id: Some(format!("workspace:{}", entry.id)),
        kind: kind.clone(),
        name: if entry.name.is_empty() { words.t("workspace.unnamed") } else { entry.name },
        is_listed: false,
        is_on: current.as_ref() == Some(&entry.id),
        keys: None,
        run: Run::Workspace(entry.id),
    });
    all.collect()
}

fn selections(session: Session, frame: &Frame) -> Vec<Command> {
    let words = session.words();
    let now = session.route.with_untracked(|route| route.filter.clone());
    let mut all = Vec::new();
    let mut add = |kind: &str, id: Option<String>, name: String, filter: Filter| {
        all.push(Command {
            id: id.map(|id| format!("{kind}:{id}")),
            kind: words.t(kind),
            name,
            is_listed: false,
            is_on: filter == now,
            keys: None,
            run: Run::Select(Box::new(filter)),
        });
    };
    let shown = frame.period.or(frame.known);
    let own = period_id(now.period);
    for (id, name) in periods(words, &now, frame) {
        // Of one's own dates only those that are chosen already are dates.
        let period = if id == own { now.period } else { period_of(&id, shown) };
        add("filter.period", Some(id), name, Filter { period, ..now.clone() });
    }
    for (id, compare) in
        [("before", Compare::Before), ("year", Compare::YearBefore), ("nothing", Compare::Nothing)]
    {
        let name = words.t(&format!("filter.compare.{id}"));
        add("filter.compare", Some(id.to_owned()), name, Filter { compare, ..now.clone() });
    }
    let who = |seller, team| Filter { seller, team, ..now.clone() };
    let people: usize =
        frame.groups.iter().filter(|group| !group.is_brand).map(|group| group.sellers.len()).sum();
    let everyone = words.count("filter.all_sellers", u64::try_from(people).unwrap_or(0), &[]);
    add("filter.seller", Some(String::new()), everyone, who(None, None));
    for team in frame.groups.iter().filter_map(|group| group.team.clone()) {
        let name = words.fill("filter.whole_team", &[("team", &team)]);
        add("filter.seller", None, name, who(None, Some(team)));
    }
    for seller in &frame.sellers {
        add("filter.seller", None, seller.clone(), who(Some(seller.clone()), None));
    }
    let none = (words.t("filter.no_persona"), None);
    let personas = frame.personas.iter().map(|name| (name.clone(), Some(name.clone())));
    for (name, persona) in std::iter::once(none).chain(personas) {
        add("filter.persona", None, name, Filter { persona, ..now.clone() });
    }
    all
}

fn metrics(session: Session) -> Vec<Command> {
    let words = session.words();
    let kind = words.t("palette.metric");
    let all = words.between("metric.", ".name").into_iter().map(|id| {
        let page = Page::Metric { id: id.to_owned(), by: None, variant: None, over: None };
        Command {
            id: Some(address_of(&page)),
            kind: kind.clone(),
            name: words.metric_name(id, None),
            is_listed: false,
            is_on: false,
            keys: None,
            run: Run::Open(page),
        }
    });
    all.collect()
}

fn looks(session: Session) -> Vec<Command> {
    let words = session.words();
    let command = |kind: &str, id: &str, name: String, is_on: bool, run: Run| Command {
        id: Some(format!("{kind}:{id}")),
        kind: words.t(kind),
        name,
        is_listed: true,
        is_on,
        keys: None,
        run,
    };
    let theme = session.theme.get_untracked();
    let themes = THEMES.into_iter().map(|(own, id)| {
        command("top.theme", id, words.t(&format!("theme.{id}")), own == theme, Run::Theme(own))
    });
    let locale = session.locale.get_untracked();
    let languages = Locale::ALL.into_iter().map(|own| {
        let (id, name) = (own.lang(), own.own_name().to_owned());
        command("top.language", id, name, own == locale, Run::Language(own))
    });
    themes.chain(languages).collect()
}
