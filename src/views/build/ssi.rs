//! The values of the page of the index.

use super::markers::events_within;
use super::network::{Told, of_sellers, trend_of};
use super::quota::quota_test;
use super::scorecard::score_row;
use super::{Asked, high_low, trend};
use crate::charts::{ChartSpec, Name, TimeAxis, TrendSeries, TrendSpec};
use crate::facts::{Bucket, CheckItem, Span};
use crate::metrics::{Dim, Figure, Selection, Stream};
use crate::views::{CheckView, HIGH_SSI, HighFrom, PILLARS, PillarView, SsiLine, SsiView};
use crate::workspace::Workspace;

/// More lines than this cannot be told apart: then the team's median is drawn alone.
const MOST_LINES: usize = 8;
/// Pillars are rounded one by one, so their sum may differ by so much.
const ROUNDING: f64 = 1.0;
const RANKS: [&str; 2] = ["ssi_industry_rank", "ssi_network_rank"];

/// The page of the index.
pub fn ssi_view(workspace: &Workspace, asked: &Asked<'_>, high_from: HighFrom) -> SsiView {
    // A reading is a day's: by month the newest of the month would stand for all.
    let bucket = asked.frame.filter.by.bucket(asked.selection.span);
    let pillars: Vec<PillarView> = (PILLARS.iter())
        .filter_map(|id| {
            let told = Told::of(asked, id)?;
            let row = score_row(asked, told.metric, &told.stream(asked));
            Some(PillarView { row, chart: trend_of(asked, id, bucket) })
        })
        .collect();
    let figures: Vec<Figure> = pillars.iter().map(|pillar| pillar.row.figure.clone()).collect();
    let sellers = sellers(workspace, asked);
    let count = |is_counted: &dyn Fn(f64) -> bool| {
        let found = sellers.iter().filter(|line| line.index.value().is_some_and(is_counted)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    SsiView {
        frame: asked.frame.clone(),
        bucket: Some(bucket),
        total: Told::of(asked, "ssi").map(|told| score_row(asked, told.metric, &told.stream(asked))),
        chart: chart(asked, bucket),
        high: count(&|index| index >= HIGH_SSI),
        read: count(&|_| true),
        weakest: weakest(&figures),
        pillars,
        ranks: (RANKS.iter())
            .filter_map(|id| Some(((*id).to_owned(), trend_of(asked, id, bucket)?)))
            .collect(),
        every_weeks: workspace.notes.readings_every_weeks,
        test: high_low::high_low(asked, high_from),
        quota: quota_test(workspace, asked, high_from),
        sellers,
    }
}

/// The index of each seller, or of all where they are too many; with the line at 70.
fn chart(asked: &Asked<'_>, bucket: Bucket) -> Option<ChartSpec> {
    let told = Told::of(asked, "ssi")?;
    let stream = told.stream(asked);
    let span = asked.selection.span;
    let names: Vec<String> =
        stream.breakdown(&asked.selection, Dim::Seller).into_iter().map(|(name, _)| name).collect();
    let one = |name: Name, selection: &Selection| {
        let points = stream.series(selection, bucket);
        let points = points.iter().map(|point| trend::chart_point(point, point.from.0)).collect();
        TrendSeries { name, points }
    };
    let series: Vec<TrendSeries> = if (1..=MOST_LINES).contains(&names.len()) {
        let of = |name: &String| {
            let seller = asked.context.facts.names.find(name)?;
            Some(one(Name::Text(name.clone()), &Selection::of_seller(span, seller)))
        };
        names.iter().filter_map(of).collect()
    } else {
        vec![one(Name::Key("metric.ssi.name".into()), &asked.selection)]
    };
    let is_drawn = |series: &TrendSeries| series.points.iter().any(|point| point.drawn().is_some());
    let series: Vec<TrendSeries> = series.into_iter().filter(is_drawn).collect();
    (!series.is_empty()).then(|| {
        ChartSpec::Trend(TrendSpec {
            x: TimeAxis { from_day: bucket.start(span.from).0, to_day: bucket.start(span.to).0 },
            y: trend::axis(asked, told.metric),
            series,
            before: None,
            goal: Some(HIGH_SSI),
            events: events_within(asked, told.metric, span, bucket),
            over: None,
        })
    })
}

fn sellers(workspace: &Workspace, asked: &Asked<'_>) -> Vec<SsiLine> {
    let Some(told) = Told::of(asked, "ssi") else { return Vec::new() };
    let stream = told.stream(asked);
    let found = stream.breakdown(&asked.selection, Dim::Seller);
    let names: Vec<String> = found.iter().map(|(name, _)| name.clone()).collect();
    let pillars = PILLARS.map(|id| of_sellers(asked, id, &names));
    let [slope, industry, network] =
        ["ssi_slope", RANKS[0], RANKS[1]].map(|id| of_sellers(asked, id, &names));
    let others = slope.into_iter().zip(industry.into_iter().zip(network));
    let weeks = i32::try_from(workspace.notes.readings_every_weeks).unwrap_or(i32::MAX);
    (found.into_iter().zip(others).enumerate())
        .map(|(at, ((seller, index), (slope, (industry, network))))| {
            let figures: Vec<Figure> = pillars.iter().filter_map(|pillar| pillar.get(at).cloned()).collect();
            let weakest = weakest(&figures);
            let age = index.readings.first().map(|reading| reading.age_days);
            SsiLine {
                step: age.and_then(|age| step(asked, &stream, &seller, &index, age)),
                since_baseline: since_baseline(workspace, asked, &stream, &seller, &index),
                slope,
                adds_up_to: adds_up_to(&index, &figures),
                checks: checks(workspace, &seller, weakest.as_deref()),
                weakest,
                pillars: figures,
                industry,
                network,
                is_due: age.is_none_or(|age| age >= weeks.saturating_mul(7)),
                index,
                seller,
            }
        })
        .collect()
}

/// The newest reading of a seller up to the end of a day.
fn on(asked: &Asked<'_>, stream: &Stream<'_>, seller: &str, day: crate::facts::Day) -> Option<f64> {
    let seller = asked.context.facts.names.find(seller)?;
    stream.figure(&Selection::of_seller(Span { from: day, to: day }, seller)).value()
}

/// The newest reading against the one before it.
fn step(asked: &Asked<'_>, stream: &Stream<'_>, seller: &str, index: &Figure, age: i32) -> Option<f64> {
    let eve = asked.selection.span.to.plus(-age).plus(-1);
    Some(index.value()? - on(asked, stream, seller, eve)?)
}

fn since_baseline(
    workspace: &Workspace,
    asked: &Asked<'_>,
    stream: &Stream<'_>,
    seller: &str,
    index: &Figure,
) -> Option<f64> {
    let day = workspace.roster.baseline_of(seller).filter(|day| *day <= asked.selection.span.to)?;
    Some(index.value()? - on(asked, stream, seller, day)?)
}

/// The pillar with the lowest value where all four are known; of equals the first.
fn weakest(pillars: &[Figure]) -> Option<String> {
    let values: Option<Vec<f64>> = pillars.iter().map(Figure::value).collect();
    let values = values.filter(|values| values.len() == PILLARS.len())?;
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let at = values.iter().position(|value| *value == lowest)?;
    PILLARS.get(at).map(|id| (*id).to_owned())
}

/// What the pillars add up to, where that differs from the total by more than rounding.
fn adds_up_to(index: &Figure, pillars: &[Figure]) -> Option<f64> {
    let values: Option<Vec<f64>> = pillars.iter().map(Figure::value).collect();
    let sum: f64 = values?.iter().sum();
    Some(sum).filter(|sum| index.value().is_some_and(|total| (total - sum).abs() > ROUNDING))
}

fn checks(workspace: &Workspace, seller: &str, weakest: Option<&str>) -> Vec<CheckView> {
    let Some(at) = weakest.and_then(|id| PILLARS.iter().position(|pillar| *pillar == id)) else {
        return Vec::new();
    };
    (CheckItem::BY_PILLAR.get(at).into_iter().flatten())
        .map(|item| CheckView {
            item: *item,
            answer: workspace.notes.check(&workspace.roster, seller, *item),
        })
        .collect()
}
