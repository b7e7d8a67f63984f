//! The week by hours in finished text and positions.

use crate::metrics::{Figure, State, Unit};
use crate::ui::parts::{HeatCell, HeatMapData, HeatPaint, HeatRow, step_of};
use crate::ui::phrases::cases;
use crate::ui::words::Words;
use crate::views::{HeatView, ScoreRow};

/// Hours that get a label under the map.
const LABELS: [u8; 9] = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/// What the cells show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The metric's value.
    Value,
    /// How many cases came in.
    Volume,
}

/// The weekday of a row, 1 = Monday.
pub fn weekday_of(words: Words, row: usize) -> u8 {
    let row = u8::try_from(row).unwrap_or(0);
    (words.first_weekday() - 1 + row) % 7 + 1
}

/// The figure of a row and hour as shown.
pub fn figure_at(words: Words, heat: &HeatView, row: usize, hour: usize) -> Option<&Figure> {
    let weekday = usize::from(weekday_of(words, row));
    heat.cells.get(weekday - 1)?.get(hour)?.as_ref().map(|cell| &cell.figure)
}

/// Whether a figure rests on too few cases for a value.
pub fn is_too_few(heat: &HeatView, figure: &Figure) -> bool {
    figure.n < u64::from(heat.need) || figure.value().is_none()
}

/// Upper end of the colour scale: 1 for shares, else the largest value that is shown.
pub fn scale_top(unit: Unit, heat: &HeatView) -> f64 {
    if unit == Unit::Ratio {
        return 1.0;
    }
    let figures = heat.cells.iter().flatten().flatten().map(|cell| &cell.figure);
    figures.filter(|figure| !is_too_few(heat, figure)).filter_map(Figure::value).fold(0.0, f64::max)
}

/// Everything the map shows.
pub fn data(words: Words, of: &ScoreRow, heat: &HeatView, shown: Shown) -> HeatMapData {
    let top = scale_top(of.unit, heat);
    let rows = (0..7)
        .map(|row| {
            let name = words.weekday(weekday_of(words, row));
            let cells = (0..24u8)
                .map(|hour| {
                    let figure = figure_at(words, heat, row, usize::from(hour))?;
                    Some(cell(
                        words,
                        of,
                        heat,
                        figure,
                        shown,
                        top,
                        &words.in_line([name.clone(), words.hour_range(hour)]),
                    ))
                })
                .collect();
            HeatRow { name, cells, range: None }
        })
        .collect();
    let hourly: Vec<f64> = (0..24)
        .map(|hour| {
            let of_hour = heat.cells.iter().filter_map(|day| day.get(hour)?.as_ref());
            of_hour.map(|cell| cell.figure.n as f64).sum()
        })
        .collect();
    let most = hourly.iter().copied().fold(1.0, f64::max);
    HeatMapData {
        rows,
        volumes: hourly.into_iter().map(|volume| volume / most).collect(),
        volume_name: words.t("heat.due"),
        hours: LABELS.iter().map(|hour| (*hour, words.hour(*hour))).collect(),
        range_name: String::new(),
        range_ends: (String::new(), String::new()),
        working: None,
        empty_label: words.t("heat.empty"),
    }
}

fn cell(
    words: Words,
    of: &ScoreRow,
    heat: &HeatView,
    figure: &Figure,
    shown: Shown,
    top: f64,
    place: &str,
) -> HeatCell {
    let (paint, text, said) = match shown {
        Shown::Volume => {
            let count = words.integer(figure.n);
            (HeatPaint::Step(step_of(figure.n as f64 / heat.most.max(1) as f64)), count.clone(), count)
        }
        Shown::Value if is_too_few(heat, figure) => {
            let counts = counts(figure);
            (
                HeatPaint::TooFew,
                format!("{}/{}", words.tidy(counts), words.integer(figure.n)),
                words.k_of_n(counts, figure.n),
            )
        }
        Shown::Value => {
            let value = figure.value().unwrap_or_default();
            let share = if top > 0.0 { value / top } else { 0.0 };
            (
                HeatPaint::Step(step_of(share)),
                in_cell(words, of.unit, value),
                words.read_aloud(of.unit, figure, ""),
            )
        }
    };
    HeatCell { paint, text, label: words.labelled(place, &said) }
}

/// How many of a cell's cases have it: answered in time, or answered at all.
pub fn counts(figure: &Figure) -> f64 {
    cases(figure).unwrap_or_else(|| figure.duration.map_or(0.0, |duration| duration.events as f64))
}

/// A value as short as a cell needs it: `82` for 82 %, `4.2` and `37` for hours.
fn in_cell(words: Words, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Ratio => words.number(value * 100.0, 0),
        _ => words.number(value, u32::from(value < 10.0)),
    }
}

/// Whether half of a cell's cases are not reached, which is said beside the map.
pub fn is_not_reached(figure: &Figure) -> bool {
    figure.state == State::NotReached
}
