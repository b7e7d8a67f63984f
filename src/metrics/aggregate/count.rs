//! Counts: zero where something is known and nothing happened; and head-counts of sellers and their weeks.

use std::collections::{BTreeMap, BTreeSet};

use super::{View, count_of, share};
use crate::facts::{Bucket, Day, Span, Sym, gather};
use crate::metrics::reported::is_reported;
use crate::metrics::{Figure, Missing, Quantity, State, What};

/// Days up to the end of the period in which a seller counts as active.
const HEAD_DAYS: i32 = 28;

/// What happened in the period; n is the number of rows.
pub(super) fn sum(view: &View<'_>, span: Span) -> Figure {
    let counts: Vec<f64> = counts(view, span).collect();
    if counts.is_empty() && view.lacks_values(span) {
        return Figure::missing(Missing::AllUnknown);
    }
    let reported = view.within(span).iter().filter(|sample| is_reported(sample.row));
    let reported = reported.map(|sample| if let What::Count(count) = sample.what { count } else { 0.0 });
    Figure {
        reported: reported.sum(),
        ..Figure::of(State::Value(Quantity::Number(counts.iter().sum())), count_of(counts.len()))
    }
}

fn counts(view: &View<'_>, span: Span) -> impl Iterator<Item = f64> {
    view.within(span).iter().filter_map(|sample| match sample.what {
        What::Count(count) => Some(count),
        _ => None,
    })
}

/// The days that a head-count looks at.
pub(super) fn head_window(to: Day) -> Span {
    Span { from: to.plus(1 - HEAD_DAYS), to }
}

/// Sellers with a count in the 28 days up to the end of the period / sellers of whom something is known then.
pub(super) fn heads(view: &View<'_>, span: Span) -> Figure {
    let window = head_window(span.to);
    let known: BTreeSet<Sym> =
        gather(known_sellers(view).filter(|(_, known)| meet(*known, window).is_some()).map(|(s, _)| s));
    let active: BTreeSet<Sym> = gather(
        (view.within(window).iter())
            .filter(|sample| matches!(sample.what, What::Count(count) if count > 0.0))
            .map(|sample| sample.seller)
            .filter(|seller| known.contains(seller)),
    );
    if known.is_empty() {
        return Figure::missing(Missing::OutsideData);
    }
    share::of_heads(count_of(active.len()), count_of(known.len()))
}

/// Weeks of a seller with a count / weeks that the period touches and that are known of the seller.
pub(super) fn weeks(view: &View<'_>, span: Span) -> Figure {
    let mut all = 0;
    let mut touched: BTreeSet<(Sym, Day)> = BTreeSet::new();
    for (seller, known) in known_sellers(view) {
        let Some(common) = meet(known, span) else { continue };
        for (week, _) in Bucket::Week.cut(common) {
            touched.insert((seller, week));
            all += 1;
        }
    }
    let active: BTreeSet<(Sym, Day)> = gather(
        (view.within(span).iter())
            .filter(|sample| matches!(sample.what, What::Count(count) if count > 0.0))
            .map(|sample| (sample.seller, sample.day.week_start()))
            .filter(|week| touched.contains(week)),
    );
    if all == 0 {
        return Figure::missing(Missing::OutsideData);
    }
    share::of(count_of(active.len()), all, view.context.definitions.rate_needs)
}

/// Weeks of a seller with a count / weeks that the period touches, from the seller's first count on and as far
/// as they have begun. The last day of the data ends nothing: that nothing came is what is counted.
pub(super) fn head_weeks(view: &View<'_>, span: Span) -> Figure {
    let mut weeks: BTreeMap<Sym, BTreeSet<Day>> = BTreeMap::new();
    for sample in view.used.iter().filter(|sample| matches!(sample.what, What::Count(count) if count > 0.0)) {
        weeks.entry(sample.seller).or_default().insert(sample.day.week_start());
    }
    let to = span.to.min(view.context.today);
    let (mut counted, mut all) = (0, 0);
    for weeks in weeks.values() {
        let Some(first) = weeks.first() else { continue };
        let owed = Span { from: span.from.max(*first), to };
        if owed.from > owed.to {
            continue;
        }
        for (week, _) in Bucket::Week.cut(owed) {
            all += 1;
            counted += u64::from(weeks.contains(&week));
        }
    }
    if all == 0 {
        return Figure::missing(Missing::OutsideData);
    }
    share::of_heads(counted, all)
}

/// The chosen sellers of whom the metric's first need is known, and from when to when.
fn known_sellers(view: &View<'_>) -> impl Iterator<Item = (Sym, Span)> {
    let coverage = &view.context.coverage;
    let tables = view.metric.needs.first().map_or(&[][..], |need| need.tables());
    let (roles, chosen) = (&view.context.facts.roles, view.sellers.as_deref());
    (coverage.sellers_of(tables).into_iter()).filter(move |seller| roles.counts(chosen, *seller)).filter_map(
        move |seller| {
            let need = view.metric.needs.first()?;
            Some((seller, coverage.of_need(*need, Some(&[seller])).span()?))
        },
    )
}

/// The days that two spans share.
fn meet(a: Span, b: Span) -> Option<Span> {
    let span = Span { from: a.from.max(b.from), to: a.to.min(b.to) };
    (span.from <= span.to).then_some(span)
}
