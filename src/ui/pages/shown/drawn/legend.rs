//! The names of a chart's lines and marks.

use leptos::prelude::*;

use super::{Drawn, name_of};
use crate::charts::{ChartSpec, Name, TrendSpec};
use crate::ui::parts::{LegendKind, LegendMark};
use crate::ui::words::Words;

/// The legend under a chart.
pub fn legend(words: Words, chart: &Drawn) -> Vec<AnyView> {
    match &chart.spec {
        ChartSpec::Trend(trend) => of_trend(words, trend),
        ChartSpec::Survival(curves) => {
            let names = curves.series.iter().map(|curve| &curve.name);
            let signs = ["survival.legend.band", "survival.legend.tick", "survival.legend.n"]
                .map(|key| view! { <span>{words.t(key)}</span> }.into_any());
            named(words, names.collect()).into_iter().chain(signs).collect()
        }
        ChartSpec::Quadrants(plane) => named(words, plane.trails.iter().map(|trail| &trail.name).collect()),
    }
}

/// One line is named by its heading: the legend tells its signs, where there is more than the line.
fn of_trend(words: Words, trend: &TrendSpec) -> Vec<AnyView> {
    let points = || trend.series.iter().flat_map(|series| &series.points);
    let is_banded = points().any(|point| point.drawn_interval().is_some());
    let mut marks = match trend.series.len() {
        0 | 1 if is_banded => vec![mark(LegendKind::LineAndBand, words.t("legend.value"))],
        0 | 1 if trend.before.is_some() => vec![mark(LegendKind::LineAndBand, words.t("legend.bare"))],
        0 | 1 => Vec::new(),
        _ => named(words, trend.series.iter().map(|series| &series.name).collect()),
    };
    if trend.before.is_some() {
        marks.push(mark(LegendKind::Before, words.t("legend.before")));
    }
    marks
}

/// A sample for each of several names; a single one stands in its heading.
fn named(words: Words, names: Vec<&Name>) -> Vec<AnyView> {
    if names.len() < 2 {
        return Vec::new();
    }
    let one = |(index, name): (usize, &Name)| mark(LegendKind::Series(index), name_of(words, name));
    names.into_iter().enumerate().map(one).collect()
}

fn mark(kind: LegendKind, name: String) -> AnyView {
    view! {
        <span>
            <LegendMark kind=kind />
            <bdi>{name}</bdi>
        </span>
    }
    .into_any()
}
