//! A chart as it leaves the page: with its name, its days, its legend, how it is counted and when it was made, so
//! that it can be read where the page is not.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::painter::{PaintError, paint};
use super::pen::{Pen, Type};
use super::series::{OVER_DASH, marker, over_stroke, series_color};
use super::svg::Measure;
use super::theme::Theme;
use crate::charts::caption::wrapped;
use crate::charts::{ChartSpec, Marker, dash_of_series};

/// Width of a sheet and height of the chart on it, CSS pixels.
const WIDTH: f64 = 960.0;
const CHART: f64 = 420.0;
const MARGIN: f64 = 32.0;
/// Length of a sample in the legend, and the room around its name.
const SAMPLE: f64 = 30.0;
const GAP: f64 = 8.0;
const BETWEEN: f64 = 22.0;
/// Sizes and steps from line to line.
const TITLE: (f64, f64) = (20.0, 27.0);
const TEXT: (f64, f64) = (13.0, 19.0);
const FOOT: (f64, f64) = (12.0, 17.0);

/// What a sample of the legend shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// The line of this period, with its interval.
    Line,
    /// The period before.
    Before,
    /// Something else, on a scale of its own.
    Over,
    /// One of several lines over time.
    Series(usize),
    /// One of several curves: they have no markers.
    Curve(usize),
    /// One of several trails: they have no dashes.
    Trail(usize),
}

/// The words around the chart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Caption {
    /// What it shows.
    pub title: String,
    /// Under the title, such as the days.
    pub under: String,
    /// The legend.
    pub legend: Vec<(Sample, String)>,
    /// At the foot: how it is counted, when it was made.
    pub foot: Vec<String>,
    /// Whether the words run from right to left.
    pub is_right_to_left: bool,
}

/// A caption laid out for the type of a theme.
pub(super) struct Sheet<'a> {
    caption: &'a Caption,
    title: Vec<String>,
    under: Vec<String>,
    foot: Vec<String>,
    /// Rows of the legend: from where on the line, which.
    legend: Vec<Vec<(f64, usize)>>,
}

impl<'a> Sheet<'a> {
    /// Breaks the words to the width of the sheet.
    pub fn of(caption: &'a Caption, theme: &Theme, measure: &Measure) -> Self {
        let broken = |text: &str, size: f64| {
            wrapped(text, WIDTH - 2.0 * MARGIN, |text| measure(text, &theme.sans, size))
        };
        let mut legend: Vec<Vec<(f64, usize)>> = Vec::new();
        let mut from = f64::INFINITY;
        for (index, (_, name)) in caption.legend.iter().enumerate() {
            let length = SAMPLE + GAP + measure(name, &theme.sans, FOOT.0);
            if from + length > WIDTH - 2.0 * MARGIN {
                legend.push(Vec::new());
                from = 0.0;
            }
            if let Some(row) = legend.last_mut() {
                row.push((from, index));
            }
            from += length + BETWEEN;
        }
        Self {
            caption,
            title: broken(&caption.title, TITLE.0),
            under: broken(&caption.under, TEXT.0),
            foot: caption.foot.iter().flat_map(|text| broken(text, FOOT.0)).collect(),
            legend,
        }
    }

    /// Height of title, days and legend.
    fn head(&self) -> f64 {
        let lines = |lines: usize, step: f64| f64::from(u32::try_from(lines).unwrap_or(0)) * step;
        MARGIN
            + lines(self.title.len(), TITLE.1)
            + lines(self.under.len(), TEXT.1)
            + lines(self.legend.len(), TEXT.1)
            + 12.0
    }

    /// Width and height of the sheet in CSS pixels.
    pub fn size(&self) -> (u32, u32) {
        let foot = f64::from(u32::try_from(self.foot.len()).unwrap_or(0)) * FOOT.1;
        // A few hundred pixels: nothing is lost.
        (WIDTH as u32, (self.head() + CHART + foot + MARGIN + 8.0).ceil() as u32)
    }

    /// Draws paper, words and chart.
    pub fn paint<B: DrawingBackend>(
        &self,
        area: &DrawingArea<B, Shift>,
        spec: &ChartSpec,
        theme: &Theme,
        labels: &Labels,
    ) -> Result<(), PaintError>
    where
        B::ErrorType: 'static,
    {
        area.fill(&theme.paper)?;
        let pen = Pen { area, theme };
        let mut y = MARGIN;
        for line in &self.title {
            self.write(&pen, line, TITLE.0, y + TITLE.1 / 2.0, theme.ink)?;
            y += TITLE.1;
        }
        for line in &self.under {
            self.write(&pen, line, TEXT.0, y + TEXT.1 / 2.0, theme.ink_2)?;
            y += TEXT.1;
        }
        for row in &self.legend {
            for (from, index) in row {
                self.sample(&pen, *from, y + TEXT.1 / 2.0, *index)?;
            }
            y += TEXT.1;
        }
        let top = pen.units(self.head());
        let (_, height) = area.dim_in_pixel();
        let below = i32::try_from(height).unwrap_or(i32::MAX) - top - pen.units(CHART);
        let side = pen.units(MARGIN - 8.0);
        paint(&area.margin(top, below.max(0), side, side), spec, theme, labels)?;
        let mut y = self.head() + CHART + 8.0;
        for line in &self.foot {
            self.write(&pen, line, FOOT.0, y + FOOT.1 / 2.0, theme.ink_3)?;
            y += FOOT.1;
        }
        Ok(())
    }

    /// A place from the side where reading begins.
    fn x(&self, from: f64) -> f64 {
        if self.caption.is_right_to_left { WIDTH - MARGIN - from } else { MARGIN + from }
    }

    fn write<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        text: &str,
        size: f64,
        y: f64,
        color: RGBAColor,
    ) -> Result<(), PaintError>
    where
        B::ErrorType: 'static,
    {
        self.write_from(
            pen,
            text,
            (0.0, y),
            Type { size, color, h: HPos::Left, v: VPos::Center, halo: false },
        )
    }

    fn write_from<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        text: &str,
        (from, y): (f64, f64),
        kind: Type,
    ) -> Result<(), PaintError>
    where
        B::ErrorType: 'static,
    {
        let h = if self.caption.is_right_to_left { HPos::Right } else { HPos::Left };
        pen.write(text, self.x(from), y, Type { h, ..kind })
    }

    fn sample<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        from: f64,
        y: f64,
        index: usize,
    ) -> Result<(), PaintError>
    where
        B::ErrorType: 'static,
    {
        let Some((sample, name)) = self.caption.legend.get(index) else { return Ok(()) };
        let (one, other) = (self.x(from), self.x(from + SAMPLE));
        let line = [(one.min(other), y), (one.max(other), y)];
        let middle = ((one + other) / 2.0, y);
        let several = |at: usize| pen.stroke(series_color(pen, at, 2), 1.75);
        match *sample {
            Sample::Line => {
                let [(left, _), (right, _)] = line;
                let band = [(left, y - 6.0), (right, y - 6.0), (right, y + 6.0), (left, y + 6.0)];
                pen.shape(&band, pen.theme.band)?;
                pen.path(&line, pen.stroke(pen.theme.line, 1.75))?;
            }
            Sample::Before => pen.dashes(&line, 3.0, 3.0, pen.stroke(pen.theme.ghost, 1.25))?,
            Sample::Over => pen.dashes(&line, OVER_DASH.0, OVER_DASH.1, over_stroke(pen))?,
            Sample::Trail(at) => pen.path(&line, several(at))?,
            Sample::Series(at) | Sample::Curve(at) => match dash_of_series(at) {
                Some((on, off)) => pen.dashes(&line, on, off, several(at))?,
                None => pen.path(&line, several(at))?,
            },
        }
        if let Sample::Series(at) | Sample::Trail(at) = *sample {
            marker(pen, middle, Marker::of_series(at), series_color(pen, at, 2))?;
        }
        let kind = Type { size: FOOT.0, color: pen.theme.ink_2, h: HPos::Left, v: VPos::Center, halo: false };
        self.write_from(pen, name, (from + SAMPLE + GAP, y), kind)
    }
}
