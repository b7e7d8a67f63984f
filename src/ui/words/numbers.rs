//! Numbers, sizes and money.

use wasm_bindgen::JsValue;

use super::{Words, right_to_left};
use crate::text::Locale;

impl Words {
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
    pub(super) fn money_near(self, amount: f64, largest: f64, currency: &str) -> String {
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
}

/// A number with an Arabic word in it runs from right to left wherever it stands, also in a cell whose numbers run
/// from left to right (U+2067 and U+2069 of the Unicode Bidirectional Algorithm). Anything else stays as it is.
pub(super) fn in_one_piece(text: String) -> String {
    let has_arabic = text.chars().any(|letter| matches!(letter, '\u{600}'..='\u{6ff}'));
    if has_arabic { right_to_left(&text) } else { text }
}
