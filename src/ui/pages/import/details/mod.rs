//! Rows of a file that waits, one by one.
//!
//! | file | holds |
//! |---|---|
//! | `lists` | new, changed and identical rows, field by field |
//! | `conflict` | words that speak against each other, and the choice between them |
//! | `left_out` | rows left out, and those corrected by hand |
//! | `mend` | the form that corrects a row |

mod conflict;
mod left_out;
mod lists;
mod mend;

pub(super) use left_out::{corrected_rows, left_out_rows};
pub(super) use lists::row_lists;
