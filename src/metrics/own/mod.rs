//! Metrics that a person made: a count, a share or a time over any tables, with the same figure, trend and
//! interval as those of the catalogue.
//!
//! | file | holds |
//! |---|---|
//! | `definition` | what a person says |
//! | `fits` | whether a row is meant |
//! | `links` | what a row has in common with one of another table |
//! | `samples` | the walk over the facts, and the shape of a metric that the aggregator takes |

mod definition;
#[cfg(feature = "engine")]
mod fits;
#[cfg(feature = "engine")]
mod links;
#[cfg(feature = "engine")]
mod samples;
#[cfg(all(test, feature = "engine"))]
mod tests;

pub use definition::{Condition, OwnKind, OwnLink, OwnMetric, OwnPart, Test};
