//! The names of a chart's lines and marks.

use leptos::prelude::*;

use super::{Drawn, name_of};
use crate::charts::{ChartSpec, Name, TrendSpec};
use crate::ui::canvas::Sample;
use crate::ui::parts::{LegendKind, LegendMark};
use crate::ui::words::Words;

/// The legend under a chart. `is_named` where its lines carry their names themselves.
pub fn legend(words: Words, chart: &Drawn, is_named: bool) -> Vec<AnyView> {
    let is_own = |sample: &Sample| matches!(sample, Sample::Series(_) | Sample::Curve(_) | Sample::Trail(_));
    let samples = samples(words, &chart.spec).into_iter().filter(|(sample, _)| !is_named || !is_own(sample));
    let signs = match &chart.spec {
        ChartSpec::Survival(_) => &["survival.legend.band", "survival.legend.tick", "survival.legend.n"][..],
        ChartSpec::Trend(_) | ChartSpec::Quadrants(_) => &[],
    };
    let signs = signs.iter().map(|key| view! { <span>{words.t(key)}</span> }.into_any());
    samples.map(|(sample, name)| mark(sample, name)).chain(signs).collect()
}

/// The samples and their names. One line is named by its heading: then they tell its signs, where there is more than
/// the line.
pub fn samples(words: Words, spec: &ChartSpec) -> Vec<(Sample, String)> {
    match spec {
        ChartSpec::Trend(trend) => of_trend(words, trend),
        ChartSpec::Survival(curves) => {
            named(words, curves.series.iter().map(|curve| &curve.name).collect(), Sample::Curve)
        }
        ChartSpec::Quadrants(plane) => {
            named(words, plane.trails.iter().map(|trail| &trail.name).collect(), Sample::Trail)
        }
    }
}

fn of_trend(words: Words, trend: &TrendSpec) -> Vec<(Sample, String)> {
    let mut points = trend.series.iter().flat_map(|series| &series.points);
    let is_banded = points.any(|point| point.drawn_interval().is_some());
    let mut samples = match trend.series.len() {
        0 | 1 if is_banded => vec![(Sample::Line, words.t("legend.value"))],
        0 | 1 if trend.before.is_some() || trend.over.is_some() => {
            vec![(Sample::Line, words.t("legend.bare"))]
        }
        0 | 1 => Vec::new(),
        _ => named(words, trend.series.iter().map(|series| &series.name).collect(), Sample::Series),
    };
    if trend.before.is_some() {
        samples.push((Sample::Before, words.t("legend.before")));
    }
    if let Some(over) = &trend.over {
        let term = name_of(words, &over.series.name);
        samples.push((Sample::Over, words.fill("search.legend", &[("term", &term)])));
    }
    samples
}

/// A sample for each of several names; a single one stands in its heading.
fn named(words: Words, names: Vec<&Name>, sample: fn(usize) -> Sample) -> Vec<(Sample, String)> {
    if names.len() < 2 {
        return Vec::new();
    }
    names.into_iter().enumerate().map(|(index, name)| (sample(index), name_of(words, name))).collect()
}

fn mark(sample: Sample, name: String) -> AnyView {
    let kind = match sample {
        Sample::Line => LegendKind::LineAndBand,
        Sample::Before => LegendKind::Before,
        Sample::Over => LegendKind::Over,
        Sample::Series(index) => LegendKind::Series(index),
        Sample::Curve(index) => LegendKind::Curve(index),
        Sample::Trail(index) => LegendKind::Trail(index),
    };
    view! {
        <span>
            <LegendMark kind=kind />
            <bdi>{name}</bdi>
        </span>
    }
    .into_any()
}
