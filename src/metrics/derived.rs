//! What several metrics derive from the facts, derived once for a question.

use super::attribution::{Journeys, SocialPaths};
use super::content::JoinedPosts;
use super::conversations::Conversations;
use super::deals::DealCases;
use super::leads::LeadTouches;
use super::network::{Acquaintances, FollowerLevels};
use super::pipeline::Activities;
use super::talk::Dealings;
use std::sync::OnceLock;

/// Derived lists, each made when first asked for.
#[derive(Debug, Default)]
pub(super) struct Derived {
    pub activities: OnceLock<Activities>,
    pub acquaintances: OnceLock<Acquaintances>,
    pub conversations: OnceLock<Conversations>,
    pub dealings: OnceLock<Dealings>,
    pub deals: OnceLock<DealCases>,
    pub lead_touches: OnceLock<LeadTouches>,
    pub followers: OnceLock<FollowerLevels>,
    pub journeys: OnceLock<Journeys>,
    pub posts: OnceLock<JoinedPosts>,
    pub social_paths: OnceLock<SocialPaths>,
}
