//! The engine: starts the worker.
//!
//! A worker loses what is posted to it before it listens, so the first thing it does once it
//! listens is to post an empty object: the page keeps its questions until that has come.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers `{id, text}` with the same.
fn answer(scope: &DedicatedWorkerGlobalScope, question: &JsValue) -> Result<(), JsValue> {
    let reply = Object::new();
    for key in ["id", "text"] {
        let key = JsValue::from_str(key);
        Reflect::set(&reply, &key, &Reflect::get(question, &key)?)?;
    }
    scope.post_message(&reply)
}

/// Listens, then says so.
fn listen() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            answer(&scope, &event.data())
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    scope.post_message(&Object::new())
}

fn main() {
    console_error_panic_hook::set_once();
    if let Err(reason) = listen() {
        wasm_bindgen::throw_val(reason);
    }
}
