//! What a chart shows, as data: its axes, series and marks.
//!
//! | file | holds |
//! |---|---|
//! | `axis` | units, axes, intervals, names |
//! | `trend` | values over time |
//! | `survival` | shares still open by the time since a start |
//! | `quadrants` | two values against each other |
//! | `marker` | the shapes that tell series apart |

mod axis;
mod marker;
mod quadrants;
mod survival;
mod trend;

use serde::{Deserialize, Serialize};

pub use axis::{Interval, Name, TimeAxis, Unit, ValueAxis};
pub use marker::{Marker, dash_of_series};
pub use quadrants::{QuadrantSpec, Quarter, Stop, Trail};
pub use survival::{AtRisk, Step, SurvivalSeries, SurvivalSpec};
pub use trend::{Counted, EventMark, Overlay, Point, TrendSeries, TrendSpec};

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartSpec {
    /// Values over time.
    Trend(TrendSpec),
    /// Shares still open by the time since a start.
    Survival(SurvivalSpec),
    /// Two values against each other.
    Quadrants(QuadrantSpec),
}

impl ChartSpec {
    /// How many places the crosshair can stand at: the days of a trend, the steps of the first curve, the stops
    /// of all trails.
    pub fn places(&self) -> usize {
        match self {
            Self::Trend(trend) => trend.days().len(),
            Self::Survival(survival) => survival.series.first().map_or(0, |series| series.steps.len()),
            Self::Quadrants(plane) => plane.trails.iter().map(|trail| trail.stops.len()).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_survives_json() {
        let spec = ChartSpec::Survival(SurvivalSpec {
            time_unit: Unit::Hours,
            time_to: 72.0,
            series: vec![SurvivalSeries {
                name: Name::Text("Ines".into()),
                steps: vec![Step { time: 2.0, share: 0.5, interval: None }],
                censored: vec![3.0],
                at_risk: vec![AtRisk { time: 0.0, open: 4 }],
                median: Some(2.0),
                until: 72.0,
            }],
        });
        let json = serde_json::to_string(&spec).unwrap();
        assert!(json.starts_with(r#"{"survival":"#), "{json}");
        assert_eq!(serde_json::from_str::<ChartSpec>(&json).unwrap(), spec);
    }
}
