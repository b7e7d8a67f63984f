//! Reactions, comments, shares and clicks of groups of posts.

use serde::{Deserialize, Serialize};

use super::Counts;
use crate::facts::{Bucket, Day};

/// What a stack is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StackOf {
    /// A week or month by its first day.
    Start(Day),
    /// A kind of post.
    Kind(String),
}

/// The engagements of a group of posts, by kind of engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stack {
    /// Of what.
    pub of: StackOf,
    /// Posts.
    pub posts: u32,
    /// The numbers.
    pub counts: Counts,
}

/// The stacks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StacksView {
    /// Weeks or months.
    pub bucket: Bucket,
    /// By week or month, oldest first; one without posts is there and has none.
    pub by_time: Vec<Stack>,
    /// By kind of post, most posts first.
    pub by_kind: Vec<Stack>,
    /// The tallest stack by time and by kind: without clicks, with clicks.
    pub tops: [[f64; 2]; 2],
}

impl Default for StacksView {
    fn default() -> StacksView {
        StacksView { bucket: Bucket::Week, by_time: Vec::new(), by_kind: Vec::new(), tops: [[0.0; 2]; 2] }
    }
}
