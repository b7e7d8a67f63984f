//! A metric before and after an event.

use serde::{Deserialize, Serialize};

use crate::charts::EventMark;
use crate::metrics::{BeforeAfter, Better, Unit};

/// The events that can be chosen, and the comparison at the chosen one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BeforeAfterView {
    /// The events that the facts of the metric reach a week before and after, in order of time.
    pub events: Vec<EventMark>,
    /// Place of the chosen one.
    pub chosen: Option<u32>,
    /// The comparison.
    pub found: Option<BeforeAfter>,
    /// What the values are.
    pub unit: Unit,
    /// Which direction is good.
    pub better: Better,
    /// Currency of money.
    pub currency: String,
    /// Names of other events inside the two windows.
    pub others: Vec<EventMark>,
}
