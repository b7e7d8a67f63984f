//! A figure per key: per seller, source, weekday …

use std::collections::{BTreeMap, BTreeSet};

use super::aggregate::{GroupKey, LeftOut, Selection, Stream, View, choose};
use super::series::points;
use super::{Context, Dim, Figure, Key, Kind, Layer, Metric, Missing, Sample, Samples, State, Step, What};
use crate::facts::{Bucket, Sym, sort_list};

impl<'a> Stream<'a> {
    /// A figure per key of a dimension, numbers in their order, other keys by text. Samples without a key
    /// belong to none. A seller or team of whom something is known has a row even when nothing happened;
    /// other keys have one where something did.
    pub fn breakdown(&self, selection: &Selection, dim: Dim) -> Vec<(String, Figure)> {
        let view = self.view(selection, Some(dim));
        let span = selection.span;
        let bucket = match dim {
            Dim::Week => Some(Bucket::Week),
            Dim::Month => Some(Bucket::Month),
            _ => None,
        };
        if let Some(bucket) = bucket {
            let points = points(&view, span, bucket);
            return points.into_iter().map(|point| (point.from.iso(), point.figure)).collect();
        }
        let parts = match dim {
            Dim::Seller => self.by_seller(&view),
            Dim::Team => self.by_team(selection),
            _ => by_key(&view, selection, dim),
        };
        let mut rows: Vec<(String, Figure)> = (parts.into_iter())
            .map(|(key, part)| (key.text(self.context, &self.samples.keys), part.figure(span)))
            .filter(|(_, figure)| has_row(figure, dim))
            .collect();
        // Weekdays and hours are in order already: their keys are numbers.
        match dim {
            Dim::Weekday | Dim::Hour | Dim::WeekdayHour => {}
            Dim::Window => sort_list(&mut rows, |(a, _), (b, _)| window_hours(a).cmp(&window_hours(b))),
            Dim::Step => sort_list(&mut rows, |(a, _), (b, _)| step_place(a).cmp(&step_place(b))),
            _ => sort_list(&mut rows, |(a, _), (b, _)| a.cmp(b)),
        }
        rows
    }

    /// The keys of what was left out, by a dimension that the metric carries: such a key may have no row.
    pub fn keys_left_out(&self, dim: Dim) -> BTreeSet<String> {
        let Some(position) = self.metric.key_position(dim) else { return BTreeSet::new() };
        let left_out = self.samples.list.iter().filter(|sample| matches!(sample.what, What::LeftOut(_)));
        let keys: BTreeSet<Key> = left_out.filter_map(|sample| sample.keys.get(position).copied()).collect();
        let text = |key| GroupKey::Key(key).text(self.context, &self.samples.keys);
        keys.into_iter().filter(|key| *key != Key::BLANK).map(text).collect()
    }

    fn by_seller(&self, view: &View<'a>) -> BTreeMap<GroupKey, View<'a>> {
        let mut groups = group(view, Dim::Seller, view.used.iter().copied());
        let tables = self.metric.needs.first().map_or(&[][..], |need| need.tables());
        for seller in self.context.coverage.sellers_of(tables) {
            if self.context.facts.roles.counts(view.sellers.as_deref(), seller) {
                groups.entry(GroupKey::Seller(seller)).or_default();
            }
        }
        (groups.into_iter())
            .filter_map(|(key, samples)| {
                let GroupKey::Seller(seller) = key else { return None };
                let left_out = (view.left_out.iter()).filter(|row| row.seller == seller).copied().collect();
                Some((key, view.part_of_seller(self, seller, samples, left_out)))
            })
            .collect()
    }

    /// Each team as if its sellers had been chosen: pooled, or their median, as the metric has it.
    fn by_team(&self, selection: &Selection) -> BTreeMap<GroupKey, View<'a>> {
        let roles = &self.context.facts.roles;
        let teams: BTreeSet<Sym> = roles.teams.values().copied().collect();
        (teams.into_iter())
            .filter_map(|team| {
                let mut members = roles.members(team);
                if let Some(chosen) = &selection.sellers {
                    members.retain(|seller| chosen.contains(seller));
                }
                let chosen = Selection { sellers: Some(members), ..selection.clone() };
                let is_anyone = chosen.sellers.as_ref().is_some_and(|sellers| !sellers.is_empty());
                is_anyone.then(|| (GroupKey::Team(team), self.view(&chosen, Some(Dim::Team))))
            })
            .collect()
    }
}

/// Splits a view by a key of its samples. Which rows of a layered stream count is decided over all of them
/// and all days first: a post has no day's row, and no single weekday covers every day.
fn by_key<'a>(view: &View<'a>, selection: &Selection, dim: Dim) -> BTreeMap<GroupKey, View<'a>> {
    let plain = match view.kind {
        Kind::LayeredCount => Some(Kind::Count),
        Kind::LayeredRatio => Some(Kind::RatioOfSums),
        _ => None,
    };
    let groups = match plain {
        None => group(view, dim, view.used.iter().copied()),
        Some(_) if matches!(dim, Dim::Post | Dim::Campaign) => {
            let posts = view.used.iter().copied().filter(|sample| sample.layer == Layer::Posts);
            group(view, dim, posts)
        }
        Some(_) => group(view, dim, choose(view, selection.span).rows.into_iter()),
    };
    let mut left_out: BTreeMap<GroupKey, Vec<LeftOut>> = BTreeMap::new();
    if let Some(position) = view.metric.key_position(dim) {
        for row in &view.left_out {
            if let Some(key) = row.keys.get(position) {
                left_out.entry(GroupKey::Key(*key)).or_default().push(*row);
            }
        }
    }
    (groups.into_iter())
        .map(|(key, samples)| {
            let left_out = left_out.remove(&key).unwrap_or_default();
            let mut part = view.part(samples, left_out);
            part.kind = plain.unwrap_or(view.kind);
            (key, part)
        })
        .collect()
}

fn group<'a>(
    view: &View<'a>,
    dim: Dim,
    samples: impl Iterator<Item = &'a Sample>,
) -> BTreeMap<GroupKey, Vec<&'a Sample>> {
    let mut groups: BTreeMap<GroupKey, Vec<&Sample>> = BTreeMap::new();
    for sample in samples {
        if let Some(key) = GroupKey::of(view.metric, &view.context.facts.roles, dim, sample) {
            groups.entry(key).or_default().push(sample);
        }
    }
    groups
}

fn has_row(figure: &Figure, dim: Dim) -> bool {
    match figure.state {
        State::Missing(Missing::NothingInPeriod) => false,
        State::Missing(_) => figure.n > 0,
        _ => figure.n > 0 || matches!(dim, Dim::Seller | Dim::Team),
    }
}

/// Steps come in the order in which they are taken.
fn step_place(key: &str) -> usize {
    Step::ALL.iter().position(|step| step.id() == key).unwrap_or(Step::ALL.len())
}

/// Hours of a window's key such as `4h` or `7d`; anything else comes last.
fn window_hours(key: &str) -> u32 {
    let number = |suffix: char| key.strip_suffix(suffix).and_then(|digits| digits.parse::<u32>().ok());
    number('h').or_else(|| number('d').map(|days| days.saturating_mul(24))).unwrap_or(u32::MAX)
}

/// A figure per key, of samples that are asked once.
pub fn breakdown<'a>(
    metric: &'a Metric,
    samples: &'a Samples,
    context: &'a Context<'a>,
    selection: &Selection,
    dim: Dim,
) -> Vec<(String, Figure)> {
    Stream::new(metric, samples, context).breakdown(selection, dim)
}
