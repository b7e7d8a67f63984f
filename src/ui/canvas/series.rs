//! How one of several series looks: colour, dash, marker.

use plotters::prelude::*;

use super::painter::PaintError;
use super::pen::{Chart, Pen, held};
use crate::charts::{Marker, dash_of_series};

/// How strongly the band of one of several series is laid on.
const BAND_ALPHA: f64 = 0.12;

/// Ink for a single series, category colours for several.
pub(super) fn series_color<B: DrawingBackend>(pen: &Pen<'_, B>, index: usize, of: usize) -> RGBAColor {
    let category = pen.theme.categories.get(index % 8).copied();
    if of > 1 { category.unwrap_or(pen.theme.line) } else { pen.theme.line }
}

/// The same, so faint that lines show through.
pub(super) fn band_color<B: DrawingBackend>(pen: &Pen<'_, B>, index: usize, of: usize) -> RGBAColor {
    if of < 2 {
        return pen.theme.band;
    }
    let RGBAColor(red, green, blue, _) = series_color(pen, index, of);
    RGBAColor(red, green, blue, BAND_ALPHA)
}

/// Dash and gap of a line that counts something else than the axis does.
pub(super) const OVER_DASH: (f64, f64) = (5.0, 3.0);

/// Its stroke: thinner than the lines that the axis counts, in a colour of its own.
pub(super) fn over_stroke<B: DrawingBackend>(pen: &Pen<'_, B>) -> ShapeStyle
where
    B::ErrorType: 'static,
{
    pen.stroke(over_color(pen), 1.25)
}

/// Its colour: blue, where a single line is ink.
pub(super) fn over_color<B: DrawingBackend>(pen: &Pen<'_, B>) -> RGBAColor {
    let [_, _, blue, ..] = pen.theme.categories;
    blue
}

/// A line in the colour and, among several, the dash of its series.
pub(super) fn series_line<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &mut Chart<'_, B>,
    points: impl IntoIterator<Item = (f64, f64)>,
    index: usize,
    of: usize,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let style = pen.stroke(series_color(pen, index, of), 1.75);
    let points: Vec<(f64, f64)> = points.into_iter().map(|at| held(chart, at)).collect();
    match dash_of_series(index).filter(|_| of > 1) {
        None => chart.draw_series(LineSeries::new(points, style)).map(|_| ())?,
        Some((on, off)) => chart
            .draw_series(DashedLineSeries::new(points, pen.units(on), pen.units(off), style))
            .map(|_| ())?,
    }
    Ok(())
}

/// A marker with a rim of paper.
pub(super) fn marker<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    at: (f64, f64),
    shape: Marker,
    color: RGBAColor,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let (x, y) = at;
    let corners = |offsets: &[(f64, f64)], size: f64| -> Vec<(f64, f64)> {
        offsets.iter().map(|(dx, dy)| (x + dx * size, y + dy * size)).collect()
    };
    pen.dot(at, 4.0, pen.theme.paper)?;
    let square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
    let cross = pen.stroke(color, 1.5);
    match shape {
        Marker::Circle => pen.dot(at, 2.6, color),
        Marker::Square => pen.shape(&corners(&square, 2.4), color),
        Marker::Triangle => pen.shape(&corners(&[(0.0, -1.1), (1.0, 0.8), (-1.0, 0.8)], 3.2), color),
        Marker::Diamond => {
            pen.shape(&corners(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)], 3.4), color)
        }
        Marker::Ring => {
            pen.dot(at, 3.2, color)?;
            pen.dot(at, 1.8, pen.theme.paper)
        }
        Marker::Cross => {
            pen.path(&corners(&[(-1.0, -1.0), (1.0, 1.0)], 2.5), cross)?;
            pen.path(&corners(&[(-1.0, 1.0), (1.0, -1.0)], 2.5), cross)
        }
        Marker::Plus => {
            pen.path(&corners(&[(-1.0, 0.0), (1.0, 0.0)], 3.2), cross)?;
            pen.path(&corners(&[(0.0, -1.0), (0.0, 1.0)], 3.2), cross)
        }
        Marker::Bar => pen.path(&corners(&[(0.0, -1.0), (0.0, 1.0)], 3.4), pen.stroke(color, 2.0)),
    }
}
