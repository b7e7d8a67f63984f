//! What a heat map shows and where it goes.

use std::ops::Range;

/// How a cell is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeatPaint {
    /// One of seven steps, 1 (low) to 7 (high).
    Step(u8),
    /// Hatched: too few rows for a rate.
    TooFew,
}

/// A cell with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatCell {
    /// Its fill.
    pub paint: HeatPaint,
    /// What stands in it: the rate, or "2/4" where there are too few.
    pub text: String,
    /// The same in words with day and hour, read aloud.
    pub label: String,
}

/// Value and interval of a whole row, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayRange {
    /// Lower end.
    pub low: f64,
    /// The value.
    pub value: f64,
    /// Upper end.
    pub high: f64,
}

/// A weekday.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// Its cells, one an hour; `None` is an empty outline. Beyond 24 they are not drawn.
    pub cells: Vec<Option<HeatCell>>,
    /// The value of the whole day.
    pub range: Option<DayRange>,
}

/// The block of hours that counts as working time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingHours {
    /// Rows.
    pub rows: Range<u8>,
    /// Hours, 0 to 24.
    pub hours: Range<u8>,
}

/// Everything a heat map shows, in finished text and positions.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMapData {
    /// The weekdays, in the order of the locale.
    pub rows: Vec<HeatRow>,
    /// Height of the bars on top, one an hour, 0 to 1.
    pub volumes: Vec<f64>,
    /// Beside the bars ("due").
    pub volume_name: String,
    /// Labels under the hours: which hour (0 to 24) and its text.
    pub hours: Vec<(u8, String)>,
    /// Over the day whiskers ("by day").
    pub range_name: String,
    /// The two ends of their axis.
    pub range_ends: (String, String),
    /// Working time, dashed.
    pub working: Option<WorkingHours>,
    /// For a cell with nothing in it, read aloud after day and hour.
    pub empty_label: String,
}

/// The step of a share: seven equal parts of 0 to 1.
pub fn step_of(share: f64) -> u8 {
    // In 1..=7 by the clamp; not a number is the lowest.
    ((share.clamp(0.0, 1.0) * 7.0).floor() as u8 + 1).min(7)
}

/// Left edge of the first cell and top edge of the first row.
pub(super) const LEFT: f64 = 47.0;
pub(super) const TOP: f64 = 55.0;
/// Distance from cell to cell.
pub(super) const COLUMN: f64 = 29.0;
pub(super) const ROW: f64 = 26.0;
/// Size of a cell.
pub(super) const WIDTH: f64 = 27.0;
pub(super) const HEIGHT: f64 = 24.0;
/// Hours of a day.
pub(super) const HOURS: usize = 24;
/// Ends of the axis of the day whiskers.
pub(super) const RANGE: (f64, f64) = (772.0, 872.0);

/// Left edge of an hour.
pub(super) fn x_of(hour: usize) -> f64 {
    LEFT + COLUMN * f64::from(u32::try_from(hour).unwrap_or(u32::MAX))
}

/// Top edge of a row.
pub(super) fn y_of(row: usize) -> f64 {
    TOP + ROW * f64::from(u32::try_from(row).unwrap_or(u32::MAX))
}

/// The hour that stands first where the map is wider than its place: that in which work begins, else the first that
/// has a tenth of the busiest one's volume.
pub(super) fn first_hour(data: &HeatMapData) -> usize {
    let busy = || data.volumes.iter().take(HOURS).position(|volume| *volume >= 0.1).unwrap_or(0);
    data.working.as_ref().map_or_else(busy, |working| usize::from(working.hours.start).min(HOURS - 1))
}

/// How far the map is scrolled for an hour to be in view, given how far it is scrolled and how wide its place is.
pub(super) fn scrolled_to(hour: usize, scrolled: f64, width: f64) -> f64 {
    // The names of the days stand over the picture's first part.
    let (start, end) = (x_of(hour) - LEFT, x_of(hour + 1));
    scrolled.min(start).max(end - width)
}

/// Where a key moves the chosen cell; `None` for keys that are not the map's. Hours run left to
/// right in every language.
pub(super) fn after_key(key: &str, chosen: Option<(usize, usize)>, rows: usize) -> Option<(usize, usize)> {
    let last_row = rows.checked_sub(1)?;
    let last_hour = HOURS - 1;
    let moves = matches!(key, "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End");
    let Some((row, hour)) = chosen else { return moves.then_some((0, 0)) };
    match key {
        "ArrowUp" => Some((row.saturating_sub(1), hour)),
        "ArrowDown" => Some(((row + 1).min(last_row), hour)),
        "ArrowLeft" => Some((row, hour.saturating_sub(1))),
        "ArrowRight" => Some((row, (hour + 1).min(last_hour))),
        "Home" => Some((row, 0)),
        "End" => Some((row, last_hour)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0.0, 1)]
    #[case(0.14, 1)]
    #[case(0.2, 2)]
    #[case(0.53, 4)]
    #[case(0.7, 5)]
    #[case(0.82, 6)]
    #[case(0.86, 7)]
    #[case(1.0, 7)]
    #[case(f64::NAN, 1)]
    fn shares_fall_into_seven_steps(#[case] share: f64, #[case] step: u8) {
        assert_eq!(step_of(share), step);
    }

    fn of(volumes: Vec<f64>, working: Option<WorkingHours>) -> HeatMapData {
        let no_text = String::new;
        HeatMapData {
            rows: Vec::new(),
            volumes,
            volume_name: no_text(),
            hours: Vec::new(),
            range_name: no_text(),
            range_ends: (no_text(), no_text()),
            working,
            empty_label: no_text(),
        }
    }

    #[test]
    fn a_narrow_map_begins_with_work_or_with_the_first_busy_hour() {
        let volumes = vec![0.02, 0.0, 0.0, 0.0, 0.0, 0.0, 0.09, 0.1, 0.7, 1.0];
        let working = WorkingHours { rows: 0..5, hours: 9..17 };
        assert_eq!(first_hour(&of(volumes.clone(), Some(working))), 9);
        assert_eq!(first_hour(&of(volumes, None)), 7);
        assert_eq!(first_hour(&of(Vec::new(), None)), 0);
    }

    #[test]
    fn a_chosen_hour_comes_into_view() {
        assert_eq!(scrolled_to(8, 232.0, 358.0), 232.0);
        assert_eq!(scrolled_to(7, 232.0, 358.0), 203.0);
        assert_eq!(scrolled_to(23, 232.0, 358.0), LEFT + 24.0 * COLUMN - 358.0);
        // Where all of it is in view nothing scrolls.
        assert_eq!(scrolled_to(23, 0.0, 880.0), 0.0);
    }

    #[rstest]
    #[case::enters("ArrowDown", None, Some((0, 0)))]
    #[case::stays_at_the_edge("ArrowUp", Some((0, 5)), Some((0, 5)))]
    #[case::last_row("ArrowDown", Some((6, 5)), Some((6, 5)))]
    #[case::end_of_row("End", Some((2, 5)), Some((2, 23)))]
    #[case::tab_leaves("Tab", Some((2, 5)), None)]
    #[case::tab_does_not_enter("Tab", None, None)]
    fn keys_move_the_choice(
        #[case] key: &str,
        #[case] chosen: Option<(usize, usize)>,
        #[case] expected: Option<(usize, usize)>,
    ) {
        assert_eq!(after_key(key, chosen, 7), expected);
        assert_eq!(after_key(key, chosen, 0), None);
    }
}
