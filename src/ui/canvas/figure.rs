//! The chart of a page: a canvas that follows data, size, resolution and theme, with one crosshair.

use leptos::html;
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::context::{ContextBackend, UNITS_PER_PX};
use super::labels::Labels;
use super::painter::{PaintError, Place, Plot, paint};
use super::theme::{Scheme, Theme};
use super::watch::{Cause, Watch};
use crate::charts::ChartSpec;

/// Beyond this share of the width the tip hangs to the left of the crosshair.
const TIP_TURNS: f64 = 0.6;

/// A chart on a canvas. The canvas can be focused: arrow keys, Home and End move the crosshair over
/// the points of the first series, Escape takes it away; the pointer does the same.
///
/// The words are the page's: `labels` makes those inside the chart, `summary` the sentence read
/// aloud in its stead, `tip` the lines at a point (the index is that of the first series). Children
/// are the caption under it, such as the legend.
#[component]
pub fn ChartFigure(
    /// What to draw.
    #[prop(into)]
    spec: Signal<ChartSpec>,
    /// The words inside the chart. Run again whatever it reads changes.
    labels: impl Fn(&ChartSpec) -> Labels + 'static,
    /// The lines of the tip at a point; the second is set bold.
    tip: impl Fn(usize) -> Vec<String> + 'static,
    /// The sentence that stands for the picture.
    #[prop(into)]
    summary: Signal<String>,
    /// A class beside `chart`, such as `short`.
    #[prop(optional, into)]
    class: &'static str,
    /// Marks the canvas for tests.
    #[prop(optional)]
    test_id: Option<&'static str>,
    /// The caption.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let stage = NodeRef::<html::Div>::new();
    let plot = RwSignal::new(None::<Plot>);
    let chosen = RwSignal::new(None::<usize>);
    let printing = RwSignal::new(false);
    let looks = RwSignal::new(0u32);
    // What the page hands over may hold browser objects, which belong to this thread.
    let labels = StoredValue::new_local(labels);
    let tip = StoredValue::new_local(tip);
    let watch = StoredValue::new_local(None::<Watch>);

    Effect::new(move |_| {
        let Some(stage) = stage.get() else { return };
        let stage: &web_sys::Element = stage.as_ref();
        let redraw = move |cause: Cause| match cause {
            Cause::Look => looks.update(|looks| *looks = looks.wrapping_add(1)),
            Cause::PrintStarts => printing.set(true),
            Cause::PrintEnds => printing.set(false),
        };
        watch.set_value(Some(Watch::begin(stage, redraw)));
    });
    on_cleanup(move || watch.set_value(None));

    Effect::new(move |_| {
        looks.track();
        let Some(canvas) = canvas.get() else { return };
        let scheme = if printing.get() { Scheme::Light } else { Scheme::Page };
        let spec = spec.get();
        let labels = labels.with_value(|labels| labels(&spec));
        let ratio = resolution();
        watch.update_value(|watch| {
            if let Some(watch) = watch {
                watch.expect_resolution(ratio);
            }
        });
        match draw(&canvas, &spec, &labels, scheme, ratio) {
            Ok(drawn) => {
                chosen.update(|index| *index = index.filter(|index| *index < drawn.places.len()));
                plot.set(Some(drawn));
            }
            // A hidden or folded chart has no room: it is drawn when it gets some. What else a
            // canvas refuses leaves the table twin, which holds the same points.
            Err(_) => plot.set(None),
        }
    });

    let here = move || {
        let index = chosen.get()?;
        plot.with(|plot| plot.as_ref().and_then(|plot| plot.places.get(index).copied()))
    };
    let point_at = move |event: web_sys::PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let nearest = plot.with_untracked(|plot| plot.as_ref().and_then(|plot| plot.nearest(x, y)));
        if chosen.get_untracked() != nearest {
            chosen.set(nearest);
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let count = plot.with_untracked(|plot| plot.as_ref().map_or(0, |plot| plot.places.len()));
        let next = after_key(&event.key(), chosen.get_untracked(), count);
        if let Some(next) = next {
            event.prevent_default();
            chosen.set(next);
        }
    };
    let cross = move || {
        let Place { x, y } = here()?;
        let (top, bottom) = plot.with(|plot| plot.as_ref().map(|plot| (plot.top, plot.bottom)))?;
        Some(view! {
            <path class="cross" d=format!("M{x:.1} {top:.1}V{bottom:.1}") />
            {y.map(|y| view! { <circle class="cross" cx=format!("{x:.1}") cy=format!("{y:.1}") r="5.5" /> })}
        })
    };
    let turned = move || {
        let width = plot.with(|plot| plot.as_ref().map_or(0.0, |plot| plot.right));
        here().is_some_and(|place| place.x > width * TIP_TURNS)
    };
    let left = move || here().map_or_else(|| "0".to_owned(), |place| format!("{:.1}px", place.x));
    let lines = move || {
        let index = chosen.get()?;
        let lines = tip.with_value(|tip| tip(index));
        let line = |(index, text): (usize, String)| match index {
            1 => view! { <b>{text}</b> }.into_any(),
            _ => view! { <span>{text}</span> }.into_any(),
        };
        Some(lines.into_iter().enumerate().map(line).collect_view())
    };

    view! {
        <figure>
            <div class=format!("chart {class}") node_ref=stage>
                <canvas
                    node_ref=canvas
                    dir="ltr"
                    role="img"
                    tabindex="0"
                    data-testid=test_id
                    aria-label=move || summary.get()
                    on:pointermove=point_at
                    on:pointerdown=point_at
                    on:pointerleave=move |_| chosen.set(None)
                    on:blur=move |_| chosen.set(None)
                    on:keydown=key
                ></canvas>
                <svg class="over" aria-hidden="true">{cross}</svg>
                <div
                    class="tip"
                    role="status"
                    class:turned=turned
                    class:off=move || here().is_none()
                    style:left=left
                >
                    {lines}
                </div>
            </div>
            {children.map(|children| view! { <figcaption class="legend">{children()}</figcaption> })}
        </figure>
    }
}

/// Device pixels per CSS pixel.
fn resolution() -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
}

/// Where a key moves the crosshair; `None` for keys that are not the chart's. Time runs left to
/// right in every language, so the arrows mean the same everywhere.
fn after_key(key: &str, chosen: Option<usize>, count: usize) -> Option<Option<usize>> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(Some(chosen.map_or(0, |index| (index + 1).min(last)))),
        "ArrowLeft" => Some(Some(chosen.map_or(last, |index| index.saturating_sub(1)))),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" if chosen.is_some() => Some(None),
        _ => None,
    }
}

/// Sizes the canvas to device pixels, clears it and draws.
fn draw(
    canvas: &HtmlCanvasElement,
    spec: &ChartSpec,
    labels: &Labels,
    scheme: Scheme,
    ratio: f64,
) -> Result<Plot, PaintError> {
    let host: &HtmlElement = canvas.as_ref();
    // Into the parent: children of a canvas are its fallback and get no style.
    let host = host.parent_element().and_then(|parent| parent.dyn_into().ok()).unwrap_or(host.clone());
    // Saturates; a canvas is a few thousand pixels wide.
    let device = |css_px: i32| (f64::from(css_px.max(0)) * ratio).round() as u32;
    let (width, height) = (device(canvas.client_width()), device(canvas.client_height()));
    // Setting a size clears the canvas even where it stays the same.
    canvas.set_width(width);
    canvas.set_height(height);
    let theme = Theme::read(&host, scheme, ratio * UNITS_PER_PX);
    let backend =
        ContextBackend::new(canvas.clone()).ok_or_else(|| PaintError::Backend("no 2d context".into()))?;
    paint(&backend.into_drawing_area(), spec, &theme, labels)
}

/// Measures texts for [`svg_file`](super::svg_file) with the fonts of this browser.
pub fn measure_text(text: &str, family: &str, size_px: f64) -> f64 {
    let context = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("canvas").ok())
        .and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok())
        .and_then(|canvas| canvas.get_context("2d").ok().flatten())
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    let Some(context) = context else { return 0.0 };
    context.set_font(&format!("{size_px}px {family}"));
    context.measure_text(text).map_or(0.0, |metrics| metrics.width())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::enters_at_the_start("ArrowRight", None, Some(Some(0)))]
    #[case::enters_at_the_end("ArrowLeft", None, Some(Some(12)))]
    #[case::steps("ArrowRight", Some(3), Some(Some(4)))]
    #[case::stops_at_the_end("ArrowRight", Some(12), Some(Some(12)))]
    #[case::stops_at_the_start("ArrowLeft", Some(0), Some(Some(0)))]
    #[case::end("End", Some(3), Some(Some(12)))]
    #[case::leaves("Escape", Some(3), Some(None))]
    #[case::escape_goes_on_to_the_page("Escape", None, None)]
    #[case::tab_goes_on_to_the_page("Tab", Some(3), None)]
    fn keys_move_the_crosshair(
        #[case] key: &str,
        #[case] chosen: Option<usize>,
        #[case] expected: Option<Option<usize>>,
    ) {
        assert_eq!(after_key(key, chosen, 13), expected);
        assert_eq!(after_key(key, chosen, 0), None);
    }
}
