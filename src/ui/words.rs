//! Words, numbers and dates in the chosen language. Numbers and dates are the browser's (`Intl`).

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::facts::{Day, Span};
use crate::metrics::{Figure, Quantity, Unit};
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

    /// A whole number.
    pub fn integer(self, number: u64) -> String {
        self.number(number as f64, 0)
    }

    /// A number with a fixed number of decimals and a true minus.
    pub fn number(self, number: f64, decimals: u32) -> String {
        let places = JsValue::from(decimals);
        self.format(
            &format!("n{decimals}"),
            number,
            &[("minimumFractionDigits", places.clone()), ("maximumFractionDigits", places)],
        )
    }

    /// A fraction as a percentage.
    pub fn percent(self, fraction: f64, decimals: u32) -> String {
        let places = JsValue::from(decimals);
        self.format(
            &format!("p{decimals}"),
            fraction,
            &[
                ("style", "percent".into()),
                ("minimumFractionDigits", places.clone()),
                ("maximumFractionDigits", places),
            ],
        )
    }

    /// Room in the browser's storage, given in UTF-16 code units: `1.3 MB`.
    pub fn units(self, units: u64) -> String {
        self.bytes(units.saturating_mul(2))
    }

    /// A size in kilobytes or megabytes of a thousand or a million bytes: `1.3 MB`.
    pub fn bytes(self, bytes: u64) -> String {
        if bytes < 100_000 {
            return self.fill("unit.kilobytes", &[("n", &self.number(bytes as f64 / 1e3, 1))]);
        }
        self.fill("unit.megabytes", &[("n", &self.number(bytes as f64 / 1e6, 1))])
    }

    /// An amount of money: short from ten thousand on.
    pub fn money(self, amount: f64, currency: &str) -> String {
        in_one_piece(self.money_near(amount, amount, currency))
    }

    /// An amount of money, short where its largest neighbour is.
    fn money_near(self, amount: f64, largest: f64, currency: &str) -> String {
        // Swedish readers do not read "tn" and "mn" as amounts.
        let is_short = largest.abs() >= 10_000.0 && self.locale() != Locale::Sv;
        let mut options: Vec<(&str, JsValue)> = Vec::new();
        if is_short {
            options.push(("notation", "compact".into()));
            options.push(("maximumSignificantDigits", 3.into()));
        } else {
            options.push(("maximumFractionDigits", 0.into()));
        }
        if !currency.is_empty() {
            options.push(("style", "currency".into()));
            options.push(("currency", currency.into()));
            options.push(("currencyDisplay", "narrowSymbol".into()));
        }
        let id = if is_short { "k" } else { "m" };
        let printed = self.format(&format!("{id}{currency}"), amount, &options);
        match self.locale() {
            // The mark that browsers put before Arabic money would part a sign from its number.
            Locale::Ar => printed.replace('\u{200f}', ""),
            Locale::Zh => printed.replace('万', "\u{a0}万").replace('亿', "\u{a0}亿"),
            _ => printed,
        }
    }

    /// A day: `15 Nov 2026`.
    pub fn day(self, day: Day) -> String {
        self.date("d", day, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
    }

    /// A day without its year: `15 Nov`.
    pub fn short_day(self, day: Day) -> String {
        self.date("s", day, &[("day", "numeric"), ("month", "short")])
    }

    /// A month: `Nov 2026`.
    pub fn month(self, day: Day) -> String {
        self.date("m", day, &[("month", "short"), ("year", "numeric")])
    }

    /// A month without its year.
    pub fn short_month(self, day: Day) -> String {
        self.date("o", day, &[("month", "short")])
    }

    /// The name of a weekday, 1 = Monday.
    pub fn weekday(self, weekday: u8) -> String {
        // 1970-01-05 was a Monday.
        self.date("w", Day(3 + i32::from(weekday)), &[("weekday", "short")])
    }

    /// A period: `17 Aug – 15 Nov 2026`.
    pub fn span(self, span: Span) -> String {
        let from = if span.from.ymd().0 == span.to.ymd().0 {
            self.short_day(span.from)
        } else {
            self.day(span.from)
        };
        format!("{from} – {}", self.day(span.to))
    }

    /// A date and time of an ISO text, in the browser's zone: `15 Nov 2026, 14:02`.
    pub fn timestamp(self, iso: &str) -> String {
        let date = Date::new(&iso.into());
        if date.get_time().is_nan() {
            return iso.to_owned();
        }
        let options = Object::new();
        for (key, value) in [
            ("day", "numeric"),
            ("month", "short"),
            ("year", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
        ] {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&options, &key.into(), &value.into());
        }
        let _ = Reflect::set(&options, &"hourCycle".into(), &"h23".into());
        let format = Intl::DateTimeFormat::new(&self.locales(), &options);
        call(&format.format(), &date.into()).unwrap_or_else(|| iso.to_owned())
    }

    /// The clock of an ISO text, in the browser's zone: `14:02`.
    pub fn clock(self, iso: &str) -> String {
        let date = Date::new(&iso.into());
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    }

    /// A value in a metric's unit, without the unit's own word.
    pub fn value(self, unit: Unit, value: f64, currency: &str) -> String {
        in_one_piece(self.value_near(unit, value, value, currency))
    }

    /// A value printed as finely as a neighbour asks for (both ends of an interval alike).
    fn value_near(self, unit: Unit, value: f64, finest: f64, currency: &str) -> String {
        match unit {
            Unit::Ratio => self.percent(value, ratio_decimals(finest)),
            Unit::Count => self.number(value, u32::from(value.fract() != 0.0)),
            Unit::Hours => self.number(value, u32::from(finest.abs() < 100.0)),
            Unit::Days | Unit::Seconds => self.number(value, 0),
            Unit::Money => self.money_near(value, finest, currency),
            Unit::Score => self.number(value, 0),
            Unit::Pillar | Unit::PointsPerWeek => self.number(value, 1),
            Unit::TopPercent => self.percent(value / 100.0, 0),
            Unit::Times => {
                let number = self.number(value, u32::from(finest.abs() < 100.0));
                self.fill("unit.times", &[("n", &number)])
            }
        }
    }

    /// The word after a value: `h`, `days`; empty for most.
    pub fn unit_word(self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Hours => self.word_of("unit.hours", value),
            // They are printed as whole ones.
            Unit::Days => self.word_of("unit.days", value.round()),
            Unit::Seconds => self.word_of("unit.seconds", value.round()),
            Unit::PointsPerWeek => self.t("unit.points_per_week"),
            _ => String::new(),
        }
    }

    /// The word for so many, in the form that the number asks for.
    pub fn word_of(self, key: &str, number: f64) -> String {
        if number.fract() == 0.0 {
            // A count is never larger than a whole number can be.
            self.count(key, number.abs() as u64, &[])
        } else {
            self.t(&format!("{key}[other]"))
        }
    }

    /// A value with the word of its unit.
    pub fn value_with_unit(self, unit: Unit, value: f64, currency: &str) -> String {
        let printed = self.value_near(unit, value, value, currency);
        in_one_piece(with_word(printed, &self.unit_word(unit, value)))
    }

    /// An interval with the word of its unit, in the form of its upper end.
    pub fn interval_with_unit(self, unit: Unit, interval: &str, high: f64) -> String {
        in_one_piece(with_word(interval.to_owned(), &self.unit_word(unit, high)))
    }

    /// Both ends of an interval: `57–65%`, or `−0.4 to +1.0` where one is negative.
    pub fn interval(self, unit: Unit, low: f64, high: f64, currency: &str) -> String {
        self.interval_near(unit, low, high, high.abs().max(low.abs()), currency)
    }

    /// An interval printed as finely as a neighbour asks for.
    fn interval_near(self, unit: Unit, low: f64, high: f64, finest: f64, currency: &str) -> String {
        let (from, to) =
            (self.value_near(unit, low, finest, currency), self.value_near(unit, high, finest, currency));
        if low < 0.0 {
            return in_one_piece(self.fill("range.to", &[("low", &from), ("high", &to)]));
        }
        // In Chinese both ends keep their sign; elsewhere the sign stands once, at the end.
        let repeats_sign = self.locale() == Locale::Zh;
        let from = if unit == Unit::Ratio && !repeats_sign {
            self.number(low * 100.0, ratio_decimals(finest))
        } else {
            from
        };
        in_one_piece(format!("{from}–{to}"))
    }

    /// A figure's interval, where it has one.
    pub fn figure_interval(self, unit: Unit, figure: &Figure, currency: &str) -> Option<String> {
        let (low, high) = (figure.low.map(Quantity::to_f64), figure.high.map(Quantity::to_f64));
        match (low, high) {
            (Some(low), Some(high)) => {
                let largest = high.abs().max(low.abs());
                // A small rate stands with one decimal, and so does its interval.
                let finest = if unit == Unit::Ratio { figure.value().unwrap_or(largest) } else { largest };
                Some(self.interval_near(unit, low, high, finest, currency))
            }
            (Some(low), None) => Some(self.fill("range.from", &[("low", &self.value(unit, low, currency))])),
            _ => None,
        }
    }

    /// A change with its sign, in the unit it is spoken of: ratios in percentage points.
    pub fn signed(self, unit: Unit, difference: f64, currency: &str) -> String {
        let (printed, word) = match unit {
            Unit::Ratio => (self.number(difference.abs() * 100.0, 1), self.t("unit.pts")),
            Unit::TopPercent => (self.number(difference.abs(), 0), self.t("unit.pts")),
            _ => {
                let size = difference.abs();
                (self.value_near(unit, size, size, currency), self.unit_word(unit, size))
            }
        };
        in_one_piece(with_word(format!("{}{printed}", self.sign(difference)), &word))
    }

    /// A sign that stays before its number from right to left too: there, a left-to-right mark keeps it from
    /// going to the other side.
    fn sign(self, number: f64) -> &'static str {
        match (number < 0.0, self.locale().is_rtl()) {
            (true, false) => "−",
            (false, false) => "+",
            (true, true) => "\u{200e}−",
            (false, true) => "\u{200e}+",
        }
    }

    /// The interval of a change: `+2.5 to +15.4`.
    pub fn signed_interval(self, unit: Unit, low: f64, high: f64, currency: &str) -> String {
        let finest = high.abs().max(low.abs());
        let end = |value: f64| {
            let printed = match unit {
                Unit::Ratio => self.number(value.abs() * 100.0, 1),
                Unit::TopPercent => self.number(value.abs(), 0),
                _ => self.value_near(unit, value.abs(), finest, currency),
            };
            in_one_piece(format!("{}{printed}", self.sign(value)))
        };
        in_one_piece(self.fill("range.to", &[("low", &end(low)), ("high", &end(high))]))
    }

    pub(super) fn date(self, id: &str, day: Day, options: &[(&str, &str)]) -> String {
        let date = Date::new(&JsValue::from(f64::from(day.0) * 86_400_000.0));
        let function = self.formatter(&format!("d{id}"), || {
            let object = Object::new();
            for (key, value) in options {
                let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
            }
            let _ = Reflect::set(&object, &"timeZone".into(), &"UTC".into());
            Intl::DateTimeFormat::new(&self.locales(), &object).format()
        });
        call(&function, &date.into()).unwrap_or_else(|| day.iso())
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

fn with_word(printed: String, word: &str) -> String {
    if word.is_empty() { printed } else { format!("{printed}\u{a0}{word}") }
}

/// A text that runs from right to left whatever it begins with.
pub(super) fn right_to_left(text: &str) -> String {
    format!("\u{2067}{text}\u{2069}")
}

/// A number with an Arabic word in it runs from right to left wherever it stands, also in a cell whose numbers run
/// from left to right (U+2067 and U+2069 of the Unicode Bidirectional Algorithm). Anything else stays as it is.
fn in_one_piece(text: String) -> String {
    let has_arabic = text.chars().any(|letter| matches!(letter, '\u{600}'..='\u{6ff}'));
    if has_arabic { right_to_left(&text) } else { text }
}

/// Decimals of a percentage: small rates need one to be told apart.
fn ratio_decimals(largest: f64) -> u32 {
    u32::from(largest != 0.0 && largest.abs() < 0.1)
}

fn call(function: &Function, argument: &JsValue) -> Option<String> {
    function.call1(&JsValue::UNDEFINED, argument).ok().and_then(|text| text.as_string())
}
