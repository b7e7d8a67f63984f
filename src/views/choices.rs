//! What a selection can be narrowed to besides days, sellers and persona.

use serde::{Deserialize, Serialize};

use crate::metrics::Dim;

/// What becomes of brand pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BrandChoice {
    /// They are left out.
    #[default]
    Without,
    /// They count beside the people.
    With,
    /// They alone count.
    Only,
}

/// What a selection is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Only {
    /// A platform.
    pub platform: Option<String>,
    /// A campaign.
    pub campaign: Option<String>,
    /// A group of sources.
    pub source: Option<String>,
    /// A band of leads.
    pub band: Option<String>,
    /// What becomes of brand pages, where no single seller is chosen.
    pub brand: BrandChoice,
}

impl Only {
    /// The keys that every sample must have.
    pub fn keys(&self) -> Vec<(Dim, String)> {
        let all = [
            (Dim::Platform, &self.platform),
            (Dim::Campaign, &self.campaign),
            (Dim::Source, &self.source),
            (Dim::Band, &self.band),
        ];
        all.into_iter().filter_map(|(dim, key)| Some((dim, key.clone()?))).collect()
    }
}

/// What there is to choose from in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Platforms of posts and of daily rows.
    pub platforms: Vec<String>,
    /// Campaigns of posts, leads and deals.
    pub campaigns: Vec<String>,
    /// Groups of the sources of leads and deals, in the order in which they are tried.
    pub sources: Vec<String>,
    /// Bands in which leads stand or stood, from slow to fast.
    pub bands: Vec<String>,
}
