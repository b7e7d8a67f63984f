//! Names at the ends of several lines, where there is room for them.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::painter::{PaintError, Plot};
use super::pen::{Chart, NOTE, Pen, Type};
use super::series::series_color;
use super::trend::last_shown;
use crate::charts::{TrendSpec, apart};

/// The names may take so much of the width; beyond, the lines would have too little.
const LARGEST_SHARE: f64 = 0.3;
/// A picture narrower than this has none.
const NARROWEST: f64 = 480.0;
/// From line to line of the names.
const STEP: f64 = 15.0;
/// From the end of a line to its name, which a stroke in the line's colour bridges.
const BRIDGE: f64 = 18.0;

/// Width of the margin that holds the names; none where they go into the legend.
pub(super) fn room_for_names<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    spec: &TrendSpec,
    labels: &Labels,
    left: f64,
) -> Result<Option<f64>, PaintError>
where
    B::ErrorType: 'static,
{
    let (width, _) = pen.size();
    let is_every =
        labels.names.len() == spec.series.len() && labels.names.iter().all(|name| !name.is_empty());
    // A line without a point would have no end to be named at.
    let has_ends = spec.series.iter().all(|series| last_shown(series, spec.x).is_some());
    if spec.series.len() < 2 || !is_every || !has_ends || width < NARROWEST {
        return Ok(None);
    }
    let mut widest = 0f64;
    for name in &labels.names {
        widest = widest.max(pen.text_width(name, NOTE)?);
    }
    let room = widest + BRIDGE + 4.0;
    Ok((room <= (width - left) * LARGEST_SHARE).then_some(room))
}

/// Writes each name beside the end of its line; says whether they fit over each other.
pub(super) fn names<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &TrendSpec,
    labels: &Labels,
) -> Result<bool, PaintError>
where
    B::ErrorType: 'static,
{
    let ends: Vec<(f64, f64)> = spec
        .series
        .iter()
        .filter_map(|series| last_shown(series, spec.x))
        .map(|end| pen.place(chart, end))
        .collect();
    let wished: Vec<f64> = ends.iter().map(|(_, height)| *height).collect();
    let Some(heights) = apart(&wished, STEP, plot.top, plot.bottom) else { return Ok(false) };
    let kind = Type { size: NOTE, color: pen.theme.ink_2, h: HPos::Left, v: VPos::Center, halo: true };
    for (index, (((x, y), height), name)) in ends.into_iter().zip(heights).zip(&labels.names).enumerate() {
        let style = pen.stroke(series_color(pen, index, spec.series.len()), 1.0);
        // Dotted, so that nobody takes the bridge for more of the line.
        pen.dashes(&[(x + 6.0, y), (plot.right, y), (plot.right + BRIDGE - 4.0, height)], 1.0, 2.0, style)?;
        pen.write(name, plot.right + BRIDGE, height, kind)?;
    }
    Ok(true)
}
