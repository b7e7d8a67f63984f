//! The chart of a page: a canvas that follows data, size, resolution and theme, with one crosshair.

use leptos::html;
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, PointerEvent};

use super::context::{ContextBackend, UNITS_PER_PX};
use super::download::svg_file;
use super::labels::Labels;
use super::over::{self, Drag};
use super::painter::{PaintError, Plot, paint};
use super::theme::{Scheme, Theme};
use super::watch::{Cause, Watch};
use crate::charts::{ChartSpec, Stroke, after_key};
use crate::ui::turns::Turn;

/// The narrowest picture on paper: what was drawn for a phone would be blown up there.
const PAPER_WIDTH: i32 = 640;

/// What a person asks of a chart, by pointer or key. Numbers are those of its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// To see what is behind a place.
    Open(usize),
    /// To see the days between two places alone.
    Between(usize, usize),
    /// To see fewer days, around the crosshair.
    Closer,
    /// To see more days.
    Wider,
    /// To see all days.
    Whole,
}

/// What a chart and the page around it tell each other.
#[derive(Clone, Copy)]
pub struct Touch {
    /// The place of the crosshair.
    pub chosen: RwSignal<Option<usize>>,
    /// Whether several lines are named at their ends, so that no legend need do it.
    pub is_named: RwSignal<bool>,
    /// Whether fewer days are shown than there are.
    pub is_zoomed: Signal<bool>,
    /// Whether a place can be opened.
    pub can_open: Signal<bool>,
    /// What is done about a gesture.
    pub on_gesture: Callback<Gesture>,
}

/// A chart on a canvas. The canvas can be focused: arrow keys, Home and End move the crosshair, Enter opens its
/// place, plus and minus show fewer and more days, Escape goes back; the pointer does the same.
///
/// The words are the page's: `labels` makes those inside the chart, `summary` the sentence read
/// aloud in its stead, `tip` the lines at a place. Children are the caption under it, such as the legend.
#[component]
pub fn ChartFigure(
    /// What to draw.
    #[prop(into)]
    spec: Signal<ChartSpec>,
    /// The words inside the chart. Run again whatever it reads changes.
    labels: impl Fn(&ChartSpec) -> Labels + 'static,
    /// The lines of the tip at a place; the second is set bold.
    tip: impl Fn(usize) -> Vec<String> + 'static,
    /// The sentence that stands for the picture.
    #[prop(into)]
    summary: Signal<String>,
    /// What kind of thing it is, for a reader that cannot see it ("chart").
    kind: String,
    /// What the keys do.
    #[prop(into)]
    keys: Signal<String>,
    /// What goes back and forth.
    touch: Touch,
    /// A class beside `chart`, such as `short`.
    class: &'static str,
    /// Marks the canvas for tests; unique in the page.
    test_id: &'static str,
    /// The caption.
    children: Children,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let stage = NodeRef::<html::Div>::new();
    let paper = NodeRef::<html::Div>::new();
    let plot = RwSignal::new(None::<Plot>);
    let looks = RwSignal::new(0u32);
    // The size it was last drawn for.
    let size = RwSignal::new(None::<(i32, i32)>);
    let Touch { chosen, is_named, is_zoomed, can_open, on_gesture } = touch;
    // What the page hands over may hold browser objects, which belong to this thread.
    let labels = StoredValue::new_local(labels);
    let tip = StoredValue::new_local(tip);
    let watch = StoredValue::new_local(None::<Watch>);
    let turn = Turn::next_free();

    Effect::new(move |_| {
        let Some(stage) = stage.get() else { return };
        let stage: &web_sys::Element = stage.as_ref();
        // The browser lays the paper out as soon as it has said so: what is on it must be there by then, and not
        // in an effect that runs later.
        let redraw = move |cause: Cause| match cause {
            // An observer of sizes calls once as it begins: what was drawn for this size stands.
            Cause::Size if size.get_untracked() == canvas.get_untracked().map(|canvas| size_of(&canvas)) => {}
            Cause::Size | Cause::Look => looks.update(|looks| *looks = looks.wrapping_add(1)),
            Cause::PrintStarts => {
                if let (Some(paper), Some(canvas)) = (paper.get_untracked(), canvas.get_untracked()) {
                    let spec = spec.get_untracked();
                    let labels = untrack(|| labels.with_value(|labels| labels(&spec)));
                    let drawn = on_paper(&paper, &canvas, &spec, &labels, &summary.get_untracked());
                    paper.set_inner_html(&drawn.unwrap_or_default());
                }
            }
            Cause::PrintEnds => {
                if let Some(paper) = paper.get_untracked() {
                    paper.set_inner_html("");
                }
            }
        };
        watch.set_value(Some(Watch::begin(stage, redraw)));
    });
    on_cleanup(move || watch.set_value(None));

    Effect::new(move |_| {
        looks.track();
        let Some(canvas) = canvas.get() else { return };
        let spec = spec.get();
        let labels = labels.with_value(|labels| labels(&spec));
        turn.take(move || {
            let ratio = resolution();
            watch.update_value(|watch| {
                if let Some(watch) = watch {
                    watch.expect_resolution(ratio);
                }
            });
            size.set(Some(size_of(&canvas)));
            match draw(&canvas, &spec, &labels, ratio) {
                Ok(drawn) => {
                    if chosen.get_untracked().is_some_and(|index| index >= drawn.places.len()) {
                        chosen.set(None);
                    }
                    if is_named.get_untracked() != drawn.is_named {
                        is_named.set(drawn.is_named);
                    }
                    plot.set(Some(drawn));
                }
                // A hidden or folded chart has no room: it is drawn when it gets some. What else a
                // canvas refuses leaves the table twin, which holds the same points.
                Err(_) => plot.set(None),
            }
        });
    });
    on_cleanup(move || turn.leave());

    let is_line = move || spec.with_untracked(|spec| matches!(spec, ChartSpec::Trend(_)));
    let nearest =
        move |x: f64, y: f64| plot.with_untracked(|plot| plot.as_ref().and_then(|plot| plot.nearest(x, y)));
    let stand = move |place: Option<usize>| {
        if chosen.get_untracked() != place {
            chosen.set(place);
        }
    };
    let drag = RwSignal::new(None::<Drag>);
    let down = move |event: PointerEvent| {
        let (x, y) = at(&event);
        if event.button() == 0 {
            // A finger that moves along reads the values; a pointer that can hover has them already and marks days.
            let marks = is_line() && event.pointer_type() != "touch";
            drag.set(Some(Drag::from(x, chosen.get_untracked(), marks)));
        }
        stand(nearest(x, y));
    };
    let moved = move |event: PointerEvent| {
        let (x, y) = at(&event);
        // Let go beside the chart, which was not told.
        if event.buttons() == 0 && drag.with_untracked(Option::is_some) {
            drag.set(None);
        }
        let is_marking = drag.try_update(|drag| drag.as_mut().is_some_and(|drag| drag.to(x))) == Some(true);
        if is_marking && let Some(canvas) = canvas.get_untracked() {
            // Fails only for a pointer that is gone, whose drag ends by itself.
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        stand(nearest(x, y));
    };
    let up = move |event: PointerEvent| {
        let (x, y) = at(&event);
        let Some(ended) = drag.get_untracked() else { return };
        drag.set(None);
        match (ended.marked(), nearest(x, y)) {
            (Some((from, to)), _) => {
                if let (Some(one), Some(other)) = (nearest(from, y), nearest(to, y)) {
                    on_gesture.run(Gesture::Between(one, other));
                }
            }
            // A finger's first touch shows the place, its second opens it.
            (None, Some(place)) if ended.stood_at == Some(place) => on_gesture.run(Gesture::Open(place)),
            (None, _) => {}
        }
    };
    let leave = move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            stand(None);
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let count = plot.with_untracked(|plot| plot.as_ref().map_or(0, |plot| plot.places.len()));
        let stroke = after_key(&event.key(), chosen.get_untracked(), count, is_zoomed.get_untracked());
        let Some(stroke) = stroke else { return };
        event.prevent_default();
        match stroke {
            Stroke::Stand(place) => chosen.set(place),
            Stroke::Open(place) => on_gesture.run(Gesture::Open(place)),
            Stroke::Closer => on_gesture.run(Gesture::Closer),
            Stroke::Wider => on_gesture.run(Gesture::Wider),
            Stroke::Whole => on_gesture.run(Gesture::Whole),
        }
    };
    let here = move || {
        let index = chosen.get()?;
        plot.with(|plot| plot.as_ref().and_then(|plot| plot.places.get(index).cloned()))
    };
    let lines = move || {
        let index = chosen.get()?;
        let lines = tip.with_value(|tip| tip(index));
        let line = |(index, text): (usize, String)| match index {
            1 => view! { <b>{text}</b> }.into_any(),
            _ => view! { <span>{text}</span> }.into_any(),
        };
        Some(lines.into_iter().enumerate().map(line).collect_view())
    };
    let turned =
        move || here().is_some_and(|place| plot.with(|plot| over::is_turned(plot.as_ref(), place.x)));
    let left = move || here().map_or_else(|| "0".to_owned(), |place| format!("{:.1}px", place.x));
    let described = format!("{test_id}-keys");

    view! {
        <figure>
            <div class=format!("chart {class}") class:opens=move || can_open.get() node_ref=stage>
                <canvas
                    node_ref=canvas
                    dir="ltr"
                    role="application"
                    tabindex="0"
                    data-testid=test_id
                    aria-label=move || summary.get()
                    aria-roledescription=kind
                    aria-describedby=described.clone()
                    on:pointermove=moved
                    on:pointerdown=down
                    on:pointerup=up
                    on:pointercancel=move |_| drag.set(None)
                    on:pointerleave=leave
                    on:blur=move |_| chosen.set(None)
                    on:keydown=key
                ></canvas>
                <span class="vh" id=described>{move || keys.get()}</span>
                <svg class="over" aria-hidden="true">
                    {move || plot.with(|plot| over::marked(plot.as_ref()?, drag.get()?))}
                    {move || plot.with(|plot| Some(over::cross(plot.as_ref()?, &here()?)))}
                </svg>
                <div
                    class="tip"
                    role="status"
                    class:turned=turned
                    class:off=move || here().is_none()
                    style:left=left
                >
                    {lines}
                </div>
                <div class="paper" aria-hidden="true" node_ref=paper></div>
            </div>
            <figcaption class="legend">{children()}</figcaption>
        </figure>
    }
}

fn at(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}

/// Width and height in CSS pixels.
fn size_of(canvas: &HtmlCanvasElement) -> (i32, i32) {
    (canvas.client_width(), canvas.client_height())
}

/// Device pixels per CSS pixel.
fn resolution() -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
}

/// The chart in lines that stay sharp at every size, in the light colours whatever the theme.
fn on_paper(
    host: &HtmlElement,
    canvas: &HtmlCanvasElement,
    spec: &ChartSpec,
    labels: &Labels,
    summary: &str,
) -> Option<String> {
    let size = |css_px: i32| u32::try_from(css_px).unwrap_or(0);
    // The sheet of the report is as wide on the screen as on paper.
    let is_on_sheet = canvas.closest(".report-sheet").is_ok_and(|sheet| sheet.is_some());
    let narrowest = if is_on_sheet { 0 } else { PAPER_WIDTH };
    let (width, height) = (canvas.client_width().max(narrowest), canvas.client_height());
    let theme = Theme::read(host, Scheme::Light, UNITS_PER_PX);
    svg_file(spec, &theme, labels, summary, (size(width), size(height)), &measure_text).ok()
}

/// Sizes the canvas to device pixels, clears it and draws.
fn draw(
    canvas: &HtmlCanvasElement,
    spec: &ChartSpec,
    labels: &Labels,
    ratio: f64,
) -> Result<Plot, PaintError> {
    let host: &HtmlElement = canvas.as_ref();
    // Into the parent: children of a canvas are its fallback and get no style.
    let host = host.parent_element().and_then(|parent| parent.dyn_into().ok()).unwrap_or(host.clone());
    // Saturates; a canvas is a few thousand pixels wide.
    let device = |css_px: i32| (f64::from(css_px.max(0)) * ratio).round() as u32;
    let (width, height) = size_of(canvas);
    // Read before anything is written: the browser would have to settle its styles a second time.
    let theme = Theme::read(&host, Scheme::Page, ratio * UNITS_PER_PX);
    // Setting a size clears the canvas even where it stays the same.
    canvas.set_width(device(width));
    canvas.set_height(device(height));
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
