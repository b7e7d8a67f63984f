//! Personas: saved rules that say whom the sellers want to know.

use serde::{Deserialize, Serialize};

/// Whom the sellers want to know: rules over titles and companies. A connection matches when its
/// position holds one of the title words (where there are any) and its company one of the company words
/// (where there are any).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Persona {
    /// Name as shown.
    pub name: String,
    /// Words or phrases of the position, any of which will do.
    pub title_words: Vec<String>,
    /// Words or phrases of the company, any of which will do.
    pub company_words: Vec<String>,
}

#[cfg(feature = "engine")]
impl Persona {
    /// Whether a position and a company match: whole words, case- and accent-insensitive. `None` where
    /// the position (or the company, if only that is asked) is unknown.
    pub fn matches(&self, position: &str, company: &str) -> Option<bool> {
        use crate::facts::fold_words;
        let fits = |phrases: &[String], text: &str| -> Option<bool> {
            if phrases.iter().all(|phrase| phrase.trim().is_empty()) {
                return Some(true);
            }
            let words = fold_words(text);
            if words.is_empty() {
                return None;
            }
            Some(phrases.iter().any(|phrase| holds(&words, phrase)))
        };
        match (fits(&self.title_words, position), fits(&self.company_words, company)) {
            (Some(title), Some(company)) => Some(title && company),
            (Some(false), None) | (None, Some(false)) => Some(false),
            _ => None,
        }
    }
}

/// Whether folded words hold a phrase.
#[cfg(feature = "engine")]
pub(super) fn holds(words: &[String], phrase: &str) -> bool {
    let phrase = crate::facts::fold_words(phrase);
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Head of IT", "", Some(true))]
    #[case("Kierownik ds. IT, Główny", "", Some(true))]
    #[case("Pitman", "", Some(false))]
    #[case("", "Acme", None)]
    fn titles_match_whole_words(
        #[case] position: &str,
        #[case] company: &str,
        #[case] expected: Option<bool>,
    ) {
        let persona =
            Persona { title_words: vec!["it".into(), "quality manager".into()], ..Persona::default() };
        assert_eq!(persona.matches(position, company), expected);
    }

    #[test]
    fn a_phrase_matches_in_order() {
        let persona = Persona { title_words: vec!["quality manager".into()], ..Persona::default() };
        assert_eq!(persona.matches("Senior Quality Manager", ""), Some(true));
        assert_eq!(persona.matches("Manager, Quality", ""), Some(false));
    }
}
