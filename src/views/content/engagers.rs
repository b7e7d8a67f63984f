//! Who of those who engaged is a connection.

use serde::{Deserialize, Serialize};

use crate::metrics::Figure;

/// What a copied list of people who engaged says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EngagersView {
    /// The list: names or profile addresses. Without one there is nothing to show.
    pub people: Vec<String>,
    /// Connections among them.
    pub known: Option<Figure>,
    /// Connections of the chosen persona among them; none where no persona is chosen.
    pub matching: Option<Figure>,
}
