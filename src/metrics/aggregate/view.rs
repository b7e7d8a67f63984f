//! The part of a stream that a selection leaves, and its figure for any days.

use super::known::{hides_a_value, known_span, not_by, told};
use super::level::Running;
use super::reading::Tracks;
use super::selection::GroupKey;
use super::{
    Selection, Stream, cost, count, count_of, duration, layered, level, money, monthly, odds, ratio, reading,
    retention, share,
};
use crate::facts::{Day, Reason, RowRef, Span, Sym, gather};
use crate::metrics::{
    Context, Dim, Figure, Key, Kind, Layer, Metric, Missing, OpenCases, Ripe, Sample, What,
};
use crate::stats;
use std::collections::{BTreeMap, BTreeSet};

/// A sample that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::metrics) struct LeftOut {
    pub(in crate::metrics) day: Day,
    pub(in crate::metrics) row: RowRef,
    pub(in crate::metrics) reason: Reason,
    /// Whose.
    pub(in crate::metrics) seller: Sym,
    /// Its keys.
    pub(in crate::metrics) keys: [Key; 3],
    /// What kind of row.
    pub(in crate::metrics) layer: Layer,
}

/// The part of a stream that a selection leaves.
pub(in crate::metrics) struct View<'a> {
    pub(in crate::metrics) metric: &'a Metric,
    pub(in crate::metrics) context: &'a Context<'a>,
    /// How the samples become a figure; parts of layered streams are plain ones.
    pub(in crate::metrics) kind: Kind,
    /// Samples that say something, by day.
    pub(in crate::metrics) used: Vec<&'a Sample>,
    /// Samples that cannot be used, by day.
    pub(in crate::metrics) left_out: Vec<LeftOut>,
    /// Whose; none means all.
    pub(in crate::metrics) sellers: Option<Vec<Sym>>,
    /// From when to when nothing means zero, or why there is no figure at all.
    pub(in crate::metrics) known: Result<Span, Missing>,
    /// The days that are told, where check-ins stand in for some; between them nothing is known. Empty where all
    /// days of `known` are told.
    pub(in crate::metrics) told: Vec<Span>,
    /// Sums up to every sample, for levels.
    pub(super) running: Running,
    /// Readings by seller and key.
    pub(super) tracks: Tracks,
    /// Sellers and platforms of which posts are known.
    pub(super) posts_of: BTreeSet<(Sym, Key)>,
    /// The day as of which it tells of cases that ripen; none for the end of the data.
    pub(super) as_of: Option<Day>,
    open: Option<Vec<(Day, i32)>>,
}

impl<'a> View<'a> {
    pub(super) fn new(stream: &Stream<'a>, selection: &Selection, broken_down: Option<Dim>) -> View<'a> {
        let (metric, context) = (stream.metric, stream.context);
        let key_names = &stream.samples.keys;
        let wanted: Vec<(Dim, Option<GroupKey>)> = (selection.keys.iter())
            .map(|(dim, text)| (*dim, GroupKey::parse(*dim, text, context, key_names)))
            .collect();
        let headline = (metric.headline)
            .filter(|(dim, _)| Some(*dim) != broken_down && wanted.iter().all(|(given, _)| given != dim))
            // A blank key: the samples without one.
            .map(|(dim, text)| (dim, text.is_empty(), GroupKey::parse(dim, text, context, key_names)));
        let sellers = selection.sellers.as_deref();
        let roles = &context.facts.roles;
        let mut tells = false;
        let mut used = Vec::new();
        let mut left_out = Vec::new();
        for sample in stream.sorted() {
            let is_chosen = roles.counts(sellers, sample.seller);
            tells |= is_chosen && !matches!(sample.what, What::LeftOut(_));
            let fits = |(dim, key): &(Dim, Option<GroupKey>)| {
                key.is_some() && GroupKey::of(metric, roles, *dim, sample) == *key
            };
            if !wanted.iter().all(fits) {
                continue;
            }
            let is_of_headline = headline.is_none_or(|(dim, is_blank, key)| {
                let own = GroupKey::of(metric, roles, dim, sample);
                if is_blank { own.is_none() } else { own.is_some() && own == key }
            });
            let leave_out = |reason| LeftOut {
                day: sample.day,
                row: sample.row,
                reason,
                seller: sample.seller,
                keys: sample.keys,
                layer: sample.layer,
            };
            match sample.what {
                // One that is left out may lack the headline's key: it would have had all of them.
                What::LeftOut(reason) if is_chosen => {
                    let has_key =
                        headline.is_some_and(|(dim, ..)| GroupKey::of(metric, roles, dim, sample).is_some());
                    if is_of_headline || !has_key {
                        left_out.push(leave_out(reason));
                    }
                }
                // What ends is the row that began, which stands here already.
                what if sellers.is_none()
                    && roles.is_brand(sample.seller)
                    && is_of_headline
                    && !what.is_end() =>
                {
                    left_out.push(leave_out(Reason::BrandPage));
                }
                What::LeftOut(_) => {}
                _ if !is_of_headline => {}
                _ if is_chosen => used.push(*sample),
                _ if sample.seller.is_blank() => left_out.push(leave_out(Reason::NoSeller)),
                _ => {}
            }
        }
        let open = (!stream.samples.open.is_empty() && selection.keys.is_empty())
            .then(|| stream.open_cases(sellers));
        let told = told(stream, &used, sellers);
        let known = match not_by(metric, selection) {
            Some(dim) => Err(Missing::NotBy(dim)),
            None => known_span(stream, tells, &used, &left_out, sellers, &told),
        };
        View::assemble(View {
            metric,
            context,
            kind: metric.kind,
            used,
            left_out,
            sellers: selection.sellers.clone(),
            known,
            told,
            running: Running::default(),
            tracks: Tracks::default(),
            posts_of: BTreeSet::new(),
            as_of: None,
            open,
        })
        .earlier(selection.earlier_days)
    }

    /// This view as of so many days before the end of the data.
    fn earlier(mut self, days: i32) -> View<'a> {
        let is_asked = days > 0 && self.kind == Kind::Share;
        self.as_of = self.end_of_ripening().filter(|_| is_asked).map(|end| end.plus(-days));
        self
    }

    /// How far the outcome of the cases is known.
    fn end_of_ripening(&self) -> Option<Day> {
        let ripe = self.used.iter().filter_map(|sample| match sample.what {
            What::Ripening { hit: Ripe::On(day), .. } => Some(day),
            _ => None,
        });
        ripe.chain(self.known.ok().map(|known| known.to)).max()
    }

    /// The figure of earlier days, as it stood when they were as long ago as later ones are now.
    pub(in crate::metrics) fn figure_before(&self, before: Span, now: Span) -> Figure {
        if self.kind != Kind::Share {
            return self.figure(before);
        }
        let left_out = self.left_out_within(before).to_vec();
        self.part(self.used.clone(), left_out).earlier(now.from.0 - before.from.0).figure(before)
    }

    /// A part of this view, which knows as much as the whole.
    pub(in crate::metrics) fn part(&self, used: Vec<&'a Sample>, left_out: Vec<LeftOut>) -> View<'a> {
        View::assemble(View {
            used,
            left_out,
            sellers: self.sellers.clone(),
            told: self.told.clone(),
            running: Running::default(),
            tracks: Tracks::default(),
            posts_of: BTreeSet::new(),
            open: None,
            ..*self
        })
    }

    /// One seller's part of this view, which knows as much as the files tell of that seller.
    pub(in crate::metrics) fn part_of_seller(
        &self,
        stream: &Stream<'a>,
        seller: Sym,
        used: Vec<&'a Sample>,
        left_out: Vec<LeftOut>,
    ) -> View<'a> {
        let sellers = [seller];
        let told = told(stream, &used, Some(&sellers));
        let known = known_span(stream, !used.is_empty(), &used, &left_out, Some(&sellers), &told);
        let mut part = self.part(used, left_out);
        part.told = told;
        part.known = known;
        part.sellers = Some(sellers.to_vec());
        part.open = self.open.as_ref().map(|_| stream.open_cases(Some(&sellers)));
        part
    }

    fn assemble(mut view: View<'a>) -> View<'a> {
        view.running = Running::new(view.kind, &view.used);
        view.tracks = Tracks::new(view.kind, &view.used, &view.left_out);
        if view.kind.is_layered() {
            let posts = view.used.iter().filter(|sample| sample.layer == Layer::Posts);
            view.posts_of =
                gather(posts.map(|sample| (sample.seller, layered::platform(view.metric, &sample.keys))));
        }
        view
    }

    /// The figure for some days. What was left out in those days is counted beside it.
    pub(in crate::metrics) fn figure(&self, span: Span) -> Figure {
        let mut figure = match self.known {
            Err(missing) => Figure::missing(missing),
            Ok(known) => self.figure_within(span, known),
        };
        let mut reasons: BTreeMap<Reason, u32> = BTreeMap::new();
        for (_, reason) in self.left_out_rows(span) {
            *reasons.entry(reason).or_default() += 1;
        }
        figure.left_out = reasons.into_iter().collect();
        figure.open = self.open.as_deref().map(|open| open_cases(open, span));
        figure
    }

    fn figure_within(&self, span: Span, known: Span) -> Figure {
        let overlaps = span.from <= known.to && known.from <= span.to && self.is_told(span);
        // The newest reading counts however old it is; its age stands beside it.
        // So does a week from which nothing came: that nothing came is what is counted.
        let needs_overlap =
            !matches!(self.kind, Kind::Reading | Kind::ReadingSum | Kind::Slope | Kind::HeadWeeks);
        if needs_overlap && !overlaps && (self.kind.is_level() || self.within(span).is_empty()) {
            return Figure::missing(Missing::OutsideData);
        }
        match self.kind {
            Kind::Level => level::number(self, span),
            Kind::MoneyLevel => level::money(self, span),
            Kind::Reading => reading::newest(self, span),
            Kind::ReadingSum => reading::sum(self, span),
            Kind::Slope => reading::slope(self, span),
            Kind::Count => count::sum(self, span),
            Kind::HeadCount => count::heads(self, span),
            Kind::ActiveWeeks => count::weeks(self, span),
            Kind::LayeredCount => layered::count(self, span),
            Kind::LayeredRatio => layered::ratio(self, span),
            Kind::PerReading => layered::per_reading(self, span),
            Kind::Share => share::cases(self, span),
            Kind::LevelShare => share::cases(self, Span { from: Day(i32::MIN), ..span }),
            Kind::LevelHeads => share::heads(self, Span { from: Day(i32::MIN), ..span }),
            Kind::HeadWeeks => count::head_weeks(self, span),
            Kind::RatioOfSums => ratio::of_sums(self, span),
            Kind::Growth => ratio::growth(self, span, known),
            Kind::MonthlyGrowth => monthly::growth(self, span, known),
            Kind::Retention => retention::bought_again(self, span, known),
            Kind::Odds => odds::figure(self, span),
            Kind::Duration => duration::figure(self, span),
            Kind::MoneySum => money::sum(self, span),
            Kind::MoneyMean => money::mean(self, span),
            Kind::MoneyRatio => money::ratio(self, span),
            Kind::MoneyPer => cost::per(self, span),
            Kind::Return => cost::returned(self, span),
        }
    }

    /// Whether anything is told of some days.
    pub(in crate::metrics) fn is_told(&self, span: Span) -> bool {
        self.told.is_empty() || self.told.iter().any(|told| told.from <= span.to && span.from <= told.to)
    }

    /// The samples of some days.
    pub(in crate::metrics) fn within(&self, span: Span) -> &[&'a Sample] {
        let start = self.used.partition_point(|sample| sample.day < span.from);
        let rest = self.used.get(start..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|sample| sample.day <= span.to)).unwrap_or(&[])
    }

    /// The day on which a level is read: the last of the period, but never one of which nothing is known, or
    /// what nobody has seen running out would have run out.
    pub(super) fn level_day(&self, span: Span) -> Day {
        self.known.map_or(span.to, |known| known.to.min(span.to))
    }

    /// How many samples there are up to the end of a day.
    pub(super) fn up_to(&self, day: Day) -> usize {
        self.used.partition_point(|sample| sample.day <= day)
    }

    /// The days of a figure in which it leaves rows out: a level looks at everything up to its day.
    pub(super) fn left_out_within(&self, span: Span) -> &[LeftOut] {
        let from = match self.kind {
            kind if kind.is_level() || kind == Kind::MonthlyGrowth => Day(i32::MIN),
            Kind::Retention => retention::base(span).from,
            Kind::Slope => reading::slope_window(span.to).from,
            Kind::HeadCount => count::head_window(span.to).from,
            _ => span.from,
        };
        let start = self.left_out.partition_point(|left_out| left_out.day < from);
        let rest = self.left_out.get(start..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|left_out| left_out.day <= span.to)).unwrap_or(&[])
    }

    /// The rows that the figure of some days leaves out; of rows of two kinds those of the kind in use.
    pub(super) fn left_out_rows(&self, span: Span) -> Vec<(RowRef, Reason)> {
        match self.kind {
            kind if kind.is_layered() => layered::choose(self, span).left_out,
            _ => self.left_out_within(span).iter().map(|row| (row.row, row.reason)).collect(),
        }
    }

    /// Why there is nothing to make a figure of: rows that all lack the value, or no rows.
    pub(super) fn nothing(&self, span: Span) -> Missing {
        if self.lacks_values(span) { Missing::AllUnknown } else { Missing::NothingInPeriod }
    }

    /// Whether a zero would be a lie: there are rows, and what they hold is not known.
    pub(super) fn lacks_values(&self, span: Span) -> bool {
        self.left_out_within(span).iter().any(|left_out| hides_a_value(left_out.reason))
    }
}

fn open_cases(open: &[(Day, i32)], span: Span) -> OpenCases {
    let ages: Vec<f64> =
        open.iter().filter(|(day, _)| span.contains(*day)).map(|(_, age)| f64::from(*age)).collect();
    OpenCases { count: count_of(ages.len()), median_age_days: stats::median(&ages) }
}
