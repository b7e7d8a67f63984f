//! Texts put together: what stands between them is the language's, never the page's.

use leptos::prelude::*;

use super::words::{Words, right_to_left};
use crate::text::{Piece, pieces, slug};

impl Words {
    /// What a thing is and what is said of it: `Deals: 12`.
    pub fn labelled(self, label: &str, text: &str) -> String {
        self.in_order(self.fill("together.label", &[("label", label), ("text", text)]))
    }

    /// A text with another one in brackets: `61% (57–65%)`.
    pub fn with_aside(self, text: &str, aside: &str) -> String {
        self.in_order(self.fill("together.aside", &[("text", text), ("aside", aside)]))
    }

    /// Numbers have no direction of their own: from right to left, what comes second is read second.
    fn in_order(self, text: String) -> String {
        if self.locale().is_rtl() { right_to_left(&text) } else { text }
    }

    /// Texts in one line, parted by commas.
    pub fn in_line(self, texts: impl IntoIterator<Item = String>) -> String {
        self.parted("together.also", texts)
    }

    /// What a definition follows: titles of works as they are, the words around them in the language.
    pub fn cited(self, cites: &str) -> String {
        let parts = cites.split("; ").filter(|part| !part.is_empty()).map(|part| {
            let key = format!("cites.{}", slug(part));
            if self.has(&key) { self.t(&key) } else { part.to_owned() }
        });
        self.parted("together.apart", parts)
    }

    /// Texts parted by what stands between the two places of a message. Each runs in its own direction.
    fn parted(self, key: &str, texts: impl IntoIterator<Item = String>) -> String {
        let between = pieces(self.raw(key).unwrap_or_default()).find_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            Piece::Place(_) => None,
        });
        let texts = texts.into_iter();
        let texts: Vec<String> = if self.locale().is_rtl() {
            texts.map(|text| format!("\u{2068}{text}\u{2069}")).collect()
        } else {
            texts.collect()
        };
        self.in_order(texts.join(between.unwrap_or_default()))
    }

    /// Sentences one after the other; blank ones are left out.
    pub fn sentences(self, texts: impl IntoIterator<Item = String>) -> String {
        let said: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        said.join(self.gap())
    }

    /// What stands between two sentences.
    pub fn gap(self) -> &'static str {
        self.locale().gap()
    }

    /// A message with parts of the page in its places.
    pub fn woven<const N: usize>(self, key: &str, parts: [(&str, AnyView); N]) -> AnyView {
        let text = self.raw(key).unwrap_or_default();
        let mut parts = parts.map(|(name, part)| (name, Some(part)));
        let woven: Vec<AnyView> = pieces(text)
            .filter_map(|piece| match piece {
                Piece::Text(text) => Some(text.into_any()),
                Piece::Place(name) => {
                    parts.iter_mut().find(|(known, _)| *known == name).and_then(|(_, part)| part.take())
                }
            })
            .collect();
        woven.into_any()
    }
}
