//! Draws a chart spec through plotters, on whatever backend the area belongs to.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::pen::{Chart, Pen, TICK, Type};
use super::theme::Theme;
use super::{quadrants, survival, trend};
use crate::charts::{ChartSpec, Unit, ValueTicks};

/// Why a chart was not drawn.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PaintError {
    /// The area leaves no room between the margins.
    #[error("no room for a chart in {width_px:.0} × {height_px:.0} px")]
    NoRoom {
        /// Width in CSS pixels.
        width_px: f64,
        /// Height in CSS pixels.
        height_px: f64,
    },
    /// The backend refused a call.
    #[error("drawing failed: {0}")]
    Backend(String),
}

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for PaintError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self::Backend(error.to_string())
    }
}

/// A place the crosshair can stand at, in CSS pixels from the top left of the area.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From the top: one height for each line that has a value there; none at a gap.
    pub heights: Vec<f64>,
}

/// Where things were drawn, in CSS pixels from the top left of the area.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Left edge of the plot.
    pub left: f64,
    /// Top edge: the top of the value axis.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge: the horizontal axis.
    pub bottom: f64,
    /// The days of a trend, the steps of the first curve, the stops of all trails: in their order.
    pub places: Vec<Place>,
    /// Whether places stand anywhere on a plane, and not one after the other from left to right.
    pub is_plane: bool,
    /// Whether each of several lines is named at its end, so that no legend need do it.
    pub is_named: bool,
}

impl Plot {
    /// The place nearest to a point; of places that stand one after the other from left to right the one
    /// above or below it.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let distance = |place: &Place| match (self.is_plane, place.heights.first()) {
            (false, _) => (place.x - x).abs(),
            (true, Some(own)) => (place.x - x).hypot(own - y),
            (true, None) => f64::INFINITY,
        };
        let nearest = |a: &(usize, &Place), b: &(usize, &Place)| distance(a.1).total_cmp(&distance(b.1));
        self.places.iter().enumerate().min_by(nearest).map(|(index, _)| index)
    }
}

/// Draws a chart and says where its points lie.
///
/// # Errors
/// If the area is too small for axes, or the backend fails.
pub fn paint<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    spec: &ChartSpec,
    theme: &Theme,
    labels: &Labels,
) -> Result<Plot, PaintError>
where
    B::ErrorType: 'static,
{
    let pen = Pen { area, theme };
    match spec {
        ChartSpec::Trend(spec) => trend::paint(&pen, spec, labels),
        ChartSpec::Survival(spec) => survival::paint(&pen, spec, labels),
        ChartSpec::Quadrants(spec) => quadrants::paint(&pen, spec, labels),
    }
}

/// Room around a plot, in CSS pixels.
pub(super) struct Margins {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// A plot inside its margins, for x and y from and to.
pub(super) fn frame<'a, B: DrawingBackend>(
    pen: &Pen<'a, B>,
    margins: &Margins,
    x: (f64, f64),
    y: (f64, f64),
) -> Result<(Chart<'a, B>, Plot), PaintError>
where
    B::ErrorType: 'static,
{
    let (width_px, height_px) = pen.size();
    let plot = Plot {
        left: margins.left,
        top: margins.top,
        right: width_px - margins.right,
        bottom: height_px - margins.bottom,
        places: Vec::new(),
        is_plane: false,
        is_named: false,
    };
    if plot.right - plot.left < 24.0 || plot.bottom - plot.top < 24.0 {
        return Err(PaintError::NoRoom { width_px, height_px });
    }
    let chart = ChartBuilder::on(pen.area)
        .margin_left(pen.units(margins.left))
        .margin_top(pen.units(margins.top))
        .margin_right(pen.units(margins.right))
        .margin_bottom(pen.units(margins.bottom))
        .build_cartesian_2d(x.0..x.1, y.0..y.1)?;
    Ok((chart, plot))
}

/// Labels of the value ticks, bottom to top, and the width of the widest in CSS pixels.
pub(super) fn value_labels<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    ticks: &ValueTicks,
    unit: &Unit,
    labels: &Labels,
) -> Result<(Vec<String>, f64), PaintError>
where
    B::ErrorType: 'static,
{
    let last = ticks.at.len().saturating_sub(1);
    let texts: Vec<String> =
        ticks.at.iter().enumerate().map(|(i, v)| labels.format.value(*v, unit, i == last)).collect();
    let mut widest = 0f64;
    for text in &texts {
        widest = widest.max(pen.text_width(text, TICK)?);
    }
    Ok((texts, widest))
}

/// Hairlines and labels of the value axis; the line at zero is the axis.
pub(super) fn value_grid<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    ticks: &ValueTicks,
    texts: &[String],
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let kind = Type { size: TICK, color: pen.theme.tick, h: HPos::Right, v: VPos::Center, halo: false };
    for (value, text) in ticks.at.iter().zip(texts) {
        let (_, y) = pen.place(chart, (0.0, *value));
        let color = if *value == 0.0 { pen.theme.axis } else { pen.theme.grid };
        pen.path(&[(plot.left, y), (plot.right, y)], pen.stroke(color, 1.0))?;
        pen.write(text, plot.left - 8.0, y, kind)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
