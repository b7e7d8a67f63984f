//! Shares still open by the time since a start.

use serde::{Deserialize, Serialize};

use super::{Interval, Name, Unit};

/// A step of a survival curve: from `time` on the share holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Time since the start, in the unit of the x axis.
    pub time: f64,
    /// Share still open, 0 to 1.
    pub share: f64,
    /// Its interval.
    pub interval: Option<Interval>,
}

/// How many are still open at a time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AtRisk {
    /// Time since the start, in the unit of the x axis.
    pub time: f64,
    /// How many are open then.
    pub open: u64,
}

/// A survival curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SurvivalSeries {
    /// Its name in legend and table.
    pub name: Name,
    /// Steps in order of time; before the first the share is 1.
    pub steps: Vec<Step>,
    /// Times at which something still open leaves observation: ticks on the curve.
    pub censored: Vec<f64>,
    /// Numbers for the row under the axis.
    pub at_risk: Vec<AtRisk>,
    /// Where the curve reaches one half; `None` if it does not.
    pub median: Option<f64>,
    /// Last time observed: the curve ends there.
    pub until: f64,
}

impl SurvivalSeries {
    /// Share still open at a time: the last step at or before it, 1 before the first.
    pub fn share_at(&self, time: f64) -> f64 {
        self.steps.iter().take_while(|step| step.time <= time).last().map_or(1.0, |step| step.share)
    }
}

/// Shares still open by the time since a start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SurvivalSpec {
    /// Unit of time, [`Unit::Hours`] or [`Unit::Days`].
    pub time_unit: Unit,
    /// Right end of the time axis; it begins at 0.
    pub time_to: f64,
    /// The curves.
    pub series: Vec<SurvivalSeries>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_holds_from_its_step_on() {
        let series = SurvivalSeries {
            name: Name::Text("x".into()),
            steps: vec![
                Step { time: 1.0, share: 0.8, interval: None },
                Step { time: 4.0, share: 0.5, interval: None },
            ],
            censored: vec![],
            at_risk: vec![],
            median: None,
            until: 5.0,
        };
        assert_eq!([0.5, 1.0, 3.9, 4.0].map(|t| series.share_at(t)), [1.0, 0.8, 0.8, 0.5]);
    }
}
