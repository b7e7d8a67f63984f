//! The languages.

use serde::{Deserialize, Serialize};

use super::PluralForm;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Swedish.
    Sv,
    /// Polish.
    Pl,
    /// Arabic, right to left.
    Ar,
    /// Simplified Chinese.
    Zh,
}

impl Locale {
    /// All languages, in the order of the menu.
    pub const ALL: [Locale; 5] = [Locale::En, Locale::Sv, Locale::Pl, Locale::Ar, Locale::Zh];

    /// Name of its folder and of what the page fetches.
    pub fn id(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Sv => "sv",
            Locale::Pl => "pl",
            Locale::Ar => "ar",
            Locale::Zh => "zh",
        }
    }

    /// Tag for `lang` and for the browser's formatters.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en-GB",
            Locale::Sv => "sv",
            Locale::Pl => "pl",
            // Latin digits: the exported files that people compare with use them.
            Locale::Ar => "ar-u-nu-latn",
            Locale::Zh => "zh-Hans",
        }
    }

    /// Value of the `lang` attribute.
    pub fn lang(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Sv => "sv",
            Locale::Pl => "pl",
            Locale::Ar => "ar",
            Locale::Zh => "zh-Hans",
        }
    }

    /// Value of the `dir` attribute.
    pub fn dir(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(self) -> bool {
        self == Locale::Ar
    }

    /// What stands between two sentences.
    pub fn gap(self) -> &'static str {
        if self == Locale::Zh { "" } else { " " }
    }

    /// Whether its decimal sign is a comma.
    pub fn writes_comma(self) -> bool {
        matches!(self, Locale::Sv | Locale::Pl)
    }

    /// Its own name.
    pub fn own_name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::Sv => "Svenska",
            Locale::Pl => "Polski",
            Locale::Ar => "العربية",
            Locale::Zh => "简体中文",
        }
    }

    /// The language of a browser's tag, such as `sv-SE`.
    pub fn of_tag(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Locale::ALL.into_iter().find(|locale| locale.lang().split('-').next() == Some(primary.as_str()))
    }

    /// The plural forms whose messages the language must have.
    pub fn plural_forms(self) -> &'static [PluralForm] {
        use PluralForm::{Few, Many, One, Other, Two, Zero};
        match self {
            Locale::En | Locale::Sv => &[One, Other],
            Locale::Pl => &[One, Few, Many, Other],
            Locale::Ar => &[Zero, One, Two, Few, Many, Other],
            Locale::Zh => &[Other],
        }
    }

    /// The plural form of a whole number (Unicode CLDR 46, cardinal rules of the five languages).
    pub fn plural_form(self, count: u64) -> PluralForm {
        let (tens, ones) = (count % 100, count % 10);
        match self {
            Locale::En | Locale::Sv if count == 1 => PluralForm::One,
            Locale::Pl if count == 1 => PluralForm::One,
            Locale::Pl if (2..=4).contains(&ones) && !(12..=14).contains(&tens) => PluralForm::Few,
            Locale::Pl => PluralForm::Many,
            Locale::Ar => match (count, tens) {
                (0, _) => PluralForm::Zero,
                (1, _) => PluralForm::One,
                (2, _) => PluralForm::Two,
                (_, 3..=10) => PluralForm::Few,
                (_, 11..=99) => PluralForm::Many,
                _ => PluralForm::Other,
            },
            _ => PluralForm::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Locale::En, 1, PluralForm::One)]
    #[case(Locale::En, 0, PluralForm::Other)]
    #[case(Locale::Pl, 22, PluralForm::Few)]
    #[case(Locale::Pl, 12, PluralForm::Many)]
    #[case(Locale::Pl, 21, PluralForm::Many)]
    #[case(Locale::Ar, 0, PluralForm::Zero)]
    #[case(Locale::Ar, 2, PluralForm::Two)]
    #[case(Locale::Ar, 103, PluralForm::Few)]
    #[case(Locale::Ar, 11, PluralForm::Many)]
    #[case(Locale::Ar, 100, PluralForm::Other)]
    #[case(Locale::Zh, 1, PluralForm::Other)]
    fn plural_forms(#[case] locale: Locale, #[case] count: u64, #[case] form: PluralForm) {
        assert_eq!(locale.plural_form(count), form);
        assert!(locale.plural_forms().contains(&form));
    }

    #[test]
    fn browsers_tags() {
        assert_eq!(Locale::of_tag("zh-CN"), Some(Locale::Zh));
        assert_eq!(Locale::of_tag("AR_eg"), Some(Locale::Ar));
        assert_eq!(Locale::of_tag("de"), None);
    }
}
