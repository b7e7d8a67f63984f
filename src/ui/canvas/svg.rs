//! A backend that writes SVG: the file to download, and the picture the tests compare.
//!
//! Plotters' own SVG backend measures text with a font loader, which in a browser puts a styled
//! element into the page and is refused by the content policy; this one is handed a measure.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// Backend units per pixel of the picture: an eighth of a pixel is what plotters' whole numbers
/// are rounded to.
pub const UNITS_PER_PX: f64 = 8.0;

/// Width in CSS pixels of a text in a font family at a size in CSS pixels.
pub type Measure = dyn Fn(&str, &str, f64) -> f64;

/// Collects the elements of a picture.
pub struct SvgBackend<'a> {
    width_px: u32,
    height_px: u32,
    measure: &'a Measure,
    elements: &'a mut String,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// Writes elements, without the root, to the end of `elements`.
    pub fn new(width_px: u32, height_px: u32, measure: &'a Measure, elements: &'a mut String) -> Self {
        Self { width_px, height_px, measure, elements }
    }

    fn put(&mut self, element: std::fmt::Arguments<'_>) -> Drawn {
        // Writing to a string cannot fail.
        let _ = self.elements.write_fmt(element);
        self.elements.push('\n');
        Ok(())
    }
}

/// Text with the characters that mean something in XML replaced; what XML cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn px(units: i32) -> f64 {
    f64::from(units) / UNITS_PER_PX
}

fn paint(attribute: &str, color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let opacity = if color.alpha < 1.0 {
        format!(r#" {attribute}-opacity="{:.3}""#, color.alpha)
    } else {
        String::new()
    };
    format!(r##"{attribute}="#{red:02x}{green:02x}{blue:02x}"{opacity}"##)
}

fn stroke<S: BackendStyle>(style: &S) -> String {
    let width = f64::from(style.stroke_width()) / UNITS_PER_PX;
    format!(r#"fill="none" {} stroke-width="{width}""#, paint("stroke", style.color()))
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let list: Vec<String> = path.into_iter().map(|(x, y)| format!("{},{}", px(x), px(y))).collect();
    list.join(" ")
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        // Saturates far beyond any picture.
        let units = |px: u32| (f64::from(px) * UNITS_PER_PX) as u32;
        (units(self.width_px), units(self.height_px))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let side = 1.0 / UNITS_PER_PX;
        let fill = paint("fill", color);
        self.put(format_args!(r#"<rect x="{}" y="{}" width="{side}" height="{side}" {fill}/>"#, px(x), px(y)))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let paint = if fill { paint("fill", style.color()) } else { stroke(style) };
        let (width, height) = (px(to.0) - px(from.0), px(to.1) - px(from.1));
        self.put(format_args!(
            r#"<rect x="{}" y="{}" width="{width}" height="{height}" {paint}/>"#,
            px(from.0),
            px(from.1)
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let (points, stroke) = (points(path), stroke(style));
        self.put(format_args!(r#"<polyline points="{points}" {stroke} stroke-linejoin="round"/>"#))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let paint = if fill { paint("fill", style.color()) } else { stroke(style) };
        let radius = f64::from(radius) / UNITS_PER_PX;
        self.put(format_args!(r#"<circle cx="{}" cy="{}" r="{radius}" {paint}/>"#, px(x), px(y)))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let (points, fill) = (points(path), paint("fill", style.color()));
        self.put(format_args!(r#"<polygon points="{points}" {fill}/>"#))
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let size = style.size() / UNITS_PER_PX;
        let baseline = px(y) + size * baseline_shift(&style.anchor().v_pos);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let family = escaped(style.family().as_str());
        let (fill, text) = (paint("fill", style.color()), escaped(text));
        self.put(format_args!(
            r#"<text x="{}" y="{baseline}" text-anchor="{anchor}" font-family="{family}" font-size="{size}" {fill}>{text}</text>"#,
            px(x)
        ))
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() / UNITS_PER_PX;
        let width = (self.measure)(text, style.family().as_str(), size) * UNITS_PER_PX;
        // Saturates; a text is a few hundred pixels wide.
        Ok((width.max(0.0).ceil() as u32, style.size().max(0.0).ceil() as u32))
    }
}

/// How far below its anchor a text's baseline lies, in parts of its size. Taken from the letters of
/// usual text faces (capitals 0.7 high) rather than from the font, so canvas and file agree.
pub(super) fn baseline_shift(anchor: &VPos) -> f64 {
    match anchor {
        VPos::Top => 0.8,
        VPos::Center => 0.35,
        VPos::Bottom => -0.2,
    }
}
