//! The page: mounts the app.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// Starts the engine.
///
/// Its address stands in the page's head, because its name changes with its content, and is
/// relative to the page, so that the page works under any path of any host. The worker itself
/// is a line of script of the page's own: such a worker obeys the page's content security policy
/// and can send nothing out, while one started from an address would obey only its own headers.
fn start_engine() -> Result<Worker, JsValue> {
    let meta = document().query_selector("meta[name=rapport-engine]")?;
    let name = meta.and_then(|meta| meta.get_attribute("content")).ok_or("the page names no engine")?;
    let address = Url::new_with_base(&name, &document().base_uri()?.unwrap_or_default())?.href();
    let script = format!("import init from {}; await init();", js_sys::JSON::stringify(&address.into())?);
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &kind)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&Url::create_object_url_with_blob(&script)?, &options)
}

/// Asks the engine to say `text` back; `heard` gets what it said.
fn ask(text: &'static str, heard: WriteSignal<String>) -> Result<(), JsValue> {
    let engine = start_engine()?;
    let listener = {
        let engine = engine.clone();
        Closure::<dyn FnMut(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            let said = Reflect::get(&event.data(), &"text".into())?;
            if let Some(said) = said.as_string() {
                heard.set(said);
                return Ok(());
            }
            // The first message is the engine's sign that it listens.
            let question = Object::new();
            Reflect::set(&question, &"id".into(), &1.into())?;
            Reflect::set(&question, &"text".into(), &text.into())?;
            engine.post_message(&question)
        })
    };
    engine.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The engine and its listener live as long as the page.
    listener.forget();
    Ok(())
}

#[component]
fn App() -> impl IntoView {
    let (heard, set_heard) = signal(String::new());
    if let Err(reason) = ask("The engine answers.", set_heard) {
        leptos::logging::error!("the engine did not start: {reason:?}");
    }
    view! {
        <main class="wrap" id="main">
            <h1>"Rapport"</h1>
            <p id="echo">{heard}</p>
        </main>
    }
}

fn main() {
    console_error_panic_hook::set_once();
    let Some(home) = document().get_element_by_id("app") else { return };
    home.set_inner_html("");
    leptos::mount::mount_to(home.unchecked_into(), App).forget();
}
