//! Words, dates and numbers as exports write them.
//!
//! | file | holds |
//! |---|---|
//! | `normal` | text made comparable: digits, marks, accents |
//! | `dates` | one parser for every form of date |
//! | `date_tokens` | a text cut into numbers, words and marks |
//! | `clock` | the clock of a date and its zone |
//! | `date_words` | names of months and days |
//! | `date_order` | day or month first, decided over a whole column |
//! | `numbers` | numbers and amounts with their marks |
//! | `number_style` | decimal point or comma, decided over a whole column |
//! | `currency_marks` | signs and codes of currencies |
//! | `choices` | words for direction, status, yes and no |

mod choices;
mod clock;
mod currency_marks;
mod date_order;
mod date_tokens;
mod date_words;
mod dates;
mod normal;
mod number_style;
mod numbers;

pub use choices::{
    DealOutcome, Direction, account_kind, activity_kind, deal_outcome, direction, flag, meeting_status,
    message_kind, post_kind,
};
pub use currency_marks::currency_code;
pub use date_order::{OrderDecision, OrderEvidence};
pub use dates::{excel_serial, looks_like_date, parse as parse_date, parse_iso_week};
pub(in crate::sources) use normal::list_holds;
pub use normal::{fold_text, is_missing};
pub use number_style::{StyleDecision, StyleEvidence};
pub use numbers::{NumberStyle, parse_amount, parse_fraction, parse_number, parse_seconds};
