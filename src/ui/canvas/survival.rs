//! Draws survival curves: steps, band, ticks for what is still open, number at risk, median.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::labels::Labels;
use super::painter::{Margins, PaintError, Place, Plot, frame, value_grid, value_labels};
use super::pen::{Chart, NOTE, Pen, TICK, Type, held};
use super::series::{band_color, series_color, series_line};
use crate::charts::{Interval, Step, SurvivalSeries, SurvivalSpec, Unit, ValueAxis, value_ticks};

pub(super) fn paint<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    spec: &SurvivalSpec,
    labels: &Labels,
) -> Result<Plot, PaintError>
where
    B::ErrorType: 'static,
{
    let ticks = value_ticks(0.0, 1.0, &ValueAxis::of(Unit::Ratio), 4);
    let (texts, widest) = value_labels(pen, &ticks, &Unit::Ratio, labels)?;
    let counted = spec.series.iter().any(|series| !series.at_risk.is_empty());
    let rows = u32::try_from(spec.series.len()).unwrap_or(u32::MAX);
    let margins = Margins {
        left: widest.max(18.0) + 10.0,
        top: if labels.title.is_empty() { 12.0 } else { 26.0 },
        right: 20.0,
        bottom: if counted { 30.0 + 17.0 * f64::from(rows) } else { 30.0 },
    };
    let time_to = if spec.time_to.is_finite() && spec.time_to > 0.0 { spec.time_to } else { 1.0 };
    let (mut chart, mut plot) = frame(pen, &margins, (0.0, time_to), (0.0, 1.0))?;

    value_grid(pen, &chart, &plot, &ticks, &texts)?;
    time_axis(pen, &chart, &plot, spec, time_to, labels)?;
    for (index, series) in spec.series.iter().enumerate() {
        let of = spec.series.len();
        let color = series_color(pen, index, of);
        shade(pen, &mut chart, series, time_to, band_color(pen, index, of))?;
        series_line(pen, &mut chart, staircase(series, time_to), index, of)?;
        for time in series.censored.iter().filter(|time| (0.0..=time_to).contains(*time)) {
            let (x, y) = pen.place(&chart, (*time, series.share_at(*time)));
            pen.path(&[(x, y - 3.5), (x, y + 3.5)], pen.stroke(color, 1.0))?;
        }
        at_risk(pen, &chart, &plot, series, index, color, labels)?;
    }
    for (index, series) in spec.series.iter().enumerate() {
        let color = series_color(pen, index, spec.series.len());
        median(pen, &chart, &plot, series, color, labels.medians.get(index).map_or("", String::as_str))?;
    }
    let kind = Type { size: TICK, color: pen.theme.ink_2, h: HPos::Left, v: VPos::Center, halo: false };
    pen.write(&labels.title, plot.left, 8.0, kind)?;

    plot.places = spec.series.first().map_or_else(Vec::new, |series| {
        let place = |step: &Step| {
            let shown = spec.series.iter().filter(|own| step.time <= own.until.min(time_to));
            let height = |own: &SurvivalSeries| pen.place(&chart, (step.time, own.share_at(step.time))).1;
            let (x, _) = pen.place(&chart, (step.time.min(time_to), step.share));
            Place { x, heights: shown.map(height).collect() }
        };
        series.steps.iter().map(place).collect()
    });
    Ok(plot)
}

/// Corners of the curve from (0, 1) to its end.
fn staircase(series: &SurvivalSeries, time_to: f64) -> Vec<(f64, f64)> {
    let mut share = 1.0;
    let mut points = vec![(0.0, share)];
    let until = series.until.min(time_to);
    for step in series.steps.iter().take_while(|step| step.time <= until) {
        points.extend([(step.time, share), (step.time, step.share)]);
        share = step.share;
    }
    points.push((until, share));
    points
}

fn shade<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &mut Chart<'_, B>,
    series: &SurvivalSeries,
    time_to: f64,
    color: RGBAColor,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let until = series.until.min(time_to);
    let steps: Vec<_> = series.steps.iter().take_while(|step| step.time <= until).collect();
    for run in steps.chunk_by(|a, b| a.interval.is_some() == b.interval.is_some()) {
        // The band of a run reaches to the step after it, where another holds.
        let after = run.last().map_or(until, |last| {
            steps.iter().find(|step| step.time > last.time).map_or(until, |step| step.time)
        });
        let mut highs = Vec::new();
        let mut lows = Vec::new();
        let mut current: Option<Interval> = None;
        for step in run {
            let Some(interval) = step.interval else { continue };
            if let Some(current) = current {
                highs.push((step.time, current.high));
                lows.push((step.time, current.low));
            }
            highs.push((step.time, interval.high));
            lows.push((step.time, interval.low));
            current = Some(interval);
        }
        if let Some(current) = current {
            highs.push((after, current.high));
            lows.push((after, current.low));
            let outline: Vec<_> =
                highs.into_iter().chain(lows.into_iter().rev()).map(|at| held(chart, at)).collect();
            chart.draw_series(std::iter::once(Polygon::new(outline, pen.fill(color))))?;
        }
    }
    Ok(())
}

fn time_axis<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    spec: &SurvivalSpec,
    time_to: f64,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let kind = Type { size: TICK, color: pen.theme.tick, h: HPos::Center, v: VPos::Center, halo: false };
    // Saturates; between two and a dozen.
    let most = ((plot.right - plot.left) / 64.0).floor().clamp(2.0, 12.0) as u32;
    let axis = ValueAxis { unit: spec.time_unit.clone(), ceiling: None };
    let ticks = value_ticks(0.0, time_to, &axis, most);
    let inside: Vec<f64> = ticks.at.into_iter().filter(|time| *time <= time_to).collect();
    for (index, time) in inside.iter().enumerate() {
        let (x, _) = pen.place(chart, (*time, 0.0));
        pen.path(&[(x, plot.bottom), (x, plot.bottom + 4.0)], pen.stroke(pen.theme.axis, 1.0))?;
        let text = labels.format.value(*time, &spec.time_unit, index + 1 == inside.len());
        pen.write(&text, pen.middle(&text, x, TICK)?, plot.bottom + 13.0, kind)?;
    }
    Ok(())
}

/// The number still open, one row a series under the axis; a number without room is skipped.
fn at_risk<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    series: &SurvivalSeries,
    row: usize,
    color: RGBAColor,
    labels: &Labels,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    if series.at_risk.is_empty() {
        return Ok(());
    }
    let y = plot.bottom + 32.0 + 17.0 * f64::from(u32::try_from(row).unwrap_or(u32::MAX));
    let kind = Type { size: TICK, color: pen.theme.tick, h: HPos::Left, v: VPos::Center, halo: false };
    pen.write(&labels.at_risk, 4.0, y, Type { color, ..kind })?;
    let mut taken_to = 4.0 + pen.text_width(&labels.at_risk, TICK)?;
    for risk in &series.at_risk {
        let (x, _) = pen.place(chart, (risk.time, 0.0));
        let open = u32::try_from(risk.open).unwrap_or(u32::MAX);
        let text = labels.format.value(f64::from(open), &Unit::Count, false);
        let half = pen.text_width(&text, TICK)? / 2.0;
        if x - half >= taken_to + 4.0 && x <= plot.right + 1.0 {
            pen.write(&text, x, y, Type { h: HPos::Center, ..kind })?;
            taken_to = x + half;
        }
    }
    Ok(())
}

/// A dotted drop to the axis where the curve reaches one half.
fn median<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Chart<'_, B>,
    plot: &Plot,
    series: &SurvivalSeries,
    color: RGBAColor,
    text: &str,
) -> Result<(), PaintError>
where
    B::ErrorType: 'static,
{
    let Some(time) = series.median.filter(|time| time.is_finite()) else { return Ok(()) };
    let (x, y) = pen.place(chart, (time, 0.5));
    if x > plot.right {
        return Ok(());
    }
    let style = pen.stroke(pen.theme.ink_3, 1.0);
    pen.dashes(&[(plot.left, y), (x, y)], 1.0, 3.0, style)?;
    pen.dashes(&[(x, y), (x, plot.bottom)], 1.0, 3.0, style)?;
    pen.dot((x, y), 3.5, color)?;
    let width = pen.text_width(text, NOTE)?;
    let kind = Type { size: NOTE, color: pen.theme.ink, h: HPos::Left, v: VPos::Center, halo: true };
    if x + 10.0 + width <= pen.size().0 {
        pen.write(text, x + 10.0, y - 12.0, kind)
    } else {
        pen.write(text, x - 10.0, y + 12.0, Type { h: HPos::Right, ..kind })
    }
}
