//! A line without axes: the weeks of a row.

use leptos::prelude::*;

use super::px;

/// Geometry of a sparkline.
const LEFT: f64 = 3.0;
const RIGHT: f64 = 143.0;
const TOP: f64 = 5.0;
const BOTTOM: f64 = 30.0;

/// The three things drawn: the line in pieces, the floor under gaps, the last point.
#[derive(Debug, PartialEq)]
struct Shape {
    line: String,
    /// Points between two gaps.
    lone: Vec<(f64, f64)>,
    floor: String,
    end: Option<(f64, f64)>,
}

/// Lays points out. A gap breaks the line and gets a floor from the point before to the one after;
/// a point between two gaps is a small dot, so that it is seen.
fn shape(points: &[Option<f64>]) -> Shape {
    let steps = u32::try_from(points.len().saturating_sub(1)).unwrap_or(u32::MAX).max(1);
    let x_of = |index: u32| LEFT + f64::from(index) * (RIGHT - LEFT) / f64::from(steps);
    let mut shape = Shape { line: String::new(), lone: Vec::new(), floor: String::new(), end: None };
    let mut before: Option<u32> = None;
    let mut joined = false;
    let mut gap_since: Option<f64> = None;
    for (index, point) in (0u32..).zip(points) {
        let x = x_of(index);
        let Some(position) = point.filter(|position| position.is_finite()) else {
            gap_since = gap_since.or(Some(before.map_or(x, x_of)));
            joined = false;
            continue;
        };
        if let Some(since) = gap_since.take() {
            shape.floor.push_str(&format!("M{} 31H{}", px(since), px(x)));
        }
        let y = BOTTOM - position.clamp(0.0, 1.0) * (BOTTOM - TOP);
        let alone = !joined && !matches!(points.get(index as usize + 1), Some(Some(_)));
        match (joined, alone) {
            (true, _) => shape.line.push_str(&format!("L{} {}", px(x), px(y))),
            (false, true) => shape.lone.push((x, y)),
            (false, false) => shape.line.push_str(&format!("M{} {}", px(x), px(y))),
        }
        joined = true;
        before = Some(index);
        shape.end = Some((x, y));
    }
    if let Some(since) = gap_since {
        shape.floor.push_str(&format!("M{} 31H{}", px(since), px(RIGHT)));
    }
    shape
}

/// The line of an event, from top to bottom.
fn mark(position: f64) -> String {
    format!("M{} 1V33", px(LEFT + position.clamp(0.0, 1.0) * (RIGHT - LEFT)))
}

/// A line over the weeks of a row, first to last. Positions are shares of the height, 0 to 1; `None`
/// is a gap. Decoration beside the numbers of its row: hidden from readers that cannot see it.
#[component]
pub fn Sparkline(
    /// The points in order of time, usually 13.
    points: Vec<Option<f64>>,
    /// Where events stand: shares of the way from the first point to the last.
    #[prop(optional)]
    events: Vec<f64>,
) -> impl IntoView {
    let Shape { line, lone, floor, end } = shape(&points);
    let lone = lone
        .into_iter()
        .map(|(x, y)| view! { <circle class="dot" cx=px(x) cy=px(y) r="1.6" /> })
        .collect_view();
    let floor = (!floor.is_empty()).then(|| view! { <path class="grid" stroke-dasharray="2 3" d=floor /> });
    let end = end.map(|(x, y)| view! { <circle class="dot" cx=px(x) cy=px(y) r="2.6" /> });
    let marks: String = events.into_iter().map(mark).collect();
    let marks = (!marks.is_empty()).then(|| view! { <path class="event" d=marks /> });
    view! {
        <svg width="150" height="34" viewBox="0 0 150 34" aria-hidden="true">
            {marks}
            {floor}
            <path class="ln thin" d=line />
            {lone}
            {end}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_a_gap_with_a_floor() {
        let shape = shape(&[Some(0.0), None, None, Some(1.0), Some(0.5)]);
        assert_eq!(shape.line, "M108 5L143 17.5");
        assert_eq!(shape.lone, [(3.0, 30.0)]);
        assert_eq!(shape.floor, "M3 31H108");
        assert_eq!(shape.end, Some((143.0, 17.5)));
    }

    #[test]
    fn gaps_at_the_ends_have_a_floor_too() {
        let shape = shape(&[None, Some(0.0), Some(0.0), None]);
        assert_eq!(shape.floor, "M3 31H49.7M96.3 31H143");
        assert_eq!(shape.end.map(|(x, y)| (px(x), px(y))), Some(("96.3".into(), "30".into())));
    }

    #[test]
    fn an_event_stands_between_the_first_and_the_last_point() {
        assert_eq!([0.0, 0.5, 1.0, 7.0].map(mark), ["M3 1V33", "M73 1V33", "M143 1V33", "M143 1V33"]);
    }

    #[test]
    fn nothing_is_no_line() {
        assert_eq!(
            shape(&[]),
            Shape { line: String::new(), lone: Vec::new(), floor: String::new(), end: None }
        );
        assert_eq!(shape(&[None, Some(f64::NAN)]).line, "");
    }
}
