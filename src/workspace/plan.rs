//! What the sellers have set out to do: their goals and their programme.

use serde::{Deserialize, Serialize};

use super::goals::Goals;
use crate::metrics::{Programme, ReportChoices};

/// What the sellers have set out to do. Every change of it can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What they want to reach.
    pub goals: Goals,
    /// The programme that they are part of.
    pub programme: Programme,
    /// Whether the changes that platforms made to their numbers are kept off the charts.
    pub hides_platform_events: bool,
    /// What is chosen for the report to management.
    pub report: ReportChoices,
}
