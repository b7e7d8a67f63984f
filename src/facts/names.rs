//! Every text once: a table of strings and the small numbers that stand for them.

use std::collections::HashMap;
use std::sync::Arc;

/// A text, as an index into [`Names`]. `Sym::BLANK` is "no text".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(pub u32);

impl Sym {
    /// No text.
    pub const BLANK: Sym = Sym(0);

    /// Whether there is no text.
    pub fn is_blank(self) -> bool {
        self.0 == 0
    }
}

/// Strings by number. Blank (empty) text is always number 0. Order of first appearance, so two
/// runs over the same files number alike.
#[derive(Clone, Debug)]
pub struct Names {
    texts: Vec<Arc<str>>,
    by_text: HashMap<Arc<str>, u32>,
}

impl Default for Names {
    fn default() -> Names {
        let blank: Arc<str> = Arc::from("");
        Names { texts: vec![blank.clone()], by_text: HashMap::from([(blank, 0)]) }
    }
}

impl Names {
    /// The number of a text, which is added when new.
    pub fn intern(&mut self, text: &str) -> Sym {
        if text.is_empty() {
            return Sym::BLANK;
        }
        if let Some(&known) = self.by_text.get(text) {
            return Sym(known);
        }
        // More than 4 billion distinct texts do not fit into a browser's memory.
        let number = u32::try_from(self.texts.len()).unwrap_or(0);
        let shared: Arc<str> = Arc::from(text);
        self.texts.push(shared.clone());
        self.by_text.insert(shared, number);
        Sym(number)
    }

    /// The number of a text that is already known.
    pub fn find(&self, text: &str) -> Option<Sym> {
        self.by_text.get(text).copied().map(Sym)
    }

    /// The text of a number; empty for one that is not ours.
    pub fn text(&self, sym: Sym) -> &str {
        self.texts.get(sym.0 as usize).map_or("", |text| text)
    }

    /// How many texts there are, the blank one included.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Never: the blank text is always there.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// All texts in order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_has_one_number() {
        let mut names = Names::default();
        let ada = names.intern("Ada");
        assert_eq!(names.intern("Ada"), ada);
        assert_ne!(names.intern("Bo"), ada);
        assert_eq!(names.text(ada), "Ada");
        assert_eq!(names.intern(""), Sym::BLANK);
        assert_eq!(names.text(Sym(99)), "");
    }
}
