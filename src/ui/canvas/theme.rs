//! The colours of a chart, read from the tokens of the page.

use plotters::style::RGBAColor;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlElement};

/// Colours and type of a chart, and how finely its backend measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Backend units per CSS pixel: every width, size and margin is multiplied by it.
    pub scale: f64,
    /// Page.
    pub paper: RGBAColor,
    /// Text.
    pub ink: RGBAColor,
    /// Secondary text.
    pub ink_2: RGBAColor,
    /// Captions.
    pub ink_3: RGBAColor,
    /// The one line of a chart.
    pub line: RGBAColor,
    /// 95 % interval.
    pub band: RGBAColor,
    /// Period before.
    pub ghost: RGBAColor,
    /// Hairlines.
    pub grid: RGBAColor,
    /// Axis.
    pub axis: RGBAColor,
    /// Tick labels.
    pub tick: RGBAColor,
    /// Goal.
    pub goal: RGBAColor,
    /// Categories in order.
    pub categories: [RGBAColor; 8],
    /// CSS list of font families.
    pub sans: String,
}

/// Which colours of the tokens to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Those the page shows now.
    Page,
    /// The light ones, for paper and files.
    Light,
}

impl Theme {
    /// One ink on one paper, for where no tokens are: what misses a token is drawn in the ink.
    pub fn of_ink(ink: RGBAColor, paper: RGBAColor, scale: f64) -> Self {
        let faint = RGBAColor(ink.0, ink.1, ink.2, ink.3 * 0.1);
        Self {
            scale,
            paper,
            ink,
            ink_2: ink,
            ink_3: ink,
            line: ink,
            band: faint,
            ghost: ink,
            grid: faint,
            axis: ink,
            tick: ink,
            goal: ink,
            categories: [ink; 8],
            sans: "sans-serif".into(),
        }
    }

    /// Reads the tokens as they hold inside `host`. Custom properties keep `light-dark()` unresolved,
    /// so a probe element takes each as its `color` and gives back what the browser made of it. The
    /// probe is styled through the CSSOM: a style attribute would be refused by the content policy.
    pub fn read(host: &HtmlElement, scheme: Scheme, scale: f64) -> Self {
        let black = RGBAColor(0, 0, 0, 1.0);
        let white = RGBAColor(255, 255, 255, 1.0);
        let Some(probe) = Probe::put_into(host, scheme) else { return Self::of_ink(black, white, scale) };
        let ink = probe.color("--ink").unwrap_or(black);
        let paper = probe.color("--paper").unwrap_or(white);
        let plain = Self::of_ink(ink, paper, scale);
        let color = |token: &str, fallback: RGBAColor| probe.color(token).unwrap_or(fallback);
        let category = |index: usize| color(&format!("--cat-{index}"), ink);
        Self {
            ink_2: color("--ink-2", ink),
            ink_3: color("--ink-3", ink),
            line: color("--chart-line", ink),
            band: color("--chart-band", plain.band),
            ghost: color("--chart-ghost", ink),
            grid: color("--chart-grid", plain.grid),
            axis: color("--chart-axis", ink),
            tick: color("--chart-tick", ink),
            goal: color("--goal", ink),
            categories: [1, 2, 3, 4, 5, 6, 7, 8].map(category),
            sans: probe.font().unwrap_or(plain.sans),
            ..Self::of_ink(ink, paper, scale)
        }
    }
}

/// An invisible element whose computed style resolves tokens; gone when dropped.
struct Probe {
    element: HtmlElement,
    style: CssStyleDeclaration,
    computed: CssStyleDeclaration,
}

impl Probe {
    fn put_into(host: &HtmlElement, scheme: Scheme) -> Option<Self> {
        let window = web_sys::window()?;
        let element: HtmlElement = window.document()?.create_element("i").ok()?.dyn_into().ok()?;
        let style = element.style();
        style.set_property("display", "none").ok()?;
        style.set_property("font-family", "var(--sans)").ok()?;
        if scheme == Scheme::Light {
            style.set_property("color-scheme", "light").ok()?;
        }
        host.append_child(&element).ok()?;
        let computed = window.get_computed_style(&element).ok().flatten()?;
        Some(Self { element, style, computed })
    }

    fn color(&self, token: &str) -> Option<RGBAColor> {
        self.style.set_property("color", &format!("var({token})")).ok()?;
        parse_color(&self.computed.get_property_value("color").ok()?)
    }

    fn font(&self) -> Option<String> {
        self.computed.get_property_value("font-family").ok().filter(|family| !family.is_empty())
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// A computed colour: `rgb()` and `rgba()` with commas or spaces, or `color(srgb …)`
/// (CSS Color 4, "Serializing sRGB values").
fn parse_color(css: &str) -> Option<RGBAColor> {
    let (name, rest) = css.trim().split_once('(')?;
    let inside = rest.strip_suffix(')')?;
    let (inside, full) = match name {
        "rgb" | "rgba" => (inside, 255.0),
        "color" => (inside.trim().strip_prefix("srgb ")?, 1.0),
        _ => return None,
    };
    let mut parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty()).map(str::parse::<f64>);
    let mut channel = || {
        let share = (parts.next()?.ok()? / full).clamp(0.0, 1.0);
        // In 0..=255 by the clamp.
        Some((share * 255.0).round() as u8)
    };
    let (red, green, blue) = (channel()?, channel()?, channel()?);
    let alpha = parts.next().map_or(Some(1.0), Result::ok)?;
    Some(RGBAColor(red, green, blue, alpha.clamp(0.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("rgb(29, 30, 27)", Some(RGBAColor(29, 30, 27, 1.0)))]
    #[case("rgba(29, 30, 27, 0.1)", Some(RGBAColor(29, 30, 27, 0.1)))]
    #[case("rgb(29 30 27 / 0.5)", Some(RGBAColor(29, 30, 27, 0.5)))]
    #[case("color(srgb 1 0.5 0)", Some(RGBAColor(255, 128, 0, 1.0)))]
    #[case("oklch(0.7 0.1 200)", None)]
    #[case("rgb(29, x, 27)", None)]
    #[case("", None)]
    fn computed_colours(#[case] css: &str, #[case] expected: Option<RGBAColor>) {
        assert_eq!(parse_color(css), expected);
    }
}
