//! Small calls to the browser: clock, time zone, downloads, theme.

use js_sys::{Array, Date, Intl, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::facts::Day;
use crate::store::Theme;
use crate::text::Locale;

/// Now, as ISO date and time in UTC.
pub fn now_iso() -> String {
    Date::new_0().to_iso_string().into()
}

/// Now in milliseconds, as a seed for identifiers.
pub fn now_millis() -> u64 {
    Date::now() as u64
}

/// Lets the page go on with what waits, and comes back in a task of its own.
pub async fn breathe() {
    let promise = Promise::new(&mut |resolve, _| {
        // Without a timer it goes on at once.
        if window().set_timeout_with_callback(&resolve).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    // A promise that is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Today in the browser's zone.
pub fn today() -> Day {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    Day::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Day(0))
}

/// IANA name of the browser's time zone; empty where it does not tell.
pub fn zone_name() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &"timeZone".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}

/// Language and theme that `start.js` found remembered, or the browser's.
pub fn looks() -> (Locale, Theme) {
    let root = document().document_element();
    let attribute = |name: &str| root.as_ref().and_then(|root| root.get_attribute(name)).unwrap_or_default();
    let theme = match attribute("data-theme").as_str() {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::System,
    };
    (Locale::of_tag(&attribute("lang")).unwrap_or_default(), theme)
}

/// What the workspace held when the page was left, as `start.js` found it remembered: whether anything, and
/// whether the sample data.
pub fn held() -> (bool, bool) {
    let held = document().document_element().and_then(|root| root.get_attribute("data-held"));
    (held.is_some(), held.as_deref() == Some(HELD_SAMPLE))
}

/// How that is remembered; nothing at all is an empty text.
pub const HELD_DATA: &str = "data";
/// The same of the sample data.
pub const HELD_SAMPLE: &str = "sample";

/// Offers a text as a file to save.
///
/// # Errors
/// What the browser says when it makes no file of it.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    offer(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?)
}

/// Offers bytes as a file to save.
///
/// # Errors
/// What the browser says when it makes no address for it.
pub fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// The name of the key that commands are given with.
pub fn command_key() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    if platform.starts_with("Mac") || platform.starts_with("iP") { "⌘" } else { "Ctrl" }
}

/// Whether an event came from a field in which a person writes or chooses.
pub fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    let tag = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok()).map(|e| e.tag_name());
    matches!(tag.as_deref(), Some("INPUT" | "TEXTAREA" | "SELECT"))
}

/// Puts a theme in force; `System` follows the system.
pub fn apply_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    // An attribute that cannot be set leaves the system's theme, which is readable too.
    let _ = match theme {
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
        Theme::System => root.remove_attribute("data-theme"),
    };
}

/// Puts a language's direction and tag on the page.
pub fn apply_language(lang: &str, dir: &str) {
    let Some(root) = document().document_element() else { return };
    let _ = root.set_attribute("lang", lang);
    let _ = root.set_attribute("dir", dir);
}

/// One thing that the page fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct Fetched {
    /// Its address.
    pub address: String,
    /// Whether it was fetched after the program was all there.
    pub is_later: bool,
}

thread_local! {
    /// When the program was all there (milliseconds since the page was opened).
    static BEGAN: std::cell::Cell<f64> = const { std::cell::Cell::new(f64::INFINITY) };
}

/// Notes that all parts of the program are there: what the page fetches from now on is counted as sent by it.
pub fn note_beginning() {
    if let Some(clock) = window().performance() {
        BEGAN.set(clock.now());
    }
}

/// All that the page fetched, by the browser's own record. What it makes itself (`blob:`) is not fetched.
pub fn fetched() -> Vec<Fetched> {
    let Some(clock) = window().performance() else { return Vec::new() };
    let began = BEGAN.get();
    let entry = |entry: JsValue| {
        let address = Reflect::get(&entry, &"name".into()).ok()?.as_string()?;
        let start = Reflect::get(&entry, &"startTime".into()).ok()?.as_f64()?;
        let is_own = address.starts_with("blob:") || address.starts_with("data:");
        (!is_own).then_some(Fetched { address, is_later: start > began })
    };
    clock.get_entries_by_type("resource").iter().filter_map(entry).collect()
}
