//! What the sellers have set out to do: their goals.

use serde::{Deserialize, Serialize};

use super::goals::Goals;

/// What the sellers have set out to do. Every change of it can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What they want to reach.
    pub goals: Goals,
    /// Whether the changes that platforms made to their numbers are kept off the charts.
    pub hides_platform_events: bool,
}
