//! The long-lived engine.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{listen_with, refuse, reply, zone};
use crate::engine::Engine;
use crate::views::{Ask, unpack};

/// Answers the page's questions for as long as the page is open.
///
/// # Errors
/// When this is no worker.
pub fn listen() -> Result<(), JsValue> {
    let mut engine = Engine::default();
    listen_with(move |scope, id, question, message| match unpack::<Ask>(question) {
        Ok(question) => {
            let buffers: Array = Reflect::get(message, &"bytes".into())?.dyn_into().unwrap_or_default();
            let bytes = buffers.iter().map(|buffer| Uint8Array::new(&buffer).to_vec()).collect();
            let answer = engine.answer(zone::with_zone(question), bytes);
            reply(scope, id, &answer, &[])
        }
        Err(error) => refuse(scope, id, &error),
    })
}
