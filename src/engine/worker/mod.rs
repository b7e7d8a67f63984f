//! The engine and the reader as web workers: messages in, messages out.
//!
//! A message is `{id, message, bytes, files}`; what it is stands in `message` as bytes; `files` is there when files are to be read. A worker loses what
//! is posted to it before it listens, so the first thing it does once it listens is to post an empty object.
//!
//! They are two programs. The page needs the engine as soon as there is a workspace; the reader, which
//! brings the parsers of every file format, only when files come.

mod engine;
mod reader;
mod zone;

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::views::{Failure, FirstAnswer, Garbled, pack};

pub use engine::listen as run_engine;
pub use reader::listen as run_reader;

/// Listens with `answer`, which gets the number of a question, its bytes and what it came in; then
/// says that it listens.
fn listen_with(
    mut answer: impl FnMut(&DedicatedWorkerGlobalScope, &JsValue, &[u8], &JsValue) -> Result<(), JsValue>
    + 'static,
) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            let data = event.data();
            let question = Uint8Array::new(&Reflect::get(&data, &"message".into())?).to_vec();
            answer(&scope, &Reflect::get(&data, &"id".into())?, &question, &data)
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    scope.post_message(&Object::new())
}

/// A question that is not ours.
fn refuse(scope: &DedicatedWorkerGlobalScope, id: &JsValue, error: &Garbled) -> Result<(), JsValue> {
    let failure = Failure { code: "question".to_owned(), detail: error.to_string() };
    reply(scope, id, &FirstAnswer::Failed { failure }, &[])
}

fn reply<A: Serialize>(
    scope: &DedicatedWorkerGlobalScope,
    id: &JsValue,
    answer: &A,
    bytes: &[Vec<u8>],
) -> Result<(), JsValue> {
    send(scope, id, &packed(answer)?, bytes)
}

/// Sends an answer that is bytes already.
fn send(
    scope: &DedicatedWorkerGlobalScope,
    id: &JsValue,
    answer: &[u8],
    bytes: &[Vec<u8>],
) -> Result<(), JsValue> {
    let buffers = Array::new();
    for bytes in bytes {
        let buffer: ArrayBuffer = Uint8Array::from(bytes.as_slice()).buffer();
        buffers.push(&buffer);
    }
    let message = message(id, "message", answer)?;
    Reflect::set(&message, &"bytes".into(), &buffers)?;
    scope.post_message_with_transfer(&message, &buffers)
}

fn tell<A: Serialize>(scope: &DedicatedWorkerGlobalScope, id: &JsValue, step: &A) -> Result<(), JsValue> {
    scope.post_message(&message(id, "progress", &packed(step)?)?)
}

fn packed<A: Serialize>(answer: &A) -> Result<Vec<u8>, JsValue> {
    Ok(pack(answer).map_err(|error| error.to_string())?)
}

fn message(id: &JsValue, key: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"id".into(), id)?;
    Reflect::set(&message, &key.into(), &Uint8Array::from(bytes))?;
    Ok(message.into())
}
