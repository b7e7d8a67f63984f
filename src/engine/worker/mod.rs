//! The engine and the reader as web workers: messages in, messages out.
//!
//! A message is `{id, json, bytes, files}`; `files` is there when files are to be read. A worker loses what
//! is posted to it before it listens, so the first thing it does once it listens is to post an empty object.
//!
//! They are two programs. The page needs the engine as soon as there is a workspace; the reader, which
//! brings the parsers of every file format, only when files come.

mod engine;
mod reader;
mod zone;

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::views::{Answer, Failure};

pub use engine::listen as run_engine;
pub use reader::listen as run_reader;

/// Listens with `answer`, which gets the number of a question, its JSON and the message it came in; then
/// says that it listens.
fn listen_with(
    mut answer: impl FnMut(&DedicatedWorkerGlobalScope, &JsValue, &str, &JsValue) -> Result<(), JsValue> + 'static,
) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            let message = event.data();
            let json = Reflect::get(&message, &"json".into())?.as_string().unwrap_or_default();
            answer(&scope, &Reflect::get(&message, &"id".into())?, &json, &message)
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    scope.post_message(&Object::new())
}

/// A question that is not ours.
fn refuse(
    scope: &DedicatedWorkerGlobalScope,
    id: &JsValue,
    error: &serde_json::Error,
) -> Result<(), JsValue> {
    let failure = Failure { code: "question".to_owned(), detail: error.to_string() };
    reply(scope, id, &to_json(&Answer::Failed { failure }), &[])
}

/// Answers hold strings and numbers only, which JSON cannot refuse.
fn to_json<T: serde::Serialize>(answer: &T) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

fn reply(
    scope: &DedicatedWorkerGlobalScope,
    id: &JsValue,
    json: &str,
    bytes: &[Vec<u8>],
) -> Result<(), JsValue> {
    let buffers = Array::new();
    for bytes in bytes {
        let buffer: ArrayBuffer = Uint8Array::from(bytes.as_slice()).buffer();
        buffers.push(&buffer);
    }
    let message = message(id, "json", json)?;
    Reflect::set(&message, &"bytes".into(), &buffers)?;
    scope.post_message_with_transfer(&message, &buffers)
}

fn tell(scope: &DedicatedWorkerGlobalScope, id: &JsValue, json: &str) -> Result<(), JsValue> {
    scope.post_message(&message(id, "progress", json)?)
}

fn message(id: &JsValue, key: &str, json: &str) -> Result<JsValue, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"id".into(), id)?;
    Reflect::set(&message, &key.into(), &json.into())?;
    Ok(message.into())
}
