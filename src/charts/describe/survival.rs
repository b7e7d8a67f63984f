//! Survival curves as a table and as facts.

use super::{Cell, Extreme, Facts, TableTwin, column, summed_up};
use crate::charts::spec::{SurvivalSpec, Unit};

pub(super) fn table(survival: &SurvivalSpec) -> TableTwin {
    let several = survival.series.len() > 1;
    let mut columns = vec![column("time", None)];
    for series in &survival.series {
        let name = several.then_some(&series.name);
        columns.extend([column("share", name), column("interval", name), column("open", name)]);
    }
    let mut times: Vec<f64> = survival
        .series
        .iter()
        .flat_map(|series| {
            series.steps.iter().map(|step| step.time).chain(series.at_risk.iter().map(|risk| risk.time))
        })
        .filter(|time| time.is_finite())
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    times.dedup();
    let rows = times
        .into_iter()
        .map(|time| {
            let mut row = vec![Cell::Value(time, survival.time_unit.clone())];
            for series in &survival.series {
                let step = series.steps.iter().rfind(|step| step.time <= time);
                let inside = time <= series.until;
                row.push(if inside {
                    Cell::Value(series.share_at(time), Unit::Ratio)
                } else {
                    Cell::Missing
                });
                let interval = step.and_then(|step| step.interval).filter(|_| inside);
                row.push(interval.map_or(Cell::Missing, |i| Cell::Interval(i, Unit::Ratio)));
                let risk = series.at_risk.iter().find(|risk| risk.time == time);
                row.push(risk.map_or(Cell::Missing, |risk| Cell::Count(risk.open)));
            }
            row
        })
        .collect();
    TableTwin { columns, rows }
}

/// The facts of each curve.
pub(super) fn facts(survival: &SurvivalSpec) -> Vec<Facts> {
    let facts = survival.series.iter().map(|series| {
        let at = |time: f64| Cell::Value(time, survival.time_unit.clone());
        let drawn: Vec<Extreme> =
            series.steps.iter().map(|step| Extreme { at: at(step.time), value: step.share }).collect();
        let key = if drawn.is_empty() { "empty" } else { "survival" };
        summed_up(key, &series.name, Unit::Ratio, &drawn, 0, series.median)
    });
    facts.collect()
}

#[cfg(test)]
mod tests {
    use super::super::{facts, table};
    use super::*;
    use crate::charts::spec::{AtRisk, ChartSpec, Interval, Name, Step, SurvivalSeries};

    #[test]
    fn a_curve_is_listed_by_step_and_by_number_at_risk() {
        let spec = ChartSpec::Survival(SurvivalSpec {
            time_unit: Unit::Hours,
            time_to: 24.0,
            series: vec![SurvivalSeries {
                name: Name::Key("series.waiting".into()),
                steps: vec![
                    Step { time: 2.0, share: 0.75, interval: None },
                    Step { time: 9.0, share: 0.5, interval: Some(Interval { low: 0.2, high: 0.8 }) },
                ],
                censored: vec![],
                at_risk: vec![AtRisk { time: 0.0, open: 4 }, AtRisk { time: 24.0, open: 1 }],
                median: Some(9.0),
                until: 20.0,
            }],
        });
        let hours = |time: f64| Cell::Value(time, Unit::Hours);
        let share = |share: f64| Cell::Value(share, Unit::Ratio);
        let interval = Cell::Interval(Interval { low: 0.2, high: 0.8 }, Unit::Ratio);
        assert_eq!(
            table(&spec).rows,
            [
                vec![hours(0.0), share(1.0), Cell::Missing, Cell::Count(4)],
                vec![hours(2.0), share(0.75), Cell::Missing, Cell::Missing],
                vec![hours(9.0), share(0.5), interval, Cell::Missing],
                vec![hours(24.0), Cell::Missing, Cell::Missing, Cell::Count(1)],
            ]
        );
        assert_eq!(facts(&spec)[0].median, Some(9.0));
    }
}
