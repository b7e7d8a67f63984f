//! A chart as a file: SVG alone, and SVG or PNG with the words around it.

use leptos::prelude::document;
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, HtmlCanvasElement, HtmlElement};

use super::context::{ContextBackend, UNITS_PER_PX as CANVAS_UNITS};
use super::figure::measure_text;
use super::labels::Labels;
use super::painter::{PaintError, paint};
use super::sheet::{Caption, Sheet};
use super::svg::{Measure, SvgBackend, UNITS_PER_PX, escaped};
use super::theme::{Scheme, Theme};
use crate::charts::ChartSpec;
use crate::ui::browser;

/// Pixels of a PNG for each CSS pixel: sharp on paper and on a slide.
const PNG_RATIO: f64 = 2.0;

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
    size_px: (u32, u32),
    measure: &Measure,
) -> Result<String, PaintError> {
    let mut elements = String::new();
    let theme = Theme { scale: UNITS_PER_PX, ..theme.clone() };
    let backend = SvgBackend::new(size_px.0, size_px.1, measure, &mut elements);
    paint(&backend.into_drawing_area(), spec, &theme, labels)?;
    Ok(document_of(&theme, summary, size_px, &elements))
}

/// The same with the words around it.
///
/// # Errors
/// If the backend fails.
pub fn svg_sheet(
    spec: &ChartSpec,
    theme: &Theme,
    labels: &Labels,
    summary: &str,
    caption: &Caption,
    measure: &Measure,
) -> Result<String, PaintError> {
    let mut elements = String::new();
    let theme = Theme { scale: UNITS_PER_PX, ..theme.clone() };
    let sheet = Sheet::of(caption, &theme, measure);
    let size_px = sheet.size();
    let backend = SvgBackend::new(size_px.0, size_px.1, measure, &mut elements);
    sheet.paint(&backend.into_drawing_area(), spec, &theme, labels)?;
    Ok(document_of(&theme, summary, size_px, &elements))
}

fn document_of(theme: &Theme, summary: &str, (width_px, height_px): (u32, u32), elements: &str) -> String {
    let paper = theme.paper;
    let summary = escaped(summary);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_px}\" height=\"{height_px}\" \
         viewBox=\"0 0 {width_px} {height_px}\" role=\"img\" direction=\"ltr\">\n<title>{summary}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#{:02x}{:02x}{:02x}\"/>\n{elements}</svg>\n",
        paper.0, paper.1, paper.2
    )
}

/// Offers a chart as an SVG file to save.
///
/// # Errors
/// If it cannot be drawn, or the browser makes no file of it.
pub fn save_svg(
    name: &str,
    spec: &ChartSpec,
    labels: &Labels,
    summary: &str,
    caption: &Caption,
) -> Result<(), PaintError> {
    let theme = Theme::read(&host()?, Scheme::Light, UNITS_PER_PX);
    let file = svg_sheet(spec, &theme, labels, summary, caption, &measure_text)?;
    browser::download(name, &file).map_err(|error| PaintError::Backend(format!("{error:?}")))
}

/// Offers a chart as a PNG file to save. The browser makes it a moment later; `failed` is called where it does not.
///
/// # Errors
/// If it cannot be drawn.
pub fn save_png(
    name: String,
    spec: &ChartSpec,
    labels: &Labels,
    caption: &Caption,
    failed: impl FnOnce() + 'static,
) -> Result<(), PaintError> {
    let refused = |what: &str| PaintError::Backend(what.to_owned());
    let theme = Theme::read(&host()?, Scheme::Light, CANVAS_UNITS * PNG_RATIO);
    let sheet = Sheet::of(caption, &theme, &measure_text);
    let (width, height) = sheet.size();
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .ok()
        .and_then(|canvas| canvas.dyn_into().ok())
        .ok_or_else(|| refused("no canvas"))?;
    // Two or three thousand pixels.
    let device = |css_px: u32| (f64::from(css_px) * PNG_RATIO) as u32;
    canvas.set_width(device(width));
    canvas.set_height(device(height));
    let backend = ContextBackend::new(canvas.clone()).ok_or_else(|| refused("no 2d context"))?;
    sheet.paint(&backend.into_drawing_area(), spec, &theme, labels)?;
    let made = Closure::once_into_js(move |blob: Option<Blob>| {
        let is_saved = blob.is_some_and(|blob| browser::offer(&name, &blob).is_ok());
        if !is_saved {
            failed();
        }
    });
    canvas.to_blob(made.unchecked_ref()).map_err(|error| refused(&format!("{error:?}")))
}

/// Where the tokens are read.
fn host() -> Result<HtmlElement, PaintError> {
    document().body().ok_or_else(|| PaintError::Backend("no page".to_owned()))
}
