//! The questions that a returning reader waits for, and their answers, by themselves.
//!
//! The engine comes in two files (`engine::later`). The first must read these questions and write these
//! answers, and no others: what it takes to read and write all of [`Ask`] and [`Answer`] belongs to the
//! second. So these stand first there too, in the same order, and their bytes are the same.

use serde::{Deserialize, Serialize};

use super::{Answer, Ask, DataView, Failure, Filter, MetricView, RowList, ScorecardView, Which};
use crate::facts::Zone;
use crate::metrics::Dim;

/// What the engine's first file is asked. Each is the variant of [`Ask`] of its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // Told there.
pub enum FirstAsk {
    Open { body: Option<String>, name: String, zone: Zone },
    Scorecard { filter: Filter },
    Metric { id: String, filter: Filter, by: Option<Dim>, variant: Option<String> },
    Rows { id: String, filter: Filter, which: Which, variant: Option<String> },
    Data { filter: Filter },
}

impl From<FirstAsk> for Ask {
    fn from(question: FirstAsk) -> Ask {
        match question {
            FirstAsk::Open { body, name, zone } => Ask::Open { body, name, zone },
            FirstAsk::Scorecard { filter } => Ask::Scorecard { filter },
            FirstAsk::Metric { id, filter, by, variant } => Ask::Metric { id, filter, by, variant },
            FirstAsk::Rows { id, filter, which, variant } => Ask::Rows { id, filter, which, variant },
            FirstAsk::Data { filter } => Ask::Data { filter },
        }
    }
}

/// What it answers. Each is the variant of [`Answer`] of its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // Told there.
pub enum FirstAnswer {
    Done,
    Failed { failure: Failure },
    Scorecard { view: ScorecardView },
    Metric { view: Box<MetricView> },
    Rows { list: RowList },
    Data { view: DataView },
}

impl From<FirstAnswer> for Answer {
    fn from(answer: FirstAnswer) -> Answer {
        match answer {
            FirstAnswer::Done => Answer::Done,
            FirstAnswer::Failed { failure } => Answer::Failed { failure },
            FirstAnswer::Scorecard { view } => Answer::Scorecard { view },
            FirstAnswer::Metric { view } => Answer::Metric { view },
            FirstAnswer::Rows { list } => Answer::Rows { list },
            FirstAnswer::Data { view } => Answer::Data { view },
        }
    }
}
