//! Widths, type and strokes of a chart in CSS pixels, turned into the units of its backend.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::DashedPathElement;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::labels::isolated;
use super::painter::PaintError;
use super::theme::Theme;

/// A plot with numbers on both axes.
pub(super) type Chart<'a, B> = ChartContext<'a, B, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Size of tick labels, CSS pixels (`--t-tick`).
pub(super) const TICK: f64 = 11.0;
/// Size of labels, CSS pixels (`--t-note`).
pub(super) const NOTE: f64 = 12.0;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub size: f64,
    pub color: RGBAColor,
    pub h: HPos,
    pub v: VPos,
    /// A rim of paper, so that a line behind does not cross the letters.
    pub halo: bool,
}

/// Draws in CSS pixels from the top left of an area.
pub(super) struct Pen<'a, B: DrawingBackend> {
    pub area: &'a DrawingArea<B, Shift>,
    pub theme: &'a Theme,
}

impl<B: DrawingBackend> Pen<'_, B>
where
    B::ErrorType: 'static,
{
    /// CSS pixels in backend units. Casting a float saturates, so no length can wrap.
    pub fn units(&self, css_px: f64) -> i32 {
        (css_px * self.theme.scale).round() as i32
    }

    /// Width of a stroke in backend units, never so thin that it is gone.
    pub fn width(&self, css_px: f64) -> u32 {
        self.units(css_px).unsigned_abs().max(1)
    }

    /// Backend units in CSS pixels.
    pub fn css_px(&self, units: i32) -> f64 {
        f64::from(units) / self.theme.scale
    }

    /// Width and height of the area.
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / self.theme.scale, f64::from(height) / self.theme.scale)
    }

    pub fn stroke(&self, color: RGBAColor, css_px: f64) -> ShapeStyle {
        ShapeStyle { color, filled: false, stroke_width: self.width(css_px) }
    }

    pub fn fill(&self, color: RGBAColor) -> ShapeStyle {
        ShapeStyle { color, filled: true, stroke_width: 1 }
    }

    fn text_style(&self, kind: Type) -> TextStyle<'_> {
        (self.theme.sans.as_str(), kind.size * self.theme.scale)
            .into_font()
            .color(&kind.color)
            .pos(Pos::new(kind.h, kind.v))
    }

    /// Width of a text in CSS pixels, as the backend will draw it.
    pub fn text_width(&self, text: &str, size: f64) -> Result<f64, PaintError> {
        let kind = Type { size, color: self.theme.ink, h: HPos::Left, v: VPos::Center, halo: false };
        let (width, _) = self
            .area
            .estimate_text_size(&isolated(text), &self.text_style(kind))
            .map_err(PaintError::from)?;
        Ok(f64::from(width) / self.theme.scale)
    }

    /// The middle of a text about `x`, moved so far that the area does not cut the text.
    pub fn middle(&self, text: &str, x: f64, size: f64) -> Result<f64, PaintError> {
        let half = self.text_width(text, size)? / 2.0 + 1.0;
        Ok(x.min(self.size().0 - half).max(half))
    }

    /// Writes a text at a point in CSS pixels.
    pub fn write(&self, text: &str, x: f64, y: f64, kind: Type) -> Result<(), PaintError> {
        if text.is_empty() {
            return Ok(());
        }
        let text = isolated(text);
        if kind.halo {
            let style = self.text_style(Type { color: self.theme.paper, ..kind });
            for (dx, dy) in [
                (-2.0, 0.0),
                (2.0, 0.0),
                (0.0, -2.0),
                (0.0, 2.0),
                (-1.4, -1.4),
                (1.4, -1.4),
                (-1.4, 1.4),
                (1.4, 1.4),
            ] {
                self.area.draw_text(&text, &style, (self.units(x + dx), self.units(y + dy)))?;
            }
        }
        self.area.draw_text(&text, &self.text_style(kind), (self.units(x), self.units(y)))?;
        Ok(())
    }

    /// A straight or broken line through points in CSS pixels.
    pub fn path(&self, points: &[(f64, f64)], style: ShapeStyle) -> Result<(), PaintError> {
        let points: Vec<(i32, i32)> = points.iter().map(|(x, y)| (self.units(*x), self.units(*y))).collect();
        self.area.draw(&PathElement::new(points, style))?;
        Ok(())
    }

    /// A dashed line through points in CSS pixels.
    pub fn dashes(
        &self,
        points: &[(f64, f64)],
        dash: f64,
        gap: f64,
        style: ShapeStyle,
    ) -> Result<(), PaintError> {
        let points: Vec<(i32, i32)> = points.iter().map(|(x, y)| (self.units(*x), self.units(*y))).collect();
        self.area.draw(&DashedPathElement::new(points, self.units(dash), self.units(gap), style))?;
        Ok(())
    }

    /// A filled circle at a point in CSS pixels.
    pub fn dot(&self, (x, y): (f64, f64), radius: f64, color: RGBAColor) -> Result<(), PaintError> {
        let at = (self.units(x), self.units(y));
        self.area.draw(&Circle::new(at, self.units(radius), self.fill(color)))?;
        Ok(())
    }

    /// A filled shape in CSS pixels.
    pub fn shape(&self, points: &[(f64, f64)], color: RGBAColor) -> Result<(), PaintError> {
        let points: Vec<(i32, i32)> = points.iter().map(|(x, y)| (self.units(*x), self.units(*y))).collect();
        self.area.draw(&Polygon::new(points, self.fill(color)))?;
        Ok(())
    }

    /// Where a value of the chart lies, in CSS pixels from the top left of the area.
    pub fn place(&self, chart: &Chart<'_, B>, at: (f64, f64)) -> (f64, f64) {
        let (x, y) = chart.backend_coord(&held(chart, at));
        let (left, top) = self.area.get_base_pixel();
        (self.css_px(x - left), self.css_px(y - top))
    }
}

/// A value moved to the edge of the plot if it lies outside: plotters adds pixel numbers without
/// looking whether they still fit.
pub(super) fn held<B: DrawingBackend>(chart: &Chart<'_, B>, (x, y): (f64, f64)) -> (f64, f64) {
    let (xs, ys) = (chart.x_range(), chart.y_range());
    // An axis that goes down ends below where it starts.
    let (low, high) = (ys.start.min(ys.end), ys.start.max(ys.end));
    (x.max(xs.start).min(xs.end), y.max(low).min(high))
}
