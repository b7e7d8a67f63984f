//! The rows behind a figure: those it was made of and those it left out.

use std::collections::BTreeMap;

use super::{Selection, Stream, View, count, layered, reading, retention};
use crate::facts::{Reason, RowRef, Span};
use crate::metrics::{Context, Kind, Metric, Samples, What};

/// The rows behind a figure, each once, in the order of the tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsBehind {
    /// Rows it was made of.
    pub used: Vec<RowRef>,
    /// Rows it left out, and why.
    pub left_out: Vec<(RowRef, Reason)>,
}

impl Stream<'_> {
    /// The rows behind the figure of a selection.
    pub fn rows_behind(&self, selection: &Selection) -> RowsBehind {
        let (view, span) = (self.view(selection, None), selection.span);
        let mut used = used_rows(&view, span);
        let mut left_out = view.left_out_rows(span);
        used.sort_unstable();
        used.dedup();
        left_out.sort_unstable();
        left_out.dedup();
        RowsBehind { used, left_out }
    }
}

fn used_rows(view: &View<'_>, span: Span) -> Vec<RowRef> {
    match view.kind {
        Kind::Level | Kind::MoneyLevel => standing(view, span),
        Kind::Reading | Kind::ReadingSum => newest(view, span),
        Kind::Slope => (view.tracks.within(reading::slope_window(span.to)))
            .flatten()
            .map(|reading| reading.row)
            .collect(),
        Kind::HeadCount => rows_within(view, count::head_window(span.to)),
        Kind::HeadWeeks => rows_within(view, Span { from: span.from.week_start(), ..span }),
        Kind::Growth | Kind::MonthlyGrowth | Kind::LevelShare | Kind::LevelHeads => {
            (view.used.iter()).take(view.up_to(span.to)).map(|sample| sample.row).collect()
        }
        Kind::Retention => retention::rows(view, span),
        Kind::LayeredCount | Kind::LayeredRatio => chosen(view, span),
        Kind::PerReading => {
            let before = Span { from: span.from, to: span.from.plus(-1) };
            [chosen(view, span), newest(view, before), newest(view, span)].concat()
        }
        Kind::MoneySum | Kind::MoneyMean => (view.within(span).iter())
            .filter(|sample| matches!(sample.what, What::Money { hit: true, .. }))
            .map(|sample| sample.row)
            .collect(),
        _ => rows_within(view, span),
    }
}

fn rows_within(view: &View<'_>, span: Span) -> Vec<RowRef> {
    view.within(span).iter().map(|sample| sample.row).collect()
}

fn chosen(view: &View<'_>, span: Span) -> Vec<RowRef> {
    layered::choose(view, span).rows.iter().map(|sample| sample.row).collect()
}

fn newest(view: &View<'_>, span: Span) -> Vec<RowRef> {
    view.tracks.newest(span.to).filter_map(|(_, reading)| Some(reading?.row)).collect()
}

/// Rows whose steps up to the end of the period do not cancel out.
fn standing(view: &View<'_>, span: Span) -> Vec<RowRef> {
    let mut steps: BTreeMap<RowRef, f64> = BTreeMap::new();
    for sample in view.used.iter().take(view.up_to(view.level_day(span))) {
        *steps.entry(sample.row).or_default() += match sample.what {
            What::Step(step) => step,
            What::Money { amount, .. } => amount as f64,
            _ => 0.0,
        };
    }
    steps.into_iter().filter(|(_, sum)| *sum != 0.0).map(|(row, _)| row).collect()
}

/// The rows behind the figure of a selection, of samples that are asked once.
pub fn rows_behind<'a>(
    metric: &'a Metric,
    samples: &'a Samples,
    context: &'a Context<'a>,
    selection: &Selection,
) -> RowsBehind {
    Stream::new(metric, samples, context).rows_behind(selection)
}
