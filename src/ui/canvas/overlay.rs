//! A line over a trend that counts something else: thin, dashed, with its own scale on the right.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::painter::{PaintError, Plot};
use super::pen::{Chart, NOTE, Pen, TICK, Type, held};
use super::series::{OVER_DASH, over_color, over_stroke};
use super::trend::{ROOM_FOR_BEFORE, columns, runs};
use crate::charts::reduce::by_column;
use crate::charts::{Overlay, TimeAxis, TrendSpec, Unit};

/// From the plot to the figures of the scale.
const GAP: f64 = 8.0;
/// Where the scale has figures, as shares of its height.
const TICKS: [f64; 3] = [0.0, 0.5, 1.0];

/// Where the values of another line lie on the axis of the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    foot: f64,
    height: f64,
    top: f64,
}

impl Scale {
    /// For an axis from and to.
    pub fn new(over: &Overlay, (foot, head): (f64, f64)) -> Self {
        Self { foot, height: head - foot, top: over.top }
    }

    /// The place of a value on the axis of the plot.
    pub fn of(self, value: f64) -> f64 {
        if self.top > 0.0 { self.foot + value / self.top * self.height } else { self.foot }
    }
}

/// Width that the scale needs on the right; 0 without another line.
pub(super) fn room_for_scale<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    spec: &TrendSpec,
    labels: &Labels,
) -> Result<f64, PaintError>
where
    B::ErrorType: 'static,
{
    let Some(over) = &spec.over else { return Ok(0.0) };
    Ok(pen.text_width(&labels.format.value(over.top, &Unit::OfPeak, false), TICK)? + GAP + 4.0)
}

/// Draws the line; a point between two gaps is a dot.
pub(super) fn paint<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &mut Chart<'_, B>,
    plot: &Plot,
    x_axis: TimeAxis,
    over: &Overlay,
    scale: Scale,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let (on, off) = OVER_DASH;
    for run in runs(&over.series, x_axis) {
        let at = |point: &&crate::charts::Point| Some((f64::from(point.day), scale.of(point.drawn()?)));
        let points: Vec<(f64, f64)> = run.iter().filter_map(at).collect();
        if let [alone] = points.as_slice() {
            pen.dot(pen.place(chart, *alone), 2.0, over_color(pen))?;
            continue;
        }
        let points: Vec<_> =
            by_column(&points, columns(plot)).into_iter().map(|at| held(chart, at)).collect();
        chart.draw_series(DashedLineSeries::new(points, pen.units(on), pen.units(off), over_stroke(pen)))?;
    }
    Ok(())
}

/// Writes the scale, and the name where the line begins.
pub(super) fn words<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &TrendSpec,
    over: &Overlay,
    scale: Scale,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let kind = Type { size: TICK, color: over_color(pen), h: HPos::Left, v: VPos::Center, halo: false };
    for share in TICKS {
        let value = over.top * share;
        let (_, y) = pen.place(chart, (0.0, scale.of(value)));
        pen.write(&labels.format.value(value, &Unit::OfPeak, false), plot.right + GAP, y, kind)?;
    }
    if plot.right - plot.left < ROOM_FOR_BEFORE {
        return Ok(());
    }
    let shown = |series: &crate::charts::TrendSeries| {
        let first = runs(series, spec.x).first().and_then(|run| run.first().copied()).cloned();
        first.and_then(|point| Some((f64::from(point.day), point.drawn()?)))
    };
    let Some((day, value)) = shown(&over.series) else { return Ok(()) };
    let (x, y) = pen.place(chart, (day, scale.of(value)));
    let name = Type { size: NOTE, halo: true, ..kind };
    // A line that begins late has its name before it, where nothing is.
    if x > f64::midpoint(plot.left, plot.right) {
        return pen.write(&labels.over, x - GAP, y, Type { h: HPos::Right, ..name });
    }
    let line_y = spec.series.first().and_then(shown).map(|at| pen.place(chart, at).1);
    // Away from the line that the axis counts, unless that leaves the plot.
    let above = line_y.is_none_or(|line_y| line_y >= y);
    let offset = if (above && y - 24.0 > plot.top) || y + 24.0 > plot.bottom { -14.0 } else { 14.0 };
    pen.write(&labels.over, x - 4.0, y + offset, name)
}
