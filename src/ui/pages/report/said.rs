//! The sentences of the report and of the slides: how activity and results moved, and what runs ahead.

use crate::ui::pages::delay::sentences;
use crate::ui::words::Words;
use crate::views::{Ahead, LagView, Moved, ReportView, ScoreRow};

/// How a group of rows moved, as a part of message keys. As a whole it moved where more than half of its rows did.
fn direction(moved: Moved) -> &'static str {
    match moved {
        Moved { compared: 0, .. } => "unknown",
        Moved { better: 1.., worse: 1.., .. } => "mixed",
        Moved { better, compared, .. } if better * 2 > compared => "better",
        Moved { worse, compared, .. } if worse * 2 > compared => "worse",
        Moved { better: 1.., .. } => "some_better",
        Moved { worse: 1.., .. } => "some_worse",
        Moved { other: 1.., .. } => "changed",
        _ => "still",
    }
}

/// The answer in two sentences: activity, results.
pub fn headline(words: Words, moved: (Moved, Moved)) -> String {
    let leading = words.t(&format!("report.leading.{}", direction(moved.0)));
    let lagging = words.t(&format!("report.lagging.{}", direction(moved.1)));
    words.sentences([leading, lagging])
}

/// What stands under the headline.
pub fn lead(words: Words, view: &ReportView) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(before) = view.frame.before {
        said.push(words.fill("scorecard.against", &[("span", &words.span(before))]));
        for (key, moved) in [("report.counts.leading", view.moved.0), ("report.counts.lagging", view.moved.1)]
        {
            if moved.compared > 0 {
                said.push(counts(words, key, moved));
            }
        }
    }
    said.extend(view.clearest.as_ref().and_then(|row| clearest(words, row, &view.frame.currency)));
    said.extend(view.lead.as_ref().map(|lead| ahead(words, lead)));
    said
}

fn counts(words: Words, key: &str, moved: Moved) -> String {
    let number = |count: u32| words.integer(u64::from(count));
    words.fill(
        key,
        &[("n", &number(moved.compared)), ("better", &number(moved.better)), ("worse", &number(moved.worse))],
    )
}

/// The clearest change, from value to value.
pub fn clearest(words: Words, row: &ScoreRow, currency: &str) -> Option<String> {
    let value = |value: f64| format!("\u{2068}{}\u{2069}", words.value_with_unit(row.unit, value, currency));
    let before = row.before.as_ref()?.value()?;
    let now = row.figure.value()?;
    Some(words.fill(
        "report.clearest",
        &[("name", &words.metric_name(&row.id, None)), ("before", &value(before)), ("now", &value(now))],
    ))
}

/// By how many weeks activity runs ahead of results.
pub fn ahead(words: Words, ahead: &Ahead) -> String {
    let lag = LagView {
        series: ahead.series.clone(),
        outcome: ahead.outcome.clone(),
        finding: Some(ahead.finding),
        ..LagView::default()
    };
    words.sentences(sentences(words, &[lag]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_moving_has_its_word() {
        let moved = |compared, better, worse, other| Moved { compared, better, worse, other };
        for (moved, word) in [
            (moved(0, 0, 0, 0), "unknown"),
            (moved(4, 2, 1, 0), "mixed"),
            (moved(4, 3, 0, 1), "better"),
            (moved(4, 2, 0, 1), "some_better"),
            (moved(4, 0, 4, 0), "worse"),
            (moved(4, 0, 1, 1), "some_worse"),
            (moved(4, 0, 0, 1), "changed"),
            (moved(4, 0, 0, 0), "still"),
        ] {
            assert_eq!(direction(moved), word);
        }
    }
}
