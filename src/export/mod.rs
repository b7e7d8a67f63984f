//! What leaves the program as bytes.
//!
//! | file | holds |
//! |---|---|
//! | `headless` | the scorecard of some files as one JSON document |

pub mod headless;
