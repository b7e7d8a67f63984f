//! How much terms were searched for, over a metric's trend.

use serde::{Deserialize, Serialize};

use crate::facts::Span;

/// What can be laid over a trend, and what is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// What the workspace knows of, by term and place.
    pub choices: Vec<SearchChoice>,
    /// The place of the chosen one among them.
    pub chosen: Option<u32>,
}

impl SearchView {
    /// The chosen one.
    pub fn chosen(&self) -> Option<&SearchChoice> {
        self.choices.get(usize::try_from(self.chosen?).ok()?)
    }
}

/// One term in one place, as the newest export tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchChoice {
    /// What it goes by in an address.
    pub key: String,
    /// What was searched for.
    pub term: String,
    /// Where, as exported; blank where the export does not say.
    pub region: String,
    /// How long a stretch is: `hour`, `day`, `week` or `month`; blank where it is not known.
    pub step: String,
    /// The days that the export tells of.
    pub span: Span,
}
