//! Models that share one path out: what each step of it gets.

use super::super::interval::real;
use super::shapley::equal_shares;
use super::{CreditModel, Walk};

/// What a person may change of the models.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CreditRules {
    /// Days after which a step weighs half, in [`CreditModel::TimeDecay`].
    pub half_life_days: f64,
    /// The first step's share in [`CreditModel::Position`].
    pub first: f64,
    /// The last step's share in [`CreditModel::Position`].
    pub last: f64,
}

impl Default for CreditRules {
    /// Half-life 7 days; 40 / 20 / 40.
    fn default() -> Self {
        Self { half_life_days: 7.0, first: 0.4, last: 0.4 }
    }
}

/// Each step's share of one conversion over a path; they add up to 1. None for a path without a step, where a model
/// needs times and there are none, and for [`CreditModel::Markov`], which knows of no single path.
pub fn step_shares(model: CreditModel, walk: &Walk, rules: &CreditRules) -> Option<Vec<f64>> {
    let count = walk.steps.len();
    let last = count.checked_sub(1)?;
    let mut shares = vec![0.0; count];
    match model {
        CreditModel::First => *shares.first_mut()? = 1.0,
        CreditModel::Last => *shares.last_mut()? = 1.0,
        CreditModel::Linear => shares.fill(1.0 / real(count)),
        CreditModel::TimeDecay => return decayed(walk, rules.half_life_days),
        CreditModel::Position => {
            // Two steps leave nothing for those between: the ends share all, in their own proportion.
            let ends = rules.first + rules.last;
            let (first, end, middle) = match count {
                1 => (1.0, 0.0, 0.0),
                2 if ends > 0.0 => (rules.first / ends, rules.last / ends, 0.0),
                2 => (0.5, 0.5, 0.0),
                _ => (rules.first, rules.last, (1.0 - ends) / real(count - 2)),
            };
            shares.fill(middle);
            *shares.get_mut(last)? = end;
            *shares.first_mut()? = first;
        }
        CreditModel::Shapley => return Some(equal_shares(&walk.steps)),
        CreditModel::Markov => return None,
    }
    Some(shares)
}

/// Weights 2^(−age / half-life), made to add up to 1. The end of the path drops out: only the days between steps matter.
fn decayed(walk: &Walk, half_life_days: f64) -> Option<Vec<f64>> {
    if walk.ages.len() != walk.steps.len() || half_life_days <= 0.0 {
        return None;
    }
    let mut shares: Vec<f64> = walk.ages.iter().map(|age| (-age / half_life_days).exp2()).collect();
    let sum: f64 = shares.iter().sum();
    // The last step weighs 1, unless an age is no number.
    if !sum.is_finite() || sum <= 0.0 {
        return None;
    }
    for share in &mut shares {
        *share /= sum;
    }
    Some(shares)
}
