//! Daily rows or posts, never both: what an account reaches is told by some exports day by day, by others
//! post by post, and adding the two would count it twice.

use std::collections::BTreeMap;

use super::known::hides_a_value;
use super::{View, count_of, ratio, reading};
use crate::facts::{Day, Reason, RowRef, Span, Sym};
use crate::metrics::{Basis, Dim, Figure, Key, Layer, Metric, Missing, Quantity, Sample, State, What};

/// The rows that a figure of some days is made of.
pub(in crate::metrics) struct Choice<'a> {
    /// Rows in use, by day.
    pub(in crate::metrics) rows: Vec<&'a Sample>,
    /// Rows left out: of the kind in use, and daily rows that cover a part of the days only, of sellers and
    /// platforms without posts.
    pub(in crate::metrics) left_out: Vec<(RowRef, Reason)>,
    /// Which kind of rows.
    pub(in crate::metrics) basis: Option<Basis>,
}

/// What one seller's rows of one platform cover.
#[derive(Default)]
struct Covered {
    days: i32,
    last: Option<Day>,
}

/// Takes, for each seller and platform, the daily rows where every day has one, else the posts.
pub(in crate::metrics) fn choose<'a>(view: &View<'a>, span: Span) -> Choice<'a> {
    let pair = |sample: &Sample| (sample.seller, platform(view.metric, &sample.keys));
    let counted = || view.within(span).iter().filter(|s| !matches!(s.what, What::Reading(_)));
    let mut covered: BTreeMap<(Sym, Key), Covered> = BTreeMap::new();
    for sample in counted() {
        let covered = covered.entry(pair(sample)).or_default();
        if sample.layer == Layer::Daily && covered.last != Some(sample.day) {
            covered.days += 1;
            covered.last = Some(sample.day);
        }
    }
    let is_daily = |pair: &(Sym, Key)| covered.get(pair).is_some_and(|c| c.days >= span.days());
    let mut choice = Choice { rows: Vec::new(), left_out: Vec::new(), basis: None };
    for sample in counted() {
        let pair = pair(sample);
        let wanted = if is_daily(&pair) { Layer::Daily } else { Layer::Posts };
        if sample.layer == wanted {
            choice.rows.push(sample);
        } else if sample.layer == Layer::Daily && !view.posts_of.contains(&pair) {
            choice.left_out.push((sample.row, Reason::PartOfPeriod));
        }
    }
    for row in view.left_out_within(span) {
        let pair = (row.seller, platform(view.metric, &row.keys));
        let in_use = match (is_daily(&pair), view.posts_of.contains(&pair)) {
            (true, _) => row.layer == Layer::Daily,
            (false, true) => row.layer == Layer::Posts,
            (false, false) => true,
        };
        // A row that belongs to no one, or to a brand, would be left out of either kind.
        if in_use || matches!(row.reason, Reason::NoSeller | Reason::BrandPage) {
            choice.left_out.push((row.row, row.reason));
        }
    }
    let by_day = choice.rows.iter().any(|sample| sample.layer == Layer::Daily);
    let by_post = covered.keys().any(|pair| !is_daily(pair) && view.posts_of.contains(pair));
    choice.basis = match (by_day, by_post) {
        (true, true) => Some(Basis::Mixed),
        (true, false) => Some(Basis::ByDay),
        (false, true) => Some(Basis::ByPost),
        (false, false) => None,
    };
    choice
}

/// The platform among a sample's keys.
pub(super) fn platform(metric: &Metric, keys: &[Key]) -> Key {
    let position = metric.key_position(Dim::Platform);
    position.and_then(|position| keys.get(position)).copied().unwrap_or(Key::BLANK)
}

impl Choice<'_> {
    /// Why there is nothing.
    fn nothing(&self) -> Option<Missing> {
        let reasons = || self.left_out.iter().map(|(_, reason)| *reason);
        if !self.rows.is_empty() {
            None
        } else if reasons().any(|reason| reason == Reason::PartOfPeriod) {
            Some(Missing::PartOfPeriod)
        } else {
            reasons().any(hides_a_value).then_some(Missing::AllUnknown)
        }
    }
}

fn counts(rows: &[&Sample]) -> Vec<f64> {
    (rows.iter())
        .filter_map(|sample| match sample.what {
            What::Count(count) => Some(count),
            _ => None,
        })
        .collect()
}

/// What happened in the period.
pub(super) fn count(view: &View<'_>, span: Span) -> Figure {
    let choice = choose(view, span);
    let counts = counts(&choice.rows);
    let figure = match choice.nothing() {
        Some(missing) => Figure::missing(missing),
        None => Figure::of(State::Value(Quantity::Number(counts.iter().sum())), count_of(counts.len())),
    };
    Figure { basis: choice.basis, ..figure }
}

/// Σ numerator / Σ denominator.
pub(super) fn ratio(view: &View<'_>, span: Span) -> Figure {
    let choice = choose(view, span);
    let figure = ratio::of_rows(&ratio::parts(&choice.rows))
        .unwrap_or_else(|| Figure::missing(choice.nothing().unwrap_or(Missing::NothingInPeriod)));
    Figure { basis: choice.basis, ..figure }
}

/// Σ counts / mean of the readings before and at the end of the period, which are held fixed.
pub(super) fn per_reading(view: &View<'_>, span: Span) -> Figure {
    let choice = choose(view, span);
    let counts = counts(&choice.rows);
    let mean = match (choice.nothing(), reading::mean_over(view, span)) {
        (Some(missing), _) | (None, Err(missing)) => return Figure::missing(missing),
        (None, Ok(mean)) => mean,
    };
    let rows = counts.len().max(1) as f64;
    let mut parts: Vec<(f64, f64)> = counts.iter().map(|count| (*count, mean / rows)).collect();
    if parts.is_empty() {
        parts.push((0.0, mean));
    }
    let figure = ratio::of_rows(&parts).unwrap_or_else(|| Figure::missing(Missing::NoStart));
    Figure { n: count_of(counts.len()), basis: choice.basis, ..figure }
}
