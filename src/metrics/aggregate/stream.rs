//! A metric's samples in order of their days, ready for any number of questions.

use std::cmp::Ordering;

use super::{Selection, View};
use crate::facts::Sym;
use crate::metrics::{Context, Dim, Figure, Metric, Sample, Samples, What};

/// A metric's samples in order of their days. Made once, it answers for any period, seller and key; making
/// it costs n log n, a question n, and every week of a series only its own rows.
pub struct Stream<'a> {
    pub(in crate::metrics) metric: &'a Metric,
    pub(in crate::metrics) context: &'a Context<'a>,
    pub(in crate::metrics) samples: &'a Samples,
    sorted: Vec<&'a Sample>,
    has_values: bool,
}

impl<'a> Stream<'a> {
    /// Sorts a metric's samples.
    pub fn new(metric: &'a Metric, samples: &'a Samples, context: &'a Context<'a>) -> Stream<'a> {
        let mut sorted: Vec<&Sample> = samples.list.iter().collect();
        sorted.sort_by(|a, b| order(a, b));
        let has_values = sorted.iter().any(|sample| !matches!(sample.what, What::LeftOut(_)));
        Stream { metric, context, samples, sorted, has_values }
    }

    /// The figure of a selection.
    pub fn figure(&self, selection: &Selection) -> Figure {
        self.view(selection, None).figure(selection.span)
    }

    /// Whether any sample has an hour, and so breakdowns by weekday and hour.
    pub fn has_hours(&self) -> bool {
        self.sorted.iter().any(|sample| sample.hour.is_some())
    }

    /// The part of the stream that a selection leaves. `broken_down` is the dimension whose keys all stay.
    pub(in crate::metrics) fn view(&self, selection: &Selection, broken_down: Option<Dim>) -> View<'a> {
        View::new(self, selection, broken_down)
    }

    pub(super) fn sorted(&self) -> &[&'a Sample] {
        &self.sorted
    }

    /// Whether anyone's sample says something.
    pub(super) fn has_values(&self) -> bool {
        self.has_values
    }

    /// Open cases of the chosen sellers.
    pub(super) fn open_cases(&self, sellers: Option<&[Sym]>) -> Vec<(crate::facts::Day, i32)> {
        let mut open: Vec<_> = (self.samples.open.iter())
            .filter(|(_, seller, _)| self.context.facts.roles.counts(sellers, *seller))
            .map(|(day, _, age)| (*day, *age))
            .collect();
        open.sort_unstable();
        open
    }
}

/// The figure of a selection, of samples that are asked once. Ask a [`Stream`] several times.
pub fn aggregate<'a>(
    metric: &'a Metric,
    samples: &'a Samples,
    context: &'a Context<'a>,
    selection: &Selection,
) -> Figure {
    Stream::new(metric, samples, context).figure(selection)
}

/// By day, then by everything else that tells samples apart, so that no sum depends on the order in which
/// the facts came.
fn order(a: &Sample, b: &Sample) -> Ordering {
    let key = |s: &Sample| (s.hour, s.row, s.seller, s.keys, s.layer, rank(&s.what));
    a.day.cmp(&b.day).then_with(|| key(a).cmp(&key(b)))
}

fn rank(what: &What) -> (u8, u64, u64) {
    match *what {
        What::Step(step) => (0, step.to_bits(), 0),
        What::Reading(value) => (1, value.to_bits(), 0),
        What::Count(count) => (2, count.to_bits(), 0),
        What::Case(hit) => (3, u64::from(hit), 0),
        What::Part { numerator, denominator } => (4, numerator.to_bits(), denominator.to_bits()),
        What::Lasting { time, end } => (5, time.to_bits(), end as u64),
        What::Money { amount, hit } => (6, amount.cast_unsigned(), u64::from(hit)),
        What::LeftOut(reason) => (7, reason as u64, 0),
        What::Monthly { step, months } => (8, step.to_bits(), u64::from(months)),
        What::Bought => (9, 0, 0),
        What::Against { inside, hit } => (10, u64::from(inside), u64::from(hit)),
    }
}
