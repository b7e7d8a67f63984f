//! The Shapley value of channels, exact for any number of them.
//!
//! A coalition of channels is worth the conversions of the paths whose channels all lie in it. That game is the sum of
//! one unanimity game for each path: worth its conversions to every coalition that holds all its channels, nothing to
//! the others. Of a unanimity game the Shapley value gives each of its players the same, and it is additive over
//! games; so the value of the whole is each path's conversions shared equally by its distinct channels. Nothing has to
//! be enumerated or sampled.
//!
//! Sources: L. S. Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953) 307–317; for
//! channels K. Zhao, S. H. Mahboobi and S. R. Bagheri, "Shapley value methods for attribution modeling in online
//! advertising" (2018), arXiv:1804.05327.

use super::super::interval::real;

/// What each step gets: an equal part for each distinct channel, given to its first step.
pub(super) fn equal_shares(steps: &[u32]) -> Vec<f64> {
    let is_first = |at: usize| steps.get(at).is_some_and(|step| !steps.iter().take(at).any(|s| s == step));
    let firsts: Vec<bool> = (0..steps.len()).map(is_first).collect();
    let share = 1.0 / real(firsts.iter().filter(|first| **first).count());
    firsts.into_iter().map(|first| if first { share } else { 0.0 }).collect()
}
