//! One tab at a time writes a workspace.
//!
//! A tab that opens a workspace takes a lock of the browser for as long as it has it open. A tab that finds the
//! lock taken looks again when a person comes to it; and they may say there that they go on here: then the other tab
//! is asked, stores what it holds and gives way. One that does not answer is not waited for. No tab waits in line for
//! the lock, or one that nobody looks at would take it from a tab that is loaded anew.
//!
//! Browsers without such locks are left with the stamp that is compared before each write ([`super::slots`]).

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::keys::WorkspaceId;

/// How long the tab that writes has to store what it holds when another one asks (milliseconds).
const PATIENCE_MILLIS: i32 = 1_500;
/// What a tab says to that which writes.
const ASK: &str = "ask";
/// What that one says when it gives way.
const GIVEN: &str = "given";

/// What a tab hears of its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It writes.
    Ours,
    /// Another tab does.
    Theirs,
    /// Another tab asks for it: store what is not stored yet, then [`Place::give`].
    Asked,
}

/// A tab's wish to write one workspace, and its turn if it has it; given up when dropped.
pub struct Place(Rc<State>);

type Listener = Closure<dyn FnMut(JsValue)>;

struct State {
    name: String,
    locks: JsValue,
    channel: Option<JsValue>,
    listener: RefCell<Option<Listener>>,
    /// Ends the hold of the lock.
    release: RefCell<Option<Function>>,
    /// How often the lock was asked for.
    requests: Cell<u32>,
    /// The request by which it is held; 0 for none.
    held: Cell<u32>,
    is_writing: Cell<bool>,
    is_asking: Cell<bool>,
    told: Box<dyn Fn(Turn)>,
}

/// How the lock is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    IfFree,
    Steal,
}

impl Place {
    /// Wants to write a workspace; the listener hears what comes of it, never before this returns. None where the
    /// browser has no locks.
    pub fn take(id: &WorkspaceId, told: impl Fn(Turn) + 'static) -> Option<Place> {
        let locks = get(&get(&js_sys::global(), "navigator"), "locks");
        if !locks.is_object() {
            return None;
        }
        let name = format!("rapport/writes/{id}");
        let state = Rc::new(State {
            channel: channel(&name),
            name,
            locks,
            listener: RefCell::new(None),
            release: RefCell::new(None),
            requests: Cell::new(0),
            held: Cell::new(0),
            is_writing: Cell::new(false),
            is_asking: Cell::new(false),
            told: Box::new(told),
        });
        listen(&state);
        request(&state, How::IfFree);
        Some(Place(state))
    }

    /// Whether this tab writes.
    pub fn is_ours(&self) -> bool {
        self.0.is_writing.get()
    }

    /// Takes the turn if no other tab has it any more.
    pub fn look_again(&self) {
        if !self.0.is_writing.get() {
            request(&self.0, How::IfFree);
        }
    }

    /// Asks for the turn that another tab has, and takes it when that one gives way or does not answer.
    pub fn ask(&self) {
        if self.0.is_writing.get() || self.0.is_asking.replace(true) {
            return;
        }
        say(&self.0, ASK);
        let state = Rc::downgrade(&self.0);
        let after = Closure::once_into_js(move || state.upgrade().iter().for_each(steal));
        let waits = web_sys::window().map(|window| {
            let run: &Function = after.unchecked_ref();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(run, PATIENCE_MILLIS)
        });
        if !matches!(waits, Some(Ok(_))) || self.0.channel.is_none() {
            steal(&self.0);
        }
    }

    /// Gives the turn to the tab that asked. From now on this one does not write.
    pub fn give(&self) {
        if self.0.is_writing.replace(false) {
            (self.0.told)(Turn::Theirs);
        }
        say(&self.0, GIVEN);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(channel) = &self.0.channel {
            call(channel, "close", &Array::new());
        }
        let release = self.0.release.take();
        if let Some(release) = release {
            // Settling a promise cannot fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Asks the browser for the lock. It is held until the promise that the callback gives is settled.
fn request(state: &Rc<State>, how: How) {
    let options = Object::new();
    let option = match how {
        How::IfFree => "ifAvailable",
        How::Steal => "steal",
    };
    let _ = Reflect::set(&options, &option.into(), &true.into());
    let number = state.requests.get() + 1;
    state.requests.set(number);
    let granted = {
        let state = Rc::downgrade(state);
        Closure::once_into_js(move |lock: JsValue| match state.upgrade() {
            Some(state) if lock.is_object() => hold(&state, number),
            Some(state) => {
                (state.told)(Turn::Theirs);
                JsValue::UNDEFINED
            }
            // The workspace is not open here any more: let it go at once.
            None => JsValue::UNDEFINED,
        })
    };
    let arguments = Array::of3(&state.name.as_str().into(), &options, &granted);
    let Some(Ok(promise)) = call(&state.locks, "request", &arguments).map(JsCast::dyn_into::<Promise>) else {
        return;
    };
    let state = Rc::downgrade(state);
    spawn_local(async move {
        let ended = JsFuture::from(promise).await;
        // A lock that is held ends with an error only when it is taken away: by another tab, or by this one, which
        // then holds it by another request.
        let lost = |state: &Rc<State>| ended.is_err() && state.held.get() == number;
        if let Some(state) = state.upgrade().filter(lost) {
            state.held.set(0);
            state.release.replace(None);
            if state.is_writing.replace(false) {
                (state.told)(Turn::Theirs);
            }
        }
    });
}

/// The lock is there: keeps it, and says so.
fn hold(state: &Rc<State>, number: u32) -> JsValue {
    state.held.set(number);
    state.is_asking.set(false);
    let promise = Promise::new(&mut |resolve, _| {
        state.release.replace(Some(resolve));
    });
    state.is_writing.set(true);
    (state.told)(Turn::Ours);
    promise.into()
}

fn steal(state: &Rc<State>) {
    if state.is_asking.replace(false) {
        request(state, How::Steal);
    }
}

/// Hears what other tabs say of this workspace.
fn listen(state: &Rc<State>) {
    let Some(channel) = &state.channel else { return };
    let hears: Weak<State> = Rc::downgrade(state);
    let listener = Listener::new(move |event: JsValue| {
        let Some(state) = hears.upgrade() else { return };
        match get(&event, "data").as_string().as_deref() {
            Some(ASK) if state.held.get() > 0 => (state.told)(Turn::Asked),
            Some(GIVEN) => steal(&state),
            _ => {}
        }
    });
    let _ = Reflect::set(channel, &"onmessage".into(), listener.as_ref());
    state.listener.replace(Some(listener));
}

fn channel(name: &str) -> Option<JsValue> {
    let make: Function = get(&js_sys::global(), "BroadcastChannel").dyn_into().ok()?;
    Reflect::construct(&make, &Array::of1(&name.into())).ok()
}

fn say(state: &State, word: &str) {
    if let Some(channel) = &state.channel {
        call(channel, "postMessage", &Array::of1(&word.into()));
    }
}

/// Calls a method; none where there is none or it throws.
fn call(object: &JsValue, method: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = get(object, method).dyn_into().ok()?;
    Reflect::apply(&method, object, arguments).ok()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}
