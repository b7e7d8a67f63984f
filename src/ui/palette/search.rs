//! Finding by a few letters.

/// A text as it is compared: small letters without marks. Takes a text whose marks stand apart (NFD).
pub fn fold(apart: &str) -> String {
    apart.chars().filter(|letter| !is_mark(*letter)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Accents, and the vowel signs and hamzas of Arabic.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}')
}

/// Letters that are no letter with a mark to Unicode, but to who writes in a hurry.
fn plain(letter: char) -> char {
    match letter {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

/// How well a name fits what was written; none where it does not. Each word of it must be found in the name, or in
/// what else is known of it, which counts for less.
pub fn fit(written: &str, name: &str, also: &str) -> Option<u32> {
    let words = written.split_whitespace().map(|word| {
        let own = fit_of_word(word, name);
        own.into_iter().chain(fit_of_word(word, also).map(|fit| fit / 2)).max()
    });
    let fits: Vec<u32> = words.collect::<Option<_>>()?;
    let whole = if written == name { 200 } else { 0 };
    Some(fits.iter().sum::<u32>() + whole)
}

fn fit_of_word(word: &str, text: &str) -> Option<u32> {
    if text.starts_with(word) {
        Some(100)
    } else if starts(text).any(|start| start.starts_with(word)) {
        Some(80)
    } else if text.contains(word) {
        Some(60)
    } else {
        starts(text).filter_map(|start| letters_in_order(word, start)).max()
    }
}

/// The text from the beginning of each of its words on.
fn starts(text: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, letter)| {
        let is_start = letter.is_alphanumeric() && !before.is_alphanumeric();
        before = letter;
        if is_start { text.get(at..) } else { None }
    })
}

/// The letters one after the other with others between them, as in `scd` for scorecard. The fewer are between, the
/// better; too many fit nothing.
fn letters_in_order(word: &str, text: &str) -> Option<u32> {
    let mut wanted = word.chars();
    let first = wanted.next()?;
    let mut rest = text.chars();
    // The first letter is where a word begins.
    if rest.next() != Some(first) {
        return None;
    }
    let (mut found, mut skipped) = (1_u32, 0_u32);
    for letter in wanted {
        loop {
            match rest.next() {
                Some(next) if next == letter => break,
                Some(_) => skipped += 1,
                None => return None,
            }
        }
        found += 1;
    }
    (found >= 2 && skipped <= found * 3).then(|| 40 - skipped.min(30))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(written: &str, name: &str) -> Option<u32> {
        fit(&fold(written), &fold(name), "")
    }

    #[test]
    fn marks_and_capitals_do_not_matter() {
        assert_eq!(fold("Ra\u{308}tt O\u{308}RN"), "ratt orn");
        assert_eq!(fold("Wła\u{15b}"), "wla\u{15b}");
        assert_eq!(fold("ال\u{64f}مقي\u{651}اس"), "المقياس");
    }

    #[test]
    fn a_beginning_fits_best_and_letters_in_order_least() {
        let order = ["sco", "card", "ore", "scd"].map(|written| fits(written, "Score card"));
        assert!(order.iter().all(Option::is_some), "{order:?}");
        assert!(order.windows(2).all(|pair| pair[0] > pair[1]), "{order:?}");
        assert_eq!(fits("xyz", "Score card"), None);
        // Every word must be found.
        assert!(fits("card sco", "Score card").is_some());
        assert_eq!(fits("card xyz", "Score card"), None);
        // Letters that are far apart are chance.
        assert_eq!(fits("sn", "share of the whole network"), None);
    }

    #[test]
    fn chinese_has_no_words_and_is_found_within() {
        assert_eq!(fits("漏斗", "销售漏斗"), Some(60));
    }

    #[test]
    fn what_else_is_known_counts_for_less() {
        assert_eq!(fit("theme", "dark", "theme"), Some(50));
        assert_eq!(fit("dark theme", "dark", "theme"), Some(150));
        assert_eq!(fit("dark", "dark", ""), Some(300));
    }
}
