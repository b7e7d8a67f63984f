//! What scrolls inside a page can be reached with the Tab key, and says what it is.
//!
//! Whether a table is wider than its place is known only when it stands there, so the page is looked over after
//! each change of it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// What may scroll.
const MAY: &str = "main :is(.scroll, .scrolls, .scrolled, .sideways, .wide, .data, .chart, .heatbox, .rv-list, \
                   .left-out, .talk-waiting)";
/// What can have the focus anyway; what it stands in then needs none.
const STOPS: &str = "a[href], button, input, select, textarea, summary, [tabindex='0']";
/// Marks what was made a stop here.
const MARK: &str = "data-scrolls";
/// How long after a change the page is looked over.
const PAUSE: Duration = Duration::from_millis(200);

/// Looks the page over after each change of it or of its width.
pub fn follow_scrollers() {
    let is_due = Rc::new(Cell::new(false));
    let soon = move || {
        if !is_due.replace(true) {
            let is_due = is_due.clone();
            set_timeout(
                move || {
                    is_due.set(false);
                    look_over();
                },
                PAUSE,
            );
        }
    };
    soon();
    let resized = soon.clone();
    window_event_listener(ev::resize, move |_| resized());
    // For as long as the page is open.
    let call = Closure::<dyn FnMut()>::new(soon).into_js_value();
    if let (Ok(observer), Some(body)) = (MutationObserver::new(call.unchecked_ref()), document().body()) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        // Fails only for an init that asks for nothing.
        let _ = observer.observe_with_options(&body, &what);
    }
}

fn look_over() {
    let Ok(found) = document().query_selector_all(MAY) else { return };
    let all = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    // All are read before any is written to: the browser would have to lay the page out anew for each.
    let looked: Vec<(Element, bool, bool)> = all
        .map(|element| {
            let is_due = scrolls(&element) && !has_stop(&element);
            let is_marked = element.has_attribute(MARK);
            (element, is_due, is_marked)
        })
        .collect();
    for (element, is_due, is_marked) in looked {
        match (is_due, is_marked) {
            (true, false) => mark(&element),
            (false, true) => unmark(&element),
            _ => {}
        }
    }
}

fn scrolls(element: &Element) -> bool {
    let overflows = element.scroll_width() > element.client_width() + 1
        || element.scroll_height() > element.client_height() + 1;
    let style = window().get_computed_style(element).ok().flatten();
    let may = |axis: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(axis).ok()).unwrap_or_default();
        value == "auto" || value == "scroll"
    };
    overflows && (may("overflow-x") || may("overflow-y"))
}

fn has_stop(element: &Element) -> bool {
    element.query_selector(STOPS).is_ok_and(|found| found.is_some())
}

// An attribute that cannot be set leaves the page as it was.
fn mark(element: &Element) {
    let _ = element.set_attribute(MARK, "");
    let _ = element.set_attribute("tabindex", "0");
    // A table stays one; anything else is a region under the head of its section.
    if element.tag_name() != "TABLE" && !element.has_attribute("role") {
        let section = element.closest("section").ok().flatten();
        let head = section.and_then(|section| section.query_selector("h2, h3").ok().flatten());
        if let Some(name) = head.and_then(|head| head.text_content()) {
            let _ = element.set_attribute("role", "group");
            let _ = element.set_attribute("aria-label", name.trim());
        }
    }
}

fn unmark(element: &Element) {
    for name in [MARK, "tabindex"] {
        let _ = element.remove_attribute(name);
    }
    if element.get_attribute("role").as_deref() == Some("group") {
        let _ = element.remove_attribute("role");
        let _ = element.remove_attribute("aria-label");
    }
}
