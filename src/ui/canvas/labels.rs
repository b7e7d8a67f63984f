//! The words and numbers of a chart, made by the page in its language.

use std::rc::Rc;

use crate::charts::{DayStyle, Unit};

/// Writes the numbers and days of the axes in a locale.
pub trait Format {
    /// A tick of an axis. The unit is written on the last tick only (`with_unit`), so that the
    /// others stay bare numbers: 0, 25, 50, 75, 100%.
    fn value(&self, value: f64, unit: &Unit, with_unit: bool) -> String;

    /// A day since 1970-01-01 under a time axis.
    fn day(&self, day: i32, style: DayStyle) -> String;
}

/// What is written inside a chart.
#[derive(Clone)]
pub struct Labels {
    /// Ticks.
    pub format: Rc<dyn Format>,
    /// Over the plot, what the vertical axis counts; empty for none.
    pub title: String,
    /// Under the plot, what the horizontal axis counts; empty for none.
    pub across: String,
    /// In the quarters of a plane, in the order of [`Quarter::ALL`](crate::charts::Quarter::ALL).
    pub corners: Vec<String>,
    /// On the goal line ("goal 70%"); empty for none.
    pub goal: String,
    /// At the ends of several lines, in the order of the series; empty where the legend must carry them.
    pub names: Vec<String>,
    /// On the line of the period before; empty for none, as where the legend must carry names.
    pub before: String,
    /// On the line that lies over the others; empty where the legend must carry its name.
    pub over: String,
    /// On top of each event, in the order of the spec; shorter lists leave the rest unnamed.
    pub events: Vec<String>,
    /// At each median, in the order of the series; empty strings for none.
    pub medians: Vec<String>,
    /// Before the numbers at risk ("n").
    pub at_risk: String,
}

impl Labels {
    /// Ticks only.
    pub fn bare(format: Rc<dyn Format>) -> Self {
        Self {
            format,
            title: String::new(),
            across: String::new(),
            corners: Vec::new(),
            goal: String::new(),
            names: Vec::new(),
            before: String::new(),
            over: String::new(),
            events: Vec::new(),
            medians: Vec::new(),
            at_risk: String::new(),
        }
    }
}

/// Right-to-left text wrapped so that it keeps its own order inside a left-to-right canvas
/// (U+2067 … U+2069; Unicode Bidirectional Algorithm, UAX #9, explicit isolates).
pub(super) fn isolated(text: &str) -> std::borrow::Cow<'_, str> {
    let right_to_left =
        |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if text.contains(right_to_left) { format!("\u{2067}{text}\u{2069}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_isolated_and_latin_is_left_alone() {
        assert_eq!(isolated("مبيعات 12%"), "\u{2067}مبيعات 12%\u{2069}");
        assert_eq!(isolated("goal 70%"), "goal 70%");
    }
}
