//! The long-lived engine.
//!
//! It comes in two files. The first answers what a returning reader waits for; a question for the second,
//! and all that follow it, wait until that file is here.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::DedicatedWorkerGlobalScope;

use super::{listen_with, refuse, reply, send, zone};
use crate::engine::{Engine, Later};
use crate::views::{Failure, FirstAnswer, FirstAsk, unpack};

/// Answers the page's questions for as long as the page is open. `fetch` brings the second file; it is
/// called again after it failed.
///
/// # Errors
/// When this is no worker.
pub fn listen<F: Future<Output = Option<Later>> + 'static>(
    fetch: impl Fn() -> F + 'static,
) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let desk = Rc::new(RefCell::new(Desk {
        scope,
        engine: Engine::default(),
        later: None,
        waiting: VecDeque::new(),
        is_coming: false,
    }));
    let fetch = Rc::new(fetch);
    // At once, so that nothing that follows needs the network. If it fails, who needs it tries again.
    bring(&desk, &fetch);
    listen_with(move |_, id, question, message| {
        let buffers: Array = Reflect::get(message, &"bytes".into())?.dyn_into().unwrap_or_default();
        let bytes = buffers.iter().map(|buffer| Uint8Array::new(&buffer).to_vec()).collect();
        let asked = Asked { id: id.clone(), question: question.to_vec(), bytes };
        let waits = {
            let mut desk = desk.borrow_mut();
            // In their order: an answer may depend on what was asked before.
            let unanswered = if desk.waiting.is_empty() { desk.answer(asked)? } else { Some(asked) };
            let waits = unanswered.is_some();
            desk.waiting.extend(unanswered);
            waits
        };
        if waits {
            bring(&desk, &fetch);
        }
        Ok(())
    })
}

/// A question with its number and the bytes that came beside it.
struct Asked {
    id: JsValue,
    question: Vec<u8>,
    bytes: Vec<Vec<u8>>,
}

struct Desk {
    scope: DedicatedWorkerGlobalScope,
    engine: Engine,
    later: Option<Later>,
    waiting: VecDeque<Asked>,
    /// Whether the second file is being fetched.
    is_coming: bool,
}

impl Desk {
    /// Answers, or gives the question back: it needs the second file.
    fn answer(&mut self, asked: Asked) -> Result<Option<Asked>, JsValue> {
        if let Ok(question) = unpack::<FirstAsk>(&asked.question) {
            let answer = self.engine.first(zone::with_zone(question));
            reply(&self.scope, &asked.id, &answer, &[])?;
            return Ok(None);
        }
        let Some(later) = self.later else { return Ok(Some(asked)) };
        match (later.answer)(&mut self.engine, &asked.question, asked.bytes) {
            Ok(answer) => send(&self.scope, &asked.id, &answer, &[])?,
            Err(error) => refuse(&self.scope, &asked.id, &error)?,
        }
        Ok(None)
    }

    /// Answers all that wait; what needs the second file, without it, by saying so.
    fn answer_waiting(&mut self) -> Result<(), JsValue> {
        while let Some(asked) = self.waiting.pop_front() {
            if let Some(Asked { id, .. }) = self.answer(asked)? {
                let failure = Failure { code: "part".to_owned(), detail: String::new() };
                reply(&self.scope, &id, &FirstAnswer::Failed { failure }, &[])?;
            }
        }
        Ok(())
    }
}

/// Fetches the second file, unless it is on its way, then answers what waits.
fn bring<F: Future<Output = Option<Later>> + 'static>(
    desk: &Rc<RefCell<Desk>>,
    fetch: &Rc<impl Fn() -> F + 'static>,
) {
    if std::mem::replace(&mut desk.borrow_mut().is_coming, true) {
        return;
    }
    let (desk, fetch) = (desk.clone(), fetch.clone());
    spawn_local(async move {
        let later = fetch().await;
        let mut desk = desk.borrow_mut();
        desk.is_coming = false;
        desk.later = desk.later.or(later);
        if let Err(error) = desk.answer_waiting() {
            wasm_bindgen::throw_val(error);
        }
    });
}
