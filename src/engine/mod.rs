//! The engine: it holds a workspace and answers the page's questions with small values.
//!
//! | file | holds |
//! |---|---|
//! | `answers` | the long-lived engine: one workspace, questions in, answers out |
//! | `first` | the answers that a returning reader waits for |
//! | `later` | all of them, as the way into the engine's second file |
//! | `importing` | files staged, confirmed and taken back |
//! | `changing` | what a person changes, step by step |
//! | `staging` | files that were read and wait to be confirmed |
//! | `benchmarks` | quoted numbers: shown, changed and taken back |
//! | `planning` | what the sellers have set out to do, step by step |
//! | `entries` | what a person types: read, and refused field by field |
//! | `reading` | the disposable reader: files in, outcomes and facts out |
//! | `pieces` | a file's bytes, copied in piece by piece |
//! | `masking` | answers without names |
//! | `worker` | both as web workers |

mod answers;
mod benchmarks;
#[cfg(test)]
mod benchmarks_tests;
mod changing;
#[cfg(test)]
mod content_tests;
mod entries;
#[cfg(test)]
mod findings_tests;
mod first;
mod importing;
#[cfg(feature = "worker")]
mod later;
mod leads;
mod masking;
mod pieces;
#[cfg(test)]
mod pieces_tests;
#[cfg(test)]
mod pipeline_tests;
mod planning;
mod reading;
#[cfg(test)]
mod report_tests;
#[cfg(test)]
mod resave_tests;
#[cfg(test)]
mod review_tests;
#[cfg(test)]
mod roster_tests;
#[cfg(test)]
mod search_tests;
mod staging;
#[cfg(test)]
mod talk_tests;
#[cfg(test)]
mod testing;
#[cfg(feature = "worker")]
mod worker;

pub use answers::Engine;
#[cfg(feature = "worker")]
pub use later::Later;
pub use reading::{FileReader, Files};
#[cfg(feature = "worker")]
pub use worker::{run_engine, run_reader};
