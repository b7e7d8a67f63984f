//! What stands between the person and their work, said at the head of the page until it is settled.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::store::{Copies, SaveState};
use crate::ui::session::{Damage, EngineState, Session, session};
use crate::ui::writing::pending;

/// Names the notice that another tab has the workspace.
const ELSEWHERE: &str = "elsewhere";

/// All that is wrong at the moment; nothing when all is well.
#[component]
pub fn Notices() -> impl IntoView {
    let session = session();
    // The region is always there, so that a screen reader announces what comes into it.
    view! {
        <div class="notices" role="status">
            {move || broken_engine(session)}
            {move || unsaved(session)}
            {move || session.damage.get().map(|damage| unreadable(session, damage))}
        </div>
    }
}

type Action = (&'static str, Box<dyn Fn(Session)>);

fn notice(session: Session, name: &'static str, head: String, text: String, actions: Vec<Action>) -> AnyView {
    let words = session.words();
    // Nothing is wrong where another tab has the workspace.
    let is_bad = name != ELSEWHERE;
    let buttons = actions
        .into_iter()
        .map(|(key, run)| {
            view! {
                <button class="btn" on:click=move |_| run(session)>
                    {words.t(key)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="callout notice" class:bad=is_bad data-testid=format!("notice-{name}")>
            <p>
                <b>{head}</b>
                {words.gap()}
                {text}
            </p>
            <div class="acts">{buttons}</div>
        </div>
    }
    .into_any()
}

fn backup() -> Action {
    ("action.backup", Box::new(Session::download_backup))
}

fn broken_engine(session: Session) -> Option<AnyView> {
    let EngineState::Broken(detail) = session.engine.get() else { return None };
    let words = session.words();
    let text = words.fill("notice_bar.engine_text", &[("detail", &detail)]);
    let again: Action = ("action.start_again", Box::new(Session::restart_engine));
    Some(notice(session, "engine", words.t("notice_bar.engine"), text, vec![again]))
}

fn unsaved(session: Session) -> Option<AnyView> {
    let words = session.words();
    let as_new: Action = ("action.save_as_new", Box::new(Session::save_as_new));
    if session.is_elsewhere.get() {
        let here: Action = ("action.go_on_here", Box::new(Session::take_turn));
        // What is not stored here was changed before the other tab took over.
        let key = if pending() > 0 { "notice_bar.elsewhere_unsaved" } else { "notice_bar.elsewhere_text" };
        let head = words.t("notice_bar.elsewhere");
        return Some(notice(session, ELSEWHERE, head, words.t(key), vec![here, as_new]));
    }
    let (name, args, actions): (&'static str, Vec<(&str, String)>, Vec<Action>) = match session
        .save_state
        .get()?
    {
        SaveState::Saved { .. } => return None,
        SaveState::Full { need_units, have_units } => {
            let one_copy: Action = (
                "action.one_copy",
                Box::new(|session: Session| spawn_local(session.save(Copies::OneIfFull))),
            );
            let args = vec![("need", words.units(need_units)), ("have", words.units(have_units))];
            ("full", args, vec![backup(), one_copy])
        }
        SaveState::Blocked => ("blocked", Vec::new(), vec![backup()]),
        SaveState::ReadOnly { .. } => ("read_only", Vec::new(), vec![backup(), as_new]),
        SaveState::Stale { .. } => {
            let theirs: Action = ("action.take_theirs", Box::new(Session::take_theirs));
            let mine: Action = ("action.keep_mine", Box::new(Session::keep_mine));
            ("stale", Vec::new(), vec![theirs, mine])
        }
        SaveState::DeletedElsewhere => ("deleted", Vec::new(), vec![as_new, backup()]),
        SaveState::Failed { detail } => {
            let again: Action =
                ("action.try_again", Box::new(|session: Session| spawn_local(session.save(Copies::KeepTwo))));
            ("failed", vec![("detail", detail)], vec![again, backup()])
        }
    };
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = words.fill(&format!("notice_bar.{name}_text"), &args);
    Some(notice(session, name, words.t(&format!("notice_bar.{name}")), text, actions))
}

fn unreadable(session: Session, damage: Damage) -> AnyView {
    let words = session.words();
    let key = if damage.older_opened { "notice_bar.damage_older" } else { "notice_bar.damage_empty" };
    let download: Action = (
        "action.download_unreadable",
        Box::new(move |session: Session| damage.keys.iter().for_each(|key| session.download_damaged(key))),
    );
    let close: Action = ("action.close", Box::new(|session: Session| session.damage.set(None)));
    notice(session, "damage", words.t("notice_bar.damage"), words.t(key), vec![download, close])
}
