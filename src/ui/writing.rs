//! Which tab writes the open workspace, and what is told to the engine but not stored yet.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::Array;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::focusing::focus_head;
use super::rest::rest;
use super::session::{ImportState, Session};
use crate::store::turns::{Place, Turn};
use crate::store::{Copies, SaveState, WorkspaceId};
use crate::views::{Answer, Ask, Failure, unpack};

/// A tab sees what another one stored only after a moment, even with its turn in hand.
const SETTLING: Duration = Duration::from_millis(60);
/// A page that was just closed or loaded anew may have the turn for a moment still.
const LINGERING: Duration = Duration::from_millis(700);

thread_local! {
    /// This tab's place among those that have the workspace open; none where the browser has no locks.
    static PLACE: RefCell<Option<(WorkspaceId, Place)>> = const { RefCell::new(None) };
    /// Changes that the engine was told and that are not stored yet, as they were packed; empty where one cannot be
    /// told again.
    static PENDING: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    /// Whether changes were kept for when the page is closed.
    static IS_KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Whether a question may be asked here: a change of what another tab writes would be lost.
///
/// # Errors
/// Why it may not.
pub fn allowed(session: Session, question: &Ask) -> Result<(), Failure> {
    if session.is_elsewhere.get_untracked() && question.is_change() {
        return Err(Failure { code: "elsewhere".into(), detail: String::new() });
    }
    Ok(())
}

/// Notes a change that the engine is told.
pub fn note_change(question: &Ask, packed: &[u8]) {
    if question.is_change() {
        let again = if question.can_be_told_again() { packed.to_vec() } else { Vec::new() };
        PENDING.with_borrow_mut(|pending| pending.push(again));
    }
}

/// How many changes are not stored yet.
pub fn pending() -> usize {
    PENDING.with_borrow(Vec::len)
}

/// Forgets the first of them: they are stored, or given up.
fn forget_pending(count: usize) {
    PENDING.with_borrow_mut(|pending| {
        pending.drain(..count.min(pending.len()));
    });
}

/// What reads the changes that are kept: the engine of this build.
fn program() -> String {
    let meta = document().query_selector("meta[name=rapport-engine]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

impl Session {
    /// Wants to write a workspace, and no longer the one before.
    pub(super) fn line_up(self, id: &WorkspaceId) {
        forget_pending(usize::MAX);
        if PLACE.with_borrow(|place| place.as_ref().is_some_and(|(own, _)| own == id)) {
            return;
        }
        self.is_elsewhere.set(false);
        let place = Place::take(id, move |turn| self.hear(turn)).map(|place| (id.clone(), place));
        if place.is_none() {
            self.tell_late();
        }
        // The place before is left when it is dropped, here.
        drop(PLACE.replace(place));
    }

    /// Goes on in this tab with what another one writes.
    pub fn take_turn(self) {
        PLACE.with_borrow(|place| place.iter().for_each(|(_, place)| place.ask()));
    }

    fn hear(self, turn: Turn) {
        match turn {
            Turn::Ours if self.is_elsewhere.get_untracked() => {
                set_timeout(move || self.go_on(), SETTLING);
            }
            Turn::Ours => self.tell_late(),
            // Said again, it would be announced again.
            Turn::Theirs if self.is_elsewhere.get_untracked() => {}
            Turn::Theirs => {
                self.is_elsewhere.set(true);
                set_timeout(move || self.look_again(), LINGERING);
            }
            Turn::Asked => spawn_local(async move {
                if pending() > 0 {
                    self.save(Copies::KeepTwo).await;
                }
                PLACE.with_borrow(|place| place.iter().for_each(|(_, place)| place.give()));
            }),
        }
    }

    /// The turn has come to this tab.
    fn go_on(self) {
        if !PLACE.with_borrow(|place| place.as_ref().is_some_and(|(_, place)| place.is_ours())) {
            return;
        }
        let is_inside = document().query_selector(".notices :focus").is_ok_and(|found| found.is_some());
        self.is_elsewhere.set(false);
        if is_inside {
            // The button that was pressed is gone.
            focus_head();
        }
        if pending() > 0 {
            // Where the other tab stored something meanwhile, the person chooses.
            spawn_local(self.save(Copies::KeepTwo));
        } else {
            self.open_newer();
            self.tell_late();
        }
    }

    /// Opens what is stored where it is newer than what this tab shows.
    fn open_newer(self) {
        let Some(id) = self.current.get_untracked() else { return };
        if matches!(self.library.with_value(|library| library.is_stale(&id)), Ok(true)) {
            // What was staged compares with what was there before.
            if self.import.with_untracked(|import| *import != ImportState::Idle) {
                self.cancel_import();
            }
            self.open_workspace(id);
        }
    }

    /// Another tab stored something newer of the open workspace, or everything is gone.
    pub(super) fn hear_newer(self, id: &WorkspaceId) {
        if self.is_elsewhere.get_untracked() && pending() == 0 {
            // A tab that nobody looks at follows when somebody does.
            if !document().hidden() {
                self.open_newer();
            }
        } else if matches!(self.library.with_value(|library| library.is_stale(id)), Ok(true)) {
            self.save_state.set(Some(SaveState::Stale { stored_generation: 0 }));
        }
    }

    /// Follows whether somebody looks at this tab, and its end.
    pub fn follow_sight(self) {
        window_event_listener(ev::visibilitychange, move |_| {
            if document().hidden() {
                self.keep_late();
            } else {
                self.look_again();
            }
        });
        window_event_listener(ev::focus, move |_| self.look_again());
        window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| self.keep_late());
    }

    /// A person came to this tab: takes the turn if it is free, and shows what is newer.
    fn look_again(self) {
        if self.is_elsewhere.get_untracked() {
            PLACE.with_borrow(|place| place.iter().for_each(|(_, place)| place.look_again()));
            if pending() == 0 {
                self.open_newer();
            }
        }
    }

    /// Keeps what is not stored yet: the page may be closed before it is.
    fn keep_late(self) {
        let Some(id) = self.current.get_untracked().filter(|_| !self.is_elsewhere.get_untracked()) else {
            return;
        };
        let changes: Vec<Vec<u8>> = PENDING
            .with_borrow(|pending| pending.iter().take_while(|change| !change.is_empty()).cloned().collect());
        if !changes.is_empty() {
            // Where there is no room the save would have failed too.
            let kept = self.library.with_value(|library| library.keep_late(&id, &program(), &changes));
            IS_KEPT.set(kept.is_ok());
        }
    }

    /// Tells the engine again what was kept when the page was closed.
    fn tell_late(self) {
        spawn_local(async move {
            // As every question does, so that none comes before the one that opens the workspace.
            let (Ok(_), Some(id)) = (rest().await, self.current.get_untracked()) else { return };
            let Some(late) = self.library.with_value(|library| library.late(&id, &program())) else { return };
            IS_KEPT.set(true);
            for change in late {
                let Some(link) = self.engine_link.get_value() else { return };
                PENDING.with_borrow_mut(|pending| pending.push(change.clone()));
                let answer = link.ask(&change, Vec::new(), &Array::new()).await;
                if let Ok(Ok(Answer::Failed { failure })) = answer.map(|reply| unpack(&reply.message)) {
                    self.say_failure(&failure);
                }
            }
            if pending() > 0 {
                self.changed();
                self.save(Copies::KeepTwo).await;
            }
        });
    }

    /// What was told up to now is stored: the first of the changes need not be kept.
    pub(super) fn forget_told(self, id: &WorkspaceId, told: usize) {
        forget_pending(told);
        if IS_KEPT.replace(false) {
            // One that stays follows an older save than there is, and is not told again.
            let _ = self.library.with_value(|library| library.forget_late(id));
        }
    }
}
