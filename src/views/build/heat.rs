//! Weekday × hour.

use super::Asked;
use crate::metrics::{Dim, Selection, Stream};
use crate::views::{HeatCell, HeatView};

/// The heat map of a metric whose rows have a time of day; none where it has none.
pub fn heat(asked: &Asked<'_>, stream: &Stream<'_>, selection: &Selection) -> Option<HeatView> {
    if !stream.has_hours() {
        return None;
    }
    let mut cells: Vec<Vec<Option<HeatCell>>> = vec![vec![None; 24]; 7];
    let mut most = 0;
    for (key, figure) in stream.breakdown(selection, Dim::WeekdayHour) {
        let Some((weekday, hour)) = key.split_once(' ') else { continue };
        let (Ok(weekday), Ok(hour)) = (weekday.parse::<usize>(), hour.parse::<usize>()) else { continue };
        if let Some(cell) = cells.get_mut(weekday.wrapping_sub(1)).and_then(|row| row.get_mut(hour))
            && figure.n > 0
        {
            most = most.max(figure.n);
            *cell = Some(HeatCell { figure });
        }
    }
    (most > 0).then_some(HeatView { cells, most, need: asked.context.definitions.rate_needs })
}
