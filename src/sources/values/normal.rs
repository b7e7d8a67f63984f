//! Text made comparable before it is read: digits of other scripts, marks without width, accents.

use std::borrow::Cow;

use icu_normalizer::DecomposingNormalizerBorrowed;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, with ASCII digits, plain blanks and a plain minus, nothing around it.
/// Borrowed when there is nothing to change.
pub fn fold_text(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.bytes().all(|b| (b' '..=b'~').contains(&b) && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    if text.is_ascii() {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(text.len());
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars());
    for c in apart.filter(|c| !is_combining_mark(*c) && !is_invisible(*c)) {
        let c = plain(c);
        if c == 'ß' { folded.push_str("ss") } else { folded.extend(c.to_lowercase()) }
    }
    Cow::Owned(folded.trim().to_owned())
}

/// Marks that take no room: byte-order marks, direction marks and isolates, soft hyphens.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{ad}')
}

/// The ASCII character that a character of another script stands for, where there is one.
pub(super) fn plain(c: char) -> char {
    match c {
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        '\u{ff10}'..='\u{ff19}' => digit(c, '\u{ff10}'),
        '\u{2212}' | '\u{ff0d}' | '\u{fe63}' => '-',
        '٪' | '％' => '%',
        '،' | '，' => ',',
        '：' => ':',
        'ł' | 'Ł' => 'l',
        'ø' | 'Ø' => 'o',
        'đ' | 'Đ' => 'd',
        'ı' => 'i',
        // Spellings of Arabic that people use for each other.
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c).saturating_sub(u32::from(zero)), 10).unwrap_or(c)
}

/// Whether a cell says that there is nothing: blank, a dash, a mark of absence, a spreadsheet's error,
/// or only an upper bound such as `< 1%`, which is not a number.
pub fn is_missing(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    if text.is_empty() {
        return true;
    }
    if text.starts_with(['<', '＜']) {
        return text.chars().any(char::is_numeric);
    }
    if text.len() > 24 {
        return false;
    }
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−'))
        || matches!(
            text.to_ascii_lowercase().as_str(),
            "n/a"
                | "na"
                | "null"
                | "none"
                | "(blank)"
                | "(null)"
                | "nil"
                | "#n/a"
                | "#value!"
                | "#ref!"
                | "#div/0!"
                | "#name?"
                | "#null!"
                | "#num!"
                | "?"
        )
}

/// Whether a word is in a list parted by `|`.
pub(in crate::sources) fn list_holds(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Źródło ", "zrodlo")]
    #[case("SÄLJARE", "saljare")]
    #[case("٢٠٢٦\u{200f}", "2026")]
    #[case("１２％", "12%")]
    #[case("1\u{202f}234", "1 234")]
    #[case("أبريل", "ابريل")]
    #[case("金额", "金额")]
    #[case("Straße", "strasse")]
    fn texts_fold(#[case] text: &str, #[case] folded: &str) {
        assert_eq!(fold_text(text), folded);
    }

    #[rstest]
    #[case("", true)]
    #[case("\u{a0}", true)]
    #[case("-", true)]
    #[case("--", true)]
    #[case("–", true)]
    #[case("N/A", true)]
    #[case("< 1%", true)]
    #[case("#DIV/0!", true)]
    #[case("0", false)]
    #[case("<b>", false)]
    #[case("-1", false)]
    #[case("NaN", false)]
    fn what_says_nothing(#[case] text: &str, #[case] missing: bool) {
        assert_eq!(is_missing(text), missing);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,24}") {
            let once = fold_text(&text).into_owned();
            let twice = fold_text(&once).into_owned();
            prop_assert_eq!(fold_text(&twice), once);
        }
    }
}
