//! One file per metric, one registry, one aggregator.
