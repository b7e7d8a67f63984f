//! Where the keyboard is when another page opens: at its head, which a screen reader then reads.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::route::Page;
use super::session::Session;

/// How often a page that is still on its way is looked at, and how many times.
const PAUSE: Duration = Duration::from_millis(50);
const LOOKS: u32 = 60;

impl Session {
    /// Follows changes of page and of language.
    pub fn follow_focus(self) {
        // A change of the selection alone moves nothing.
        let place =
            Memo::new(move |_| (self.route.with(|route| route.page.kind()), self.locale.get().lang()));
        Effect::new(move |last: Option<(Page, &'static str)>| {
            let here = place.get();
            let from = document().active_element();
            match last {
                Some((page, _)) if page != here.0 => look(from, LOOKS),
                // All is made anew in another language: the list of languages is where the person is.
                Some((_, lang)) if lang != here.1 => {
                    set_timeout(|| focus("[data-testid='language']"), Duration::ZERO);
                }
                _ => {}
            }
            set_timeout(
                || {
                    name_tab(LOOKS);
                    show_in_bar();
                },
                Duration::ZERO,
            );
            here
        });
    }
}

/// Puts the focus on the page's head as soon as there is one, unless the person has gone elsewhere.
fn look(from: Option<Element>, left: u32) {
    set_timeout(
        move || {
            let active = document().active_element();
            let tag = active.as_ref().map(Element::tag_name).unwrap_or_default();
            let is_idle = matches!(tag.as_str(), "" | "BODY" | "H1" | "MAIN") || active == from;
            if !is_idle {
                return;
            }
            let is_there = tag == "H1" && active != from;
            let has_focus = is_there || focus_head();
            if left > 0 {
                // The head may be made anew when the answer arrives.
                look(from.filter(|_| !has_focus), left - 1);
            }
        },
        PAUSE,
    );
}

/// Puts the focus on the head of the page; false where there is none.
pub fn focus_head() -> bool {
    let Ok(Some(head)) = document().query_selector("main h1") else { return false };
    // A head is no stop of the Tab key, but can have the focus.
    let _ = head.set_attribute("tabindex", "-1");
    focus("main h1");
    true
}

/// The heads of the open page's sections, in order.
fn sections() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all("main h2") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Their names.
pub fn section_names() -> Vec<String> {
    sections().iter().map(|head| head.text_content().unwrap_or_default().trim().to_owned()).collect()
}

/// Brings the section at a place among them into sight, its head with the focus.
pub fn go_to_section(place: usize) {
    let all = sections();
    let Some(head) = all.get(place) else { return };
    head.scroll_into_view();
    let _ = head.set_attribute("tabindex", "-1");
    focus_on(head);
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        focus_on(&element);
    }
}

fn focus_on(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Focus is a help; where it fails the page is no worse.
    let _ = element.focus_with_options(&options);
}

/// Brings the open page's link into sight where the bar is narrower than its links.
fn show_in_bar() {
    if let Ok(Some(link)) = document().query_selector(".nav a[aria-current]") {
        let options = ScrollIntoViewOptions::new();
        options.set_inline(ScrollLogicalPosition::Center);
        options.set_block(ScrollLogicalPosition::Nearest);
        link.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Gives the browser's tab the name of the page: its head.
fn name_tab(left: u32) {
    let head = document().query_selector("main h1:not(.disp)").ok().flatten();
    let name = head.and_then(|head| head.text_content()).unwrap_or_default();
    let name = name.trim();
    document().set_title(&if name.is_empty() { "Rapport".to_owned() } else { format!("{name} · Rapport") });
    if name.is_empty() && left > 0 {
        set_timeout(move || name_tab(left - 1), PAUSE);
    }
}
