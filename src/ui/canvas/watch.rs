//! Tells when a canvas must be drawn again: its size, the screen's resolution, the theme, printing.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, MediaQueryList, MutationObserver, MutationObserverInit, ResizeObserver};

/// Why a chart must be drawn again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// Resolution or colours changed.
    Look,
    /// The size changed, or was seen for the first time.
    Size,
    /// The page is about to be printed: paper is light whatever the theme.
    PrintStarts,
    /// Printing is over.
    PrintEnds,
}

/// Media queries whose change alters colours.
const THEME_QUERIES: [&str; 3] = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "print"];

/// One event of one target; `own` where it does not mean a change of looks.
struct Listener {
    target: EventTarget,
    event: &'static str,
    own: Option<Closure<dyn FnMut()>>,
}

/// Listeners of one chart; all end when it is dropped.
pub(super) struct Watch {
    look: Closure<dyn FnMut()>,
    /// What the observer of sizes calls.
    _size: Closure<dyn FnMut()>,
    resize: Option<ResizeObserver>,
    mutation: Option<MutationObserver>,
    listeners: Vec<Listener>,
    resolution: Option<(f64, MediaQueryList)>,
}

impl Watch {
    /// Watches an element; `redraw` is called after each change.
    pub fn begin(element: &Element, redraw: impl Fn(Cause) + Clone + 'static) -> Self {
        let closure = |cause: Cause| {
            let redraw = redraw.clone();
            Closure::<dyn FnMut()>::new(move || redraw(cause))
        };
        let (look, size) = (closure(Cause::Look), closure(Cause::Size));
        let call = look.as_ref().unchecked_ref();
        let resize = ResizeObserver::new(size.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &resize {
            observer.observe(element);
        }
        let window = web_sys::window();
        let root = window.as_ref().and_then(|w| w.document()).and_then(|d| d.document_element());
        let mutation = MutationObserver::new(call).ok();
        if let (Some(observer), Some(root)) = (&mutation, &root) {
            let what = MutationObserverInit::new();
            what.set_attributes(true);
            what.set_attribute_filter(
                &[JsValue::from_str("data-theme")].into_iter().collect::<js_sys::Array>(),
            );
            // Fails only for an init that asks for nothing.
            let _ = observer.observe_with_options(root, &what);
        }
        let mut listeners = Vec::new();
        if let Some(window) = &window {
            for query in THEME_QUERIES {
                if let Ok(Some(list)) = window.match_media(query) {
                    listeners.push(Listener { target: list.into(), event: "change", own: None });
                }
            }
            for (event, cause) in [("beforeprint", Cause::PrintStarts), ("afterprint", Cause::PrintEnds)] {
                listeners.push(Listener { target: window.clone().into(), event, own: Some(closure(cause)) });
            }
        }
        let watch = Self { look, _size: size, resize, mutation, listeners, resolution: None };
        for Listener { target, event, own } in &watch.listeners {
            let call = own.as_ref().unwrap_or(&watch.look).as_ref().unchecked_ref();
            // Adding a listener fails only for a malformed one.
            let _ = target.add_event_listener_with_callback(event, call);
        }
        watch
    }

    /// Listens for the screen to leave a resolution (device pixels per CSS pixel). A media query can
    /// only ask for one resolution, so this is called after each drawing with the one drawn for.
    pub fn expect_resolution(&mut self, ratio: f64) {
        if self.resolution.as_ref().is_some_and(|(known, _)| *known == ratio) {
            return;
        }
        self.forget_resolution();
        let query = format!("(resolution: {ratio}dppx)");
        if let Some(Ok(Some(list))) = web_sys::window().map(|window| window.match_media(&query)) {
            let _ = list.add_event_listener_with_callback("change", self.look.as_ref().unchecked_ref());
            self.resolution = Some((ratio, list));
        }
    }

    fn forget_resolution(&mut self) {
        if let Some((_, list)) = self.resolution.take() {
            let _ = list.remove_event_listener_with_callback("change", self.look.as_ref().unchecked_ref());
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.forget_resolution();
        if let Some(observer) = &self.resize {
            observer.disconnect();
        }
        if let Some(observer) = &self.mutation {
            observer.disconnect();
        }
        for Listener { target, event, own } in &self.listeners {
            let call = own.as_ref().unwrap_or(&self.look).as_ref().unchecked_ref();
            let _ = target.remove_event_listener_with_callback(event, call);
        }
    }
}
