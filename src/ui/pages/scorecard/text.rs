//! The scorecard as lines of text, for copying.

use super::table::heads;
use crate::ui::parts::change_text;
use crate::ui::words::Words;
use crate::views::{ScoreRow, ScorecardView};

/// The lines of the table, head first, rounded as they are shown.
pub fn lines(words: Words, view: &ScorecardView) -> Vec<Vec<String>> {
    let [measure, value, _, change, _, n] = heads(words, view);
    let interval = words.t("copy.interval");
    let change_interval = words.in_line([change.clone(), interval.clone()]);
    let head = vec![
        measure,
        words.t("copy.of"),
        value,
        interval,
        change,
        words.t("copy.verdict"),
        change_interval,
        n,
    ];
    let row = |row: &ScoreRow| line(words, row, &view.frame.currency);
    std::iter::once(head).chain(view.rows.iter().map(row)).collect()
}

fn line(words: Words, row: &ScoreRow, currency: &str) -> Vec<String> {
    let name = words.metric_name(&row.id, None);
    let of = words.metric_of(&row.id);
    let value = match (row.figure.value(), words.why(row, currency)) {
        (Some(value), _) => words.value_with_unit(row.unit, value, currency),
        (None, Some(why)) => words.sentences([why.lead, why.rest]),
        (None, None) => String::new(),
    };
    let interval = words.figure_interval(row.unit, &row.figure, currency).unwrap_or_default();
    let change = change_text(words, row, currency);
    let [number, word, change_interval] =
        change.map(|change| [change.number, change.word, change.interval]).unwrap_or_default();
    vec![name, of, value, interval, number, word, change_interval, words.integer(row.figure.n)]
}
