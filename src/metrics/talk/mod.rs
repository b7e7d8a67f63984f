//! What the page of conversations asks beside the catalogue: metrics like any other, with the same figures,
//! but listed nowhere else.
//!
//! | file | holds |
//! |---|---|
//! | `response_time_business` | hours of working time to an answer |
//! | `meetings_by_speed` | whether fast answers go with meetings |
//! | `warm_outcomes` | what became of warm conversations |
//! | `conversations_by_life` | conversations with prospects, customers, former ones |
//! | `meetings_by_keyword` | meetings with people found by a keyword |
//! | `effort_to_conversion` | contacts until somebody becomes a customer |
//! | `waiting` | who waits for an answer |
//! | `stalled` | who was met and never talked business with |
//! | `dealings` | what business is known with a person |

mod conversations_by_life;
mod dealings;
mod effort_to_conversion;
mod meetings_by_keyword;
mod meetings_by_speed;
mod response_time_business;
mod stalled;
mod waiting;
mod warm_outcomes;

pub(in crate::metrics) use dealings::Dealings;

pub use conversations_by_life::CONVERSATIONS_BY_LIFE;
pub use effort_to_conversion::EFFORT_TO_CONVERSION;
pub use meetings_by_keyword::MEETINGS_BY_KEYWORD;
pub use meetings_by_speed::MEETINGS_BY_SPEED;
pub use response_time_business::RESPONSE_TIME_BUSINESS;
pub use stalled::{Stalled, stalled};
pub use waiting::{Waiting, waiting};
pub use warm_outcomes::WARM_OUTCOMES;
