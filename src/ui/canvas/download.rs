//! A chart as an SVG file.

use plotters::drawing::IntoDrawingArea;

use super::labels::Labels;
use super::painter::{PaintError, paint};
use super::svg::{Measure, SvgBackend, UNITS_PER_PX, escaped};
use super::theme::Theme;
use crate::charts::ChartSpec;

/// Draws a chart as an SVG document of a size in CSS pixels, on a ground of paper. `summary` becomes
/// its title for readers that cannot see it. `theme` is [`Theme::read`] with
/// [`Scheme::Light`](super::Scheme::Light) for a file that goes into a document.
///
/// # Errors
/// If the size leaves no room for a chart.
pub fn svg_file(
    spec: &ChartSpec,
    theme: &Theme,
    labels: &Labels,
    summary: &str,
    (width_px, height_px): (u32, u32),
    measure: &Measure,
) -> Result<String, PaintError> {
    let mut elements = String::new();
    let theme = Theme { scale: UNITS_PER_PX, ..theme.clone() };
    let backend = SvgBackend::new(width_px, height_px, measure, &mut elements);
    paint(&backend.into_drawing_area(), spec, &theme, labels)?;
    let paper = theme.paper;
    let summary = escaped(summary);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_px}\" height=\"{height_px}\" \
         viewBox=\"0 0 {width_px} {height_px}\" role=\"img\" direction=\"ltr\">\n<title>{summary}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#{:02x}{:02x}{:02x}\"/>\n{elements}</svg>\n",
        paper.0, paper.1, paper.2
    ))
}
