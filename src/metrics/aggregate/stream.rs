//! A metric's samples in order of their days, ready for any number of questions.

use std::cmp::Ordering;

use super::{Selection, View};
use crate::facts::{Sym, sort_list};
use crate::metrics::{Context, Dim, Figure, Metric, Ripe, Sample, Samples, What};

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
        let sorted = in_order(&samples.list);
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
        sort_list(&mut open, Ord::cmp);
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

/// Samples in their order. A million of them are sorted by one number each; only where that is the same does
/// the rest decide.
fn in_order(samples: &[Sample]) -> Vec<&Sample> {
    let mut places: Vec<(u128, u32)> = samples.iter().map(place).zip(0..).collect();
    places.sort_unstable();
    let mut sorted = Vec::with_capacity(samples.len());
    for run in places.chunk_by(|a, b| a.0 == b.0) {
        let same = run.iter().filter_map(|(_, at)| samples.get(*at as usize));
        if run.len() == 1 {
            sorted.extend(same);
        } else {
            let mut same: Vec<&Sample> = same.collect();
            sort_list(&mut same, |a, b| order(a, b));
            sorted.append(&mut same);
        }
    }
    sorted
}

/// Day, hour, row, seller and as much of the first key as fits, the first of them on top: in the order of
/// [`order`], which goes on where two samples have the same.
fn place(sample: &Sample) -> u128 {
    const KEY_BITS: u32 = 19;
    let hour = sample.hour.map_or(0, |hour| u128::from(hour) + 1);
    let day = u128::from(sample.day.0.cast_unsigned() ^ (1 << 31));
    let [key, ..] = sample.keys;
    let key = u128::from(key.0.min((1 << KEY_BITS) - 1));
    let row = u128::from(sample.row.table as u8) << 32 | u128::from(sample.row.row);
    (((day << 5 | hour) << 40 | row) << 32 | u128::from(sample.seller.0)) << KEY_BITS | key
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
        What::Ripening { seen, hit } => (11, u64::from(seen.0.cast_unsigned()), ripe(hit)),
        What::Against { inside, hit } => (10, u64::from(inside), u64::from(hit)),
    }
}

fn ripe(hit: Ripe) -> u64 {
    match hit {
        Ripe::NotYet => 0,
        Ripe::Undated => 1,
        Ripe::On(day) => 2 + u64::from(day.0.cast_unsigned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Day, Reason, RowRef, TableId};
    use crate::metrics::Layer;
    use proptest::prelude::*;

    fn sample() -> impl Strategy<Value = Sample> {
        let what = prop_oneof![
            Just(What::Count(1.0)),
            Just(What::Case(true)),
            Just(What::LeftOut(Reason::Unknown)),
        ];
        let key = prop_oneof![0u32..3, Just(600_000), Just(u32::MAX)];
        let keys = [key.clone(), key.clone(), key.clone()];
        (-2i32..3, prop::option::of(0u8..24), key, keys, 0u8..3, 0u32..3, any::<bool>(), what).prop_map(
            |(day, hour, seller, keys, table, row, is_post, what)| Sample {
                day: Day(day),
                hour,
                seller: Sym(seller),
                keys: keys.map(Sym),
                row: RowRef { table: TableId::ALL[usize::from(table)], row },
                layer: if is_post { Layer::Posts } else { Layer::Daily },
                what,
            },
        )
    }

    proptest! {
        #[test]
        fn samples_stand_in_their_order(list in prop::collection::vec(sample(), 0..60)) {
            let mut expected: Vec<&Sample> = list.iter().collect();
            expected.sort_by(|a, b| order(a, b));
            prop_assert_eq!(in_order(&list), expected);
        }
    }
}
