//! The way into the engine's second file.
//!
//! The build cuts the engine in two (`tools/finish/split.mjs`): whatever is reached only through
//! [`Later::new`] goes into the second file, which is fetched as soon as the engine runs. The program's
//! entry (`src/bin/engine.rs`) marks the cut.

use super::Engine;
use crate::views::{Ask, Garbled, unpack};

/// Answers any question: from its bytes, with those that came beside it, to the answer's bytes.
pub type Answering = fn(&mut Engine, &[u8], Vec<Vec<u8>>) -> Result<Vec<u8>, Garbled>;

/// The way into the second file.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// Answers a question with the engine.
    pub answer: Answering,
}

impl Later {
    /// To be called within the second file only: it keeps all that it reaches.
    #[allow(clippy::new_without_default)] // A default could be called by mistake.
    pub fn new() -> Later {
        Later { answer }
    }
}

fn answer(engine: &mut Engine, question: &[u8], bytes: Vec<Vec<u8>>) -> Result<Vec<u8>, Garbled> {
    let question = unpack::<Ask>(question)?;
    engine.answer_packed(question, bytes)
}
