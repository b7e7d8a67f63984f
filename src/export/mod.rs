//! What leaves the program as bytes.
//!
//! | file | holds |
//! |---|---|
//! | `headless` | the scorecard of some files as one JSON document |
//! | `left_out` | rows that were left out, as CSV |

pub mod headless;
mod left_out;

pub use left_out::left_out_csv;
