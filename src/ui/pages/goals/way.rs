//! The small picture of a goal: the line from start to target, the way so far, and the flag at the end.

use leptos::prelude::*;

use crate::facts::Day;
use crate::metrics::Progress;

/// Geometry in CSS pixels.
const WIDTH: f64 = 190.0;
const HEIGHT: f64 = 56.0;
const MARGIN: f64 = 8.0;

/// What is drawn: the plan from corner to corner, the way in pieces, and where it stands.
#[derive(Debug, PartialEq)]
struct Shape {
    plan: Option<[(f64, f64); 2]>,
    way: String,
    now: Option<(f64, f64)>,
    flag: (f64, f64),
    /// The days from the start to the deadline that are over.
    now_x: Option<f64>,
}

/// Lays a goal out over its days.
fn shape(progress: &Progress, from: Day, to: Day) -> Shape {
    let days = f64::from((to.0 - from.0).max(1));
    let x = |day: Day| MARGIN + f64::from(day.0 - from.0).clamp(0.0, days) / days * (WIDTH - 2.0 * MARGIN);
    let last = progress.points.iter().rev().find_map(|(day, value)| value.map(|value| (*day, value)));
    let now = progress.figure.value().or(last.map(|(_, value)| value));
    let values: Vec<f64> = (progress.points.iter().filter_map(|(_, value)| *value))
        .chain([progress.target])
        .chain(progress.start_value)
        .chain(now)
        .filter(|value| value.is_finite())
        .collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let height = HEIGHT - 2.0 * MARGIN;
    let y = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        HEIGHT - MARGIN - share * height
    };
    let mut way = String::new();
    let mut is_joined = false;
    for (day, value) in &progress.points {
        match value {
            Some(value) => {
                let command = if is_joined { 'L' } else { 'M' };
                way.push_str(&format!("{command}{:.1} {:.1}", x(*day), y(*value)));
                is_joined = true;
            }
            None => is_joined = false,
        }
    }
    let as_of = progress.as_of;
    Shape {
        plan: progress.start_value.map(|start| [(x(from), y(start)), (x(to), y(progress.target))]),
        way,
        now: as_of.zip(now).map(|(day, value)| (x(day), y(value))),
        flag: (x(to), y(progress.target)),
        now_x: as_of.map(x),
    }
}

/// The picture; beside it the same stands in words.
#[component]
pub fn Way(
    /// How far it has come.
    progress: Progress,
    /// The day before its first.
    from: Day,
    /// Its last day.
    to: Day,
) -> impl IntoView {
    let Shape { plan, way, now, flag, now_x } = shape(&progress, from, to);
    let plan = plan.map(|[(x1, y1), (x2, y2)]| {
        view! { <path class="goalst plan" d=format!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}") /> }
    });
    let floor = HEIGHT - 2.0;
    let end = WIDTH - MARGIN;
    let today = now_x.map(|x| view! { <path class="axis" d=format!("M{x:.1} {}v4", floor - 2.0) /> });
    let now =
        now.map(|(x, y)| view! { <circle class="dot" cx=format!("{x:.1}") cy=format!("{y:.1}") r="3" /> });
    let (flag_x, flag_y) = flag;
    view! {
        <svg
            class="way"
            width="190"
            height="56"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            aria-hidden="true"
        >
            <path class="axis" d=format!("M{MARGIN} {floor}H{end}") fill="none" />
            {today}
            {plan}
            <path class="ln thin" d=way />
            {now}
            <path class="goal" d=format!("M{flag_x:.1} {:.1}l-6 2.6 6 2.6Z", flag_y - 2.6) />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::{Figure, Measure, Missing, Standing};

    fn progress() -> Progress {
        Progress {
            measure: Measure::Level,
            as_of: Some(Day(5)),
            figure: Figure::missing(Missing::OutsideData),
            start_value: Some(10.0),
            target: 30.0,
            falls: false,
            line: None,
            pace_needed: None,
            pace: None,
            standing: Standing::Unknown,
            forecast: None,
            steps: 0,
            weeks: None,
            points: vec![(Day(0), Some(10.0)), (Day(5), Some(20.0)), (Day(8), None), (Day(9), Some(20.0))],
        }
    }

    #[test]
    fn the_plan_goes_from_corner_to_corner_and_a_gap_stays_open() {
        let shape = shape(&progress(), Day(0), Day(10));
        assert_eq!(shape.plan, Some([(8.0, 48.0), (182.0, 8.0)]));
        assert_eq!(shape.way, "M8.0 48.0L95.0 28.0M164.6 28.0");
        assert_eq!((shape.now, shape.flag), (Some((95.0, 28.0)), (182.0, 8.0)));
    }

    #[test]
    fn without_anything_there_is_a_flag_in_the_middle() {
        let nothing = Progress { as_of: None, start_value: None, points: Vec::new(), ..progress() };
        let shape = shape(&nothing, Day(0), Day(0));
        assert_eq!((shape.plan, shape.now, shape.flag.1), (None, None, 28.0));
    }
}
