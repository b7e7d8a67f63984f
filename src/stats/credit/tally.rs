//! What paths add up to, once prepared and summed any number of times.

use super::markov::Moves;
use super::rules::{CreditRules, step_shares};
use super::{CreditModel, Walk};

/// The models that share single paths out, in the order of [`Row`].
pub(super) const SHARING: [CreditModel; 6] = [
    CreditModel::First,
    CreditModel::Last,
    CreditModel::Linear,
    CreditModel::TimeDecay,
    CreditModel::Position,
    CreditModel::Shapley,
];

/// One number for each of [`SHARING`].
pub(super) type Row = [f64; SHARING.len()];

/// How often a path counts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Counted {
    pub conversions: f64,
    pub nulls: f64,
}

/// Paths with all worked out that does not depend on how often each counts.
#[derive(Debug)]
pub(super) struct Prepared {
    channels: usize,
    paths: Vec<PreparedPath>,
}

#[derive(Debug)]
struct PreparedPath {
    /// What each of its channels gets of a conversion.
    shares: Vec<(u32, Row)>,
    /// Value of one conversion.
    value: Option<f64>,
    cells: Vec<usize>,
    ends: (usize, usize),
}

/// Sums over paths.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    /// Credit by channel.
    pub conversions: Vec<Row>,
    /// Credited value by channel.
    pub value: Vec<Row>,
    /// All conversions.
    pub total: f64,
    /// All value.
    pub total_value: f64,
    pub moves: Moves,
}

impl Prepared {
    pub(super) fn new(walks: &[Walk], channels: usize, rules: &CreditRules) -> Prepared {
        let moves = Moves::new(channels);
        let path = |walk: &Walk| {
            let mut shares: Vec<(u32, Row)> = Vec::new();
            for (model, place) in SHARING.into_iter().zip(0..) {
                let Some(own) = step_shares(model, walk, rules) else { continue };
                for (step, share) in walk.steps.iter().zip(own) {
                    let known = shares.iter().position(|(channel, _)| channel == step);
                    let at = known.unwrap_or_else(|| {
                        shares.push((*step, [0.0; SHARING.len()]));
                        shares.len() - 1
                    });
                    let row = shares.get_mut(at).and_then(|(_, row)| row.get_mut::<usize>(place));
                    if let Some(sum) = row {
                        *sum += share;
                    }
                }
            }
            let value = walk.value.filter(|_| walk.conversions > 0.0).map(|value| value / walk.conversions);
            let ends = walk.steps.last().map(|last| moves.ends(*last)).unwrap_or_default();
            PreparedPath { shares, value, cells: moves.cells(&walk.steps), ends }
        };
        Prepared { channels, paths: walks.iter().map(path).collect() }
    }

    pub(super) fn empty(&self) -> Tally {
        let rows = vec![[0.0; SHARING.len()]; self.channels];
        Tally {
            conversions: rows.clone(),
            value: rows,
            total: 0.0,
            total_value: 0.0,
            moves: Moves::new(self.channels),
        }
    }

    /// Sums the paths, each so often, into an emptied tally.
    pub(super) fn sum(&self, counted: impl Iterator<Item = Counted>, tally: &mut Tally) {
        tally.conversions.fill([0.0; SHARING.len()]);
        tally.value.fill([0.0; SHARING.len()]);
        (tally.total, tally.total_value) = (0.0, 0.0);
        tally.moves.clear();
        for (path, Counted { conversions, nulls }) in self.paths.iter().zip(counted) {
            let both = conversions + nulls;
            if both <= 0.0 || path.cells.is_empty() {
                continue;
            }
            for cell in &path.cells {
                tally.moves.add(*cell, both);
            }
            tally.moves.add(path.ends.0, nulls);
            tally.moves.add(path.ends.1, conversions);
            if conversions <= 0.0 {
                continue;
            }
            tally.total += conversions;
            let value = path.value.map(|value| value * conversions);
            tally.total_value += value.unwrap_or(0.0);
            for (channel, row) in &path.shares {
                let at = *channel as usize;
                add(tally.conversions.get_mut(at), row, conversions);
                if let Some(value) = value {
                    add(tally.value.get_mut(at), row, value);
                }
            }
        }
    }
}

fn add(sums: Option<&mut Row>, row: &Row, times: f64) {
    if let Some(sums) = sums {
        for (sum, share) in sums.iter_mut().zip(row) {
            *sum += share * times;
        }
    }
}
