//! The engine and the reader as a web worker: messages in, messages out.
//!
//! A message is `{id, json, bytes, files}`; `files` is there when files are to be read. A worker loses what
//! is posted to it before it listens, so the first thing it does once it listens is to post an empty object.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Date, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::reading::Files;
use super::{Engine, FileReader};
use crate::facts::Zone;
use crate::views::{Answer, Ask, Failure, ImportAnswer, ImportAsk};

/// Files are copied into the program piece by piece, so that they are never held twice.
const PIECE_BYTES: f64 = 8_388_608.0;

/// Progress is told at most this often.
const PROGRESS_MILLIS: f64 = 100.0;

/// Listens, then says so.
///
/// # Errors
/// When this is no worker.
pub fn listen() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let engine = Rc::new(RefCell::new(Engine::default()));
    let reader = Rc::new(RefCell::new(FileReader::<Handles>::default()));
    let listener = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            answer(&scope, &engine, &reader, &event.data())
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    scope.post_message(&Object::new())
}

fn answer(
    scope: &DedicatedWorkerGlobalScope,
    engine: &RefCell<Engine>,
    reader: &RefCell<FileReader<Handles>>,
    message: &JsValue,
) -> Result<(), JsValue> {
    let get = |key: &str| Reflect::get(message, &key.into());
    let id = get("id")?;
    let json = get("json")?.as_string().unwrap_or_default();
    if let Ok(question) = serde_json::from_str::<Ask>(&json) {
        let buffers: Array = get("bytes")?.dyn_into().unwrap_or_default();
        let bytes = buffers.iter().map(|buffer| Uint8Array::new(&buffer).to_vec()).collect();
        let answer = engine.borrow_mut().answer(with_zone(question), bytes);
        return reply(scope, &id, &to_json(&answer), &[]);
    }
    match serde_json::from_str::<ImportAsk>(&json) {
        Ok(question) => {
            let files: Array = get("files")?.dyn_into().unwrap_or_default();
            let mut last_told = 0.0;
            let mut progress = |step: ImportAnswer| {
                let now = Date::now();
                if now - last_told >= PROGRESS_MILLIS {
                    last_told = now;
                    // Progress that cannot be told is no reason to stop reading.
                    let _ = tell(scope, &id, &to_json(&step));
                }
            };
            let (answer, bytes) = reader.borrow_mut().answer(question, Handles::new(&files), &mut progress);
            reply(scope, &id, &to_json(&answer), &bytes)
        }
        Err(error) => {
            let failure = Failure { code: "question".to_owned(), detail: error.to_string() };
            reply(scope, &id, &to_json(&Answer::Failed { failure }), &[])
        }
    }
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

/// The page knows the name of its zone; its offsets are read here.
fn with_zone(question: Ask) -> Ask {
    match question {
        Ask::Open { body, name, zone } => Ask::Open { body, name, zone: Zone { offsets: offsets(), ..zone } },
        other => other,
    }
}

/// The browser's offsets from UTC from 2000 to 2040: sampled every week, and each change then found to the
/// minute by halving.
fn offsets() -> Vec<(i64, i32)> {
    let (first, last, week) = (946_684_800i64, 2_208_988_800i64, 604_800i64);
    let mut found = vec![(first, offset_at(first))];
    let mut at = first;
    while at < last {
        let next = at + week;
        let (before, after) = (offset_at(at), offset_at(next));
        if before != after {
            let (mut low, mut high) = (at, next);
            while high - low > 60 {
                let middle = low + (high - low) / 120 * 60;
                if offset_at(middle) == before { low = middle } else { high = middle }
            }
            found.push((high, after));
        }
        at = next;
    }
    found
}

/// Seconds east of UTC.
fn offset_at(utc_seconds: i64) -> i32 {
    let date = Date::new(&JsValue::from(utc_seconds as f64 * 1000.0));
    -(date.get_timezone_offset() * 60.0) as i32
}

/// The browser's file handles.
struct Handles(Vec<File>);

impl Handles {
    fn new(files: &Array) -> Handles {
        Handles(files.iter().filter_map(|file| file.dyn_into().ok()).collect())
    }
}

impl Files for Handles {
    fn names(&self) -> Vec<String> {
        self.0.iter().map(File::name).collect()
    }

    fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        let file = self.0.iter().find(|file| file.name() == name)?;
        let reader = FileReaderSync::new().ok()?;
        let size = file.size();
        let mut bytes = Vec::new();
        // A size beyond the program's memory is refused here and not by an abort.
        bytes.try_reserve_exact(size as usize).ok()?;
        let mut at = 0.0;
        while at < size {
            let piece = file.slice_with_f64_and_f64(at, (at + PIECE_BYTES).min(size)).ok()?;
            let piece = Uint8Array::new(&reader.read_as_array_buffer(&piece).ok()?.into());
            let start = bytes.len();
            bytes.resize(start + piece.length() as usize, 0);
            piece.copy_to(bytes.get_mut(start..)?);
            at += PIECE_BYTES;
        }
        Some(bytes)
    }
}
