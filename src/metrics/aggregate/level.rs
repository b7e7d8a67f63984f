//! Levels: steps added up to the end of the period, or of what is known. No interval: nothing is sampled.

use super::View;
use crate::facts::{Currency, Span};
use crate::metrics::reported::is_reported;
use crate::metrics::{Figure, Kind, Missing, Quantity, Sample, State, What};

/// Sums of the steps up to every sample, so that a week of a series costs no more than two look-ups.
#[derive(Default)]
pub(super) struct Running {
    /// Entry i: sum of the first i steps.
    numbers: Vec<f64>,
    /// Entry i: sum of the first i amounts, and the number of those standing.
    money: Vec<(i128, i64)>,
}

impl Running {
    pub(super) fn new(kind: Kind, used: &[&Sample]) -> Running {
        let mut running = Running::default();
        match kind {
            Kind::Level | Kind::Growth | Kind::MonthlyGrowth => {
                let mut sum = 0.0;
                running.numbers.push(sum);
                for sample in used {
                    if let What::Step(step) | What::Monthly { step, .. } = sample.what {
                        sum += step;
                    }
                    running.numbers.push(sum);
                }
            }
            Kind::MoneyLevel => {
                let (mut sum, mut standing) = (0, 0);
                running.money.push((sum, standing));
                for sample in used {
                    if let What::Money { amount, .. } = sample.what {
                        sum += i128::from(amount);
                        standing += amount.signum();
                    }
                    running.money.push((sum, standing));
                }
            }
            _ => {}
        }
        running
    }

    /// Sum of the first `samples` steps.
    pub(super) fn number(&self, samples: usize) -> f64 {
        self.numbers.get(samples).copied().unwrap_or(0.0)
    }
}

/// The level at the end of the period; n is what stands.
pub(super) fn number(view: &View<'_>, span: Span) -> Figure {
    let until = view.up_to(view.level_day(span));
    let level = view.running.number(until);
    let steps = view.used.get(..until).unwrap_or(&[]).iter().filter(|sample| is_reported(sample.row));
    let reported = steps.map(|sample| if let What::Step(step) = sample.what { step } else { 0.0 });
    Figure {
        reported: if view.told.is_empty() { 0.0 } else { reported.sum() },
        ..Figure::of(State::Value(Quantity::Number(level)), whole(level))
    }
}

/// The money standing at the end of the period; n is the number of amounts that stand.
pub(super) fn money(view: &View<'_>, span: Span) -> Figure {
    let (sum, standing) = view.running.money.get(view.up_to(view.level_day(span))).copied().unwrap_or((0, 0));
    // Amounts that nobody knows stand there too: no pipeline is worth nothing because of that.
    if standing <= 0 && view.lacks_values(span) {
        return Figure::missing(Missing::AllUnknown);
    }
    let sum = Currency::round(sum, &view.context.currency);
    Figure::of(State::Value(Quantity::Money(sum)), u64::try_from(standing).unwrap_or(0))
}

/// A level as a number of rows.
fn whole(level: f64) -> u64 {
    // Levels are counts of rows, far below the 2⁵³ up to which a float is exact.
    if level >= 0.5 { level.round() as u64 } else { 0 }
}
