//! The questions that a returning reader waits for, and their answers, by themselves.
//!
//! The engine comes in two files (`engine::later`). The first must read these questions and write these
//! answers, and no others: what it takes to read and write all of [`Ask`] and [`Answer`] belongs to the
//! second. So these stand first there too, in the same order, and their bytes are the same.

use serde::{Deserialize, Serialize};

use super::{Answer, Ask, Failure, Filter, ScorecardView};
use crate::facts::Zone;

/// What the engine's first file is asked. Each is the variant of [`Ask`] of its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // Told there.
pub enum FirstAsk {
    Open { body: Option<String>, name: String, zone: Zone },
    Scorecard { filter: Filter },
}

impl From<FirstAsk> for Ask {
    fn from(question: FirstAsk) -> Ask {
        match question {
            FirstAsk::Open { body, name, zone } => Ask::Open { body, name, zone },
            FirstAsk::Scorecard { filter } => Ask::Scorecard { filter },
        }
    }
}

/// What it answers. Each is the variant of [`Answer`] of its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // Told there.
pub enum FirstAnswer {
    Done,
    Failed { failure: Failure },
    Scorecard { view: Box<ScorecardView> },
}

impl From<FirstAnswer> for Answer {
    fn from(answer: FirstAnswer) -> Answer {
        match answer {
            FirstAnswer::Done => Answer::Done,
            FirstAnswer::Failed { failure } => Answer::Failed { failure },
            FirstAnswer::Scorecard { view } => Answer::Scorecard { view: *view },
        }
    }
}
