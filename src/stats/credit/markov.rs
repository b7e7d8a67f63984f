//! Removal effects in a Markov chain of order 1.
//!
//! From the start a path goes to its first channel, from each channel to the next, and from the last one to the
//! conversion or to nothing. The removal effect of a channel is the share of conversions that is lost when every step
//! into it leads to nothing.
//!
//! With Q the moves between channels, s the first steps, r the moves to the conversion and N = (I − Q)⁻¹: a path from
//! channel i converts with probability (N r)ᵢ; it ever meets channel c with probability (s N)_c / N_cc, and what it
//! would then have converted is (N r)_c. Their product is all that is lost, so one inverse answers for every channel,
//! exactly and without simulating.
//!
//! Sources: E. Anderl, I. Becker, F. von Wangenheim and J. H. Schumann, "Mapping the customer journey", International
//! Journal of Research in Marketing 33 (2016) 457–474; J. G. Kemeny and J. L. Snell, "Finite Markov Chains" (1960),
//! theorems 3.2.4 and 3.5.7.

use super::Walk;

/// Where a chain goes: `channels` + 1 rows (the start last), `channels` + 2 columns (then nothing, then the conversion).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moves {
    channels: usize,
    counts: Vec<f64>,
}

impl Moves {
    pub(super) fn new(channels: usize) -> Moves {
        Moves { channels, counts: vec![0.0; (channels + 1) * (channels + 2)] }
    }

    pub(super) fn clear(&mut self) {
        self.counts.fill(0.0);
    }

    /// The cells that a path's steps go through, without its end. A step back to the same channel is left out: it
    /// delays a path and leads nowhere else.
    pub(super) fn cells(&self, steps: &[u32]) -> Vec<usize> {
        let mut from = self.channels;
        let mut cells = Vec::with_capacity(steps.len());
        for step in steps {
            let to = *step as usize;
            if to != from {
                cells.push(self.cell(from, to));
            }
            from = to;
        }
        cells
    }

    /// The cells in which a path that ends at a channel ends: without a conversion, and with one.
    pub(super) fn ends(&self, last: u32) -> (usize, usize) {
        let last = last as usize;
        (self.cell(last, self.channels), self.cell(last, self.channels + 1))
    }

    fn cell(&self, from: usize, to: usize) -> usize {
        from * (self.channels + 2) + to
    }

    pub(super) fn add(&mut self, cell: usize, count: f64) {
        if let Some(sum) = self.counts.get_mut(cell) {
            *sum += count;
        }
    }

    /// The share of conversions lost without each channel; none where nothing converts.
    pub(super) fn removal_effects(&self) -> Option<Vec<f64>> {
        let n = self.channels;
        let row = |from: usize| self.counts.get(from * (n + 2)..(from + 1) * (n + 2)).unwrap_or(&[]);
        let chance = |from: usize, to: usize| {
            let all: f64 = row(from).iter().sum();
            if all > 0.0 { row(from).get(to).copied().unwrap_or(0.0) / all } else { 0.0 }
        };
        // I − Q, with the identity beside it; a channel that nobody leaves is met by nobody.
        let mut rows: Vec<Vec<f64>> = (0..n)
            .map(|i| {
                let own = (0..n).map(|j| f64::from(u8::from(i == j)) - chance(i, j));
                own.chain((0..n).map(|j| f64::from(u8::from(i == j)))).collect()
            })
            .collect();
        reduce(&mut rows)?;
        let inverse = |i: usize, j: usize| rows.get(i).and_then(|row| row.get(n + j)).copied().unwrap_or(0.0);
        let to_end: Vec<f64> = (0..n).map(|i| chance(i, n + 1)).collect();
        let converts = |i: usize| to_end.iter().enumerate().map(|(j, end)| inverse(i, j) * end).sum::<f64>();
        let starts: Vec<f64> = (0..n).map(|i| chance(n, i)).collect();
        let lost: Vec<f64> = (0..n)
            .map(|c| {
                let visits: f64 = starts.iter().enumerate().map(|(i, start)| start * inverse(i, c)).sum();
                if visits > 0.0 { visits / inverse(c, c) * converts(c) } else { 0.0 }
            })
            .collect();
        let all: f64 = starts.iter().enumerate().map(|(i, start)| start * converts(i)).sum();
        let effects: Vec<f64> = lost.into_iter().map(|lost| (lost / all).clamp(0.0, 1.0)).collect();
        (all > 0.0 && effects.iter().all(|effect| effect.is_finite())).then_some(effects)
    }
}

/// Gauss–Jordan with partial pivoting over the left square of the rows. None for a singular one, which no chain is
/// whose every path ends.
fn reduce(rows: &mut [Vec<f64>]) -> Option<()> {
    for at in 0..rows.len() {
        let size = |row: &Vec<f64>| row.get(at).map_or(0.0, |cell| cell.abs());
        let (offset, _) =
            (rows.get(at..)?.iter().enumerate()).max_by(|(_, a), (_, b)| size(a).total_cmp(&size(b)))?;
        rows.swap(at, at + offset);
        let mut pivot = std::mem::take(rows.get_mut(at)?);
        let scale = *pivot.get(at)?;
        if scale.abs() < 1e-12 {
            return None;
        }
        for cell in &mut pivot {
            *cell /= scale;
        }
        for row in rows.iter_mut().filter(|row| !row.is_empty()) {
            let factor = row.get(at).copied().unwrap_or(0.0);
            if factor != 0.0 {
                for (cell, own) in row.iter_mut().zip(&pivot) {
                    *cell -= factor * own;
                }
            }
        }
        *rows.get_mut(at)? = pivot;
    }
    Some(())
}

/// The share of conversions lost without each of `channels` channels; none where nothing converts.
pub fn removal_effects(walks: &[Walk], channels: usize) -> Option<Vec<f64>> {
    let mut moves = Moves::new(channels);
    for walk in walks {
        let Some(last) = walk.steps.last() else { continue };
        for cell in moves.cells(&walk.steps) {
            moves.add(cell, walk.conversions + walk.nulls);
        }
        let (null, conversion) = moves.ends(*last);
        moves.add(null, walk.nulls);
        moves.add(conversion, walk.conversions);
    }
    moves.removal_effects()
}
