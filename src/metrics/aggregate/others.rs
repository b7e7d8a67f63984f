//! Figures of some keys of a dimension taken together: social sources as one, and every source against the rest.

use super::selection::GroupKey;
use super::{Selection, Stream, View};
use crate::facts::Bucket;
use crate::facts::Sym;
use crate::metrics::{Dim, End, Figure, Point, What, series};

/// A duration by its time and how it ended.
pub type Ended = (f64, End);

impl<'a> Stream<'a> {
    /// The figure of the samples whose key of a dimension is wanted, and of what they leave out.
    pub fn figure_where(&self, selection: &Selection, dim: Dim, wanted: &dyn Fn(&str) -> bool) -> Figure {
        self.view_where(selection, dim, wanted).figure(selection.span)
    }

    /// The same for every week or month.
    pub fn series_where(
        &self,
        selection: &Selection,
        dim: Dim,
        wanted: &dyn Fn(&str) -> bool,
        bucket: Bucket,
    ) -> Vec<Point> {
        series::points(&self.view_where(selection, dim, wanted), selection.span, bucket)
    }

    /// The durations of the samples whose key of a dimension is wanted.
    pub fn durations_where(
        &self,
        selection: &Selection,
        dim: Dim,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Vec<Ended> {
        let view = self.view_where(selection, dim, wanted);
        let lasting = view.within(selection.span).iter().filter_map(|sample| match sample.what {
            What::Lasting { time, end } => Some((time, end)),
            _ => None,
        });
        lasting.collect()
    }

    fn view_where(&self, selection: &Selection, dim: Dim, wanted: &dyn Fn(&str) -> bool) -> View<'a> {
        let view = self.view(selection, Some(dim));
        let roles = &self.context.facts.roles;
        let text = |key: GroupKey| key.text(self.context, &self.samples.keys);
        let used = (view.used.iter().copied())
            .filter(|sample| {
                let key = GroupKey::of(self.metric, roles, dim, sample);
                wanted(&key.map(text).unwrap_or_default())
            })
            .collect();
        let position = self.metric.key_position(dim);
        let key_of = |keys: &[Sym; 3]| position.and_then(|at| keys.get(at)).copied().unwrap_or(Sym::BLANK);
        let left_out = (view.left_out.iter().copied())
            .filter(|row| wanted(self.samples.keys.text(key_of(&row.keys))))
            .collect();
        view.part(used, left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Quantity, SourceGroup, metric};

    #[test]
    fn groups_are_taken_together() {
        let rows = [
            "a|2026-01-01|2026-02-01|Won|LinkedIn",
            "b|2026-01-01|2026-02-02|Won|LinkedIn ads",
            "c|2026-01-01|2026-02-03|Lost|LinkedIn",
            "d|2026-01-01|2026-02-04|Won|XING",
            "e|2026-01-01|2026-02-05|Lost|Facebook",
            "f|2026-01-01|2026-02-06|Lost|Email",
            "g|2026-01-01|2026-02-07|Won|",
        ];
        let world = World::default().today("2026-06-30");
        let world = world.rows(TableId::Deals, "id|created|closed|status|source", &rows);
        let context = world.context();
        let win_rate = metric("win_rate").unwrap();
        let samples = win_rate.samples(&context);
        let stream = Stream::new(win_rate, &samples, &context);
        let selection = Selection::all(Span { from: day("2026-01-01"), to: day("2026-06-30") });
        let is_social = |key: &str| SourceGroup::by_id(key).is_some_and(SourceGroup::is_social);
        let social = stream.figure_where(&selection, Dim::Source, &is_social);
        assert_eq!((social.numerator, social.n), (Some(Quantity::Number(3.0)), 5));
        let other = stream.figure_where(&selection, Dim::Source, &|key| !is_social(key) && key != "unknown");
        assert_eq!((other.numerator, other.n), (Some(Quantity::Number(0.0)), 1));
        let cycle = metric("sales_cycle").unwrap();
        let samples = cycle.samples(&context);
        let stream = Stream::new(cycle, &samples, &context);
        let times = stream.durations_where(&selection, Dim::Source, &is_social);
        assert_eq!(times.len(), 5);
        assert!(times.contains(&(33.0, End::Other)) && times.contains(&(34.0, End::Event)));
    }
}
