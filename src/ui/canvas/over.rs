//! What lies over a chart: the crosshair, and the days a person marks by dragging.

use leptos::prelude::*;

use super::painter::{Place, Plot};

/// Beyond this share of the width the tip hangs to the left of the crosshair.
const TIP_TURNS: f64 = 0.6;
/// A pointer that moves less than this was pressed, not dragged.
const DRAG_FROM: f64 = 6.0;

/// A pointer that was put down on a chart. Lengths are CSS pixels from its left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
    from: f64,
    to: f64,
    can_mark: bool,
    is_marking: bool,
    /// Where the crosshair stood before.
    pub stood_at: Option<usize>,
}

impl Drag {
    /// Begins; `can_mark` where moving on marks days.
    pub fn from(x: f64, stood_at: Option<usize>, can_mark: bool) -> Self {
        Self { from: x, to: x, can_mark, is_marking: false, stood_at }
    }

    /// Moves on; says whether days are being marked.
    pub fn to(&mut self, x: f64) -> bool {
        self.to = x;
        self.is_marking |= self.can_mark && (x - self.from).abs() > DRAG_FROM;
        self.is_marking
    }

    /// From where to where days are marked.
    pub fn marked(&self) -> Option<(f64, f64)> {
        self.is_marking.then_some((self.from.min(self.to), self.from.max(self.to)))
    }
}

/// Whether the tip of a place hangs to its left.
pub(super) fn is_turned(plot: Option<&Plot>, x: f64) -> bool {
    plot.is_some_and(|plot| x > plot.right * TIP_TURNS)
}

/// The days being marked.
pub(super) fn marked(plot: &Plot, drag: Drag) -> Option<AnyView> {
    let (from, to) = drag.marked()?;
    let (from, to) = (from.clamp(plot.left, plot.right), to.clamp(plot.left, plot.right));
    let shape = format!("M{from:.1} {:.1}H{to:.1}V{:.1}H{from:.1}Z", plot.top, plot.bottom);
    Some(view! { <path class="brush" d=shape /> }.into_any())
}

/// The crosshair, with a ring on each line.
pub(super) fn cross(plot: &Plot, place: &Place) -> AnyView {
    let x = place.x;
    let ring = |height: &f64| {
        view! { <circle class="cross" cx=format!("{x:.1}") cy=format!("{height:.1}") r="5.5" /> }.into_any()
    };
    let rings: Vec<AnyView> = place.heights.iter().map(ring).collect();
    view! {
        <path class="cross" d=format!("M{x:.1} {:.1}V{:.1}", plot.top, plot.bottom) />
        {rings}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_is_no_drag_until_it_moves() {
        let mut drag = Drag::from(100.0, Some(3), true);
        assert!(!drag.to(104.0));
        assert_eq!((drag.marked(), drag.stood_at), (None, Some(3)));
        assert!(drag.to(60.0));
        assert_eq!(drag.marked(), Some((60.0, 100.0)));
        // Back where it began it still is one.
        assert!(drag.to(99.0));
        assert_eq!(drag.marked(), Some((99.0, 100.0)));
    }

    #[test]
    fn a_finger_reads_and_marks_nothing() {
        let mut drag = Drag::from(100.0, None, false);
        assert!(!drag.to(300.0));
        assert_eq!(drag.marked(), None);
    }
}
