//! Draws values over time.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::names::{names, room_for_names};
use super::overlay::{self, Scale};
use super::painter::{Margins, PaintError, Place, Plot, frame, value_grid, value_labels};
use super::pen::{Chart, NOTE, Pen, TICK, Type, held};
use super::series::{band_color, marker, series_color, series_line};
use crate::charts::reduce::by_column;
use crate::charts::{Marker, Point, TimeAxis, TrendSeries, TrendSpec, ValueTicks, time_ticks, value_ticks};

/// Room between the ends of the axis and the first and last point.
const INSET: f64 = 12.0;
/// Points nearer than this are drawn as a line without dots.
const DOT_SPACING: f64 = 7.0;
/// A plot narrower than this leaves the name of the period before to the legend.
pub(super) const ROOM_FOR_BEFORE: f64 = 420.0;

pub(super) fn paint<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    spec: &TrendSpec,
    labels: &Labels,
) -> Result<Plot, PaintError>
where
    B::ErrorType: 'static,
{
    let (lowest, highest) = spec.extent().unwrap_or((0.0, 0.0));
    let ticks = value_ticks(lowest, highest, &spec.y, 4);
    let (texts, widest) = value_labels(pen, &ticks, &spec.y.unit, labels)?;
    let headed = !spec.events.is_empty() || !labels.title.is_empty();
    let top = if headed { 34.0 } else { 12.0 };
    let left = widest.max(18.0) + 10.0;
    let room = room_for_names(pen, spec, labels, left)?;
    let right = overlay::room_for_scale(pen, spec, labels)?.max(room.unwrap_or(20.0));
    let margins = Margins { left, top, right, bottom: 34.0 };

    let (from, to) = (f64::from(spec.x.from_day), f64::from(spec.x.to_day));
    let (from, to) = if from < to { (from, to) } else { (from - 0.5, from + 0.5) };
    let inner = pen.size().0 - margins.left - margins.right - 2.0 * INSET;
    let pad = if inner > 0.0 { (to - from) * INSET / inner } else { 0.0 };
    let (mut chart, mut plot) = frame(pen, &margins, (from - pad, to + pad), up(spec, &ticks))?;

    value_grid(pen, &chart, &plot, &ticks, &texts)?;
    time_axis(pen, &chart, &plot, spec, labels)?;
    for (index, series) in spec.series.iter().enumerate() {
        band(pen, &mut chart, &plot, series, spec.x, band_color(pen, index, spec.series.len()))?;
    }
    if let Some(goal) = spec.goal.filter(|goal| goal.is_finite()) {
        let (_, y) = pen.place(&chart, (from, goal));
        pen.dashes(&[(plot.left, y), (plot.right, y)], 7.0, 3.0, pen.stroke(pen.theme.goal, 1.25))?;
    }
    if let Some(before) = &spec.before {
        let style = pen.stroke(pen.theme.ghost, 1.25);
        for run in runs(before, spec.x) {
            let points: Vec<_> =
                by_column(&pairs(&run), columns(&plot)).into_iter().map(|at| held(&chart, at)).collect();
            chart.draw_series(DashedLineSeries::new(points, pen.units(3.0), pen.units(3.0), style))?;
        }
    }
    let scale = spec.over.as_ref().map(|over| Scale::new(over, up(spec, &ticks)));
    if let (Some(over), Some(scale)) = (&spec.over, scale) {
        overlay::paint(pen, &mut chart, &plot, spec.x, over, scale)?;
    }
    for (index, series) in spec.series.iter().enumerate() {
        line(pen, &mut chart, &plot, spec, series, index)?;
    }
    events(pen, &chart, &plot, spec, labels)?;
    words(pen, &chart, &plot, spec, labels)?;
    if let (Some(over), Some(scale)) = (&spec.over, scale) {
        overlay::words(pen, &chart, &plot, spec, over, scale, labels)?;
    }
    plot.is_named = room.is_some() && names(pen, &chart, &plot, spec, labels)?;

    let place = |day: i32| {
        let values = spec.series.iter().filter_map(|series| series.on(day)?.drawn());
        let over = spec.over.as_ref().zip(scale);
        let over = over.and_then(|(over, scale)| Some(scale.of(over.series.on(day)?.drawn()?)));
        let height = |value: f64| pen.place(&chart, (f64::from(day), value)).1;
        let heights = values.chain(over).map(height).collect();
        Place { x: pen.place(&chart, (f64::from(day), 0.0)).0, heights }
    };
    plot.places = spec.days().into_iter().map(place).collect();
    Ok(plot)
}

/// The value axis from the bottom of the picture to its top.
fn up(spec: &TrendSpec, ticks: &ValueTicks) -> (f64, f64) {
    if spec.y.unit.goes_down() { (ticks.top, ticks.bottom) } else { (ticks.bottom, ticks.top) }
}

/// Stretches of points with a value on the days shown; a gap ends one.
pub(super) fn runs(series: &TrendSeries, x: TimeAxis) -> Vec<Vec<&Point>> {
    let shown = move |point: &Point| point.drawn().is_some() && x.holds(point.day);
    series
        .points
        .chunk_by(|a, b| shown(a) && shown(b))
        .map(|run| run.iter().filter(|point| shown(point)).collect::<Vec<_>>())
        .filter(|run| !run.is_empty())
        .collect()
}

/// The last point with a value on the days shown.
pub(super) fn last_shown(series: &TrendSeries, x: TimeAxis) -> Option<(f64, f64)> {
    let shown = |point: &&Point| x.holds(point.day);
    let end = |point: &Point| point.drawn().map(|value| (f64::from(point.day), value));
    series.points.iter().rev().filter(shown).find_map(end)
}

fn pairs(run: &[&Point]) -> Vec<(f64, f64)> {
    run.iter().filter_map(|point| point.drawn().map(|value| (f64::from(point.day), value))).collect()
}

/// Pixel columns of a plot, for thinning.
pub(super) fn columns(plot: &Plot) -> usize {
    // Saturates; a plot is a few thousand pixels wide.
    (plot.right - plot.left).ceil() as usize
}

fn band<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &mut Chart<'_, B>,
    plot: &Plot,
    series: &TrendSeries,
    x_axis: TimeAxis,
    color: RGBAColor,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    for run in runs(series, x_axis) {
        let bounded = |a: &&Point, b: &&Point| a.drawn_interval().is_some() && b.drawn_interval().is_some();
        for part in run.chunk_by(bounded) {
            let ends = |pick: fn(crate::charts::Interval) -> f64| -> Vec<(f64, f64)> {
                let at = |point: &&Point| point.drawn_interval().map(|i| (f64::from(point.day), pick(i)));
                by_column(&part.iter().filter_map(at).collect::<Vec<_>>(), columns(plot))
            };
            let (highs, lows) = (ends(|i| i.high), ends(|i| i.low));
            if let ([high], [low]) = (highs.as_slice(), lows.as_slice()) {
                // A point alone has no stretch to shade: a bar as wide as its dot.
                let (x, top) = pen.place(chart, *high);
                let (_, bottom) = pen.place(chart, *low);
                pen.shape(&[(x - 3.0, top), (x + 3.0, top), (x + 3.0, bottom), (x - 3.0, bottom)], color)?;
            } else if !highs.is_empty() {
                let outline: Vec<(f64, f64)> =
                    highs.into_iter().chain(lows.into_iter().rev()).map(|at| held(chart, at)).collect();
                chart.draw_series(std::iter::once(Polygon::new(outline, pen.fill(color))))?;
            }
        }
    }
    Ok(())
}

fn line<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &mut Chart<'_, B>,
    plot: &Plot,
    spec: &TrendSpec,
    series: &TrendSeries,
    index: usize,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let (of, x_axis) = (spec.series.len(), spec.x);
    let color = series_color(pen, index, of);
    let count = u32::try_from(series.points.len()).unwrap_or(u32::MAX);
    let dotted = (plot.right - plot.left) / f64::from(count.max(1)) >= DOT_SPACING;
    for run in runs(series, x_axis) {
        let points = pairs(&run);
        series_line(pen, chart, by_column(&points, columns(plot)), index, of)?;
        // A point between two gaps has no line to carry it.
        if dotted || points.len() == 1 {
            let shape = if of > 1 { Marker::of_series(index) } else { Marker::Circle };
            for point in points {
                marker(pen, pen.place(chart, point), shape, color)?;
            }
        }
    }
    Ok(())
}

fn time_axis<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &TrendSpec,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let kind = Type { size: TICK, color: pen.theme.tick, h: HPos::Center, v: VPos::Center, halo: false };
    let width = plot.right - plot.left - 2.0 * INSET;
    // The longest label is "30 Sep" or a year with its month; a locale may need more than 44 px.
    let sample = labels.format.day(spec.x.to_day, crate::charts::DayStyle::DayMonth);
    let spacing = (pen.text_width(&sample, TICK)? + 10.0).max(44.0);
    let mut free_from = 0.0;
    for tick in time_ticks(spec.x.from_day, spec.x.to_day, width, spacing) {
        let (x, _) = pen.place(chart, (f64::from(tick.day), 0.0));
        pen.path(&[(x, plot.bottom), (x, plot.bottom + 4.0)], pen.stroke(pen.theme.axis, 1.0))?;
        let text = labels.format.day(tick.day, tick.style);
        let half = pen.text_width(&text, TICK)? / 2.0;
        let middle = pen.middle(&text, x, TICK)?;
        // A month with its year is wider than the sample; what would touch keeps its tick alone.
        if middle - half >= free_from {
            pen.write(&text, middle, plot.bottom + 13.0, kind)?;
            free_from = middle + half + 6.0;
        }
    }
    Ok(())
}

/// Dotted lines with a dot and a name on top. A name goes right of its line, else left of it; where
/// neighbours leave no room it is left to the table.
fn events<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &TrendSpec,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let y = plot.top - 20.0;
    let xs: Vec<(f64, &str)> = spec
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| spec.x.holds(event.day))
        .map(|(index, event)| {
            let (x, _) = pen.place(chart, (f64::from(event.day), 0.0));
            (x, labels.events.get(index).map_or("", String::as_str))
        })
        .collect();
    let (page_right, _) = pen.size();
    let mut taken_to = 0.0;
    for (index, (x, text)) in xs.iter().enumerate() {
        pen.dashes(&[(*x, y), (*x, plot.bottom)], 1.0, 3.0, pen.stroke(pen.theme.ink_3, 1.0))?;
        pen.dot((*x, y), 3.0, pen.theme.ink_3)?;
        let width = pen.text_width(text, NOTE)?;
        let free_to = xs.get(index + 1).map_or(page_right, |(next, _)| next - 8.0);
        let kind = Type { size: NOTE, color: pen.theme.ink_2, h: HPos::Left, v: VPos::Center, halo: false };
        if x + 9.0 + width <= free_to {
            pen.write(text, x + 9.0, y, kind)?;
            taken_to = x + 9.0 + width + 8.0;
        } else if x - 9.0 - width >= taken_to {
            pen.write(text, x - 9.0, y, Type { h: HPos::Right, ..kind })?;
            taken_to = x + 8.0;
        } else {
            taken_to = x + 8.0;
        }
    }
    Ok(())
}

/// Names on the lines and over the plot.
fn words<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &TrendSpec,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let plain = Type { size: NOTE, color: pen.theme.ink_2, h: HPos::Left, v: VPos::Center, halo: true };
    // Events own the row on top.
    if spec.events.is_empty() {
        pen.write(&labels.title, plot.left, plot.top - 20.0, Type { halo: false, ..plain })?;
    }
    if let Some(goal) = spec.goal.filter(|goal| goal.is_finite()) {
        let (_, y) = pen.place(chart, (0.0, goal));
        let above = if y - 11.0 < plot.top { 11.0 } else { -11.0 };
        pen.write(&labels.goal, plot.left + 4.0, y + above, Type { color: pen.theme.goal, ..plain })?;
    }
    let last_of = |series: &TrendSeries| last_shown(series, spec.x);
    let is_roomy = plot.right - plot.left >= ROOM_FOR_BEFORE;
    if let Some(end) = spec.before.as_ref().and_then(last_of).filter(|_| is_roomy) {
        let (x, y) = pen.place(chart, end);
        let line_y = spec.series.first().and_then(last_of).map(|at| pen.place(chart, at).1);
        // Away from the line of this period, unless that leaves the plot.
        let below = line_y.is_none_or(|line_y| line_y <= y);
        let offset = if below && y + 24.0 < plot.bottom { 16.0 } else { -14.0 };
        pen.write(&labels.before, x + 6.0, y + offset, Type { h: HPos::Right, ..plain })?;
    }
    Ok(())
}
