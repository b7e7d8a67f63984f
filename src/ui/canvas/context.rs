//! The plotters backend of a browser canvas: `plotters-canvas` for shapes, and what it does not do for dense
//! screens, hairlines and right-to-left pages.
//!
//! Plotters counts in whole units; a unit here is an eighth of a device pixel, so that slow slopes
//! do not step and a 1.75 px line is 1.75 px. Upright and level strokes are moved onto the pixel
//! grid, so hairlines stay one pixel at every resolution. The canvas itself has as many pixels as
//! the screen gives it (CSS size × device pixel ratio).

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::svg::baseline_shift;

/// Backend units per device pixel.
pub const UNITS_PER_PX: f64 = 8.0;

/// The canvas refused a call.
#[derive(Debug, thiserror::Error)]
#[error("canvas: {0}")]
pub struct ContextError(String);

/// Draws on a canvas whose pixels are device pixels.
pub struct ContextBackend {
    shapes: CanvasBackend,
    context: CanvasRenderingContext2d,
    width_px: u32,
    height_px: u32,
}

type Drawn = Result<(), DrawingErrorKind<ContextError>>;

impl ContextBackend {
    /// A backend for a canvas whose size in pixels is set; none where the browser gives no context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let (width_px, height_px) = (canvas.width(), canvas.height());
        Some(Self { shapes: CanvasBackend::with_canvas_object(canvas)?, context, width_px, height_px })
    }

    /// Draws a shape through `plotters-canvas`, which takes units for pixels: the canvas is scaled meanwhile.
    fn shape<E: std::error::Error + Send + Sync>(
        &mut self,
        draw: impl FnOnce(&mut CanvasBackend) -> Result<(), DrawingErrorKind<E>>,
    ) -> Drawn {
        self.context.save();
        self.context.scale(1.0 / UNITS_PER_PX, 1.0 / UNITS_PER_PX).map_err(refused)?;
        let drawn = draw(&mut self.shapes);
        self.context.restore();
        drawn.map_err(|error| DrawingErrorKind::DrawingError(ContextError(error.to_string())))
    }

    fn set_stroke<S: BackendStyle>(&self, style: &S, width_px: f64) {
        self.context.set_stroke_style_str(&css(style.color()));
        self.context.set_line_width(width_px);
    }

    fn set_text<T: BackendTextStyle>(&self, style: &T) {
        let size = style.size() / UNITS_PER_PX;
        self.context.set_font(&format!("{size}px {}", style.family().as_str()));
    }

    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (index, (x, y)) in points.into_iter().enumerate() {
            if index == 0 {
                self.context.move_to(px(x), px(y));
            } else {
                self.context.line_to(px(x), px(y));
            }
        }
    }
}

fn px(units: i32) -> f64 {
    f64::from(units) / UNITS_PER_PX
}

fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    format!("rgba({red},{green},{blue},{})", color.alpha)
}

fn refused(error: JsValue) -> DrawingErrorKind<ContextError> {
    DrawingErrorKind::DrawingError(ContextError(format!("{error:?}")))
}

/// Where the middle of a stroke must lie for its edges to fall on whole pixels.
fn on_grid(at_px: f64, width_px: f64) -> f64 {
    let is_odd = width_px.rem_euclid(2.0) >= 1.0;
    if is_odd { at_px.floor() + 0.5 } else { at_px.round() }
}

impl DrawingBackend for ContextBackend {
    type ErrorType = ContextError;

    fn get_size(&self) -> (u32, u32) {
        // Saturates far beyond any screen.
        let units = |px: u32| (f64::from(px) * UNITS_PER_PX) as u32;
        (units(self.width_px), units(self.height_px))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.shape(|shapes| shapes.draw_pixel(point, color))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let width = f64::from(style.stroke_width()) / UNITS_PER_PX;
        let whole = width.round().max(1.0);
        let (mut x0, mut y0, mut x1, mut y1) = (px(from.0), px(from.1), px(to.0), px(to.1));
        let straight = from.0 == to.0 || from.1 == to.1;
        if from.0 == to.0 {
            x0 = on_grid(x0, whole);
            x1 = x0;
        } else if from.1 == to.1 {
            y0 = on_grid(y0, whole);
            y1 = y0;
        }
        self.set_stroke(style, if straight { whole } else { width });
        self.context.set_line_cap("butt");
        self.context.begin_path();
        self.context.move_to(x0, y0);
        self.context.line_to(x1, y1);
        self.context.stroke();
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.shape(|shapes| shapes.draw_rect(from, to, style, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = points.as_slice() {
            return self.draw_line(*from, *to, style);
        }
        self.set_stroke(style, f64::from(style.stroke_width()) / UNITS_PER_PX);
        self.context.set_line_join("round");
        self.context.set_line_cap("round");
        self.trace(points);
        self.context.stroke();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.shape(|shapes| shapes.draw_circle(center, radius, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.shape(|shapes| shapes.fill_polygon(path, style))
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        self.set_text(style);
        self.context.set_fill_style_str(&css(style.color()));
        // Physical sides: "start" and "end" follow the direction of the page.
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        self.context.set_text_baseline("alphabetic");
        let size = style.size() / UNITS_PER_PX;
        let baseline = px(y) + size * baseline_shift(&style.anchor().v_pos);
        self.context.fill_text(text, px(x), baseline.round()).map_err(refused)
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<ContextError>> {
        self.set_text(style);
        let width = self.context.measure_text(text).map_err(refused)?.width() * UNITS_PER_PX;
        // Saturates; a text is a few hundred pixels wide.
        Ok((width.max(0.0).ceil() as u32, style.size().max(0.0).ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::hairline(34.0, 1.0, 34.5)]
    #[case::hairline_between(34.9, 1.0, 34.5)]
    #[case::two_pixels(34.4, 2.0, 34.0)]
    #[case::three_pixels(34.4, 3.0, 34.5)]
    fn straight_strokes_fall_on_pixels(#[case] at: f64, #[case] width: f64, #[case] expected: f64) {
        assert_eq!(on_grid(at, width), expected);
    }
}
