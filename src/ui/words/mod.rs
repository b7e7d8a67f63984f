//! Words, numbers and dates in the chosen language. Numbers and dates are the browser's (`Intl`).
//!
//! | file | holds |
//! |---|---|
//! | `numbers` | numbers, sizes, money |
//! | `dates` | days, months, periods, times |
//! | `values` | values in a metric's unit, their intervals and changes |

mod dates;
mod numbers;
mod values;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::text::{Catalog, Locale};

/// The words of the language in force. Cheap to copy; every page takes it from the context.
#[derive(Clone, Copy)]
pub struct Words(StoredValue<Inner, LocalStorage>);

struct Inner {
    locale: Locale,
    /// Set when the texts have arrived.
    catalog: OnceCell<Catalog>,
    /// Formatters by their options: making one is slow, using one is not.
    formatters: RefCell<HashMap<String, Function>>,
}

impl Inner {
    fn catalog(&self) -> &Catalog {
        self.catalog.get_or_init(|| Catalog::of_files(self.locale, &[]))
    }
}

/// The words of the language in force; to be called where a component is made.
pub fn words() -> Words {
    super::session::session().words()
}

impl Words {
    /// The words of a language.
    pub fn new(locale: Locale) -> Words {
        Words(StoredValue::new_local(Inner {
            locale,
            catalog: OnceCell::new(),
            formatters: RefCell::default(),
        }))
    }

    /// The language.
    pub fn locale(self) -> Locale {
        self.0.with_value(|inner| inner.locale)
    }

    /// Takes the language's texts in.
    pub(super) fn take_in(self, text: String) {
        // They are read where they lie, for as long as the page is open.
        let text: &'static str = Box::leak(text.into_boxed_str());
        self.0.with_value(|inner| {
            // Texts that came twice are the same.
            let _ = inner.catalog.set(Catalog::of_files(inner.locale, &[text]));
        });
    }

    /// Whether the texts are there.
    pub(super) fn are_here(self) -> bool {
        self.0.with_value(|inner| inner.catalog.get().is_some())
    }

    /// A message without places to fill in.
    pub fn t(self, key: &str) -> String {
        self.0.with_value(|inner| inner.catalog().get(key))
    }

    /// Whether there is such a message.
    pub fn has(self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// A message as it stands, its places not filled in.
    pub fn raw(self, key: &str) -> Option<&'static str> {
        self.0.with_value(|inner| inner.catalog().raw(key))
    }

    /// What stands between `start` and `end` in the keys of all messages that begin and end so.
    pub fn between(self, start: &str, end: &str) -> Vec<&'static str> {
        self.0.with_value(|inner| {
            let keys = inner.catalog().entries().iter().map(|(key, _)| *key);
            keys.filter_map(|key| key.strip_prefix(start)?.strip_suffix(end)).collect()
        })
    }

    /// A message with its places filled in.
    pub fn fill(self, key: &str, args: &[(&str, &str)]) -> String {
        self.0.with_value(|inner| inner.catalog().fill(key, args))
    }

    /// A message filled in from owned pairs, as they come from the core.
    pub fn fill_owned(self, key: &str, args: &[(String, String)]) -> String {
        let args: Vec<(&str, &str)> =
            args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.fill(key, &args)
    }

    /// The message for a count, which is also filled in as `{n}`.
    pub fn count(self, key: &str, count: u64, args: &[(&str, &str)]) -> String {
        let printed = self.integer(count);
        self.0.with_value(|inner| inner.catalog().count(key, count, &printed, args))
    }

    pub(super) fn format(self, id: &str, number: f64, options: &[(&str, JsValue)]) -> String {
        let function = self.formatter(id, || {
            let object = Object::new();
            for (key, value) in options {
                let _ = Reflect::set(&object, &(*key).into(), value);
            }
            Intl::NumberFormat::new(&self.locales(), &object).format()
        });
        let printed = call(&function, &number.into()).unwrap_or_default();
        // A value that rounds to nothing has no sign.
        let is_nothing = !printed.chars().any(|digit| matches!(digit, '1'..='9' | '١'..='٩'));
        if is_nothing { printed.replace(['-', '−'], "") } else { printed.replace('-', "−") }
    }

    fn formatter(self, id: &str, make: impl FnOnce() -> Function) -> Function {
        let known = self.0.with_value(|inner| inner.formatters.borrow().get(id).cloned());
        known.unwrap_or_else(|| {
            let made = make();
            self.0.with_value(|inner| inner.formatters.borrow_mut().insert(id.to_owned(), made.clone()));
            made
        })
    }

    pub(super) fn locales(self) -> Array {
        Array::of1(&self.locale().tag().into())
    }
}

/// A text that runs from right to left whatever it begins with.
pub(super) fn right_to_left(text: &str) -> String {
    format!("\u{2067}{text}\u{2069}")
}

fn call(function: &Function, argument: &JsValue) -> Option<String> {
    function.call1(&JsValue::UNDEFINED, argument).ok().and_then(|text| text.as_string())
}
