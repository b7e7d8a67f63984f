//! The way to the workers and back.
//!
//! A message is `{id, message, bytes, files}`. The worker posts an empty object once it listens; until then
//! questions wait here, because a worker loses what comes earlier.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// Why there is no answer: the worker could not be started or broke down; what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkError(pub String);

/// A program that runs in a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Holds a workspace and answers the page.
    Engine,
    /// Reads the files of one import.
    Reader,
}

/// An answer and the bytes that came beside it.
pub struct Reply {
    /// The answer, as it is packed.
    pub message: Vec<u8>,
    /// Bytes, to be handed on.
    pub bytes: Vec<ArrayBuffer>,
}

type Listener = Box<dyn Fn(&[u8])>;

/// A worker that answers questions.
pub struct Link {
    worker: Worker,
    state: Rc<RefCell<State>>,
    // The closures live as long as the link.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

#[derive(Default)]
struct State {
    is_listening: bool,
    next_id: u32,
    waiting: Vec<(JsValue, Array)>,
    pending: HashMap<u32, (Function, Function)>,
    broken: Option<String>,
    on_progress: Option<Listener>,
}

impl Link {
    /// Starts a worker with a program.
    ///
    /// # Errors
    /// When the page does not name the program or the browser refuses.
    pub fn start(program: Program) -> Result<Link, LinkError> {
        let worker = start_worker(program).map_err(|error| LinkError(describe(&error)))?;
        let state: Rc<RefCell<State>> = Rc::default();
        let on_message = {
            let (state, worker) = (state.clone(), worker.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                receive(&state, &worker, &event.data())
            })
        };
        let on_error = {
            let state = state.clone();
            Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
                event.prevent_default();
                break_down(&state, &event.message());
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Link { worker, state, _on_message: on_message, _on_error: on_error })
    }

    /// Who hears of progress, as it is packed.
    pub fn on_progress(&self, listener: impl Fn(&[u8]) + 'static) {
        self.state.borrow_mut().on_progress = Some(Box::new(listener));
    }

    /// Asks a packed question, and waits for the answer. Bytes are handed over; files are shared.
    ///
    /// # Errors
    /// When the worker breaks down.
    pub async fn ask(
        &self,
        question: &[u8],
        bytes: Vec<ArrayBuffer>,
        files: &Array,
    ) -> Result<Reply, LinkError> {
        let promise = self.send(question, bytes, files);
        let data = JsFuture::from(promise).await.map_err(|error| LinkError(describe(&error)))?;
        let message = Uint8Array::new(&get(&data, "message")).to_vec();
        let bytes: Array = get(&data, "bytes").dyn_into().unwrap_or_default();
        Ok(Reply { message, bytes: bytes.iter().filter_map(|buffer| buffer.dyn_into().ok()).collect() })
    }

    fn send(&self, question: &[u8], bytes: Vec<ArrayBuffer>, files: &Array) -> Promise {
        let transfer = Array::new();
        for buffer in &bytes {
            transfer.push(buffer);
        }
        let mut id = 0;
        let promise = Promise::new(&mut |resolve, reject| {
            let mut state = self.state.borrow_mut();
            if let Some(why) = &state.broken {
                // Rejecting a promise that waits cannot fail.
                let _ = reject.call1(&JsValue::UNDEFINED, &why.as_str().into());
                return;
            }
            state.next_id += 1;
            id = state.next_id;
            state.pending.insert(id, (resolve, reject));
        });
        let message = Object::new();
        for (key, value) in [
            ("id", JsValue::from(id)),
            ("message", Uint8Array::from(question).into()),
            ("bytes", transfer.clone().into()),
            ("files", files.into()),
        ] {
            let _ = Reflect::set(&message, &key.into(), &value);
        }
        if self.state.borrow().is_listening {
            post(&self.state, &self.worker, &message, &transfer);
        } else {
            self.state.borrow_mut().waiting.push((message.into(), transfer));
        }
        promise
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        // Ending the worker is the only way to give its memory back.
        self.worker.terminate();
        break_down(&self.state, "stopped");
    }
}

fn receive(state: &Rc<RefCell<State>>, worker: &Worker, data: &JsValue) {
    let Some(id) = get(data, "id").as_f64() else {
        // The sign that it listens.
        let waiting = {
            let mut state = state.borrow_mut();
            state.is_listening = true;
            std::mem::take(&mut state.waiting)
        };
        for (message, transfer) in waiting {
            post(state, worker, &message, &transfer);
        }
        return;
    };
    if let Some(progress) = get(data, "progress").dyn_ref::<Uint8Array>() {
        if let Some(listener) = &state.borrow().on_progress {
            listener(&progress.to_vec());
        }
        return;
    }
    let pending = state.borrow_mut().pending.remove(&(id as u32));
    if let Some((resolve, _)) = pending {
        let _ = resolve.call1(&JsValue::UNDEFINED, data);
    }
}

fn post(state: &Rc<RefCell<State>>, worker: &Worker, message: &JsValue, transfer: &Array) {
    if let Err(error) = worker.post_message_with_transfer(message, transfer) {
        break_down(state, &describe(&error));
    }
}

/// Answers every open question with the failure: a worker that trapped answers nothing any more.
fn break_down(state: &Rc<RefCell<State>>, why: &str) {
    let pending = {
        let mut state = state.borrow_mut();
        state.broken = Some(why.to_owned());
        std::mem::take(&mut state.pending)
    };
    for (_, reject) in pending.into_values() {
        let _ = reject.call1(&JsValue::UNDEFINED, &why.into());
    }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn describe(error: &JsValue) -> String {
    error.as_string().or_else(|| get(error, "message").as_string()).unwrap_or_else(|| format!("{error:?}"))
}

/// Starts a program in a worker.
///
/// Its address stands in the page's head, because its name changes with its content, and is
/// relative to the page, so that the page works under any path of any host. The worker itself
/// is a line of script of the page's own: such a worker obeys the page's content security policy
/// and can send nothing out, while one started from an address would obey only its own headers.
fn start_worker(program: Program) -> Result<Worker, JsValue> {
    let meta = document().query_selector(match program {
        Program::Engine => "meta[name=rapport-engine]",
        Program::Reader => "meta[name=rapport-reader]",
    })?;
    let name =
        meta.and_then(|meta| meta.get_attribute("content")).ok_or("the page does not name its workers")?;
    let address = Url::new_with_base(&name, &document().base_uri()?.unwrap_or_default())?.href();
    let script = format!("import init from {}; await init();", js_sys::JSON::stringify(&address.into())?);
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &kind)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&Url::create_object_url_with_blob(&script)?, &options)
}
