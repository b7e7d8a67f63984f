//! A figure per week or month.

use super::aggregate::{Selection, Stream, View};
use super::{Context, Figure, Kind, Metric, Missing, Samples};
use crate::facts::{Bucket, Day, Span};

/// One week or month.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The Monday or the first of the month.
    pub from: Day,
    /// Its days inside the period.
    pub span: Span,
    /// Their figure.
    pub figure: Figure,
}

impl Stream<'_> {
    /// A figure for every week or month that the period touches and the files tell of. One in which
    /// nothing happened is 0 for counts, keeps its level, and is missing for everything else.
    pub fn series(&self, selection: &Selection, bucket: Bucket) -> Vec<Point> {
        points(&self.view(selection, None), selection.span, bucket)
    }
}

/// A figure for every week or month of a view.
pub(super) fn points(view: &View<'_>, span: Span, bucket: Bucket) -> Vec<Point> {
    let Ok(known) = view.known else { return Vec::new() };
    // Whole weeks or months around what is known, so that a long period costs nothing.
    let told = Span {
        from: span.from.max(bucket.start(known.from)),
        to: span.to.min(bucket.next(bucket.start(known.to)).plus(-1)),
    };
    if told.from > told.to {
        return Vec::new();
    }
    (bucket.cut(told).into_iter())
        .filter(|(_, span)| view.is_told(*span))
        .map(|(from, span)| Point { from, span, figure: figure(view, span) })
        .collect()
}

fn figure(view: &View<'_>, span: Span) -> Figure {
    let mut figure = view.figure(span);
    let needs_event =
        matches!(view.kind, Kind::MoneySum | Kind::Reading | Kind::ReadingSum | Kind::PerReading);
    if needs_event && figure.value().is_some() && view.within(span).is_empty() {
        let left_out = std::mem::take(&mut figure.left_out);
        figure = Figure { left_out, ..Figure::missing(Missing::NothingInPeriod) };
    }
    figure
}

/// A figure for every week or month, of samples that are asked once.
pub fn series<'a>(
    metric: &'a Metric,
    samples: &'a Samples,
    context: &'a Context<'a>,
    selection: &Selection,
    bucket: Bucket,
) -> Vec<Point> {
    Stream::new(metric, samples, context).series(selection, bucket)
}
