//! How much a column name is like the words for a field.

use crate::sources::values::fold_text;

/// A column name as words: folded, parted at marks and where small letters meet capitals, without the
/// entity that some exports put before every name (`Deal - Deal created`).
pub(super) fn words_of(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut after_small = false;
    for c in name.chars() {
        if after_small && c.is_uppercase() {
            spaced.push(' ');
        }
        after_small = c.is_lowercase();
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
    }
    // Marks that fold into letters' neighbours (Arabic vowels) are gone only after folding.
    let folded = fold_text(&spaced);
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split_whitespace() {
        if words.last() != Some(&word) {
            words.push(word);
        }
    }
    let words = words.strip_prefix(&["do", "not", "modify"]).unwrap_or(&words);
    words.join(" ")
}

/// Likeness (0–1) of a name, as [`words_of`] gives it, to a list of words parted by `|`. A word with `~`
/// before it is a makeshift: it counts six tenths.
pub(super) fn likeness(name: &str, list: &str) -> f64 {
    let each = list.split('|').map(|word| match word.strip_prefix('~') {
        Some(makeshift) => 0.6 * alike(name, makeshift),
        None => alike(name, word),
    });
    each.fold(0.0, f64::max)
}

fn alike(name: &str, word: &str) -> f64 {
    if name.is_empty() {
        return 0.0;
    }
    if name == word {
        return 1.0;
    }
    let (mut ours, mut theirs): (Vec<&str>, Vec<&str>) =
        (name.split(' ').collect(), word.split(' ').collect());
    let holds = ours.windows(theirs.len()).any(|run| run == theirs);
    if holds && (theirs.len() > 1 || ours.len() <= 2) {
        return 0.75;
    }
    // Chinese and Arabic write compounds without blanks or with the article attached.
    if !word.is_ascii() && word.chars().count() >= 2 && name.contains(word) {
        return 0.7;
    }
    ours.sort_unstable();
    theirs.sort_unstable();
    if ours == theirs {
        return 0.95;
    }
    // Texts of too different length cannot share enough pairs.
    let (shorter, longer) = (name.len().min(word.len()), name.len().max(word.len()));
    if shorter * 4 < longer * 3 {
        return 0.0;
    }
    let dice = dice(name, word);
    // Below, `opportunity name` would pass for `opportunity number`.
    if dice >= 0.86 { 0.8 * dice } else { 0.0 }
}

/// Sørensen–Dice coefficient of the pairs of neighbouring letters: twice the shared ones by all.
fn dice(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (ours, mut theirs) = (pairs(a), pairs(b));
    let all = ours.len() + theirs.len();
    if all == 0 {
        return 0.0;
    }
    let mut shared = 0u32;
    for pair in ours {
        if let Some(at) = theirs.iter().position(|other| *other == pair) {
            theirs.swap_remove(at);
            shared += 1;
        }
    }
    2.0 * f64::from(shared) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Deal - Deal created", "deal created")]
    #[case("dealStage", "deal stage")]
    #[case("opportunity_id", "opportunity id")]
    #[case("(Do Not Modify) Opportunity", "opportunity")]
    #[case("Est. Close Date", "est close date")]
    #[case("Skapad", "skapad")]
    #[case("Źródło leada", "zrodlo leada")]
    #[case("تاريخ الإنشاء", "تاريخ الانشاء")]
    fn names_become_words(#[case] name: &str, #[case] words: &str) {
        assert_eq!(words_of(name), words);
    }

    #[rstest]
    #[case("close date", "close date", 1.0)]
    #[case("date close", "close date", 0.95)]
    #[case("opp created", "created", 0.75)]
    #[case("product", "person|name", 0.0)]
    #[case("stage", "status|~stage", 0.6)]
    #[case("商机金额", "金额", 0.7)]
    #[case("", "id", 0.0)]
    fn alike_words(#[case] name: &str, #[case] list: &str, #[case] expected: f64) {
        assert!((likeness(name, list) - expected).abs() < 1e-9, "{}", likeness(name, list));
    }

    // Dice (1945): "night" and "nacht" share one of four pairs each.
    #[test]
    fn dice_of_the_textbook() {
        assert!((dice("night", "nacht") - 0.25).abs() < 1e-9);
        assert!((dice("", "") - 0.0).abs() < 1e-9);
    }

    #[test]
    fn a_slip_of_the_pen_is_still_alike() {
        assert!(likeness("oportunity owner", "opportunity owner") > 0.6);
    }
}
