//! Sellers whose names look like one person's. They are shown to a person, never merged silently.

use std::collections::BTreeMap;

use crate::facts::fold_words;

/// Pairs of names that may be one person's: the same words whatever their case, accents, order and the white
/// space between them, or an initial in the place of a first name.
pub fn alike(names: &[String]) -> Vec<(String, String)> {
    let mut by_words: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    let mut by_initial: BTreeMap<(char, String), Vec<(&String, bool)>> = BTreeMap::new();
    for name in names {
        let words = fold_words(&in_order(name));
        if let [first, .., last] = words.as_slice()
            && let Some(initial) = first.chars().next()
        {
            let is_short = first.chars().count() == 1;
            by_initial.entry((initial, last.clone())).or_default().push((name, is_short));
        }
        let mut sorted = words;
        sorted.sort_unstable();
        if !sorted.is_empty() {
            by_words.entry(sorted).or_default().push(name);
        }
    }
    let mut pairs: Vec<(String, String)> = Vec::new();
    for same in by_words.values() {
        add_pairs(&mut pairs, same, |_, _| true);
    }
    for same in by_initial.values() {
        // Two people of one family have different first names; an initial may be either's.
        add_pairs(&mut pairs, same, |a, b| a.1 != b.1);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// `Berg, Anna` as `Anna Berg`.
fn in_order(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) => format!("{first} {last}"),
        None => name.to_owned(),
    }
}

fn add_pairs<T: Named>(pairs: &mut Vec<(String, String)>, all: &[T], fits: impl Fn(&T, &T) -> bool) {
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1).filter(|other| fits(one, other)) {
            let (a, b) = (one.name().clone(), other.name().clone());
            pairs.push(if a < b { (a, b) } else { (b, a) });
        }
    }
}

trait Named {
    fn name(&self) -> &String;
}

impl Named for &String {
    fn name(&self) -> &String {
        self
    }
}

impl Named for (&String, bool) {
    fn name(&self) -> &String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("anna berg", "Anna  Berg", true)]
    #[case("Anna\u{a0}Berg", "ANNA BERG", true)]
    #[case("Berg, Anna", "Anna Berg", true)]
    #[case("A. Berg", "Anna Berg", true)]
    #[case("Berg, A.", "Anna Maria Berg", true)]
    #[case("Åsa Lind", "Asa Lind", true)]
    #[case("مها الحسن", "مها  الحسن", true)]
    #[case("Anna Berg", "Arne Berg", false)]
    #[case("A. Berg", "A. Lind", false)]
    #[case("Anna", "A.", false)]
    #[case("Anna Berg", "Bo Lind", false)]
    fn names_of_one_person(#[case] one: &str, #[case] other: &str, #[case] expected: bool) {
        let names = [one.to_owned(), other.to_owned()];
        assert_eq!(alike(&names).len(), usize::from(expected));
    }
}
