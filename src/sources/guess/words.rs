//! How much the name of a column is like the words for a field.

use super::likeness::likeness;
use super::word_lists::{HALVES, WORDS};
use crate::facts::TableId;

/// How much every column name is like every list, computed once for all tables.
pub(super) struct Likenesses {
    /// By list, then by column.
    scores: Vec<Vec<f64>>,
}

impl Likenesses {
    /// Compares names, as `likeness::words_of` gives them, with all lists.
    pub(super) fn of(names: &[String]) -> Likenesses {
        let each = |list: &str| names.iter().map(|name| likeness(name, list)).collect();
        Likenesses { scores: WORDS.iter().map(|(_, list)| each(list)).collect() }
    }

    /// How much a column's name is like the words for a field of a table.
    pub(super) fn score(&self, table: TableId, field: &str, column: usize) -> f64 {
        let each = WORDS.iter().zip(&self.scores).filter(|((key, _), _)| is_for(key, table, field));
        each.filter_map(|(_, scores)| scores.get(column).copied()).fold(0.0, f64::max)
    }
}

/// The word for a field of a table that a column's name, as `likeness::words_of` gives it, is most like.
pub(super) fn word_for(table: TableId, field: &str, name: &str) -> Option<&'static str> {
    let lists = WORDS.iter().filter(|(key, _)| is_for(key, table, field));
    let words = lists.flat_map(|(_, list)| list.split('|'));
    let scored = words.map(|word| (likeness(name, word), word));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.0).then(|| best.1.strip_prefix('~').unwrap_or(best.1))
}

/// Whether a key of [`WORDS`] is for a field of a table.
fn is_for(key: &str, table: TableId, field: &str) -> bool {
    match key.split_once('.') {
        Some((of, name)) => of == table.name() && name == field,
        None => key == field,
    }
}

/// Whether a column name says that it holds a rate: a number of people or of clicks it is not, however much
/// the rest of the name says so.
pub(super) fn is_rate(name: &str, words: &str) -> bool {
    const RATES: &str = "rate|ratio|ctr|percent|percentage|average|avg|frekvens|andel|procent|snitt|wskaznik|\
wspolczynnik|srednia|معدل|نسبه|متوسط|quote|anteil|taux|tasa";
    let says = |list: &str| words.split(' ').any(|word| list.split('|').any(|rate| rate == word));
    name.contains(['%', '％', '٪', '率']) || says(RATES)
}

/// Whether a column name says that it holds half of a person's name.
pub(super) fn is_half_name(name: &str) -> bool {
    HALVES.split('|').any(|half| half == name)
}

/// Whether a field takes both halves of a name.
pub(super) fn takes_halves(field: &str) -> bool {
    matches!(field, "name" | "person" | "referrer")
}

#[cfg(test)]
mod tests {
    use super::super::likeness::words_of;
    use super::*;

    #[test]
    fn every_field_has_words_and_every_word_is_folded() {
        for table in TableId::ALL {
            for field in table.schema().fields {
                let known = WORDS.iter().any(|(key, _)| is_for(key, table, field.name));
                assert!(known, "{}.{}", table.name(), field.name);
            }
        }
        for word in WORDS.iter().map(|(_, list)| *list).chain([HALVES]) {
            for word in word.split('|') {
                let word = word.strip_prefix('~').unwrap_or(word);
                assert_eq!(words_of(word), word);
            }
        }
    }
}
