//! Who is credited with a conversion: seven models over the same paths.
//!
//! Map: `rules` (five models that share a path out by the places of its steps), `shapley` (the same for a fair share
//! over all orders), `markov` (removal effects of a chain of order 1), `tally` (what paths add up to), `court` (all
//! models side by side, with bootstrap intervals), `poisson` (draws for it), `apportion` (money that adds up to the cent).

mod apportion;
mod court;
mod markov;
mod poisson;
mod rules;
mod shapley;
mod tally;
#[cfg(test)]
mod tests;

pub use apportion::apportion;
pub use court::{ChannelCredit, Court, ModelCredit, court, court_resamples};
pub use markov::removal_effects;
pub use rules::{CreditRules, step_shares};

/// A model of credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CreditModel {
    /// All to the first step.
    First,
    /// All to the last step.
    Last,
    /// The same to every step.
    Linear,
    /// The nearer to the end, the more: half as much for every half-life.
    TimeDecay,
    /// So much to the first, so much to the last, the rest to those between.
    Position,
    /// What is lost without a channel, in a Markov chain of order 1.
    Markov,
    /// A channel's mean contribution over all orders in which channels could have come.
    Shapley,
}

impl CreditModel {
    /// All of them.
    pub const ALL: [CreditModel; 7] = [
        CreditModel::First,
        CreditModel::Last,
        CreditModel::Linear,
        CreditModel::TimeDecay,
        CreditModel::Position,
        CreditModel::Markov,
        CreditModel::Shapley,
    ];
}

/// The channels of a path in the order of time, and how often it led to what.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Walk {
    /// Channels by number, repeats kept.
    pub steps: Vec<u32>,
    /// Days from each step to the last one; empty where the steps have no times.
    pub ages: Vec<f64>,
    /// Conversions over this path.
    pub conversions: f64,
    /// Their value together; none where it is not known.
    pub value: Option<f64>,
    /// How often it ended without a conversion.
    pub nulls: f64,
}
