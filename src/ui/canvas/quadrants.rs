//! Draws two values against each other: trails from month to month over four named quarters.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::painter::{Margins, PaintError, Place, Plot, frame, value_grid, value_labels};
use super::pen::{Chart, NOTE, Pen, TICK, Type};
use super::series::{marker, series_color};
use crate::charts::{Marker, QuadrantSpec, Trail, ValueTicks, value_ticks};

/// Length of the two strokes of an arrow head.
const HEAD: f64 = 7.0;
/// How far the strokes lie from the line, in radians.
const HEAD_ANGLE: f64 = 0.5;
/// A step shorter than this has no arrow: its head would hide it.
const ARROW_FROM: f64 = 12.0;

pub(super) fn paint<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    spec: &QuadrantSpec,
    labels: &Labels,
) -> Result<Plot, PaintError>
where
    B::ErrorType: 'static,
{
    let places = || spec.trails.iter().flat_map(|trail| &trail.stops).filter_map(|stop| stop.drawn());
    let top = |values: &mut dyn Iterator<Item = f64>, split: f64| {
        values.filter(|value| value.is_finite()).fold(split, f64::max)
    };
    let highest_x = top(&mut places().map(|(x, _)| x), spec.split.0);
    let highest_y = top(&mut places().map(|(_, y)| y), spec.split.1);
    let (across, up) = (value_ticks(0.0, highest_x, &spec.x, 5), value_ticks(0.0, highest_y, &spec.y, 4));
    let (up_texts, widest) = value_labels(pen, &up, &spec.y.unit, labels)?;
    let (across_texts, _) = value_labels(pen, &across, &spec.x.unit, labels)?;
    let title_room = if labels.title.is_empty() { 12.0 } else { 34.0 };
    let across_room = if labels.across.is_empty() { 34.0 } else { 50.0 };
    let margins =
        Margins { left: widest.max(18.0) + 10.0, top: title_room, right: 20.0, bottom: across_room };
    let (chart, mut plot) = frame(pen, &margins, (0.0, across.top), (up.bottom, up.top))?;
    value_grid(pen, &chart, &plot, &up, &up_texts)?;
    across_axis(pen, &chart, &plot, &across, &across_texts)?;
    quarters(pen, &chart, &plot, spec, labels)?;
    for (index, trail) in spec.trails.iter().enumerate() {
        let color = series_color(pen, index, spec.trails.len());
        draw_trail(pen, &chart, trail, Marker::of_series(index), color)?;
    }
    let plain = Type { size: NOTE, color: pen.theme.ink_2, h: HPos::Left, v: VPos::Center, halo: false };
    pen.write(&labels.title, plot.left, plot.top - 20.0, plain)?;
    pen.write(&labels.across, plot.right, plot.bottom + 34.0, Type { h: HPos::Right, ..plain })?;
    plot.is_plane = true;
    plot.places = (spec.trails.iter().flat_map(|trail| &trail.stops))
        .map(|stop| match stop.drawn() {
            Some(at) => {
                let (x, y) = pen.place(&chart, at);
                Place { x, heights: vec![y] }
            }
            None => Place { x: plot.left, heights: Vec::new() },
        })
        .collect();
    Ok(plot)
}

fn across_axis<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    ticks: &ValueTicks,
    texts: &[String],
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let kind = Type { size: TICK, color: pen.theme.tick, h: HPos::Center, v: VPos::Center, halo: false };
    for (value, text) in ticks.at.iter().zip(texts) {
        let (x, _) = pen.place(chart, (*value, 0.0));
        pen.path(&[(x, plot.bottom), (x, plot.bottom + 4.0)], pen.stroke(pen.theme.axis, 1.0))?;
        pen.write(text, pen.middle(text, x, TICK)?, plot.bottom + 13.0, kind)?;
    }
    Ok(())
}

/// The lines between the quarters, and the name of each in its outer corner.
fn quarters<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &QuadrantSpec,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let (x, y) = pen.place(chart, spec.split);
    let style = pen.stroke(pen.theme.ink_3, 1.0);
    pen.dashes(&[(x, plot.top), (x, plot.bottom)], 4.0, 3.0, style)?;
    pen.dashes(&[(plot.left, y), (plot.right, y)], 4.0, 3.0, style)?;
    let kind = Type { size: NOTE, color: pen.theme.ink_3, h: HPos::Left, v: VPos::Center, halo: true };
    let ends = [(false, plot.bottom - 10.0), (true, plot.bottom - 10.0), (false, plot.top + 10.0)];
    let corners = ends.into_iter().chain([(true, plot.top + 10.0)]);
    for ((is_high, height), name) in corners.zip(&labels.corners) {
        let room = if is_high { plot.right - x } else { x - plot.left };
        // A quarter too narrow for its name leaves it to the sentence and the table.
        if pen.text_width(name, NOTE)? + 8.0 > room {
            continue;
        }
        match is_high {
            true => pen.write(name, plot.right - 4.0, height, Type { h: HPos::Right, ..kind })?,
            false => pen.write(name, plot.left + 4.0, height, kind)?,
        }
    }
    Ok(())
}

/// A line from stop to stop with an arrow at its end. A month that cannot be said breaks the line.
fn draw_trail<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    trail: &Trail,
    shape: Marker,
    color: RGBAColor,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let style = pen.stroke(color, 1.5);
    let runs = trail.stops.chunk_by(|a, b| a.drawn().is_some() && b.drawn().is_some());
    for run in runs {
        let places: Vec<(f64, f64)> =
            run.iter().filter_map(|stop| stop.drawn()).map(|at| pen.place(chart, at)).collect();
        if places.len() > 1 {
            pen.path(&places, style)?;
        }
        for place in &places {
            pen.dot(*place, 1.8, color)?;
        }
        if let [.., from, to] = places.as_slice() {
            head(pen, *from, *to, style)?;
        }
    }
    match trail.stops.iter().rev().find_map(|stop| stop.drawn()) {
        Some(last) => marker(pen, pen.place(chart, last), shape, color),
        None => Ok(()),
    }
}

/// The head of an arrow in the middle of the last step, where no marker hides it.
fn head<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    from: (f64, f64),
    to: (f64, f64),
    style: ShapeStyle,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    if dx.hypot(dy) < ARROW_FROM {
        return Ok(());
    }
    let middle = (from.0 + dx * 0.55, from.1 + dy * 0.55);
    let back = dy.atan2(dx) + std::f64::consts::PI;
    let end = |turn: f64| (middle.0 + HEAD * (back + turn).cos(), middle.1 + HEAD * (back + turn).sin());
    pen.path(&[end(HEAD_ANGLE), middle, end(-HEAD_ANGLE)], style)
}
