//! Questions and answers between the page and its workers.
//!
//! Every message is one of these; what is large travels beside it as bytes (`ArrayBuffer`s that are
//! handed over, not copied). A question carries a number and its answer the same one.
//!
//! | file | holds |
//! |---|---|
//! | `ask` | what the page asks the engine |
//! | `answer` | what the engine answers |
//! | `import` | both for the worker that reads files |

mod answer;
mod ask;
mod import;

pub use answer::{Answer, Failure};
pub use ask::Ask;
pub use import::{ImportAnswer, ImportAsk};
