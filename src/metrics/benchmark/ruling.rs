//! The test: whether one's own figure agrees with a quoted number.
//!
//! It is the interval that is held against the number, never the value alone.

use super::{Meant, Trial};
use crate::metrics::{Figure, State, Unit};
use serde::{Deserialize, Serialize};

/// A share agrees where no end of its interval is further from the number than this.
const NEAR_SHARE: f64 = 0.10;
/// Everything else: this part of the number.
const NEAR_PART: f64 = 0.25;

/// What the test says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// One's own figure says the same.
    Agrees,
    /// It says something else: the whole interval lies above the number, or below it.
    Disagrees {
        /// Whether it lies above.
        is_above: bool,
    },
    /// It says neither.
    CannotTell(Doubt),
}

/// Why it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// No file holds what was asked.
    NotInFiles,
    /// There is no figure; it says why itself.
    NoFigure,
    /// So few cases say nothing.
    TooFew {
        /// So many are needed.
        need: u32,
    },
    /// The interval is too wide.
    TooWide,
    /// A level or a plain count has no interval.
    NoInterval,
    /// One firm says nothing of a share of many.
    OneOfMany,
    /// No quota is known.
    NoQuota,
    /// Nobody said of first messages whether they name a mutual connection.
    NotMarked,
}

/// The ruling on a figure; `need` cases are the least that say anything.
pub fn rule(trial: Trial, measure: Meant, claimed: f64, figure: &Figure, need: u32) -> Ruling {
    match trial {
        Trial::NotInFiles => return Ruling::CannotTell(Doubt::NotInFiles),
        Trial::OneOfMany => return Ruling::CannotTell(Doubt::OneOfMany),
        Trial::Level | Trial::Effect | Trial::Direction => {}
    }
    match figure.state {
        State::TooFew { need } => return Ruling::CannotTell(Doubt::TooFew { need }),
        State::Missing(_) => return Ruling::CannotTell(Doubt::NoFigure),
        _ if figure.n < u64::from(need) => return Ruling::CannotTell(Doubt::TooFew { need }),
        _ => {}
    }
    let (Some(low), Some(high)) = (figure.low, figure.high) else {
        return Ruling::CannotTell(Doubt::NoInterval);
    };
    let (low, high) = (low.to_f64(), high.to_f64());
    let is_said = match trial {
        Trial::Level => {
            let near = near(measure, claimed);
            claimed - near <= low && high <= claimed + near
        }
        Trial::Effect | Trial::Direction => is_beyond(measure.no_difference(), claimed, low, high),
        Trial::NotInFiles | Trial::OneOfMany => false,
    };
    match trial {
        Trial::Level if low > claimed => Ruling::Disagrees { is_above: true },
        Trial::Level if high < claimed => Ruling::Disagrees { is_above: false },
        // Less than no difference, or a difference that is too small.
        Trial::Direction if high < 0.0 => Ruling::Disagrees { is_above: false },
        Trial::Effect if claimed >= measure.no_difference() && high < claimed => {
            Ruling::Disagrees { is_above: false }
        }
        Trial::Effect if claimed < measure.no_difference() && low > claimed => {
            Ruling::Disagrees { is_above: true }
        }
        _ if is_said => Ruling::Agrees,
        _ => Ruling::CannotTell(Doubt::TooWide),
    }
}

/// How far from the number an end of the interval may lie.
fn near(measure: Meant, claimed: f64) -> f64 {
    match measure {
        Meant::Plain(Unit::Ratio) => NEAR_SHARE,
        _ => claimed.abs() * NEAR_PART,
    }
}

/// Whether the whole interval lies beyond no difference, on the side of the number.
fn is_beyond(none: f64, claimed: f64, low: f64, high: f64) -> bool {
    if claimed >= none { low > none } else { high < none }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::{Missing, Need, Quantity};
    use rstest::rstest;

    const SHARE: Meant = Meant::Plain(Unit::Ratio);
    const ABOVE: Ruling = Ruling::Disagrees { is_above: true };
    const BELOW: Ruling = Ruling::Disagrees { is_above: false };
    const WIDE: Ruling = Ruling::CannotTell(Doubt::TooWide);

    fn figure(low: f64, high: f64, n: u64) -> Figure {
        Figure {
            low: Some(Quantity::Number(low)),
            high: Some(Quantity::Number(high)),
            ..Figure::of(State::Value(Quantity::Number((low + high) / 2.0)), n)
        }
    }

    #[rstest]
    // A share: near, above, below, and too wide to be either.
    #[case(Trial::Level, SHARE, 0.71, 0.62, 0.80, Ruling::Agrees)]
    #[case(Trial::Level, SHARE, 0.71, 0.72, 0.90, ABOVE)]
    #[case(Trial::Level, SHARE, 0.71, 0.30, 0.70, BELOW)]
    #[case(Trial::Level, SHARE, 0.71, 0.60, 0.80, WIDE)]
    // A mean: a quarter of 930 is 232.5.
    #[case(Trial::Level, Meant::Plain(Unit::Count), 930.0, 698.0, 1162.0, Ruling::Agrees)]
    #[case(Trial::Level, Meant::Plain(Unit::Count), 930.0, 697.0, 1000.0, WIDE)]
    // Four times: more than one and as much as four; something, but less than four; both; nothing.
    #[case(Trial::Effect, Meant::Plain(Unit::Times), 4.0, 1.2, 9.0, Ruling::Agrees)]
    #[case(Trial::Effect, Meant::Plain(Unit::Times), 4.0, 1.2, 3.9, BELOW)]
    #[case(Trial::Effect, Meant::Plain(Unit::Times), 4.0, 0.8, 9.0, WIDE)]
    #[case(Trial::Effect, Meant::Plain(Unit::Times), 4.0, 5.0, 9.0, Ruling::Agrees)]
    // 45 % more.
    #[case(Trial::Effect, Meant::More, 0.45, 0.01, 0.60, Ruling::Agrees)]
    #[case(Trial::Effect, Meant::More, 0.45, -0.20, 0.44, BELOW)]
    // A number that somebody turned round: 20 % less.
    #[case(Trial::Effect, Meant::More, -0.20, -0.50, -0.10, Ruling::Agrees)]
    #[case(Trial::Effect, Meant::More, -0.20, -0.10, 0.30, ABOVE)]
    // What is believed: better, worse, either.
    #[case(Trial::Direction, Meant::More, 0.70, 0.10, 0.30, Ruling::Agrees)]
    #[case(Trial::Direction, Meant::More, 0.70, -0.30, -0.10, BELOW)]
    #[case(Trial::Direction, Meant::More, 0.70, -0.30, 2.00, WIDE)]
    #[case(Trial::OneOfMany, SHARE, 0.15, 0.1, 0.2, Ruling::CannotTell(Doubt::OneOfMany))]
    #[case(Trial::NotInFiles, SHARE, 0.80, 0.1, 0.2, Ruling::CannotTell(Doubt::NotInFiles))]
    fn the_whole_interval_decides(
        #[case] trial: Trial,
        #[case] measure: Meant,
        #[case] claimed: f64,
        #[case] low: f64,
        #[case] high: f64,
        #[case] wanted: Ruling,
    ) {
        assert_eq!(rule(trial, measure, claimed, &figure(low, high, 40), 5), wanted);
    }

    #[test]
    fn few_cases_and_no_figure_say_nothing() {
        let few = figure(0.7, 0.72, 4);
        let too_few = Ruling::CannotTell(Doubt::TooFew { need: 5 });
        assert_eq!(rule(Trial::Level, SHARE, 0.71, &few, 5), too_few);
        assert_eq!(rule(Trial::Level, SHARE, 0.71, &figure(0.7, 0.72, 5), 5), Ruling::Agrees);
        let counted = Figure::of(State::TooFew { need: 7 }, 6);
        let wanted = Ruling::CannotTell(Doubt::TooFew { need: 7 });
        assert_eq!(rule(Trial::Level, SHARE, 0.71, &counted, 5), wanted);
        let missing = Figure::missing(Missing::NoFacts(Need::Deals));
        let wanted = Ruling::CannotTell(Doubt::NoFigure);
        assert_eq!(rule(Trial::Effect, Meant::More, 0.45, &missing, 5), wanted);
        let level = Figure::of(State::Value(Quantity::Number(900.0)), 9);
        let wanted = Ruling::CannotTell(Doubt::NoInterval);
        assert_eq!(rule(Trial::Level, Meant::Plain(Unit::Count), 930.0, &level, 5), wanted);
    }
}
