//! A language's messages: plain files with `key = text` lines.
//!
//! `{name}` marks a place to fill in. A message that depends on a count has one line per plural form:
//! `rows[one] = {n} row`. Lines that begin with `#` are notes to translators.

use super::Locale;
use super::pieces::{Piece, pieces};

/// A plural form of Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PluralForm {
    /// None at all, where a language has a form for it.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Everything else.
    Other,
}

impl PluralForm {
    /// Name of the form as it stands in the files.
    pub fn id(self) -> &'static str {
        match self {
            PluralForm::Zero => "zero",
            PluralForm::One => "one",
            PluralForm::Two => "two",
            PluralForm::Few => "few",
            PluralForm::Many => "many",
            PluralForm::Other => "other",
        }
    }
}

/// Whether it is a Chinese sign or mark.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff65}')
}

/// The files of each language's folder. A new one is named here and nowhere else.
macro_rules! files {
    ($folder:literal) => {
        &[
            include_str!(concat!("locales/", $folder, "/common.txt")),
            include_str!(concat!("locales/", $folder, "/metrics.txt")),
            include_str!(concat!("locales/", $folder, "/import.txt")),
            include_str!(concat!("locales/", $folder, "/loading.txt")),
            include_str!(concat!("locales/", $folder, "/pages.txt")),
            include_str!(concat!("locales/", $folder, "/crm.txt")),
            include_str!(concat!("locales/", $folder, "/social.txt")),
            include_str!(concat!("locales/", $folder, "/team.txt")),
            include_str!(concat!("locales/", $folder, "/log.txt")),
            include_str!(concat!("locales/", $folder, "/review.txt")),
            include_str!(concat!("locales/", $folder, "/activity.txt")),
            include_str!(concat!("locales/", $folder, "/results.txt")),
            include_str!(concat!("locales/", $folder, "/funnel.txt")),
            include_str!(concat!("locales/", $folder, "/pipeline.txt")),
            include_str!(concat!("locales/", $folder, "/goals.txt")),
            include_str!(concat!("locales/", $folder, "/content.txt")),
            include_str!(concat!("locales/", $folder, "/network.txt")),
            include_str!(concat!("locales/", $folder, "/talk.txt")),
            include_str!(concat!("locales/", $folder, "/own.txt")),
            include_str!(concat!("locales/", $folder, "/referrals.txt")),
            include_str!(concat!("locales/", $folder, "/leads.txt")),
            include_str!(concat!("locales/", $folder, "/credit.txt")),
            include_str!(concat!("locales/", $folder, "/return.txt")),
            include_str!(concat!("locales/", $folder, "/quota.txt")),
            include_str!(concat!("locales/", $folder, "/tags.txt")),
            include_str!(concat!("locales/", $folder, "/stages.txt")),
            include_str!(concat!("locales/", $folder, "/chart.txt")),
            include_str!(concat!("locales/", $folder, "/palette.txt")),
            include_str!(concat!("locales/", $folder, "/bench.txt")),
            include_str!(concat!("locales/", $folder, "/glossary.txt")),
            include_str!(concat!("locales/", $folder, "/report.txt")),
            include_str!(concat!("locales/", $folder, "/tabs.txt")),
            include_str!(concat!("locales/", $folder, "/together.txt")),
            include_str!(concat!("locales/", $folder, "/search.txt")),
            include_str!(concat!("locales/", $folder, "/cites.txt")),
            include_str!(concat!("locales/", $folder, "/codes.txt")),
        ]
    };
}

/// The files of a language.
fn files(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::En => files!("en"),
        Locale::Sv => files!("sv"),
        Locale::Pl => files!("pl"),
        Locale::Ar => files!("ar"),
        Locale::Zh => files!("zh"),
    }
}

/// One language's messages.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The language.
    pub locale: Locale,
    entries: Vec<(&'static str, &'static str)>,
}

impl Catalog {
    /// Reads a language's files, which are then part of the program. The page does not call this: it
    /// fetches the files instead.
    pub fn new(locale: Locale) -> Catalog {
        Catalog::of_files(locale, files(locale))
    }

    /// Reads the messages of the files of a language.
    pub fn of_files(locale: Locale, files: &[&'static str]) -> Catalog {
        let lines = files.iter().flat_map(|file| file.lines());
        let mut entries: Vec<(&str, &str)> = lines
            .filter(|line| !line.trim_start().starts_with('#'))
            .filter_map(|line| line.split_once('='))
            .map(|(key, text)| (key.trim(), text.trim()))
            .collect();
        entries.sort_unstable();
        Catalog { locale, entries }
    }

    /// The text of a key as it stands, its places not filled in.
    pub fn raw(&self, key: &str) -> Option<&'static str> {
        self.entries
            .binary_search_by_key(&key, |(known, _)| known)
            .ok()
            .and_then(|at| self.entries.get(at))
            .map(|e| e.1)
    }

    /// A message without places to fill in. A key that does not exist is returned as it is, so that
    /// it is seen.
    pub fn get(&self, key: &str) -> String {
        self.raw(key).unwrap_or(key).to_owned()
    }

    /// A message with its places filled in. Each filling stands on its own whatever its direction: in
    /// Arabic it is wrapped in isolates.
    pub fn fill(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.fill_text(self.raw(key).unwrap_or(key), args)
    }

    /// The message for a count: `key[form]`. The count itself, as printed, goes into `{n}`.
    pub fn count(&self, key: &str, count: u64, printed: &str, args: &[(&str, &str)]) -> String {
        let form = format!("{key}[{}]", self.locale.plural_form(count).id());
        let mut all = vec![("n", printed)];
        all.extend_from_slice(args);
        self.fill(&form, &all)
    }

    fn fill_text(&self, text: &str, args: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(text.len() + 16);
        for piece in pieces(text) {
            let name = match piece {
                Piece::Text(text) => {
                    // A blank parts Chinese from what is filled in, unless that ends in Chinese itself.
                    let after_han = self.locale == Locale::Zh && filled.ends_with(is_han);
                    let joined = text.strip_prefix(' ').filter(|rest| after_han && rest.starts_with(is_han));
                    filled.push_str(joined.unwrap_or(text));
                    continue;
                }
                Piece::Place(name) => name,
            };
            let value = args.iter().find(|(known, _)| *known == name);
            if self.locale == Locale::Zh
                && value.is_some_and(|(_, value)| value.starts_with(is_han))
                && filled.strip_suffix(' ').is_some_and(|before| before.ends_with(is_han))
            {
                filled.pop();
            }
            match value {
                Some((_, value)) if self.locale.is_rtl() => {
                    filled.push('\u{2068}');
                    filled.push_str(value);
                    filled.push('\u{2069}');
                }
                Some((_, value)) => filled.push_str(value),
                None => {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
            }
        }
        filled
    }

    /// All keys and texts, by key.
    pub fn entries(&self) -> &[(&'static str, &'static str)] {
        &self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Keys without their plural forms, and the forms of each.
    fn keys(catalog: &Catalog) -> BTreeSet<&'static str> {
        catalog.entries().iter().map(|(key, _)| key.split('[').next().unwrap_or(key)).collect()
    }

    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
    }

    #[test]
    fn every_language_has_every_message_and_no_other() {
        let english = keys(&Catalog::new(Locale::En));
        for locale in Locale::ALL {
            let own = keys(&Catalog::new(locale));
            let missing: Vec<_> = english.difference(&own).collect();
            let extra: Vec<_> = own.difference(&english).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{locale:?}: missing {missing:?}, too many {extra:?}"
            );
        }
    }

    #[test]
    fn chinese_that_is_filled_in_stands_without_blanks() {
        let catalog = Catalog::new(Locale::Zh);
        let filled = |value| catalog.fill_text("与 {a} 相比", &[("a", value)]);
        assert_eq!(filled("2026年5月25日"), "与 2026年5月25日相比");
        assert_eq!(filled("上期"), "与上期相比");
        assert_eq!(filled("LinkedIn"), "与 LinkedIn 相比");
    }

    /// The page fetches every file of a language's folder; the list above must be all of them.
    #[test]
    fn every_file_of_a_language_is_read() {
        for locale in Locale::ALL {
            let folder = format!("{}/src/text/locales/{}", env!("CARGO_MANIFEST_DIR"), locale.id());
            assert_eq!(std::fs::read_dir(folder).unwrap().count(), files(locale).len(), "{locale:?}");
        }
    }

    #[test]
    fn no_key_stands_twice_and_no_text_is_blank() {
        for locale in Locale::ALL {
            let catalog = Catalog::new(locale);
            for pair in catalog.entries().windows(2) {
                assert_ne!(pair[0].0, pair[1].0, "{locale:?}");
            }
            assert!(
                catalog.entries().iter().all(|(_, text)| !text.is_empty()),
                "{locale:?} has a blank text"
            );
        }
    }

    #[test]
    fn every_count_has_the_plural_forms_of_its_language() {
        for locale in Locale::ALL {
            let catalog = Catalog::new(locale);
            let counted: BTreeSet<&str> = catalog
                .entries()
                .iter()
                .filter_map(|(key, _)| key.split_once('['))
                .map(|(key, _)| key)
                .collect();
            for key in counted {
                for form in locale.plural_forms() {
                    let wanted = format!("{key}[{}]", form.id());
                    assert!(catalog.raw(&wanted).is_some(), "{locale:?} lacks {wanted}");
                }
            }
        }
    }

    #[test]
    fn every_language_fills_in_the_same_places() {
        let english = Catalog::new(Locale::En);
        for locale in Locale::ALL {
            for (key, text) in Catalog::new(locale).entries() {
                let (bare, counted) = key.split_once('[').map_or((*key, false), |(bare, _)| (bare, true));
                let original =
                    english.raw(bare).or_else(|| english.raw(&format!("{bare}[other]"))).unwrap_or("");
                let (mut own, mut wanted) = (places(text), places(original));
                if counted {
                    // Forms for none, one and two may say the count in words.
                    own.remove("n");
                    wanted.remove("n");
                }
                assert_eq!(own, wanted, "{locale:?} {key}");
            }
        }
    }

    #[test]
    fn places_are_filled_in_and_isolated_in_arabic() {
        let english = Catalog { locale: Locale::En, entries: vec![("a", "{x} of {y}{")] };
        assert_eq!(english.fill("a", &[("x", "2"), ("y", "3")]), "2 of 3{");
        assert_eq!(english.fill("gone", &[]), "gone");
        let arabic = Catalog { locale: Locale::Ar, entries: vec![("a", "{x}")] };
        assert_eq!(arabic.fill("a", &[("x", "57–65%")]), "\u{2068}57–65%\u{2069}");
    }
}
