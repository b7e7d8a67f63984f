//! What the pipeline page asks beyond single figures: deals by stage, by touches, by what was done before.
//!
//! Everything here answers with counts and lists; rates with their intervals are made of them by [`share_of`].
//!
//! | file | holds |
//! |---|---|
//! | `activities` | what was done, and with which deal it belongs |
//! | `stages` | the stage of a deal on a day, and deals by stage over time |
//! | `effort` | touches of social channels over time |
//! | `wins` | deals won by elapsed time and by touches |
//! | `exits` | deals lost soon after an activity |
//! | `firsts` | where in the pipeline channels first touch deals |
//! | `handover` | leads accepted and won, social and others |
//! | `warm` | what came of warm conversations |
//! | `customers` | customers who did not come back, and touches after the win |
//! | `lift` | what deals and people with an activity do against those without |

mod activities;
mod customers;
mod effort;
mod exits;
mod firsts;
mod handover;
mod lift;
mod return_by_stage;
mod stages;
mod warm;
mod wins;

pub(in crate::metrics) use activities::Activities;

pub use activities::ActivityKind;
pub use customers::{CustomersAfter, GoneCustomers, customers_after_win, gone_customers};
pub use effort::social_effort;
pub use exits::{EXIT_DAYS, Exits, exits};
pub use firsts::{FirstTouches, StageKey, first_touches};
pub use handover::{Handover, handover};
pub use lift::{Lift, lift_on_leads, lift_on_wins};
pub use return_by_stage::{StageCredit, return_by_stage};
pub use stages::{StageLevels, stage_levels};
pub use warm::{WARM_DAYS, WarmOutcomes, warm_outcomes};
pub use wins::{WinBins, win_bins};

/// Hits of a number of cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Hits.
    pub hits: u64,
    /// Cases.
    pub of: u64,
}

impl Hits {
    /// Counts a case.
    pub(super) fn add(&mut self, is_hit: bool) {
        self.of += 1;
        self.hits += u64::from(is_hit);
    }
}
