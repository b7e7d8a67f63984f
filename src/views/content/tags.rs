//! Posts with an attribute against those without.

use serde::{Deserialize, Serialize};

use crate::metrics::{Attribute, Change, Figure};

/// One attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagLine {
    /// Which.
    pub attribute: Attribute,
    /// Words that say it.
    pub words: Vec<String>,
    /// Rate of the posts that have it.
    pub with: Figure,
    /// Rate of the posts that do not.
    pub without: Figure,
    /// The difference; none where either side has too few posts.
    pub change: Option<Change>,
}

/// Posts with an attribute against those without.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TagsView {
    /// Each attribute.
    pub lines: Vec<TagLine>,
    /// Posts that each side needs.
    pub need: u32,
    /// Upper end of the axis that they share.
    pub axis_top: Option<f64>,
}
