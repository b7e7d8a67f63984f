//! Trails over a plane as a table and as facts.

use super::{Cell, Extreme, Facts, TableTwin, column};
use crate::charts::spec::{QuadrantSpec, Trail, Unit};

/// A row for each month, two columns for each trail.
pub(super) fn table(plane: &QuadrantSpec) -> TableTwin {
    let mut columns = vec![column("period", None)];
    for trail in &plane.trails {
        columns.extend([column("across", Some(&trail.name)), column("up", Some(&trail.name))]);
    }
    let mut days: Vec<i32> =
        plane.trails.iter().flat_map(|trail| &trail.stops).map(|stop| stop.day).collect();
    days.sort_unstable();
    days.dedup();
    let cell = |value: Option<f64>, unit: &Unit| match value.filter(|value| value.is_finite()) {
        Some(value) => Cell::Value(value, unit.clone()),
        None => Cell::Missing,
    };
    let rows = days.into_iter().map(|day| {
        let mut row = vec![Cell::Day(day)];
        for trail in &plane.trails {
            let stop = trail.stops.iter().find(|stop| stop.day == day);
            row.push(cell(stop.and_then(|stop| stop.x), &plane.x.unit));
            row.push(cell(stop.and_then(|stop| stop.y), &plane.y.unit));
        }
        row
    });
    TableTwin { rows: rows.collect(), columns }
}

/// The facts of each trail.
pub(super) fn facts(plane: &QuadrantSpec) -> Vec<Facts> {
    plane.trails.iter().map(|trail| of_trail(plane, trail)).collect()
}

/// Where a trail begins and ends: `at` is the value from left to right, `value` that from bottom to top.
fn of_trail(plane: &QuadrantSpec, trail: &Trail) -> Facts {
    let places: Vec<(f64, f64)> = trail.stops.iter().filter_map(|stop| stop.drawn()).collect();
    let place = |(x, y): (f64, f64)| Extreme { at: Cell::Value(x, plane.x.unit.clone()), value: y };
    Facts {
        key: if places.is_empty() { "chart.sentence.empty" } else { "chart.sentence.trail" }.to_owned(),
        name: trail.name.clone(),
        unit: plane.y.unit.clone(),
        points: places.len(),
        gaps: trail.stops.len() - places.len(),
        first: places.first().copied().map(place),
        last: places.last().copied().map(place),
        lowest: None,
        highest: None,
        median: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{facts, table};
    use super::*;
    use crate::charts::spec::{ChartSpec, Name};

    #[test]
    fn a_plane_is_listed_by_month_with_two_columns_for_each_trail() {
        let stop = |day: i32, x: Option<f64>, y: Option<f64>| crate::charts::Stop { day, x, y };
        let axis = crate::charts::ValueAxis::of(Unit::Ratio);
        let spec = ChartSpec::Quadrants(QuadrantSpec {
            x: axis.clone(),
            y: axis,
            split: (0.1, 0.5),
            trails: vec![
                Trail {
                    name: Name::Text("Ada".into()),
                    stops: vec![stop(0, Some(0.1), None), stop(31, Some(0.2), Some(0.6))],
                },
                Trail { name: Name::Text("Bo".into()), stops: vec![stop(31, None, Some(0.3))] },
            ],
        });
        let share = |share: f64| Cell::Value(share, Unit::Ratio);
        assert_eq!(
            table(&spec).rows,
            [
                vec![Cell::Day(0), share(0.1), Cell::Missing, Cell::Missing, Cell::Missing],
                vec![Cell::Day(31), share(0.2), share(0.6), Cell::Missing, share(0.3)],
            ]
        );
        let [ada, bo]: [Facts; 2] = facts(&spec).try_into().unwrap();
        assert_eq!((ada.points, ada.gaps, ada.last.unwrap().value), (1, 1, 0.6));
        assert_eq!((bo.points, bo.key.as_str()), (0, "chart.sentence.empty"));
        assert_eq!(spec.places(), 3);
    }
}
