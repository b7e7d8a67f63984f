//! What leaves the program as bytes.
//!
//! | file | holds |
//! |---|---|
//! | `headless` | the scorecard of some files as one JSON document |
//! | `ics` | a reminder for calendars |
//! | `left_out` | rows that were left out, as CSV |

pub mod headless;
mod ics;
mod left_out;

pub use ics::reminder_ics;
pub use left_out::left_out_csv;
